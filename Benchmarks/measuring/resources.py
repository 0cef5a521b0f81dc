"""Startup time and memory on the large site."""

import random
import threading
import time

from .load import median
from .servers import start_times
from .writing import SteadyWriters

PAGES_MEGABYTES = 64
CONNECTIONS = 128


class Sampler(threading.Thread):
    """Samples the memory of a server ten times per second and records the maximum of each part."""

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
    return f"{memory['RssAnon']:.0f} MB private, {memory['RssFile']:.0f} MB mapped files"


def measure(run):
    large = run.large
    run.report.bound(f"start to first response, {run.large_name()}",
                     start_times(run.binaries, large.folder, large.eleven, run.rounds + 2), "ms", 100)
    site = run.serve(large)
    time.sleep(1)
    at_start = {part: site.memory(part) for part in ("VmRSS", "RssAnon", "RssFile")}
    run.report.bound(f"memory after start ({parts(at_start)})", at_start["VmRSS"], "MB", 35)
    paths = large.story_paths(5_000)
    random.Random(1).shuffle(paths)
    for what, manner, most in (("some far more popular than others", ["popular"], 80 + PAGES_MEGABYTES),
                               ("equally popular, so that most are uncached", [], None)):
        figures, memory = loaded(run, site, large, ["/"] + paths, manner)
        words = (f"memory under full load, {CONNECTIONS} connections, 5,000 stories, {what}; "
                 f"200 comments per second ({parts(memory)})")
        if most:
            run.report.bound(words, memory["VmRSS"], "MB", most, figures)
        else:
            run.report.add(words, figures, f"{memory['VmRSS']:.0f} MB")
    site.stop()


def loaded(run, site, large, paths, manner):
    """Runs full load. Returns its figures and the maximum of each part of the memory."""
    sampler = Sampler(site)
    sampler.start()
    with SteadyWriters(site.port, large.silent, 200):
        figures = [run.mix(site, "paths", paths, *manner, connections=CONNECTIONS) for _ in range(run.rounds * 2)]
    sampler.is_over.set()
    sampler.join()
    return median(figures), sampler.most
