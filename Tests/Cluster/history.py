"""What was asked of a newspaper and what came of it, call by call, from several threads."""

import threading
import time
from dataclasses import dataclass

OK, REFUSED, UNKNOWN = "ok", "refused", "unknown"
# Refused because the comment is not the text that was read any more.
STALE = "stale"
TEXT_CHANGED = "has changed this comment"
NOTHING_CHANGED = "so nothing was changed"
PATIENCE = 60


@dataclass(frozen=True)
class Call:
    """`key` is what it is about; `text` is what it would have left in the database."""

    what: str
    key: object
    text: str
    begun: float
    ended: float
    outcome: str
    status: int
    house: str


def outcome_of(reply):
    """What an answer says of a write; no answer, and one that does not know either, leave it open."""
    if reply is None or reply.status in (502, 504):
        return UNKNOWN
    if reply.status == 303:
        return OK
    if reply.status == 503:
        return REFUSED if NOTHING_CHANGED in reply.text else UNKNOWN
    if reply.status == 409 and TEXT_CHANGED in reply.text:
        return STALE
    return REFUSED if 400 <= reply.status < 500 else UNKNOWN


class History:
    """The calls in the order in which they ended."""

    def __init__(self):
        self._calls = []
        self._more = threading.Condition()

    def write(self, what, key, text, send):
        """Sends one write, which gives the house and its answer, and records it."""
        begun = time.monotonic()
        house, reply = send()
        call = Call(what, key, text, begun, time.monotonic(), outcome_of(reply), reply.status if reply else 0, house.address)
        with self._more:
            self._calls.append(call)
            self._more.notify_all()
        return call, reply

    @property
    def calls(self):
        with self._more:
            return list(self._calls)

    def of(self, *kinds):
        return [call for call in self.calls if call.what in kinds]

    def acknowledged(self):
        return sum(call.outcome == OK for call in self.calls)

    def wait_for(self, further):
        """Returns once so many further writes were acknowledged."""
        with self._more:
            end = self._acknowledged() + further
            in_time = self._more.wait_for(lambda: self._acknowledged() >= end, PATIENCE)
        assert in_time, f"{self.acknowledged()} writes were acknowledged, and no {further} more"

    def by_key(self, *kinds):
        """The calls about each thing, in the order in which they were made."""
        found = {}
        for call in sorted(self.of(*kinds), key=lambda call: call.begun):
            found.setdefault(call.key, []).append(call)
        return found

    def summary(self):
        counts = {}
        for call in self.calls:
            name = f"{call.what} {call.outcome}{'' if call.outcome == OK else f' {call.status}'}"
            counts[name] = counts.get(name, 0) + 1
        return ", ".join(f"{name}: {count}" for name, count in sorted(counts.items()))

    def _acknowledged(self):
        return sum(call.outcome == OK for call in self._calls)
