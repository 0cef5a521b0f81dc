"""Reading while comments are posted: one per second on the page that is read, or 500 per second."""

import random
import threading
import time

from .http import Connection
from .writing import PacedWriters, form


class Watcher(threading.Thread):
    """Posts one comment per second and checks that the next response to an anonymous reader shows it."""

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


def measure_freshness(run):
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
    run.report.compare(
        "story page, 1,000 comments, a new one each second", disturbed, at_rest, "the rate without new comments", 0.95)
    run.report.bound("the same, p99 relative to nginx", disturbed.p99 / theirs.p99, "times", 2)
    posted, stale = sum(one.posted for one in watchers), sum(one.stale for one in watchers)
    run.report.add(
        "the same, responses without the newest comment", measured=f"{stale} of {posted}", aim="0", reached=stale == 0)
    nginx.stop()
    site.stop()


def measure_comment_load(run, rate=500):
    small = run.small("load")
    site = run.serve(small)
    for what, target in (("another story", small.silent), ("the same story", small.eleven)):
        writers = []

        def loaded():
            with PacedWriters(site.address(f"{target}/comments"), rate, run.seconds) as paced:
                writers.append(paced)
                return run.load(site, small.eleven)

        disturbed, at_rest = run.alternate(loaded, lambda: run.load(site, small.eleven))
        actual = sum(one.rate for one in writers) / len(writers)
        run.report.compare(
            f"story page, {actual:,.0f} comments per second on {what}", disturbed, at_rest,
            "the rate without comments", 0.85)
    site.stop()
