"""Pictures that staff upload at one process, and withdraw at another. The bucket loses their files."""

import re
import subprocess

import pytest

import broadsheet
from people import PASSWORD
from test_bucket import bucket, machine, prefix, settings, start_on, store  # noqa: F401 (fixtures)
from visitor import Visitor, until

EMAIL = "editor@broadsheet.example"


@pytest.fixture
def editor(start_on, bucket, server):  # noqa: F811
    """An editor who is signed in at two processes that share a database and a bucket."""
    processes = start_on("one", bucket), start_on("other", bucket)
    broadsheet.command("staff", "add", "--data", str(processes[0].data), "--database", server.address, "--email", EMAIL,
                       "--role", "editor", typed=PASSWORD + "\n")
    editor = Visitor()
    assert editor.sign_in(processes[0], EMAIL, PASSWORD).status == 303
    return editor, *processes


def _field(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def test_a_picture_is_uploaded_at_one_process_and_withdrawn_at_the_other(editor, store, prefix, tmp_path):  # noqa: F811
    editor, one, other = editor
    file = tmp_path / "quay.png"
    subprocess.run(["vips", "gaussnoise", str(file), "400", "300", "--mean", "128"], check=True)
    before = store.names(prefix)
    sent = editor.upload(one, "/desk/pictures", {}, "files", file)
    assert sent.status == 200 and "Added to the library" in sent.text
    number = re.search(r"/desk/pictures/(\d+)", sent.text)[1]
    added = store.names(prefix) - before
    assert any(name.startswith("original-") for name in added)
    page = editor.get(other, f"/desk/pictures/{number}").text
    shown = re.search(r'src="(/pictures/[^"]+)"', page)[1]
    assert editor.get(other, shown).status == 200

    editor.post(other, f"/desk/pictures/{number}", {
        "revision": _field(page, "revision"), "caption": "The quay", "alternative-text": "A quay", "credit": "Press"})
    story = {"headline": "The quay reopens", "body": "Ships come back.", "gallery": number}
    draft = editor.post(one, "/desk/stories/new", story).headers["Location"]
    form = editor.get(one, draft).text
    stamp = {name: _field(form, name) for name in ("revision", "lease")}
    published = editor.post(one, f"{draft}/publish", story | stamp)
    assert published.status == 303, published.text
    address = re.sub(r"^https?://[^/]+", "", published.headers["Location"])
    reader = Visitor()
    address = reader.get(other, address).headers.get("Location") or address
    until(lambda: "/pictures/" in reader.get(other, address).text)
    shown = re.search(r'src="(/pictures/[^"]+)"', reader.get(other, address).text)[1]

    page = editor.get(other, f"/desk/pictures/{number}").text
    answer = editor.post(other, f"/desk/pictures/{number}/withdraw", {
        "revision": _field(page, "revision"), "reason": "The rights were not ours."})
    assert answer.status == 303
    until(lambda: "<figure" not in reader.get(one, address).text)
    assert reader.get(one, shown).status == reader.get(other, shown).status == 410
    until(lambda: not {name for name in store.names(prefix) - before if not name.startswith("original-")})
