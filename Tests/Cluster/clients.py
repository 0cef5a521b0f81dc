"""Concurrent users of a newspaper: commenters, readers and moderators, each with its own random actions."""

import random
import re
import threading

from history import OK, REFUSED, UNKNOWN
from sessions import Session
from visitor import Visitor

CLAUSES = ("abuse", "hate", "off-topic")


class Client:
    """Repeats `step` in a thread until it is told to stop. `join` raises any exception from the thread."""

    def __init__(self, seed, stop):
        self.random = random.Random(seed)
        self._stop = stop
        self._fault = None
        self._thread = threading.Thread(target=self._go_on, daemon=True)

    def start(self):
        self._thread.start()

    def join(self):
        self._thread.join(60)
        assert not self._thread.is_alive(), "a client did not stop"
        if self._fault:
            raise self._fault

    def _go_on(self):
        try:
            while not self._stop.is_set():
                self.step()
        except BaseException as fault:
            self._fault = fault


class SharedComments:
    """Published comments that all clients know of and can reply to or report."""

    def __init__(self):
        self.plain = []
        self.doubtful = []


class Writer(Client):
    """Comments, replies, edits and reports, and reads the story after each action.

    With a probability of one half, retries a write that was not stored.
    """

    def __init__(self, number, fleet, history, story, shared, stop):
        super().__init__(f"writer {number}", stop)
        self.number = number
        self.fleet, self.history, self.story, self.shared = fleet, history, story, shared
        self.visitor = Visitor(f"198.51.100.{number}")
        self.session = Session(fleet, story, self.visitor, self.random)
        self.written = 0
        self.sent = 0
        self.own = []
        self.missed = []

    def step(self):
        action = self.random.choices(
            [self.comment, self.reply, self.edit, self.report], [5, 2, 3, 2])[0]
        action()
        self.session.read()

    def comment(self):
        self.written += 1
        is_doubtful = self.written % 3 == 0
        text = f"Writer {self.number}, number {self.written}.{' Doubtful.' if is_doubtful else ''}"
        reply = self._send("comment", text, text, lambda process: self._post(process, text))
        if reply:
            known = (re.search(r"comments/(\d+)", reply.headers["Location"])[1], text)
            self.own.append(known)
            if is_doubtful:
                self.shared.doubtful.append(known)
            else:
                self.shared.plain.append(known)
                self.session.has_written(self.number, self.written)
                self._look(reply, text)

    def reply(self):
        if not self.shared.plain:
            return
        self.sent += 1
        text = f"Answer {self.sent} of writer {self.number}."
        parent = self.random.choice(self.shared.plain)[0]
        if reply := self._send("comment", text, text, lambda process: self._post(process, text, parent)):
            self._look(reply, text)

    def edit(self):
        if not self.own:
            return
        self.sent += 1
        comment, written = self.random.choice(self.own[-5:])
        text = f"{written} Edit {self.sent}."
        reply = self._send("edit", written, text, lambda process: self.visitor.post(
            process, f"/comments/{comment}/edit", {"text": text}))
        if reply and "Doubtful" not in written:
            self._look(reply, text)

    def report(self):
        if not self.shared.doubtful:
            return
        comment = self.random.choice(self.shared.doubtful[-10:])[0]
        self.sent += 1
        note = f"Note {self.sent} of writer {self.number}."
        source = Visitor(f"203.0.{self.number}.{self.sent % 250}")
        fields = {"clause": self.random.choice(CLAUSES), "text": note, "email": ""}
        self._send("report", note, note, lambda process: source.post(process, f"/comments/{comment}/report", fields))

    def _look(self, reply, text):
        """Follows the redirect after a write, at any process, and notes a page that lacks the text."""
        process, page = self.fleet.read(
            self.random, lambda process: self.visitor.get(process, reply.headers["Location"]))
        if text not in page.text and not page.headers["Cache-Status"]:
            self.missed.append((text, process.address))

    def _post(self, process, text, parent=None):
        return self.visitor.comment(process, self.story, text, name=f"Writer {self.number}", parent=parent)

    def _send(self, what, key, text, ask):
        """The response to the write, or None if the write was not acknowledged."""
        while True:
            call, reply = self.history.write(what, key, text, lambda: self.fleet.write(self.random, ask))
            if call.outcome == OK:
                return reply
            if call.outcome == REFUSED and call.status != 503:
                return None
            self.fleet.rest()
            if self.random.random() < 0.5:
                return None


class Reader(Client):
    """Reads the story repeatedly and never writes."""

    def __init__(self, number, fleet, story, stop):
        super().__init__(f"reader {number}", stop)
        self.session = Session(fleet, story, Visitor(f"192.0.2.{number}"), self.random)

    def step(self):
        self.session.read()


class Moderator(Client):
    """Rules on the first cases of the queue, in competition with the other moderator."""

    def __init__(self, number, fleet, history, email, password, stop):
        super().__init__(f"moderator {number}", stop)
        self.number = number
        self.fleet, self.history = fleet, history
        self.visitor = Visitor(f"192.0.3.{number}")
        self.ruled = 0
        assert self.visitor.sign_in(fleet.processes[0], email, password).status == 303

    def step(self):
        queue = self.read("/desk/queue")
        assert queue.status == 200
        for case in re.findall(r'href="/desk/cases/(\d+)\?', queue.text)[:3]:
            # The other moderator may have decided it.
            form = re.search(r'/ruling">(.*?)</form>', self.read(f"/desk/cases/{case}").text, re.DOTALL)
            if form:
                revision = re.search(r'name="revision" value="(\d+)"', form[1])[1]
                self.rule(case, revision, re.findall(r'name="outcome" value="(\w+)"', form[1]))

    def read(self, path):
        _, answer = self.fleet.read(self.random, lambda process: self.visitor.get(process, path))
        return answer

    def rule(self, case, revision, outcomes):
        self.ruled += 1
        sentence = f"Sentence {self.ruled} of moderator {self.number}."
        fields = {
            "outcome": self.random.choice(outcomes), "clause": "abuse", "sentence": sentence, "revision": revision}
        call, _ = self.history.write("ruling", case, sentence, lambda: self.fleet.write(
            self.random, lambda process: self.visitor.post(process, f"/desk/cases/{case}/ruling", fields)))
        if call.outcome == UNKNOWN:
            self.fleet.rest()
