"""Readers, writers, readers who report, and a moderator. Each acts in a thread until the test is over."""

import random
import re
import threading

from measuring.desk import signed_in
from measuring.http import Connection
from measuring.writing import form


class Person(threading.Thread):
    """Calls `act` repeatedly on one connection, with a pause of 1/`pace` seconds between calls."""

    who = "somebody"

    def __init__(self, soak, number, pace):
        super().__init__(daemon=True)
        self.soak = soak
        self.ledger = soak.ledger
        self.number = number
        self.pause = 1 / pace
        self.draw = random.Random(f"{self.who} {number}")
        self.connection = Connection(soak.port, timeout=60)

    def run(self):
        while not self.soak.is_over.wait(self.pause):
            try:
                self.act()
            except (OSError, EOFError) as error:
                self.ledger.fault(f"{self.who}: {type(error).__name__}: {error}")

    def act(self):
        raise NotImplementedError

    def get(self, path, fields=None):
        answer = self.connection.get(path, fields)
        return answer if self.ledger.take(self.who, path, answer) else None

    def post(self, path, fields, cookie=None, kept=None):
        answer = self.connection.post(path, fields, {"Cookie": cookie} if cookie else None)
        return answer if self.ledger.take(self.who, path, answer, kept) else None


class Reader(Person):
    who = "reader"

    def act(self):
        path = self.draw.choice(self.soak.pages)
        if self.draw.randrange(10) == 0:
            found = self.ledger.some_acknowledged(self.draw)
            path = f"{self.ledger.stories[found[0]]}/comments/{found[1]}" if found else path
        coding = self.draw.choice([{}, {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "br, gzip"}])
        answer = self.get(path, coding)
        if answer:
            self.ledger.read(path)
            tag = answer.fields.get("etag")
            if tag and self.draw.randrange(4) == 0:
                self.get(path, {**coding, "If-None-Match": tag})


class Writer(Person):
    who = "writer"

    def act(self):
        story, parents = self.draw.choice(self.soak.discussions)
        token = f"soak{self.number}x{self.draw.getrandbits(60):x}"
        parent = self.draw.choice(parents) if parents and self.draw.randrange(2) else None
        answer = self.post(f"{story}/comments", form(self.draw, token, parent), kept=token)
        if answer:
            self.ledger.acknowledge(token, story, answer.fields["location"])


class Reporter(Person):
    who = "reporter"

    def act(self):
        found = self.ledger.some_acknowledged(self.draw)
        if found and found[1] not in self.soak.reported:
            self.soak.reported.add(found[1])
            self.post(f"/comments/{found[1]}/report", {"clause": "off-topic", "text": "A note for the desk."})


class Moderator(Person):
    """Signs in, rules on the first case of the queue, and undoes a ruling after every four."""

    who = "moderator"
    cookie = None
    rulings = 0

    def act(self):
        if not self.cookie:
            self.cookie = signed_in(self.connection)
            return
        queue = self.get("/desk/queue", {"Cookie": self.cookie})
        first = re.search(r'href="(/desk/cases/\d+)\?', queue.body.decode()) if queue else None
        page = self.get(first.group(1), {"Cookie": self.cookie}) if first else None
        form = re.search(
            r'action="(/desk/cases/\d+/ruling)".*?</form>', page.body.decode(), re.DOTALL) if page else None
        if not form:
            return
        outcome = self.draw.choice(re.findall(r'name="outcome" value="(\w+)"', form.group()))
        fields = {"clause": "off-topic", "sentence": "Off topic."} if outcome == "uphold" else {}
        if not self.post(form.group(1), {"outcome": outcome, **fields}, self.cookie):
            return
        self.rulings += 1
        if self.rulings % 4 == 0:
            self.undo()

    def undo(self):
        desk = self.get("/desk", {"Cookie": self.cookie})
        undo = re.search(r"/desk/rulings/\d+/undo", desk.body.decode()) if desk else None
        if undo:
            self.post(undo.group(), {}, self.cookie)
