"""The participants of a soak test, and the state that they share."""

import threading

from .audience import Audience
from .ledger import Ledger
from .people import Moderator, Reader, Reporter, Writer


class Soak:
    """One soak test: pages, discussions and participants."""

    # Pages contain the public address, and must not depend on the port.
    settings = {"PUBLIC_URL": "http://news.example.org", "PAGES_MEGABYTES": 32}

    def __init__(self, site):
        self.site = site
        self.ledger = Ledger()
        self.reported = set()
        self.is_over = threading.Event()
        # Growing pages would rightly take more memory. So most comments go to long discussions with a full
        # first page, and replies go to threads on any of their pages.
        self.discussions = [(site.eleven, []), (site.thousand, [])] + site.long_discussions(10)
        self.pages = ["/", "/feed.xml", "/feed.json", "/sitemap.xml", "/policy", site.topic()]
        self.pages += [path for path, _ in self.discussions] + site.story_paths(60)
        self.pages += [f"{path}?order=newest" for path, _ in self.discussions]

    def begin(self, server, writes):
        self.port = server.port
        self.audience = Audience(self, 20)
        readers = [Reader(self, number, 20) for number in range(4)]
        writers = [Writer(self, number, writes / 4) for number in range(4)]
        self.people = [*readers, *writers, Reporter(self, 0, 1), Moderator(self, 0, 2), self.audience]
        for person in self.people:
            person.start()

    def end(self):
        self.is_over.set()
        for person in self.people:
            person.join()
