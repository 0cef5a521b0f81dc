"""Several houses of one newspaper, as what stands in front of them knows them: any that lives, another where one does not."""

import http.client
import threading
import time
import urllib.error

# Connections that break, and such as cannot be made.
_BROKEN = (OSError, http.client.HTTPException)
PATIENCE = 60


class Fleet:
    def __init__(self, open_house, count):
        self._open = open_house
        self._houses = [open_house() for _ in range(count)]
        self.database_is_there = threading.Event()
        self.database_is_there.set()

    @property
    def houses(self):
        return list(self._houses)

    @property
    def living(self):
        return [house for house in self._houses if house.is_running]

    def kill(self, number):
        self._houses[number].kill()

    def start(self, number):
        """Starts it again on its folder; it comes with another port."""
        self._houses[number] = self._open(data=self._houses[number].data)

    def read(self, random, ask):
        """Asks houses until one answers. Gives the house and its answer."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            house = random.choice(self._houses)
            try:
                reply = ask(house)
            except _BROKEN:
                continue
            if reply.status != 503:
                return house, reply
            self.rest()
        raise AssertionError(f"no house answered within {PATIENCE} seconds")

    def write(self, random, ask):
        """Asks one house, or another where none of it was sent. Gives the house and its answer: none where the line broke."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            house = random.choice(self._houses)
            try:
                return house, ask(house)
            except urllib.error.URLError as fault:
                if not isinstance(fault.reason, ConnectionRefusedError):
                    return house, None
            except _BROKEN:
                return house, None
        raise AssertionError(f"no house took a connection within {PATIENCE} seconds")

    def rest(self):
        """Lets go for a moment of a database that is away."""
        self.database_is_there.wait(0.1)
