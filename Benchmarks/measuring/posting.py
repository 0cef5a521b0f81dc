"""Comments, each durable before its answer, beside a bare insertion with one commit a row."""

import statistics
import subprocess

from .load import Figures

# Ten times the best of what newsrooms use instead: 534 a second.
TEN_TIMES_THE_BEST = 5_340


def bare_insert(run, folder):
    out = subprocess.run(
        [str(run.binaries / "yardsticks"), "insert", str(folder), str(run.seconds)],
        capture_output=True, text=True, check=True).stdout
    for file in folder.glob("yardstick.sqlite*"):
        file.unlink()
    return int(out)


def measure(run):
    run.large  # A copy that must be made is made before anything is measured.
    for name, filled in (("site of 3 stories", run.small("posting")), (run.large_name(), run.large)):
        site = run.serve(filled)
        path = f"{filled.silent}/comments"
        inserts, curve = [], {1: [], 8: [], 32: [], 128: []}
        for _ in range(run.rounds):
            inserts.append(bare_insert(run, filled.folder))
            for writers, figures in curve.items():
                figures.append(run.load(site, path, connections=writers, script="post.lua"))
        insert = statistics.median(inserts)
        run.report.add(f"bare insertion, one commit a row, {name}", Figures(insert, 1000 / insert, 0, 0, 0))
        show(run, name, insert, {writers: middle(figures) for writers, figures in curve.items()})
        site.stop()


def middle(figures):
    """The run with the median rate."""
    return sorted(figures, key=lambda one: one.rate)[len(figures) // 2]


def show(run, name, insert, curve):
    add = lambda writers, aim="", reached=None: run.report.add(
        f"post a comment, {writers} writer{'s' if writers > 1 else ''}, {name}", curve[writers],
        f"{curve[writers].rate / insert:.2f} of the bare insertion", aim, reached)
    add(1, "≤ 500 µs of CPU", curve[1].cpu <= 500)
    add(8)
    add(32, f"≥ {TEN_TIMES_THE_BEST:,}/s, p99 ≤ 20 ms", curve[32].rate >= TEN_TIMES_THE_BEST and curve[32].p99 <= 20)
    add(128, "≥ 1 of the bare insertion", curve[128].rate >= insert)
