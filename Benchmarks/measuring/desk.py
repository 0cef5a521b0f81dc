"""A moderator for the measurements."""

import subprocess

from .servers import surroundings

EMAIL = "desk@broadsheet.example.org"
PASSWORD = "a long enough password"


def add_moderator(binaries, site):
    """Adds the moderator. Ignores the failure if the site is reused and already has the moderator."""
    subprocess.run(
        [str(binaries / "broadsheet"), "staff", "add", "--data", str(site.folder), "--email", EMAIL,
         "--role", "moderator"], input=f"{PASSWORD}\n", text=True, check=False, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, env=surroundings())


def signed_in(connection):
    """Signs in and returns the cookies."""
    return "; ".join(connection.post("/sign-in", {"email": EMAIL, "password": PASSWORD}).cookies)
