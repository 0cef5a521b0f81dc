"""The pages that one reader saw of a story. A later page must not show an older state."""

import html
import re
import time
from dataclasses import dataclass

# Doubtful comments are excluded because a moderator may remove them.
COMMENT = re.compile(r"Writer (\d+), number (\d+)\.(?! Doubtful)")


@dataclass(frozen=True)
class Page:
    """One page of the story, with the newest comments first.

    `numbers` holds the comment numbers of each commenter. `has_more` says that older comments are on further pages.
    """

    begun: float
    ended: float
    process: str
    status: int
    is_old: bool
    change: int
    has_more: bool
    numbers: dict


@dataclass(frozen=True)
class StepBack:
    """A page that lacks something the reader had known for `after` seconds when requesting it."""

    asked: float
    lacks: str
    after: float
    process: str
    earlier: str


def page_of(reply, begun, process):
    numbers = {}
    for writer, number in COMMENT.findall(reply.text):
        numbers.setdefault(int(writer), set()).add(int(number))
    change = re.search(r"/live\?after=(\d+)", html.unescape(reply.text))
    return Page(begun, time.monotonic(), process.address, reply.status, reply.headers["Cache-Status"] is not None,
                int(change[1]) if change else 0, 'rel="next"' in reply.text, numbers)


class Session:
    """One reader's pages of one story, in the order of the requests."""

    def __init__(self, fleet, story, visitor, random):
        self.pages = []
        self.own = []
        self._fleet = fleet
        self._address = f"{story}?order=newest"
        self._visitor = visitor
        self._random = random

    def read(self):
        begun = 0.0

        def ask(process):
            nonlocal begun
            begun = time.monotonic()
            return self._visitor.get(process, self._address)

        process, reply = self._fleet.read(self._random, ask)
        self.pages.append(page_of(reply, begun, process))

    def has_written(self, writer, number):
        """Notes that the reader now knows of this comment, which is their own."""
        self.own.append((time.monotonic(), writer, number))

    def steps_back(self):
        """All pages that lack something the reader knew before requesting them."""
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
                found.append(StepBack(page.begun, lacks, page.begun - latest[1], page.process, latest[2]))
            else:
                latest = (page.change, latest[1] if page.change == latest[0] else page.ended, page.process)
            for writer, numbers in page.numbers.items():
                for number in numbers:
                    known.setdefault((writer, number), (page.ended, page.process))
        return found


def _lacking(page, known):
    """Known comments that a page lacks.

    A missing comment may be on a further page, but only if this page shows nothing older by the same commenter.
    """
    for (writer, number), (since, process) in known.items():
        shown = page.numbers.get(writer, set())
        is_further = page.has_more and (not shown or number < min(shown))
        if number not in shown and not is_further:
            yield StepBack(page.begun, f"writer {writer}, number {number}", page.begun - since, page.process, process)
