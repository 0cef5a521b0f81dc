"""Two processes on one database compared with one, each pinned to a core.

On a machine with two cores, the load generators compete with the processes. So each process is pinned to one core
and its load generator to the other one. The figure that counts is requests per second of the process's own CPU
time: the rate with a core per process and the load on another machine. If two processes get in each other's way
(a lock, the database, the memory that they share), each needs more CPU time per request, and together they serve
less than twice as much as one. The table also shows the actual rates on this machine.
"""

import dataclasses
import os
import re
import statistics
import subprocess

from .load import SCRIPTS, Figures
from .servers import surroundings

LEAST = 1.7


@dataclasses.dataclass
class Turn:
    """One process under load: requests, duration, and CPU seconds of the process and of its load generator."""

    requests: int
    seconds: float
    server: float
    load: float
    p50: float
    p99: float

    @property
    def of_a_core(self):
        """Requests per second of the process's own CPU time."""
        return self.requests / max(self.server, 1e-9)


class PinnedLoad:
    """wrk on one core. It starts at once."""

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
        return run.report.add("two processes", measured="not measured: needs PostgreSQL and two cores")
    filled = run.thousandth("two")
    address = fresh(address)
    subprocess.run([str(run.binaries / "broadsheet"), "move", "--from", str(filled.folder), "--to", address],
                   check=True, stdout=subprocess.DEVNULL, env=surroundings())
    paths = run.write_paths("two", filled.story_paths(60))
    for what, pages, path, script, arguments in (
            ("story page, 11 comments", None, filled.eleven, "get.lua", ()),
            ("uncached story pages", 0, "/", "mix.lua", (paths,))):
        settings = {"DATABASE": address} | ({} if pages is None else {"PAGES_MEGABYTES": pages})
        processes = [run.serve(filled, core=core, **settings) for core in cores]
        # The load generator for a process runs on the core of the other process.
        load = lambda place: PinnedLoad(processes[place], path, run.seconds, cores[1 - place], script, arguments)
        alone, both = [], []
        for _ in range(run.rounds):
            alone.append([load(0).end()])
            both.append([one.end() for one in [load(0), load(1)]])
        show(run, what, alone, both)
        for process in processes:
            process.stop()


def fresh(address):
    """Makes an empty database on the same server and returns its address."""
    subprocess.run(["psql", "--quiet", address, "--command", "DROP DATABASE IF EXISTS two",
                    "--command", "CREATE DATABASE two"], check=True, stderr=subprocess.DEVNULL)
    return address.rsplit("/", 1)[0] + "/two"


def show(run, what, alone, both):
    one, two = middle(alone), middle(both)
    rate = lambda turns: sum(turn.requests / turn.seconds for turn in turns)
    ratio = sum(turn.of_a_core for turn in two) / sum(turn.of_a_core for turn in one)
    for name, turns in (("one process", one), ("two processes", two)):
        core = sum(turn.of_a_core for turn in turns)
        load = sum(turn.load for turn in turns) / max(turn.seconds for turn in turns)
        figures = Figures(rate(turns), statistics.mean(turn.p50 for turn in turns), max(turn.p99 for turn in turns),
                          1e6 * len(turns) / core, sum(turn.requests for turn in turns))
        result = f"{core:,.0f}/s with a core per process; the load took {load:.2f} cores"
        if turns is one:
            run.report.add(f"{what}, {name}", figures, result)
        else:
            run.report.add(
                f"{what}, {name}", figures, f"{ratio:.2f} of one: {result}", f"≥ {LEAST}", ratio >= LEAST)


def middle(turns):
    """The turn with the median rate per core."""
    return sorted(turns, key=lambda one: sum(turn.of_a_core for turn in one))[len(turns) // 2]
