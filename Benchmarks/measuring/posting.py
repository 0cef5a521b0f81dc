"""Posting comments, each durable before its response, compared with a bare INSERT with one commit per row."""

import statistics
import subprocess
import threading
import time

from .load import load, median

# Ten times the rate of the best system that newsrooms use today, which stores 534 per second.
TEN_TIMES_THE_BEST = 5_340


def bare_insert(run, folder):
    out = subprocess.run(
        [str(run.binaries / "yardsticks"), "insert", str(folder), str(run.seconds)],
        capture_output=True, text=True, check=True).stdout
    for file in folder.glob("yardstick.sqlite*"):
        file.unlink()
    return int(out)


def measure(run):
    run.large  # Makes the copy, if necessary, before anything is measured.
    for name, filled in (("site of 3 stories", run.small("posting")), (run.large_name(), run.large)):
        site = run.serve(filled)
        path = f"{filled.silent}/comments"
        inserts, curve = [], {1: [], 8: [], 32: [], 128: []}
        for _ in range(run.rounds):
            inserts.append(bare_insert(run, filled.folder))
            for writers, figures in curve.items():
                figures.append(run.load(site, path, connections=writers, script="post.lua"))
        insert = statistics.median(inserts)
        run.report.add(f"bare INSERT, one commit per row, {name}", measured=f"{insert:,.0f}/s")
        show(run, name, insert, {writers: median(figures) for writers, figures in curve.items()})
        site.stop()


def show(run, name, insert, curve):
    add = lambda writers, aim="", reached=None: run.report.add(
        f"post a comment, {writers} writer{'s' if writers > 1 else ''}, {name}", curve[writers],
        f"{curve[writers].rate / insert:.2f} of the bare INSERT", aim, reached)
    add(1, "≤ 500 µs of CPU", curve[1].cpu <= 500)
    add(8)
    add(32, f"≥ {TEN_TIMES_THE_BEST:,}/s, p99 ≤ 20 ms",
        curve[32].rate >= TEN_TIMES_THE_BEST and curve[32].p99 <= 20)
    add(128, "≥ 1 of the bare INSERT", curve[128].rate >= insert)


def measure_sustained(run, minutes=10):
    """Posts comments at full speed for a long time, and counts those stored in each second."""
    filled = run.small("sustained")
    site = run.serve(filled)
    count = lambda: filled.query("SELECT MAX(id) FROM comments")[0][0]
    with EachSecond(count) as stored:
        figures = load(site, f"{filled.silent}/comments", minutes * 60, script="post.lua")
    least = min(stored.differences[1:-1])
    run.report.add(f"post a comment, 32 writers, for {minutes} minutes", figures,
                   f"{least:,} in the slowest second", "≥ 1 in each second", least >= 1)
    run.report.add("memory afterwards", measured=f"{site.memory():.0f} MB")
    site.stop()


class EachSecond(threading.Thread):
    """Records how much a number grows in each second of a `with` statement."""

    def __init__(self, number):
        super().__init__()
        self.number = number
        self.differences = []
        self.is_over = threading.Event()

    def run(self):
        last, turn = self.number(), time.monotonic()
        while not self.is_over.wait(max(0, turn + 1 - time.monotonic())):
            turn += 1
            now = self.number()
            self.differences.append(now - last)
            last = now

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.join()
