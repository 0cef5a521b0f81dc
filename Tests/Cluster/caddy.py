"""Caddy in front of a process, configured with deploy/Caddyfile, without TLS."""

import shutil
import subprocess

import broadsheet
import error_pages
import tools
from server import free_port

SAMPLE = broadsheet.ROOT / "deploy/Caddyfile"


def program():
    return shutil.which("caddy") or tools.missing("Caddy is missing; install it with: apt-get install caddy")


class Caddy:
    """Has an `address`, so that it can stand in for a process."""

    def __init__(self, folder, port_of_process, pages):
        caddy = program()
        folder.mkdir()
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        text = SAMPLE.read_text()
        for known, own in [
            ("news.example {", f"http://127.0.0.1:{port} {{"), ("127.0.0.1:8080", f"127.0.0.1:{port_of_process}"),
            (f"root * {error_pages.FOLDER}", f"root * {pages}"),
        ]:
            assert text.count(known) == 1, f"the sample does not contain {known!r} exactly once"
            text = text.replace(known, own)
        (folder / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text)
        self._log = open(folder / "log", "w", encoding="utf-8")
        self._process = subprocess.Popen(
            [caddy, "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")],
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            env={"HOME": str(folder), "PATH": "/usr/bin:/bin"})

    def stop(self):
        self._process.terminate()
        self._process.wait(30)
        self._log.close()
