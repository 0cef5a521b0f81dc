"""Readers while comments come in: one a second below the page that is read, and five hundred a second."""

import random
import threading
import time

from .http import Connection
from .writing import PacedWriters, form


class Watcher(threading.Thread):
    """Posts a comment a second below a page and looks whether the very next answer to somebody unknown shows it."""

    def __init__(self, port, path, parents):
        super().__init__()
        self.port, self.path, self.parents = port, path, parents
        self.is_over = threading.Event()
        self.posted = 0
        self.stale = 0

    def run(self):
        writer, reader, draw = Connection(self.port), Connection(self.port), random.Random(1)
        while not self.is_over.wait(1):
            self.posted += 1
            token = f"token{time.monotonic_ns()}"
            parent = self.parents[self.posted % len(self.parents)]
            answer = writer.post(f"{self.path}/comments", form(draw, token, parent))
            page = reader.get(self.path).body.decode()
            if answer.status != 303 or token not in page:
                self.stale += 1


def measure_comment_a_second(run):
    small = run.small("busy")
    site = run.serve(small)
    path = small.thousand
    nginx = run.nginx("busy", {"long": site.connection().get(path)})
    parents = small.short_threads(path)
    watchers = []

    def busy():
        watcher = Watcher(site.port, path, parents)
        watchers.append(watcher)
        watcher.start()
        try:
            return run.load(site, path)
        finally:
            watcher.is_over.set()
            watcher.join()

    at_rest, theirs, disturbed = run.alternate(
        lambda: run.load(site, path), lambda: run.load(nginx, "/long"), busy)
    run.report.compare("1,000 comments, one more a second", disturbed, at_rest, "itself at rest", 0.95)
    run.report.bound("the same, p99 beside nginx's", disturbed.p99 / theirs.p99, "times", 2)
    posted, stale = sum(one.posted for one in watchers), sum(one.stale for one in watchers)
    run.report.add("the same, answers older than a comment", measured=f"{stale} of {posted}", aim="0", reached=stale == 0)
    nginx.stop()
    site.stop()


def measure_storm(run, rate=500):
    small = run.small("storm")
    site = run.serve(small)
    for what, below in (("another story", small.silent), ("the same story", small.eleven)):
        writers = []

        def stormy():
            with PacedWriters(site.address(f"{below}/comments"), rate, run.seconds) as paced:
                writers.append(paced)
                return run.load(site, small.eleven)

        disturbed, at_rest = run.alternate(stormy, lambda: run.load(site, small.eleven))
        came = sum(one.rate for one in writers) / len(writers)
        run.report.compare(
            f"story page, {came:,.0f} comments a second below {what}", disturbed, at_rest, "undisturbed", 0.85)
    site.stop()
