"""Records the responses of a soak test, the acknowledged comments and the faults."""

import collections
import threading

SUCCESS = {200, 303, 304, 307, 308}
REFUSED = {429, 503}


class Ledger:
    def __init__(self):
        self.lock = threading.Lock()
        self.counts = collections.Counter()
        self.refused = collections.Counter()
        self.faults = []
        # The number of each acknowledged comment, by its token.
        self.acknowledged = {}
        self.stories = {}
        self.pages = set()

    def take(self, who, path, answer, kept=None):
        """Records a response and returns whether it is a success.

        A correct refusal has `Retry-After`, states a reason and contains `kept`, the text that was sent.
        """
        with self.lock:
            self.counts[who] += 1
            if answer.status in SUCCESS:
                return True
            body = answer.body.decode("utf-8", "replace")
            if answer.status in REFUSED and "retry-after" in answer.fields and "<p" in body:
                if kept is None or kept in body:
                    self.refused[who] += 1
                    return False
            self.faults.append(f"{who}: {path} returned {answer.status}: {body[:200]}")
            return False

    def acknowledge(self, token, story, location):
        with self.lock:
            self.acknowledged[token] = int(location.rsplit("/", 1)[1].split("#")[0])
            self.stories[token] = story

    def fault(self, sentence):
        with self.lock:
            self.faults.append(sentence)

    def read(self, path):
        with self.lock:
            self.pages.add(path)

    def some_acknowledged(self, draw):
        with self.lock:
            return draw.choice(list(self.acknowledged.items())[-500:]) if self.acknowledged else None
