"""Load from wrk with one thread, and its figures."""

import dataclasses
import pathlib
import re
import statistics
import subprocess

SCRIPTS = pathlib.Path(__file__).parent.parent / "load"


@dataclasses.dataclass
class Figures:
    """Requests per second, latency in ms (median and 99th percentile), and server CPU time in µs per request."""

    rate: float
    p50: float
    p99: float
    cpu: float
    requests: int


def load(server, path, seconds, connections=32, fields=None, script="get.lua", arguments=()):
    """Runs wrk once. Exits the program if wrk fails, a socket fails, or a response is neither 2xx nor 3xx."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", str(SCRIPTS / script)]
    for name, value in (fields or {}).items():
        command += ["-H", f"{name}: {value}"]
    before = server.cpu()
    run = subprocess.run(
        command + [server.address(path), "--", *arguments], capture_output=True, text=True, timeout=seconds + 60)
    spent = server.cpu() - before
    out = run.stdout
    if run.returncode or "Non-2xx or 3xx" in out or "Socket errors" in out:
        raise SystemExit(f"{path}: {out}{run.stderr}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    p50, p99, requests = re.search(r"p50 ([\d.]+) p99 ([\d.]+) requests (\d+)", out).groups()
    return Figures(rate, float(p50), float(p99), spent * 1e6 / max(int(requests), 1), int(requests))


def median(runs):
    """The median of each figure separately."""
    middle = lambda name: statistics.median(getattr(run, name) for run in runs)
    return Figures(middle("rate"), middle("p50"), middle("p99"), middle("cpu"), sum(run.requests for run in runs))


def alternate(rounds, *runs):
    """Runs A, B, A, B, so that other activity on the machine affects both. Returns the median of each."""
    taken = [[] for _ in runs]
    for _ in range(rounds):
        for place, run in enumerate(runs):
            taken[place].append(run())
    return [median(figures) for figures in taken]
