"""Somebody at the desk: added to the staff, and signed in."""

import subprocess

EMAIL = "desk@broadsheet.example.org"
PASSWORD = "a long enough password"


def add_moderator(binaries, site):
    """Refused where the site is used again and has them already."""
    subprocess.run(
        [str(binaries / "broadsheet"), "staff", "add", "--data", str(site.folder), "--email", EMAIL, "--role", "moderator"],
        input=f"{PASSWORD}\n", text=True, check=False, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)


def signed_in(connection):
    """The cookie of a session."""
    answer = connection.post("/sign-in", {"email": EMAIL, "password": PASSWORD})
    return answer.fields["set-cookie"].split(";")[0]
