"""Two programs on one database, each on a core of its own, beside one.

On a machine with two cores the load needs a share of them, however it is spread. So each program is pinned to one core, the load
of it to the other core, and what counts is how many requests a program answers in a second of its own CPU time: with a core of
its own, and the load on another machine, that many a second. Where two programs get in each other's way (a lock, the database,
the memory that they share) each of them needs more for a request, and both together come to less than twice what one does. Rates
as they were on this machine stand beside it.
"""

import dataclasses
import os
import re
import statistics
import subprocess

from .load import SCRIPTS, Figures

LEAST = 1.7


@dataclasses.dataclass
class Turn:
    """One program under load: requests, seconds that it took, CPU seconds of the program and of its load."""

    requests: int
    seconds: float
    server: float
    load: float
    p50: float
    p99: float

    @property
    def of_a_core(self):
        """Requests a second of the program's own CPU."""
        return self.requests / max(self.server, 1e-9)


class PinnedLoad:
    """wrk on one core, begun when it is made."""

    def __init__(self, server, path, seconds, core, script, arguments):
        self.server = server
        self.before = server.cpu()
        self.process = subprocess.Popen(
            ["taskset", "--cpu-list", str(core), "wrk", "-t1", "-c16", f"-d{seconds}s", "--timeout", "30s",
             "-s", str(SCRIPTS / script), server.address(path), "--", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def end(self):
        out = self.process.stdout.read()
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = status
        if status or "Non-2xx or 3xx" in out or "Socket errors" in out:
            raise SystemExit(out)
        p50, p99, requests = re.search(r"p50 ([\d.]+) p99 ([\d.]+) requests (\d+)", out).groups()
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
        return Turn(int(requests), int(requests) / rate, self.server.cpu() - self.before,
                    usage.ru_utime + usage.ru_stime, float(p50), float(p99))


def measure(run):
    address = os.environ.get("BROADSHEET_TEST_POSTGRESQL")
    cores = sorted(os.sched_getaffinity(0))[:2]
    if not address or len(cores) < 2:
        return run.report.add("two programs", measured="not measured: needs PostgreSQL and two cores")
    filled = run.thousandth("two")
    address = fresh(address)
    subprocess.run([str(run.binaries / "broadsheet"), "move", "--from", str(filled.folder), "--to", address],
                   check=True, stdout=subprocess.DEVNULL)
    paths = run.write_paths("two", filled.story_paths(60))
    for what, pages, path, script, arguments in (
            ("story page, 11 comments", None, filled.eleven, "get.lua", ()),
            ("stories rendered anew", 0, "/", "mix.lua", (paths,))):
        settings = {"DATABASE": address} | ({} if pages is None else {"PAGES_MEGABYTES": pages})
        programs = [run.serve(filled, core=core, **settings) for core in cores]
        # The load of a program runs on the core of the other one.
        load = lambda place: PinnedLoad(programs[place], path, run.seconds, cores[1 - place], script, arguments)
        alone, both = [], []
        for _ in range(run.rounds):
            alone.append([load(0).end()])
            both.append([one.end() for one in [load(0), load(1)]])
        show(run, what, alone, both)
        for program in programs:
            program.stop()


def fresh(address):
    """A database of its own on the same server."""
    subprocess.run(["psql", "--quiet", address, "--command", "DROP DATABASE IF EXISTS two",
                    "--command", "CREATE DATABASE two"], check=True, stderr=subprocess.DEVNULL)
    return address.rsplit("/", 1)[0] + "/two"


def show(run, what, alone, both):
    one, two = middle(alone), middle(both)
    rate = lambda turns: sum(turn.requests / turn.seconds for turn in turns)
    ratio = sum(turn.of_a_core for turn in two) / sum(turn.of_a_core for turn in one)
    for name, turns in (("one program", one), ("two programs", two)):
        core = sum(turn.of_a_core for turn in turns)
        load = sum(turn.load for turn in turns) / max(turn.seconds for turn in turns)
        figures = Figures(rate(turns), statistics.mean(turn.p50 for turn in turns), max(turn.p99 for turn in turns),
                          1e6 * len(turns) / core, sum(turn.requests for turn in turns))
        said = f"{core:,.0f}/s with a core each; the load took {load:.2f} cores"
        if turns is one:
            run.report.add(f"{what}, {name}", figures, said)
        else:
            run.report.add(f"{what}, {name}", figures, f"{ratio:.2f} of one: {said}", f"≥ {LEAST}", ratio >= LEAST)


def middle(turns):
    """The turn with the median of what its programs would serve with a core each."""
    return sorted(turns, key=lambda one: sum(turn.of_a_core for turn in one))[len(turns) // 2]
