"""What happens to a server in the middle of a soak: it is stopped for a while, or its disk is full for a while."""

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
    """A file system in memory for the data folder; `full` leaves no room on it for the time of a `with`."""

    def __init__(self, place, megabytes):
        if os.geteuid() != 0:
            raise SystemExit("--full mounts a small file system, which only root can")
        self.place = pathlib.Path(place)
        self.place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(self.place)], check=True)

    def full_for(self, seconds, is_felt, at_most):
        """For some seconds, and until it is felt."""
        ballast = self.place / "ballast"
        with open(ballast, "wb", buffering=0) as file:
            began = time.monotonic()
            for size in (1 << 20, 4_096):
                self.grow(file, size)
            while (at := time.monotonic() - began) < seconds or not is_felt() and at < at_most:
                # What the server gives back, such as an emptied log, is taken as well.
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
