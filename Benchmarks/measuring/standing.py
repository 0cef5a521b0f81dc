"""Start and memory, on the large site."""

import threading
import time

from .servers import start_times
from .writing import SteadyWriters

PAGES_MEGABYTES = 64


class Sampler(threading.Thread):
    """Looks at the memory of a server ten times a second, and keeps the most of each part."""

    def __init__(self, server):
        super().__init__()
        self.server = server
        self.most = {}
        self.is_over = threading.Event()

    def run(self):
        while not self.is_over.wait(0.1):
            for part in ("VmRSS", "RssAnon", "RssFile"):
                self.most[part] = max(self.most.get(part, 0), self.server.memory(part))


def parts(memory):
    return f"{memory['RssAnon']:.0f} MB its own, {memory['RssFile']:.0f} MB of files"


def measure(run):
    large = run.large
    run.report.bound(f"start to first answer, {run.large_name()}",
                     start_times(run.binaries, large.folder, large.eleven, run.rounds + 2), "ms", 100)
    site = run.serve(large)
    time.sleep(1)
    at_start = {part: site.memory(part) for part in ("VmRSS", "RssAnon", "RssFile")}
    run.report.bound(f"memory after start ({parts(at_start)})", at_start["VmRSS"], "MB", 35)
    list_of_paths = run.sites.kept / "paths.txt"
    list_of_paths.write_text("\n".join(large.story_paths(5_000) + ["/"]) + "\n")
    sampler = Sampler(site)
    sampler.start()
    with SteadyWriters(site.port, large.silent, 200):
        figures = [run.load(site, "/", connections=128, script="mix.lua", arguments=[str(list_of_paths)])
                   for _ in range(run.rounds * 2)]
    sampler.is_over.set()
    sampler.join()
    run.report.bound(
        f"memory under full load: stories all over the site, 200 comments a second ({parts(sampler.most)})",
        sampler.most["VmRSS"], "MB", 80 + PAGES_MEGABYTES, figures[-1])
    site.stop()
