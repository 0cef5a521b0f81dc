"""How a reader views a page: width, color scheme, and whether scripts are on."""

from dataclasses import dataclass

PHONE, DESK = 390, 1280


@dataclass(frozen=True)
class View:
    width: int
    scripts: bool = True
    scheme: str = "light"

    def __str__(self):
        return f"{self.width}-{'scripts' if self.scripts else 'plain'}"

    def context(self):
        """The arguments of `browser.new_context` for this view."""
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


# A phone without scripts and a desktop with scripts. Every test that opens a page runs in both, unless it
# chooses its own views with @pytest.mark.parametrize("view", …).
ENDS = [View(PHONE, scripts=False), View(DESK)]
ON_PHONE, ON_DESK = View(PHONE), View(DESK)
