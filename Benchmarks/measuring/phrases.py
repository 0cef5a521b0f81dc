"""Lists of phrases: building the matcher of 100,000 phrases, its memory, and the search in texts of 5,000 characters."""

import json
import subprocess

COUNT = 100_000


def measure(run):
    rounds = [one_round(run) for _ in range(run.rounds)]
    add = run.report.bound
    what = f"{COUNT:,} phrases"
    add(f"{what}: build the matcher", least(rounds, "buildMilliseconds"), "ms", 1_000)
    add(f"{what}: memory of the matcher", least(rounds, "megabytes"), "MB", 60)
    add(f"{what}: memory while it is built", least(rounds, "peakMegabytes"), "MB", 60)
    for kind in sorted(rounds[0]["searchMicroseconds"]):
        time = min(one["searchMicroseconds"][kind] for one in rounds)
        add(f"{what}: search in 5,000 characters, {kind}", time, "µs", 1_000)


def least(rounds, name):
    return min(one[name] for one in rounds)


def one_round(run):
    done = subprocess.run(
        [str(run.binaries / "yardsticks"), "phrases", str(COUNT)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
