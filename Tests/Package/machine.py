"""A Debian machine without Swift: made with debootstrap, started with its own systemd in a container.

It shares the network of this machine, so the port of the service must be free.
"""

import os
import pathlib
import shutil
import subprocess

import broadsheet
import tools
from visitor import until

SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
BASE = broadsheet.ROOT / ".build/machine"
SERVICE = "http://127.0.0.1:8080"


def made():
    """The folder of a machine as it is after its installation. It is made once, with root's rights."""
    for program in ("debootstrap", "systemd-nspawn", "nsenter"):
        shutil.which(program) or tools.missing(
            f"{program} is missing; install it with: apt-get install debootstrap systemd-container util-linux")
    if os.geteuid() != 0:
        tools.missing("A container with its own systemd needs root.")
    if not (BASE / "ready").exists():
        shutil.rmtree(BASE, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", "--include=systemd,systemd-sysv,dbus,ca-certificates", SUITE,
                        str(BASE), MIRROR], check=True, stdout=subprocess.DEVNULL)
        (BASE / "ready").touch()
    return BASE


class Machine:
    """One start of the machine. Everything that changes in it is lost at the end."""

    def __init__(self, packages):
        self._container = subprocess.Popen(
            ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", f"--directory={made()}",
             "--volatile=overlay", f"--bind-ro={packages}:/packages", "--console=pipe", "--boot"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: self._first() and self.does("systemctl is-system-running --wait"), seconds=120)

    def run(self, command, typed=None):
        """Runs a command in the machine and returns its output. It must succeed."""
        done = self._run(command, typed)
        assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def refused(self, command):
        """Runs a command that must fail, and returns all its output."""
        done = self._run(command)
        assert done.returncode != 0, f"{command} succeeded:\n{done.stdout}"
        return done.stdout + done.stderr

    def does(self, command):
        """Whether a command succeeds."""
        return self._run(command).returncode == 0

    def _run(self, command, typed=None):
        return subprocess.run(
            ["nsenter", "--target", self._first(), "--all", "sh", "-c", command], input=typed or "",
            capture_output=True, text=True, timeout=600,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"})

    def _first(self):
        """The number of the first process of the machine, once it runs; empty before."""
        path = pathlib.Path(f"/proc/{self._container.pid}/task/{self._container.pid}/children")
        return path.read_text().split()[0] if path.exists() and path.read_text().split() else ""

    def stop(self):
        self._run("systemctl poweroff")
        self._container.wait(60)
