"""What one reader saw of a story, page by page: nobody goes back in time."""

import html
import re
import time
from dataclasses import dataclass

# A doubtful one may be taken down.
COMMENT = re.compile(r"Writer (\d+), number (\d+)\.(?! Doubtful)")


@dataclass(frozen=True)
class Page:
    """Newest first. `numbers` are those of each writer's comments; `has_more` says that older ones are on further pages."""

    begun: float
    ended: float
    house: str
    status: int
    is_old: bool
    change: int
    has_more: bool
    numbers: dict


@dataclass(frozen=True)
class StepBack:
    """A page that lacks what was known for so many seconds when it was asked for."""

    asked: float
    lacks: str
    after: float
    house: str
    earlier: str


def page_of(reply, begun, house):
    numbers = {}
    for writer, number in COMMENT.findall(reply.text):
        numbers.setdefault(int(writer), set()).add(int(number))
    change = re.search(r"/live\?after=(\d+)", html.unescape(reply.text))
    return Page(begun, time.monotonic(), house.address, reply.status, reply.headers["Cache-Status"] is not None,
                int(change[1]) if change else 0, 'rel="next"' in reply.text, numbers)


class Session:
    """One reader's pages of one story, in the order in which they were asked for."""

    def __init__(self, fleet, story, visitor, random):
        self.pages = []
        self.own = []
        self._fleet = fleet
        self._address = f"{story}?order=newest"
        self._visitor = visitor
        self._random = random

    def read(self):
        begun = 0.0

        def ask(house):
            nonlocal begun
            begun = time.monotonic()
            return self._visitor.get(house, self._address)

        house, reply = self._fleet.read(self._random, ask)
        self.pages.append(page_of(reply, begun, house))

    def has_written(self, writer, number):
        """From now on it knows of this comment of its own."""
        self.own.append((time.monotonic(), writer, number))

    def steps_back(self):
        """Every page that lacks what the session knew before it asked for that page."""
        known, latest, found, own = {}, (0, 0.0, ""), [], list(self.own)
        for page in self.pages:
            while own and own[0][0] <= page.begun:
                since, writer, number = own.pop(0)
                known.setdefault((writer, number), (since, "its own"))
            if page.is_old:
                continue
            found += _lacking(page, known)
            if page.change < latest[0]:
                lacks = f"change {latest[0]}, shows {page.change}"
                found.append(StepBack(page.begun, lacks, page.begun - latest[1], page.house, latest[2]))
            else:
                latest = (page.change, latest[1] if page.change == latest[0] else page.ended, page.house)
            for writer, numbers in page.numbers.items():
                for number in numbers:
                    known.setdefault((writer, number), (page.ended, page.house))
        return found


def _lacking(page, known):
    """A comment may be on a further page, but only where nothing older of its writer is on this one."""
    for (writer, number), (since, house) in known.items():
        shown = page.numbers.get(writer, set())
        is_further = page.has_more and (not shown or number < min(shown))
        if number not in shown and not is_further:
            yield StepBack(page.begun, f"writer {writer}, number {number}", page.begun - since, page.house, house)
