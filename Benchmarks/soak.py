"""Readers, writers, listeners and the desk at once, against the release binary: `python3 Benchmarks/soak.py MINUTES`."""

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
    parser = argparse.ArgumentParser(prog="Benchmarks/soak.py", description="Ends with 0 where all held.")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--stop", action="store_true", help="stop the process for five seconds in the middle (SIGSTOP)")
    parser.add_argument("--full", action="store_true", help="leave no room on the disk until writes are refused, at three quarters")
    parser.add_argument("--writes", type=float, default=40, help="comments a second")
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--comments", type=int, default=50_000)
    parser.add_argument("--binaries", type=pathlib.Path, default=pathlib.Path(".build/release"))
    return parser.parse_args()


def heavy_reading(server, soak, seconds):
    """Readers beyond those that look closely."""
    addresses = pathlib.Path(".build-bench/soak-paths.txt")
    addresses.write_text("\n".join(soak.pages) + "\n")
    return subprocess.Popen(
        ["wrk", "-t1", "-c32", f"-d{max(1, int(seconds))}s", "--timeout", "60s", "-s", str(SCRIPTS / "mix.lua"),
         server.address("/"), "--", str(addresses)], stdout=subprocess.PIPE, text=True)


def watch(server, soak, said, disk):
    """Waits for the end, looks at the memory every three seconds, and makes trouble in between."""
    began, samples, done = time.monotonic(), [], set()
    length = said.minutes * 60
    while (at := time.monotonic() - began) < length:
        samples.append((at, server.memory()))
        if said.stop and at > length / 2 and "stop" not in done:
            done.add("stop")
            stop_for(server.process, 5)
        if disk and at > length * 3 / 4 and "full" not in done:
            done.add("full")
            written = fill_disk(soak, disk)
        time.sleep(min(3, length / 20))
    if disk and len(soak.ledger.acknowledged) == written:
        soak.ledger.fault("full disk: nothing was stored when there was room again")
    return samples


def fill_disk(soak, disk):
    """Leaves no room until writes are refused, ten seconds at least; gives how many comments were stored by then."""
    ledger = soak.ledger
    refused, written, read = ledger.refused["writer"], len(ledger.acknowledged), ledger.counts["reader"]
    # What room the log has left in its file is still written to; so more is written than otherwise, until that is full too.
    with SteadyWriters(soak.port, soak.site.silent, 200):
        disk.full_for(10, lambda: ledger.refused["writer"] > refused, 120)
    print(f"full disk: {ledger.refused['writer'] - refused} writes refused, {len(ledger.acknowledged) - written} stored, "
          f"{ledger.counts['reader'] - read} pages read", flush=True)
    if ledger.refused["writer"] == refused or ledger.counts["reader"] == read:
        ledger.fault("full disk: no write was refused, or no page was read")
    return len(ledger.acknowledged)


def main():
    said = arguments()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    binaries = said.binaries.absolute()
    disk = SmallDisk(".build-bench/small-disk", 1_000) if said.full else None
    try:
        site = Sites(binaries, pathlib.Path(".build-bench")).copy(
            "soak", said.stories, said.comments, place=disk.place / "data" if disk else None)
        raise SystemExit(0 if run(said, binaries, site, disk) else 1)
    finally:
        if disk:
            disk.remove()


def run(said, binaries, site, disk):
    add_moderator(binaries, site)
    before = site.query("SELECT MAX(id) FROM comments")[0][0]
    soak = Soak(site)
    with open(".build-bench/soak.log", "w") as log:
        server = Broadsheet(binaries, site.folder, log=log, **Soak.settings)
    try:
        soak.begin(server, said.writes)
        crowd = heavy_reading(server, soak, said.minutes * 60)
        samples = watch(server, soak, said, disk)
        soak.end()
        return judge(soak, server, binaries, site, before, samples, crowd.communicate()[0])
    finally:
        server.stop()


if __name__ == "__main__":
    main()
