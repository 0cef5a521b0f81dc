"""A PostgreSQL server for the tests. It can be stopped, killed and restarted."""

import os
import pathlib
import signal
import socket
import subprocess

import tools
from visitor import until

USER = "postgres"


def programs():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1] if found else tools.missing("PostgreSQL is missing; install it with: apt-get install postgresql")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _lives(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class Server:
    """One PostgreSQL server with its data in a folder."""

    def __init__(self, folder, port=None):
        self.programs = programs()
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.port = port or free_port()
        # PostgreSQL does not run as root.
        self._as = ["runuser", "--user", USER, "--"] if os.geteuid() == 0 else []
        if self._as:
            # pytest makes its folders private, but the server's user must be able to enter them.
            for path in [self.folder, *self.folder.parents]:
                if path.stat().st_mode & 0o011 != 0o011:
                    path.chmod(path.stat().st_mode | 0o011)
            subprocess.run(["chown", USER, str(self.folder)], check=True)

    @property
    def address(self):
        return self.address_of("postgres")

    def address_of(self, database, role="broadsheet"):
        return f"postgres://{role}@127.0.0.1:{self.port}/{database}"

    def make(self):
        self._run("initdb", "--pgdata", self.data, "--username", "broadsheet", "--auth", "trust", "--encoding", "UTF8",
                  "--no-locale", "--no-sync", "--wal-segsize", "1")
        return self

    def copy(self, folder):
        """Copies the data of a stopped server from that folder."""
        subprocess.run(["cp", "--archive", str(folder / "data"), str(self.data)], check=True)
        return self

    def start(self):
        # The system keeps what a killed process has written, so these tests need no fsync.
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self._run(
            "pg_ctl", "--pgdata", self.data, "--log", self.folder / "log", "--wait", "--options", options, "start")
        return self

    def stop(self, mode="fast"):
        """`fast` ends all sessions cleanly; `immediate` stops like a crash."""
        self._run("pg_ctl", "--pgdata", self.data, "--mode", mode, "--wait", "stop")

    def kill(self):
        """Sends SIGKILL to all of its processes, which is like a loss of power."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        # A stopped postmaster starts no more children while they are listed.
        os.kill(postmaster, signal.SIGSTOP)
        children = subprocess.run(["pgrep", "--parent", str(postmaster)], capture_output=True, text=True).stdout.split()
        for process in [postmaster, *map(int, children)]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        until(lambda: not any(_lives(process) for process in [postmaster, *map(int, children)]))
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def cut(self):
        """Ends every database session of Broadsheet."""
        self.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                 " WHERE application_name LIKE 'broadsheet%' AND pid <> pg_backend_pid()")

    def ask(self, sql, database="postgres"):
        """The rows of a query, each as a list of strings."""
        done = subprocess.run(
            ["psql", self.address_of(database), "--no-align", "--tuples-only", "--field-separator", "\t",
             "--command", sql], capture_output=True, text=True, check=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def _run(self, program, *arguments):
        done = subprocess.run(
            [*self._as, str(self.programs / program), *map(str, arguments)], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL, stderr=subprocess.STDOUT)
        log = self.folder / "log"
        assert done.returncode == 0, f"{program}: {done.stdout}\n{log.read_text() if log.exists() else ''}"
