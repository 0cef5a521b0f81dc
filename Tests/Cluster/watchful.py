"""HAProxy in front of houses, set up as deploy/haproxy-many.cfg says: it asks each house whether it is ready."""

import re
import shutil
import socket
import subprocess

import house as houses
import tools
from server import free_port

SAMPLE = houses.ROOT / "deploy/haproxy-many.cfg"


def program():
    found = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    return found or tools.missing("No HAProxy is here; install it with: apt-get install haproxy")


class WatchfulBalancer:
    """Has an `address` as a house has."""

    def __init__(self, folder, ports):
        haproxy = program()
        folder.mkdir()
        self._socket = folder / "s"
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        (folder / "sample.cfg").write_text(self._sample(ports, port))
        self._log = open(folder / "log", "w", encoding="utf-8")
        self._process = subprocess.Popen([haproxy, "-db", "-f", str(folder / "sample.cfg")], stdout=self._log, stderr=self._log)

    def stop(self):
        self._process.kill()
        self._process.wait(30)
        self._log.close()

    def states(self, backend="houses"):
        """What it holds of each house, such as UP."""
        rows = [line.split(",") for line in self.say("show stat").splitlines()]
        return {row[1]: row[17].split()[0] for row in rows
                if len(row) > 17 and row[0] == backend and row[1] not in ("BACKEND", "FRONTEND")}

    def say(self, command):
        """Gives HAProxy a command, as an operator does, and its answer."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self._socket))
            line.sendall(f"{command}\n".encode())
            answer = b""
            while part := line.recv(65_536):
                answer += part
        return answer.decode()

    def sessions(self, server):
        """How many requests a house has under way."""
        rows = [line.split(",") for line in self.say("show stat").splitlines()]
        return next(int(row[4]) for row in rows if row[:2] == ["houses", server])

    def _sample(self, ports, port):
        """The sample with the test's ports and without TLS."""
        text = SAMPLE.read_text()
        for known, own, count in [
            ("127.0.0.1:8080", f"127.0.0.1:{ports[0]}", 2), ("127.0.0.1:8081", f"127.0.0.1:{ports[1]}", 2),
            ("bind :80\n", f"bind 127.0.0.1:{port}\n", 1), ("/run/haproxy/admin.sock mode 660", f"{self._socket} mode 600", 1),
            ("log /dev/log local0", "log stdout format raw local0", 1), ("unless { ssl_fc }", "if FALSE", 1),
            ("set-header X-Forwarded-Proto https", "set-header X-Forwarded-Proto http", 1),
        ]:
            settings = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
            assert settings.count(known) == count, f"the sample has not {count} of {known}"
            text = settings.replace(known, own)
        return re.sub(r" *bind :443 [^\n]*\n", "", text)
