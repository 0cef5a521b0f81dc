"""Pictures that machines share in a folder or a bucket.

Every process serves the pictures that any of them has imported. If the bucket is down, only pictures are missing.
"""

import hashlib
import shutil
import subprocess
import uuid

import pytest

import broadsheet
from cable import Cable
from conftest import OPEN
from store import BUCKET, Store
from test_several_processes import story_of
from visitor import Visitor, until

PICTURE = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:wire.example,2026:harbour" version="1"
 xml:lang="en">
<itemMeta><itemClass qcode="ninat:picture"/><versionCreated>2026-02-01T12:00:00Z</versionCreated>
<firstCreated>2026-02-01T12:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>The harbour</headline><description role="drol:caption">The harbour.</description></contentMeta>
<contentSet><remoteContent contenttype="image/png" href="harbour.png"/></contentSet>
</newsItem>
"""
STORY = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:wire.example,2026:quay" version="1"
 xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-02-01T12:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>The quay is open</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+html"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title/></head><body><p>Ships come back.</p></body></html></inlineXML></contentSet>
</newsItem>
"""
PACKAGE = """<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:wire.example,2026:both" version="1">
<itemMeta><itemClass qcode="ninat:composite"/><versionCreated>2026-02-01T12:00:00Z</versionCreated></itemMeta>
<groupSet root="all"><group id="all">
<itemRef residref="tag:wire.example,2026:quay"><itemClass qcode="ninat:text"/></itemRef>
<itemRef residref="tag:wire.example,2026:harbour"><itemClass qcode="ninat:picture"/></itemRef>
</group></groupSet>
</packageItem>
"""
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
NOBODY = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_SESSION_TOKEN": ""}


@pytest.fixture(scope="module")
def store():
    store = Store()
    yield store
    store.stop()


@pytest.fixture
def prefix():
    return str(uuid.uuid4())


@pytest.fixture
def settings(store, prefix):
    """The settings of a process with its pictures in the bucket, which is empty."""
    return NOBODY | store.keys | {"BROADSHEET_PICTURES": store.address(prefix)}


@pytest.fixture
def bucket(settings, store, prefix, edition):
    """The same settings, with the pictures of the demo edition in the bucket."""
    store.fill(prefix, edition / "newspaper/pictures")
    return settings


@pytest.fixture
def machine(edition, tmp_path):
    """Makes data folders that share only the key and the settings file."""
    def new(name):
        data = tmp_path / name
        data.mkdir(mode=0o700)
        for file in ("secret.key", "broadsheet.json"):
            # The process that started first has made the key.
            places = (tmp_path / "one", edition / "newspaper")
            source = next((path / file for path in places if (path / file).exists()), None)
            if source:
                shutil.copy(source, data / file)
        return data

    return new


@pytest.fixture
def start_on(server, machine):
    """Starts a process on a data folder: `start_on("one", {…})`."""
    opened = []

    def start(name, settings):
        process = broadsheet.Process(machine(name), OPEN | {"BROADSHEET_DATABASE": server.address} | settings)
        opened.append(process)
        return process

    yield start
    for process in opened:
        if process.is_running:
            process.kill()


def renditions(server, condition="TRUE"):
    rows = server.ask("SELECT r.name FROM renditions r JOIN pictures p ON p.id = r.picture_id"
                      f" WHERE {condition} ORDER BY r.picture_id, r.width, r.format")
    return [row[0] for row in rows]


def picture(process, name):
    return Visitor().get(process, f"/pictures/{name}")


def run(*arguments, settings):
    return subprocess.run([broadsheet.program(), *map(str, arguments)], env=broadsheet.surroundings(settings),
                          capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)


def test_a_picture_imported_on_one_machine_is_served_by_the_other(
        server, start_on, store, bucket, prefix, tmp_path):
    one, other = start_on("one", bucket), start_on("other", bucket)
    known = renditions(server)
    assert {picture(process, name).status for process in (one, other) for name in known} == {200}
    wire = tmp_path / "wire"
    wire.mkdir()
    for name, document in (("harbour", PICTURE), ("quay", STORY)):
        (wire / f"{name}.xml").write_text(document, encoding="utf-8")
    subprocess.run(["vips", "gaussnoise", str(wire / "harbour.png"), "500", "400"], check=True)
    done = run("import", "newsml", wire, "--data", one.data, settings=bucket | {"BROADSHEET_DATABASE": server.address})
    assert done.returncode == 0, done.stderr
    new = renditions(server, "p.guid LIKE '%harbour'")
    assert len(new) == 6 and set(new) <= store.names(prefix)
    assert {picture(other, name).status for name in new} == {404}, "no published story shows the picture"
    (wire / "both.xml").write_text(PACKAGE, encoding="utf-8")
    done = run("import", "newsml", wire, "--data", one.data, settings=bucket | {"BROADSHEET_DATABASE": server.address})
    assert done.returncode == 0, done.stderr
    for name in new:
        reply = picture(other, name)
        assert reply.status == 200 and reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert reply.headers["Content-Type"] == TYPES[name.rpartition(".")[2]]
    assert picture(other, "0123456789abcdef0123-320.jpg").status == 404
    for data in (one.data, other.data):
        assert not (data / "pictures").exists()
    checked = run("check", "--data", other.data, settings=bucket | {"BROADSHEET_DATABASE": server.address})
    assert (checked.returncode, checked.stdout) == (0, "sound: database, key, counts, log and pictures\n")
    store.remove(prefix, new[0])
    checked = run("check", "--data", other.data, settings=bucket | {"BROADSHEET_DATABASE": server.address})
    assert (checked.returncode, checked.stdout) == (1, f"fault: the picture file {new[0]} is missing\n")


def test_without_the_bucket_only_uncached_pictures_are_unavailable(
        server, start_on, store, bucket, prefix):
    cable = Cable(store.port)
    process = start_on("one", bucket | {
        "BROADSHEET_PICTURES": store.address(prefix, endpoint=f"http://127.0.0.1:{cable.port}")})
    story = story_of(process)
    kept, other = renditions(server)[:2]
    assert picture(process, kept).status == 200
    cable.cut()
    assert picture(process, kept).status == 200
    refused = picture(process, other)
    assert refused.status == 503 and refused.headers["Retry-After"] and "cannot reach the newspaper" in refused.text
    assert Visitor().get(process, story).status == 200
    assert Visitor().comment(process, story, "Written without pictures.").status == 303
    ready = Visitor().get(process, "/ready")
    assert (ready.status, ready.text) == (200, "ready, but pictures are unavailable\n")
    assert "picture store unavailable" in process.log() and "incident" not in process.log()
    assert bucket["AWS_SECRET_ACCESS_KEY"] not in process.log()
    cable.mend()
    until(lambda: Visitor().get(process, "/ready").text == "ready\n")
    assert picture(process, other).status == 200
    cable.close()


def test_a_process_starts_without_the_bucket_and_serves_pictures_later(server, start_on, store, bucket, prefix):
    cable = Cable(store.port)
    cable.cut()
    process = start_on("one", bucket | {
        "BROADSHEET_PICTURES": store.address(prefix, endpoint=f"http://127.0.0.1:{cable.port}")})
    name = renditions(server)[0]
    assert picture(process, name).status == 503
    cable.mend()
    until(lambda: picture(process, name).status == 200)
    cable.close()


@pytest.mark.parametrize("wrong, said", [
    ({"AWS_SECRET_ACCESS_KEY": "not-the-secret"}, "SignatureDoesNotMatch"),
    ({"AWS_ACCESS_KEY_ID": "NOTTHEKEY"}, "InvalidAccessKeyId"),
    ({"AWS_ACCESS_KEY_ID": ""}, "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment"),
    ({"BROADSHEET_PICTURES": "s3://a:not-the-secret@news"}, "not in its address"),
    ({"BROADSHEET_PICTURES": "/nowhere/at/all"}, "The picture folder /nowhere/at/all/ does not exist"),
])
@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("import", "newsml", ".")])
def test_wrong_keys_or_addresses_end_a_command_with_one_message(machine, settings, wrong, said, command):
    data = machine("one")
    (data / "secret.key").unlink()  # a new newspaper
    done = run(*command, "--data", data, settings=settings | wrong)
    assert done.returncode == 78
    assert done.stderr.startswith("broadsheet: ") and said in done.stderr and done.stderr.count("\n") == 1
    assert "not-the-secret" not in done.stderr + done.stdout
    assert settings["AWS_SECRET_ACCESS_KEY"] not in done.stderr + done.stdout


def test_every_process_serves_pictures_from_a_shared_folder(server, start_on, edition):
    shared = {"BROADSHEET_PICTURES": str(edition / "newspaper/pictures")}
    one, other = start_on("one", shared), start_on("other", shared)
    assert {picture(process, name).status for process in (one, other) for name in renditions(server)} == {200}
    assert not (other.data / "pictures").exists()


def test_a_backup_includes_pictures_from_another_folder(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    name = f"{hashlib.sha256(b'a picture').hexdigest()[:20]}-320.jpg"
    (shared / name).write_bytes(b"a picture")
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "pictures").symlink_to(shared)
    for data, copy, option in (("data", "one", ("--pictures", shared)), ("linked", "two", ())):
        wire = tmp_path / "wire"
        wire.mkdir(exist_ok=True)
        assert run("import", "newsml", wire, "--data", tmp_path / data, *option, settings={}).returncode == 0
        done = run("backup", "--data", tmp_path / data, tmp_path / copy, *option, settings={})
        assert done.returncode == 0, done.stderr
        pictures = tmp_path / copy / "pictures"
        assert not pictures.is_symlink()
        assert [path.name for path in pictures.iterdir()] == [name]


def test_demo_check_and_backup_work_with_a_bucket(bucket, store, prefix, tmp_path):
    data, copy, place = tmp_path / "data", tmp_path / "copy", ("--pictures", store.address("demo"))
    keys = {name: value for name, value in bucket.items() if name.startswith("AWS_")}
    assert run("demo", "--data", data, *place, settings=keys).returncode == 0
    assert store.names("demo") == store.names(prefix)
    assert not (data / "pictures").exists()
    assert run("check", "--data", data, *place, settings=keys).stdout.startswith("sound: ")
    saved = run("backup", "--data", data, str(copy), *place, settings=keys)
    assert f"they stay in s3://{BUCKET}/demo/." in saved.stdout and "endpoint" not in saved.stdout
    assert {path.name for path in copy.iterdir()} >= {"broadsheet.sqlite", "broadsheet.json"}
    restored = run("restore", copy, "--data", tmp_path / "restored", settings=keys)
    assert f"they are in s3://{BUCKET}/demo/." in restored.stdout, restored.stderr
    assert run("check", "--data", tmp_path / "restored", *place, settings=keys).stdout.startswith("sound: ")
