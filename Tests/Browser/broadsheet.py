"""Runs the program under test: single commands, and a server with its data folder and address."""

import os
import pathlib
import signal
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
READY = "Broadsheet serves "
BOOT_SECONDS = 60
STOP_SECONDS = 30


def program():
    """The path of the program: BROADSHEET_BINARY, or else the debug build."""
    path = pathlib.Path(os.environ.get("BROADSHEET_BINARY", ROOT / ".build/debug/broadsheet")).resolve()
    assert path.is_file(), f"{path} does not exist; build it with: swift build"
    return str(path)


def command(*arguments, environment=None, typed=None):
    """Runs one command of the program and returns its output. `typed` is its standard input."""
    done = subprocess.run(
        [program(), *arguments], env=surroundings(environment), input=typed or "",
        capture_output=True, text=True, timeout=300)
    said = f"broadsheet {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    assert done.returncode == 0, said
    return done.stdout


def surroundings(environment):
    """The environment of this process without Broadsheet settings and the service's file, plus those of the test."""
    machine = {name: value for name, value in os.environ.items() if not name.startswith("BROADSHEET_")}
    return machine | {"BROADSHEET_ENVIRONMENT_FILE": ""} | (environment or {})


class Process:
    """`broadsheet serve` on a free port. `stop` ends it with SIGTERM and requires exit code 0."""

    def __init__(self, data, environment=None):
        self.data = pathlib.Path(data)
        self.output = []
        self._log = open(self.data.parent / f"{self.data.name}.log", "a+", encoding="utf-8")
        self._ready = threading.Event()
        self._process = subprocess.Popen(
            [program(), "serve", "--data", str(self.data), "--port", "0"], env=surroundings(environment),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._log, text=True)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.address = self._address()

    @property
    def is_running(self):
        return self._process.poll() is None

    def log(self):
        """Everything that the server wrote to standard error."""
        self._log.seek(0)
        return self._log.read()

    def stop(self):
        """Sends SIGTERM and waits for exit code 0. Fails if the server has already exited."""
        self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"The server did not stop within {STOP_SECONDS} seconds.\n{self.log()}") from None
        assert code == 0, f"The server ended with {code}.\n{self.log()}"
        self._close()

    def kill(self):
        """Sends SIGKILL, which is like a loss of power for this process."""
        self._process.kill()
        self._process.wait()
        self._close()

    def pause(self):
        """Suspends the process, like a machine that stalls, until `resume`."""
        self._process.send_signal(signal.SIGSTOP)

    def resume(self):
        self._process.send_signal(signal.SIGCONT)

    def reload(self):
        """Sends SIGHUP, on which the process reads its settings again."""
        self._process.send_signal(signal.SIGHUP)

    def _close(self):
        self._listener.join()
        self._process.stdout.close()

    def _listen(self):
        for line in self._process.stdout:
            self.output.append(line.rstrip("\n"))
            if line.startswith(READY):
                self._ready.set()
        self._ready.set()

    def _address(self):
        in_time = self._ready.wait(BOOT_SECONDS)
        for line in self.output:
            if line.startswith(READY):
                return line.removeprefix(READY).split()[0].rstrip("/")
        if in_time:
            self._process.wait()
        else:
            self.kill()
        raise AssertionError(f"The server did not print its address.\n{chr(10).join(self.output)}\n{self.log()}")
