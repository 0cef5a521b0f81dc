"""Several processes of one newspaper, used as a load balancer would: any of them, and another on failure."""

import http.client
import threading
import time
import urllib.error

# Connections that break or cannot be opened.
_BROKEN = (OSError, http.client.HTTPException)
PATIENCE = 60


class Fleet:
    def __init__(self, start_process, count):
        self._start_process = start_process
        self._processes = [start_process() for _ in range(count)]
        self.database_is_up = threading.Event()
        self.database_is_up.set()

    @property
    def processes(self):
        return list(self._processes)

    @property
    def running(self):
        return [process for process in self._processes if process.is_running]

    def kill(self, number):
        self._processes[number].kill()

    def start(self, number):
        """Restarts a process on its data folder. It gets another port."""
        self._processes[number] = self._start_process(data=self._processes[number].data)

    def read(self, random, ask):
        """Tries processes until one responds with anything but 503. Returns the process and its response."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            process = random.choice(self._processes)
            try:
                reply = ask(process)
            except _BROKEN:
                continue
            if reply.status != 503:
                return process, reply
            self.rest()
        raise AssertionError(f"no process responded within {PATIENCE} seconds")

    def write(self, random, ask):
        """Sends a write to one process, or to another if the connection is refused, because then nothing was sent.

        Returns the process and its response, which is None if the connection broke.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            process = random.choice(self._processes)
            try:
                return process, ask(process)
            except urllib.error.URLError as fault:
                if not isinstance(fault.reason, ConnectionRefusedError):
                    return process, None
            except _BROKEN:
                return process, None
        raise AssertionError(f"no process accepted a connection within {PATIENCE} seconds")

    def rest(self):
        """Waits until the database is up, at most 0.1 seconds."""
        self.database_is_up.wait(0.1)
