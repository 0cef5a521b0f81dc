"""Jobs of the queue, each of which only changes its own row: how many one process does per second, on SQLite."""

import shutil
import statistics
import subprocess

COUNT = 20_000
LEAST = 1_000


def measure(run):
    folder = run.sites.kept / "work-jobs"
    rates = [one_round(run, folder) for _ in range(run.rounds)]
    rate = statistics.median(rates)
    run.report.add(f"jobs of the queue, {COUNT:,} at once", measured=f"{rate:,.0f}/s", aim=f"≥ {LEAST:,}/s",
                   reached=rate >= LEAST)


def one_round(run, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    done = subprocess.run(
        [str(run.binaries / "yardsticks"), "jobs", str(folder), str(COUNT)], capture_output=True, text=True, check=True)
    return int(done.stdout)
