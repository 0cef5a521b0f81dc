"""Cards of addresses on other sites, stored with SQL, because a server fetches nothing from this machine."""

import time

import rows

# The first card has everything that a card may have, the second one only a title, in another direction.
ADDRESSES = "https://www.elsewhere.example/harbors/the-lamp", "https://another.example/ar"


def store(process):
    """Stores the cards of both addresses. Their picture is one of the demo edition."""
    full = _store(process, ADDRESSES[0], "A lamp that turns & turns", "It shines for 20 miles.", "The Elsewhere Times")
    rows.run(process, """
        INSERT INTO card_renditions SELECT ?, format, width, height, name FROM renditions WHERE picture_id = 1
        """, full)
    _store(process, ADDRESSES[1], "المصباح يدور", None, None)


def _store(process, address, title, description, site):
    return rows.insert(
        process, "link_cards", address=address, state="fetched", title=title, description=description, site=site,
        fetched_at=int(time.time() * 1000))
