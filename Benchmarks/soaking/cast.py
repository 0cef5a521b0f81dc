"""What all who take part in a soak share, and who they are."""

import threading

from .audience import Audience
from .ledger import Ledger
from .people import Moderator, Reader, Reporter, Writer


class Soak:
    """What all take part in."""

    # Pages name the public address, which must not depend on the port.
    settings = {"PUBLIC_URL": "http://news.example.org", "PAGES_MEGABYTES": 32}

    def __init__(self, site):
        self.site = site
        self.ledger = Ledger()
        self.reported = set()
        self.is_over = threading.Event()
        # Pages that grew all the time would take more memory by right: so most is written below long discussions, whose first
        # page is full, and answers go to threads on any of their pages.
        self.discussions = [(site.eleven, []), (site.thousand, [])] + site.long_discussions(10)
        self.pages = ["/", "/feed.xml", "/feed.json", "/sitemap.xml", "/policy", site.topic()]
        self.pages += [path for path, _ in self.discussions] + site.story_paths(60)
        self.pages += [f"{path}?order=newest" for path, _ in self.discussions]

    def begin(self, server, writes):
        self.port = server.port
        self.audience = Audience(self, 20)
        people = [Reader(self, number, 20) for number in range(4)] + [Writer(self, number, writes / 4) for number in range(4)]
        self.people = people + [Reporter(self, 0, 1), Moderator(self, 0, 2), self.audience]
        for person in self.people:
            person.start()

    def end(self):
        self.is_over.set()
        for person in self.people:
            person.join()
