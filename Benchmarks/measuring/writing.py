"""Writers that post comments at a steady rate during a measurement."""

import random
import re
import subprocess
import threading
import time

from .http import Connection
from .load import SCRIPTS

WORDS = "tide paper ink column harbour proof crosshead wire press margin ferry council bridge market library".split()


def form(random_words, token, parent=None):
    """The form fields of a comment. `token` makes its text unique."""
    text = " ".join(random_words.choices(WORDS, k=random_words.randrange(8, 60)))
    fields = {"name": f"reader {random_words.randrange(100_000)}", "text": f"{text} {token}", "version": "1"}
    return {**fields, "parent": str(parent)} if parent else fields


class PacedWriters:
    """Posts `rate` comments per second with wrk, which takes little CPU time from the measurement."""

    CONNECTIONS = 20

    def __init__(self, address, rate, seconds):
        self.command = [
            "wrk", "-t1", f"-c{self.CONNECTIONS}", f"-d{seconds + 1}s", "-s", str(SCRIPTS / "post.lua"), address, "--",
            f"{rate}"]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        time.sleep(0.5)
        return self

    def __exit__(self, *_):
        out, _ = self.process.communicate()
        if "Non-2xx or 3xx" in out or "Socket errors" in out:
            raise SystemExit(out)
        self.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


class SteadyWriters:
    """Posts `rate` comments per second for the duration of a `with` statement."""

    def __init__(self, port, path, rate, connections=8, parents=()):
        self.interval = connections / rate
        self.port = port
        self.path = f"{path}/comments"
        self.parents = parents
        self.is_over = threading.Event()
        self.posted = 0
        self.refused = 0
        self.threads = [threading.Thread(target=self.post, args=(number,)) for number in range(connections)]

    def __enter__(self):
        self.began = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        for thread in self.threads:
            thread.join()
        self.rate = self.posted / (time.monotonic() - self.began)

    def post(self, number):
        draw = random.Random(number)
        connection = Connection(self.port)
        turn = time.monotonic() + self.interval * number / len(self.threads)
        count = 0
        while not self.is_over.wait(max(0, turn - time.monotonic())):
            turn = max(turn + self.interval, time.monotonic() - 1)
            count += 1
            parent = self.parents[(count + number) % len(self.parents)] if self.parents else None
            answer = connection.post(self.path, form(draw, f"{self.began}-{number}-{count}", parent))
            if answer.status == 303:
                self.posted += 1
            else:
                self.refused += 1
        connection.close()
