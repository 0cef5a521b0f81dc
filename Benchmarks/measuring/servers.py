"""Starts, observes and stops the servers that are measured."""

import atexit
import os
import pathlib
import re
import socket
import statistics
import subprocess
import time

from .http import Connection

TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def surroundings(settings=None):
    """The environment without the variables of tests and of a service on this machine, plus these settings."""
    machine = {name: value for name, value in os.environ.items() if not name.startswith("BROADSHEET_")}
    return machine | {"BROADSHEET_ENVIRONMENT_FILE": ""} | (settings or {})


class Server:
    """A server on `port`. The initializer starts it and waits until it responds at `path`."""

    def __init__(self, command, port, path, environment=None, log=None):
        began = time.monotonic()
        self.port = port
        self.process = subprocess.Popen(
            command, env=surroundings(environment), stdout=subprocess.DEVNULL,
            stderr=log or subprocess.DEVNULL)
        atexit.register(self.stop)
        while True:
            try:
                Connection(port, timeout=5).get(path)
                break
            except OSError:
                time.sleep(0.001)
                if self.process.poll() is not None or time.monotonic() - began > 60:
                    raise SystemExit(f"{command[0]} does not serve")
        # Milliseconds from the start of the process to the end of the first response.
        self.start = (time.monotonic() - began) * 1000

    def connection(self):
        return Connection(self.port)

    def address(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def processes(self):
        own = self.process.pid
        children = pathlib.Path(f"/proc/{own}/task/{own}/children").read_text().split()
        return [own] + [int(child) for child in children]

    def cpu(self):
        """CPU seconds so far, user and system, of all threads of the process and its direct children."""
        total = 0
        for number in self.processes():
            fields = pathlib.Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory(self, part="VmRSS"):
        """Resident memory in MiB: all (`VmRSS`), private (`RssAnon`), or mapped from files (`RssFile`)."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{part}:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        """Ends the process. Also called when the program exits, in case a measurement failed."""
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Broadsheet(Server):
    """The release binary on a data folder, without the limits for a single source."""

    FREE = {"COMMENTS_PER_MINUTE": 0, "COMMENTS_PER_HOUR": 0, "COMMENTS_CLOSE_AFTER_DAYS": 0, "REPORTS_PER_HOUR": 0,
            "LISTENERS": 20_000, "LISTENERS_PER_SOURCE": 20_000}

    def __init__(self, binaries, data, path="/health", log=None, core=None, **settings):
        port = free_port()
        command = [str(binaries / "broadsheet"), "serve", "--data", str(data), "--port", str(port)]
        if core is not None:
            command = ["taskset", "--cpu-list", str(core), *command]
        environment = {**self.FREE, **settings}
        super().__init__(
            command, port, path, {f"BROADSHEET_{name}": str(value) for name, value in environment.items()}, log)


def start_times(binaries, data, path, rounds):
    """Milliseconds from the start of the process to the first complete response: the median of `rounds` starts."""
    times = []
    for _ in range(rounds):
        site = Broadsheet(binaries, data, path)
        times.append(site.start)
        site.stop()
    return statistics.median(times)
