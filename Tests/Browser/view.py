"""How a reader looks at a page: on what width, in which colours, with or without scripts."""

import itertools
from dataclasses import dataclass

PHONE, DESK = 390, 1280


@dataclass(frozen=True)
class View:
    width: int
    scheme: str
    scripts: bool

    def __str__(self):
        return f"{self.width}-{self.scheme}-{'scripts' if self.scripts else 'plain'}"

    def context(self):
        """The browser context of this view, as arguments for `browser.new_context`."""
        return {
            "viewport": {"width": self.width, "height": 844 if self.width == PHONE else 900},
            "is_mobile": self.width == PHONE,
            "has_touch": self.width == PHONE,
            "color_scheme": self.scheme,
            "java_script_enabled": self.scripts,
            "reduced_motion": "reduce",
            "locale": "en-GB",
            "timezone_id": "UTC",
        }


# Every test that takes `page` runs in each of these, unless it chooses its own: @pytest.mark.parametrize("view", …).
ALL = [View(*each) for each in itertools.product((PHONE, DESK), ("light", "dark"), (True, False))]
# For journeys in which colours play no part.
JOURNEYS = [View(PHONE, "light", True), View(PHONE, "light", False),
            View(DESK, "light", True), View(DESK, "light", False)]
