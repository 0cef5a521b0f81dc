"""Records the writes that several threads send to a newspaper, with their outcomes."""

import threading
import time
from dataclasses import dataclass

OK, REFUSED, UNKNOWN = "ok", "refused", "unknown"
# Refused because the comment has changed since the moderator read it.
STALE = "stale"
TEXT_CHANGED = "edited this comment after you opened it"
NOTHING_CHANGED = "so nothing was changed"
PATIENCE = 60


@dataclass(frozen=True)
class Call:
    """One write. `key` identifies its subject; `text` is the text that it stores on success."""

    what: str
    key: object
    text: str
    begun: float
    ended: float
    outcome: str
    status: int
    process: str


def outcome_of(reply):
    """The outcome of a write according to its response: UNKNOWN if there is none or it does not say."""
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
    """All calls in the order in which they ended."""

    def __init__(self):
        self._calls = []
        self._more = threading.Condition()

    def write(self, what, key, text, send):
        """Calls `send`, which returns a process and its response, and records the call."""
        begun = time.monotonic()
        process, reply = send()
        call = Call(
            what, key, text, begun, time.monotonic(), outcome_of(reply), reply.status if reply else 0, process.address)
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
        """Waits until another `further` writes are acknowledged."""
        with self._more:
            end = self._acknowledged() + further
            in_time = self._more.wait_for(lambda: self._acknowledged() >= end, PATIENCE)
        assert in_time, f"fewer than {further} more writes were acknowledged; {self.acknowledged()} in total"

    def by_key(self, *kinds):
        """The calls for each key, in the order in which they began."""
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
