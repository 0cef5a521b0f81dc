"""Faults in the middle of a soak test: a stopped process and a full disk."""

import errno
import os
import pathlib
import signal
import subprocess
import time


def stop_for(process, seconds):
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGCONT)


class SmallDisk:
    """A small file system in memory for the data folder. `full_for` fills it for a while."""

    def __init__(self, place, megabytes):
        if os.geteuid() != 0:
            raise SystemExit("--full mounts a small file system, which only root can do")
        self.place = pathlib.Path(place)
        self.place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(self.place)], check=True)

    def full_for(self, seconds, is_felt, at_most):
        """Keeps the file system full for `seconds`, and then until `is_felt` holds or `at_most` seconds have passed."""
        ballast = self.place / "ballast"
        with open(ballast, "wb", buffering=0) as file:
            began = time.monotonic()
            for size in (1 << 20, 4_096):
                self.grow(file, size)
            while (at := time.monotonic() - began) < seconds or not is_felt() and at < at_most:
                # Also takes the space that the server frees, for example by emptying its log.
                self.grow(file, 4_096)
                time.sleep(0.05)
        ballast.unlink()

    def grow(self, file, size):
        try:
            while file.write(b"\0" * size) == size:
                pass
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise

    def remove(self):
        subprocess.run(["umount", str(self.place)], check=False)
