"""A live story with entries, put into the database with SQL before anybody opens its page."""

import rows

MINUTE = 60_000


def fill(process, story, count):
    """Makes a story live, with entries of the first member of staff. The first one is removed, and two are key points."""
    began = 1_767_268_800_000
    rows.run(process, "UPDATE stories SET live_since = ?, live_order = 'newest' WHERE id = ?", began, story)
    for number in range(count):
        rows.insert(
            process, "live_entries", story_id=story, created_at=began + number * 17 * MINUTE, author_id=1,
            author_name="Ada Example", headline="Boats leave the east pier" if number % 3 == 1 else None,
            text=_text(number), is_key_point=int(number in (4, count - 2)), token=str(number),
            edited_at=began + (number * 17 + 4) * MINUTE if number % 4 == 2 else None,
            revision=int(number % 4 == 2), removed_at=began if number == 0 else None,
            removed_by=1 if number == 0 else None)


def add(process, story, count):
    """Adds short entries to a live story before anybody opens its page."""
    for number in range(count):
        rows.insert(
            process, "live_entries", story_id=story, created_at=1_767_268_800_000 + number, author_id=1,
            author_name="Ada Example", text="Nothing new to report.", token=f"short {number}")


def _text(number):
    """One of three texts: a short one, one with a quotation and a link, and one with a list."""
    return (
        f"Number {number}: rain over the harbour, and no boat in sight.",
        "The port authority says that the pier stays open.\n\n> “Nobody has to wait for more than an hour,” it wrote "
        "[on its page](https://port.example/news).\n\nThe next boat is due at noon.",
        "Still in the harbour:\n\n- the night ferry\n- the *Mary Ann*\n- two tugs",
    )[number % 3]
