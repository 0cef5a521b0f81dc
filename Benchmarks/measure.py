"""Measures Broadsheet and its yardsticks. Started by `Benchmarks/run`; see its `--help`."""

import argparse
import pathlib
import resource
import time

from measuring import busy, events, jobs, phrases, posting, postgresql, resources, scaling, scorer, serving, uncached
from measuring.report import Report
from measuring.run import Run
from measuring.sites import Sites

GROUPS = {
    "serving": serving.measure,
    "large": serving.measure_large,
    "freshness": busy.measure_freshness,
    "uncached": uncached.measure,
    "posting": posting.measure,
    "load": busy.measure_comment_load,
    "jobs": jobs.measure,
    "phrases": phrases.measure,
    "scorer": scorer.measure,
    "events": events.measure,
    "resources": resources.measure,
    "postgresql": postgresql.measure,
    "scaling": scaling.measure,
}
# Takes ten minutes, so it runs only on request.
ON_REQUEST = {"sustained": posting.measure_sustained}


def arguments():
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run", description="Measures the release binary and its yardsticks. A run takes about eight "
        "minutes; with --comments 10000000 --stories 100000 ten more minutes and 20 GB of disk.")
    parser.add_argument(
        "--only", nargs="+", choices=GROUPS | ON_REQUEST, default=list(GROUPS), help="measure only these groups")
    parser.add_argument("--seconds", type=int, default=3, help="duration of the load in each round")
    parser.add_argument("--rounds", type=int, default=3, help="rounds per row; the table shows the median")
    parser.add_argument("--stories", type=int, default=2_000, help="stories on the large site")
    parser.add_argument("--comments", type=int, default=400_000, help="comments on the large site")
    parser.add_argument("--binaries", type=pathlib.Path, default=pathlib.Path(".build/release"))
    return parser.parse_args()


def main():
    options = arguments()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    kept = pathlib.Path(".build-bench")
    report = Report()
    binaries = options.binaries.absolute()
    run = Run(
        binaries, Sites(binaries, kept), report, options.seconds, options.rounds, options.stories, options.comments)
    began = time.monotonic()
    for name in options.only:
        (GROUPS | ON_REQUEST)[name](run)
    run.sites.clear()
    report.write(kept / "figures.json", {
        "seconds": options.seconds, "rounds": options.rounds, "stories": options.stories, "comments": options.comments,
        "minutes": round((time.monotonic() - began) / 60, 1)})


if __name__ == "__main__":
    main()
