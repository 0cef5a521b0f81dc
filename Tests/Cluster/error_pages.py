"""The pages that a proxy shows by itself."""

import re

import broadsheet

FOLDER = "/etc/broadsheet/error-pages"


def made(newspaper, folder):
    """Writes the pages of a newspaper to a folder and returns the folder."""
    broadsheet.command("error-pages", "--data", str(newspaper), str(folder))
    return folder


def title(response_text):
    """The heading of one of the pages; `None` for any other page."""
    found = re.search(r"<h1>(That was too large|The newspaper does not respond|The newspaper is unavailable)</h1>",
                      response_text)
    return found and found[1]
