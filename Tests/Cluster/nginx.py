"""nginx in front of several processes, configured with deploy/nginx-many.conf."""

import os
import pathlib
import re
import shutil
import subprocess
import threading

import broadsheet
import tools
from server import free_port

SAMPLE = broadsheet.ROOT / "deploy/nginx-many.conf"
SAMPLE_OF_ONE = broadsheet.ROOT / "deploy/nginx.conf"
# The main configuration around the sample, like a distribution's, with all files in the test's folder.
AROUND = """{user}pid nginx.pid;
error_log error.log;
events {{ }}
http {{
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    log_format upstreams '$upstream_addr $upstream_status $request_method $status';
    access_log access.log upstreams;
    include sample.conf;
}}
"""


def program():
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    return found or tools.missing("nginx is missing; install it with: apt-get install nginx-light")


class FixedPortProcess(broadsheet.Process):
    """A process with a fixed port, so that it has the same address after a restart."""

    def __init__(self, data, environment, port):
        self.data = pathlib.Path(data)
        self.port = port
        self.output = []
        self._log = open(self.data.parent / f"{self.data.name}.log", "a+", encoding="utf-8")
        self._ready = threading.Event()
        self._process = subprocess.Popen(
            [broadsheet.program(), "serve", "--data", str(self.data), "--port", str(port)],
            env=broadsheet.surroundings(environment), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self._log, text=True)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.address = self._address()


class Nginx:
    """Has an `address`, so that it can stand in for a process."""

    def __init__(self, folder, ports, pages=None):
        """`pages` is the folder `error-pages` with the pages that nginx shows by itself. With one port, uses the sample for one
        process."""
        nginx = program()
        folder.mkdir()
        self._folder = folder
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        (folder / "sample.conf").write_text(self._sample(ports, port).replace(
            "root /etc/broadsheet;", f"root {pages.parent if pages else folder};"))
        (folder / "nginx.conf").write_text(AROUND.format(user="user root;\n" if os.geteuid() == 0 else ""))
        self._process = subprocess.Popen(
            [nginx, "-p", str(folder), "-c", "nginx.conf", "-e", str(folder / "error.log"), "-g", "daemon off;"])

    def stop(self):
        self._process.terminate()
        self._process.wait(30)

    def log(self):
        """One line per request: the processes that got it, their statuses, the method, the final status."""
        return (self._folder / "access.log").read_text().splitlines()

    def broken(self, method):
        """The number of requests sent to a process that ended before it responded."""
        return sum("while reading response header" in line and f'request: "{method} ' in line
                   for line in (self._folder / "error.log").read_text().splitlines())

    def answered(self, port, since=0):
        """The number of requests after the first `since` that the process on this port answered with 2xx or 3xx."""
        return sum(re.search(rf"127\.0\.0\.1:{port} (\S+, )*[23]", line) is not None for line in self.log()[since:])

    @staticmethod
    def _sample(ports, port):
        """The sample with the test's ports and without TLS."""
        text = (SAMPLE if len(ports) > 1 else SAMPLE_OF_ONE).read_text()
        for known, own, count in [
            *((f"127.0.0.1:{8080 + place}", f"127.0.0.1:{own}", len(ports)) for place, own in enumerate(ports)),
            ("listen 80;", f"listen 127.0.0.1:{free_port()};", 1),
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{port};", 1),
        ]:
            assert text.count(known) == count, f"the sample does not contain {known!r} exactly {count} times"
            text = text.replace(known, own)
        return re.sub(r" *(listen \[::\]|ssl_)[^;]*;\n", "", text)
