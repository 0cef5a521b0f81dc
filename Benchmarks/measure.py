"""Measures Broadsheet beside its yardsticks: `Benchmarks/run --help`."""

import argparse
import pathlib
import resource
import time

from measuring import anew, busy, posting, serving, shared, standing, telling, two
from measuring.report import Report
from measuring.run import Run
from measuring.sites import Sites

GROUPS = {
    "serving": serving.measure,
    "large": serving.measure_large,
    "second": busy.measure_comment_a_second,
    "anew": anew.measure,
    "posting": posting.measure,
    "storm": busy.measure_storm,
    "telling": telling.measure,
    "standing": standing.measure,
    "shared": shared.measure,
    "two": two.measure,
}
# Takes ten minutes by itself, so it must be asked for.
ON_REQUEST = {"unbroken": posting.measure_unbroken}


def arguments():
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run", description="Measures the release binary beside its yardsticks. As it stands, it takes "
        "about eight minutes; with --comments 10000000 --stories 100000 about ten more, and 20 GB of disk.")
    parser.add_argument("--only", nargs="+", choices=GROUPS | ON_REQUEST, default=list(GROUPS), help="measure these rows only")
    parser.add_argument("--seconds", type=int, default=3, help="of load in each turn")
    parser.add_argument("--rounds", type=int, default=3, help="turns of each; the median is shown")
    parser.add_argument("--stories", type=int, default=2_000, help="on the large site")
    parser.add_argument("--comments", type=int, default=400_000, help="on the large site")
    parser.add_argument("--binaries", type=pathlib.Path, default=pathlib.Path(".build/release"))
    return parser.parse_args()


def main():
    said = arguments()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    kept = pathlib.Path(".build-bench")
    report = Report()
    binaries = said.binaries.absolute()
    run = Run(binaries, Sites(binaries, kept), report, said.seconds, said.rounds, said.stories, said.comments)
    began = time.monotonic()
    for name in said.only:
        (GROUPS | ON_REQUEST)[name](run)
    run.sites.clear()
    report.write(kept / "figures.json", {
        "seconds": said.seconds, "rounds": said.rounds, "stories": said.stories, "comments": said.comments,
        "minutes": round((time.monotonic() - began) / 60, 1)})


if __name__ == "__main__":
    main()
