"""Sites with a few or many stories, with and without pictures, for checks of their front page."""

import contextlib

import broadsheet
import photos
import wire

HEADLINES = (
    "Harbor council votes for a second ferry, and against the bridge",
    "Tide tables corrected", "What the new timetable means for commuters on the eastern shore",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung gilt wieder",
    "A lighthouse keeper retires", "Fishing quotas fall for the third year in a row, and nobody is surprised",
    "Old cranes find a new home", "School by the pier reopens after storm damage is repaired at last",
)
PARAGRAPHS = (
    "PORT EAST (Wire) - The council decided late on Tuesday, after four hours of debate and two adjournments, that a "
    "second ferry will cross the strait from April. Fares stay as they are until the autumn.",
    "It said that the money for a bridge could not be found, and that the ferry is cheaper by two thirds.",
)
PICTURES = {"wide": (1500, 1000), "tall": (700, 1100), "small": (240, 160)}


def fill(process, folder, count, pictured):
    """Publishes stories. `pictured(number)` names the picture of a story, or is `None`. The last story is the newest."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = {}
    for name, size in PICTURES.items():
        photos.photo(folder, f"{name}.jpg", size=size, Description=f"A {name} picture of the strait at noon.")
        documents[f"picture-{name}"] = wire.picture(name, f"{name}.jpg")
    for number in range(count, 0, -1):
        story, picture = f"story-{number}", pictured(number)
        documents[f"{count - number:03}"] = wire.item(
            story, HEADLINES[(number - 1) % len(HEADLINES)] + "." * (number // len(HEADLINES)), PARAGRAPHS,
            topic=("Harbor", "Transport", "Weather")[number % 3], byline="The shipping desk")
        if picture:
            documents[f"{count - number:03}-package"] = wire.package(f"package-{number}", story, [picture])
    wire.deliver_together(process, folder, documents)


@contextlib.contextmanager
def site(folder, count, pictured):
    """A server with this many stories. The first on its front page has the number 1."""
    process = broadsheet.Process(folder / "data")
    try:
        fill(process, folder / "wire", count, pictured)
        yield process
    finally:
        process.stop()
