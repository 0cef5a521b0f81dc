"""Comments at a steady pace, from a few kept connections, beside what is measured."""

import random
import threading
import time

from .http import Connection

WORDS = "tide paper ink column harbour proof crosshead wire press margin ferry council bridge market library".split()


def form(random_words, token, parent=None):
    """A comment as its form sends it; `token` makes it one of a kind."""
    text = " ".join(random_words.choices(WORDS, k=random_words.randrange(8, 60)))
    fields = {"name": f"reader {random_words.randrange(100_000)}", "text": f"{text} {token}", "version": "1"}
    return {**fields, "parent": str(parent)} if parent else fields


class SteadyWriters:
    """Posts `rate` comments a second while it is entered: `with SteadyWriters(…):`."""

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
