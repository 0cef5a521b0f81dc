"""The parameters and helpers that all measurements of a run share."""

import dataclasses
import functools
import pathlib

from .load import alternate, load
from .nginx import Nginx, is_installed
from .servers import Broadsheet, Server, free_port


@dataclasses.dataclass
class Run:
    binaries: pathlib.Path
    sites: object
    report: object
    seconds: int
    rounds: int
    stories: int
    comments: int

    SMALL = (3, 1_011)
    THOUSANDTH = (100, 10_000)
    MIDDLING = (2_000, 400_000)

    def small(self, name):
        return self.sites.copy(name, *self.SMALL)

    def thousandth(self, name):
        """A thousandth of ten million comments on 100,000 stories, with a front page of the same length."""
        return self.sites.copy(name, *self.THOUSANDTH)

    def middling(self, name):
        return self.sites.copy(name, *self.MIDDLING)

    @functools.cached_property
    def large(self):
        """One copy for all groups and later runs. Comments are posted only to a story that nothing else reads."""
        return self.sites.used(self.stories, self.comments)

    def large_name(self):
        return f"{self.stories:,} stories, {self.comments:,} comments"

    def serve(self, site, **settings):
        """Starts Broadsheet on a site. The setting `core` pins the process to one core."""
        log = open(f"{site.folder}.log", "ab")
        return Broadsheet(self.binaries, site.folder, log=log, **settings)

    def nginx(self, name, answers):
        if not is_installed():
            raise SystemExit("The yardstick nginx is missing: apt-get install nginx-light")
        return Nginx((self.sites.kept / f"nginx-{name}").absolute(), answers)

    def hello(self):
        """Starts the server of Benchmarks/Hello: a bare HTTP framework, which Broadsheet does not use."""
        port = free_port()
        return Server([".build-bench/hello/release/hello", str(port)], port, "/hello")

    def load(self, server, path, **options):
        return load(server, path, self.seconds, **options)

    def mix(self, server, name, paths, *manner, connections=32):
        """Puts load on many paths; see `load/mix.lua`."""
        file = self.write_paths(name, paths)
        return self.load(server, "/", script="mix.lua", arguments=[file, *manner], connections=connections)

    def write_paths(self, name, paths):
        """Writes paths to a file for `load/mix.lua`."""
        file = (self.sites.kept / f"{name}.txt").absolute()
        file.write_text("\n".join(paths) + "\n")
        return str(file)

    def alternate(self, *runs):
        return alternate(self.rounds, *runs)

    def beside_nginx(self, what, site, nginx, path, name, least, fields=None):
        """Adds a row that compares a page of the site with the same bytes from nginx."""
        ours, theirs = self.alternate(
            lambda: self.load(site, path, fields=fields), lambda: self.load(nginx, f"/{name}", fields=fields))
        self.report.compare(what, ours, theirs, "nginx", least)
        return ours, theirs
