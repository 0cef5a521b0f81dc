"""HAProxy in front of several processes, configured with deploy/haproxy-many.cfg, with health checks."""

import re
import shutil
import socket
import subprocess

import broadsheet
import error_pages
import tools
from server import free_port

SAMPLE = broadsheet.ROOT / "deploy/haproxy-many.cfg"


def program():
    found = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    return found or tools.missing("HAProxy is missing; install it with: apt-get install haproxy")


class HAProxy:
    """Has an `address`, so that it can stand in for a process."""

    def __init__(self, folder, ports, newspaper):
        """`newspaper` is a data folder, for the pages that HAProxy shows by itself."""
        haproxy = program()
        folder.mkdir()
        self._pages = error_pages.made(newspaper, folder / "pages")
        self._socket = folder / "s"
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        (folder / "sample.cfg").write_text(self._sample(ports, port))
        self._log = open(folder / "log", "w", encoding="utf-8")
        self._process = subprocess.Popen(
            [haproxy, "-db", "-f", str(folder / "sample.cfg")], stdout=self._log, stderr=self._log)

    def stop(self):
        self._process.kill()
        self._process.wait(30)
        self._log.close()

    def states(self, backend="broadsheet"):
        """The state of each process according to HAProxy, such as UP."""
        rows = [line.split(",") for line in self.say("show stat").splitlines()]
        return {row[1]: row[17].split()[0] for row in rows
                if len(row) > 17 and row[0] == backend and row[1] not in ("BACKEND", "FRONTEND")}

    def say(self, command):
        """Sends HAProxy a command through its administration socket and returns the response."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self._socket))
            line.sendall(f"{command}\n".encode())
            answer = b""
            while part := line.recv(65_536):
                answer += part
        return answer.decode()

    def sessions(self, server):
        """The number of requests that a process is handling."""
        rows = [line.split(",") for line in self.say("show stat").splitlines()]
        return next(int(row[4]) for row in rows if row[:2] == ["broadsheet", server])

    def _sample(self, ports, port):
        """The sample with the test's ports and without TLS."""
        text = SAMPLE.read_text()
        for known, own, count in [
            ("127.0.0.1:8080", f"127.0.0.1:{ports[0]}", 2), ("127.0.0.1:8081", f"127.0.0.1:{ports[1]}", 2),
            ("bind :80\n", f"bind 127.0.0.1:{port}\n", 1),
            ("/run/haproxy/admin.sock mode 660", f"{self._socket} mode 600", 1),
            ("log /dev/log local0", "log stdout format raw local0", 1), ("unless { ssl_fc }", "if FALSE", 1),
            ("set-header X-Forwarded-Proto https", "set-header X-Forwarded-Proto http", 1),
        ]:
            settings = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
            assert settings.count(known) == count, f"the sample does not contain {known!r} exactly {count} times"
            text = settings.replace(known, own)
        text = text.replace(error_pages.FOLDER, str(self._pages))
        return re.sub(r" *bind :443 [^\n]*\n", "", text)
