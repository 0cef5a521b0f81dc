"""A soak test of the release binary: readers, writers, listeners and a moderator use it at the same time.

`python3 Benchmarks/soak.py MINUTES`
"""

import argparse
import pathlib
import resource
import subprocess
import time

from measuring.desk import add_moderator
from measuring.load import SCRIPTS
from measuring.servers import Broadsheet
from measuring.sites import Sites
from measuring.writing import SteadyWriters
from soaking.cast import Soak
from soaking.trouble import SmallDisk, stop_for
from soaking.verdict import judge


def arguments():
    parser = argparse.ArgumentParser(prog="Benchmarks/soak.py", description="Exits with 0 if all checks hold.")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--stop", action="store_true", help="stop the process for five seconds in the middle (SIGSTOP)")
    parser.add_argument(
        "--full", action="store_true", help="after three quarters of the time, fill the disk until writes are refused")
    parser.add_argument("--writes", type=float, default=40, help="comments per second")
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--comments", type=int, default=50_000)
    parser.add_argument("--binaries", type=pathlib.Path, default=pathlib.Path(".build/release"))
    return parser.parse_args()


def heavy_reading(server, soak, seconds):
    """Starts a crowd of readers in addition to those that check every response."""
    addresses = pathlib.Path(".build-bench/soak-paths.txt")
    addresses.write_text("\n".join(soak.pages) + "\n")
    return subprocess.Popen(
        ["wrk", "-t1", "-c32", f"-d{max(1, int(seconds))}s", "--timeout", "60s", "-s", str(SCRIPTS / "mix.lua"),
         server.address("/"), "--", str(addresses)], stdout=subprocess.PIPE, text=True)


def watch(server, soak, options, disk):
    """Waits until the end. Samples the memory every three seconds and injects the requested faults."""
    began, samples, done = time.monotonic(), [], set()
    length = options.minutes * 60
    while (at := time.monotonic() - began) < length:
        samples.append((at, server.memory()))
        if options.stop and at > length / 2 and "stop" not in done:
            done.add("stop")
            stop_for(server.process, 5)
        if disk and at > length * 3 / 4 and "full" not in done:
            done.add("full")
            written = fill_disk(soak, disk)
        time.sleep(min(3, length / 20))
    if disk and len(soak.ledger.acknowledged) == written:
        soak.ledger.fault("full disk: nothing was stored after space was free again")
    return samples


def fill_disk(soak, disk):
    """Fills the disk until writes are refused, for at least ten seconds. Returns the number of stored comments."""
    ledger = soak.ledger
    refused, written, read = ledger.refused["writer"], len(ledger.acknowledged), ledger.counts["reader"]
    # The log can still use the free space inside its file, so additional writers fill that too.
    with SteadyWriters(soak.port, soak.site.silent, 200):
        disk.full_for(10, lambda: ledger.refused["writer"] > refused, 120)
    print(f"full disk: {ledger.refused['writer'] - refused} writes refused, "
          f"{len(ledger.acknowledged) - written} stored, {ledger.counts['reader'] - read} pages read", flush=True)
    if ledger.refused["writer"] == refused or ledger.counts["reader"] == read:
        ledger.fault("full disk: no write was refused, or no page was read")
    return len(ledger.acknowledged)


def main():
    options = arguments()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    binaries = options.binaries.absolute()
    disk = SmallDisk(".build-bench/small-disk", 1_000) if options.full else None
    try:
        site = Sites(binaries, pathlib.Path(".build-bench")).copy(
            "soak", options.stories, options.comments, place=disk.place / "data" if disk else None)
        raise SystemExit(0 if run(options, binaries, site, disk) else 1)
    finally:
        if disk:
            disk.remove()


def run(options, binaries, site, disk):
    add_moderator(binaries, site)
    before = site.query("SELECT MAX(id) FROM comments")[0][0]
    soak = Soak(site)
    with open(".build-bench/soak.log", "w") as log:
        server = Broadsheet(binaries, site.folder, log=log, **Soak.settings)
    try:
        soak.begin(server, options.writes)
        crowd = heavy_reading(server, soak, options.minutes * 60)
        samples = watch(server, soak, options, disk)
        soak.end()
        return judge(soak, server, binaries, site, before, samples, crowd.communicate()[0])
    finally:
        server.stop()


if __name__ == "__main__":
    main()
