"""Starting and moving a newspaper: messages for mistakes, waiting for the database, and the shared key."""

import re
import shlex
import shutil
import subprocess
import threading

import pytest

import broadsheet
import wire
from test_several_processes import story_of
from visitor import Visitor, until


def refused(*arguments, cwd=None, status=78):
    """The one-line message of a command that must exit with this status."""
    done = subprocess.run(
        [broadsheet.program(), *map(str, arguments)], capture_output=True, text=True, timeout=60, cwd=cwd,
        stdin=subprocess.DEVNULL, env=broadsheet.surroundings({}))
    assert done.returncode == status, f"{arguments} ended with {done.returncode}: {done.stdout}{done.stderr}"
    assert re.fullmatch(r"broadsheet: [A-Z/-][^\n]*\.?\n", done.stderr), done.stderr
    assert not re.search(r"Error|Domain=|\w+\(\\?\"", done.stderr), done.stderr
    return done.stderr


def ways_in(address, tmp_path):
    """The commands that open the database at an address."""
    (tmp_path / "sqlite").mkdir(exist_ok=True)
    (tmp_path / "paper").mkdir(exist_ok=True)
    (tmp_path / "paper/broadsheet.json").write_text("{}")
    yield ["serve", "--port", "0", "--data", tmp_path / "paper", "--database", address]
    yield ["check", "--data", tmp_path / "paper", "--database", address]
    yield ["move", "--from", address, "--to", tmp_path / "sqlite"]


def test_a_process_waits_for_a_database_that_is_down(start_process, server, tmp_path):
    server.stop()
    opened = []
    opening = threading.Thread(target=lambda: opened.append(start_process()))
    opening.start()
    log = tmp_path / "process-0.log"
    until(lambda: log.exists() and "the database is unavailable, waiting for it" in log.read_text())
    server.start()
    opening.join()
    assert Visitor().get(opened[0], story_of(opened[0])).status == 200


@pytest.mark.parametrize("database, role", [("nowhere", "broadsheet"), ("postgres", "nobody")])
def test_a_permanent_fault_is_reported_at_once(server, tmp_path, database, role):
    for command in ways_in(server.address_of(database, role), tmp_path):
        sentence = refused(*command)
        assert sentence.count("does not exist") == 1 and "the setting `database`" in sentence


def test_a_role_without_rights_gets_instructions(server, tmp_path):
    server.ask("CREATE ROLE plain LOGIN")
    server.ask("CREATE DATABASE others")
    address = server.address_of("others", "plain")
    for command in creating(address, tmp_path):
        sentence = refused(*command)
        assert "permission denied for schema public" in sentence and "createdb --owner" in sentence
    server.ask("ALTER DATABASE others OWNER TO plain")
    broadsheet.Process(tmp_path / "paper", {"BROADSHEET_DATABASE": address}).stop()
    broadsheet.command("check", "--data", str(tmp_path / "paper"), "--database", address)


def creating(address, tmp_path):
    """The commands that create a newspaper in the database at an address."""
    yield ["serve", "--port", "0", "--data", tmp_path / "paper", "--database", address]
    yield ["move", "--from", empty_newspaper(tmp_path), "--to", address]


def test_the_database_of_another_program_is_refused(server, tmp_path):
    server.ask("CREATE DATABASE others")
    server.ask("CREATE TABLE migrations (version TEXT PRIMARY KEY)", database="others")
    for command in creating(server.address_of("others"), tmp_path):
        assert "an empty database of its own" in refused(*command)


def test_a_database_without_a_newspaper_is_refused_by_commands_that_need_one(server, tmp_path):
    server.ask("CREATE DATABASE others")
    address = server.address_of("others")
    serve, *commands = ways_in(address, tmp_path)
    commands += [[*command, "--data", tmp_path / "paper", "--database", address]
                 for command in (["staff", "list"], ["jobs"])]
    for command in commands:
        assert f"There is no newspaper in the database {address}" in refused(*command)
    assert server.ask("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'", database="others") == [["0"]]
    backup = refused("backup", tmp_path / "copy", "--data", tmp_path / "paper", "--database", address)
    assert "pg_dump" in backup and not (tmp_path / "copy").exists()
    missing = refused("staff", "list", "--data", tmp_path / "typo", "--database", address)
    assert f"There is no newspaper in {tmp_path}/typo" in missing and not (tmp_path / "typo").exists()


def test_an_emptied_database_is_refused_and_a_running_server_is_not_ready(server, tmp_path):
    server.ask("CREATE DATABASE news")
    data, settings = tmp_path / "newspaper", {"BROADSHEET_DATABASE": server.address_of("news")}
    process = broadsheet.Process(data, settings)
    assert Visitor().get(process, "/ready").status == 200
    server.ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public", database="news")
    assert Visitor().get(process, "/ready").status == 503
    process.kill()
    for command in (["serve", "--port", "0"], ["check"], ["staff", "list"], ["import", "newsml", tmp_path]):
        sentence = refused(*command, "--data", data, "--database", settings["BROADSHEET_DATABASE"])
        assert "is missing or empty" in sentence and "pg_restore" in sentence


def test_a_newspaper_that_is_being_served_is_not_moved(start_process, server, tmp_path):
    process, target = start_process(), tmp_path / "target"
    for arguments in (["--from", server.address, "--to", target], ["--from", empty_newspaper(tmp_path), "--to", server.address]):
        assert "is in use" in refused("move", *arguments, status=1)
    process.stop()
    assert "The move is complete." in broadsheet.command("move", "--from", server.address, "--to", str(target))


@pytest.mark.parametrize("place", [
    "mysql://x/y", "postgre://x/y", "Postgres://x/y", "postgres:/x/y", "host=x dbname=y", "file:///x",
    "broadsheet.sqlite", "/proc/x", "postgres://u:Geh:im/x@127.0.0.1/y", "postgres://x/y?ssmode=require"])
def test_a_move_accepts_only_folders_and_addresses(tmp_path, place):
    shutil.copytree(empty_newspaper(tmp_path), tmp_path / "here")
    before = sorted(tmp_path.rglob("*"))
    sentence = refused("move", "--from", tmp_path / "one", "--to", place, cwd=tmp_path / "here")
    assert "Geh" not in sentence
    assert place == "/proc/x" or sentence.startswith("broadsheet: --to must be")
    after = sorted(tmp_path.rglob("*"))
    assert [path for path in after if path not in before and path.parent != tmp_path / "one"] == []


def empty_newspaper(tmp_path):
    data, wire = tmp_path / "one", tmp_path / "wire"
    wire.mkdir(exist_ok=True)
    broadsheet.command("import", "newsml", str(wire), "--data", str(data))
    return data


def test_an_invalid_option_is_named(tmp_path):
    data = ["--data", tmp_path / "data"]
    assert "--database-read must be" in refused(
        "serve", *data, "--database", "postgres://x/y", "--database-read", "postgres://x/y?ssmode=require")
    assert "--database must be" in refused("check", *data, "--database", "Postgres://x/y")
    assert "cannot listen on nonsense.invalid" in refused("serve", *data, "--host", "nonsense.invalid")


def test_the_suggested_command_moves_stories_left_in_the_folder(server, tmp_path):
    data, item = tmp_path / "newspaper", tmp_path / "item.xml"
    item.write_text(wire.item("quay", "The quay is open", ["Ships come back."]), encoding="utf-8")
    broadsheet.command("import", "newsml", str(item), "--data", str(data))
    server.ask("CREATE DATABASE news")
    settings = {"BROADSHEET_DATABASE": server.address_of("news")}
    # The folder has a key, so the empty database may be another one than that of its newspaper.
    told = re.search(r"broadsheet (move --from .* --to '[^']*')",
                     refused("serve", "--data", data, "--database", settings["BROADSHEET_DATABASE"]))[1]
    # A database that was only served, without a story, counts as empty.
    key = (data / "secret.key").rename(tmp_path / "key")
    process = broadsheet.Process(data, settings)
    assert "/stories/1" not in Visitor().get(process, "/").text
    process.stop()
    assert told in process_log(data)
    assert told in broadsheet.command("check", "--data", str(data), environment=settings)
    key.rename(data / "secret.key")
    said = broadsheet.command(*shlex.split(told))
    assert "The move is complete." in said and "Next, set `database`" in said
    assert "was moved to PostgreSQL" in refused("serve", "--port", "0", "--data", data)
    process = broadsheet.Process(data, settings)
    front = Visitor().get(process, "/").text
    assert "The quay is open" in front
    assert "Ships come back." in Visitor().get(process, re.search(r'href="(/stories/1/[^"#]+)"', front)[1]).text
    process.stop()
    assert process_log(data).count("broadsheet move") == 1
    assert "note" not in broadsheet.command("check", "--data", str(data), environment=settings)


def process_log(data):
    return (data.parent / f"{data.name}.log").read_text()


def test_a_folder_without_the_shared_key_is_refused_until_the_key_is_copied(start_process, server, tmp_path):
    first = start_process()
    second = tmp_path / "second"
    for command in ("demo", "serve"):
        fault = refused(command, "--data", second, "--database", server.address)
        assert "Copy secret.key and broadsheet.json from the data folder" in fault
        assert command != "demo" or list(second.iterdir()) == []
    shutil.copy(first.data / "secret.key", second)
    assert Visitor().get(start_process(data=second), "/").status == 200


def test_a_process_starts_with_a_key_that_appears_during_its_start(server, start_process, tmp_path):
    """Another process that starts in the same folder may make the key."""
    key = start_process().data / "secret.key"
    second, opened = tmp_path / "second", []
    second.mkdir()
    with subprocess.Popen(["psql", "--quiet", server.address], stdin=subprocess.PIPE, text=True) as holder:
        print("BEGIN; LOCK TABLE secrets;", file=holder.stdin, flush=True)
        lock = "SELECT 1 FROM pg_locks WHERE relation = 'secrets'::regclass AND"
        until(lambda: server.ask(f"{lock} granted") == [["1"]])
        opening = threading.Thread(target=lambda: opened.append(start_process(data=second)))
        opening.start()
        until(lambda: server.ask(f"{lock} NOT granted") == [["1"]])
        shutil.copy(key, second)
        holder.stdin.close()
    opening.join()
    assert Visitor().get(opened[0], "/").status == 200


def test_processes_that_start_together_make_one_key(server, tmp_path):
    server.ask("CREATE DATABASE news")
    data, opened = tmp_path / "newspaper", []
    settings = {"BROADSHEET_DATABASE": server.address_of("news")}
    opening = [threading.Thread(target=lambda: opened.append(broadsheet.Process(data, settings))) for _ in range(4)]
    for one in opening:
        one.start()
    for one in opening:
        one.join()
    assert len(opened) == 4
    for process in opened:
        process.stop()
    key = data / "secret.key"
    assert (key.stat().st_size, key.stat().st_mode & 0o777) == (32, 0o600)
    assert sorted(path.name for path in data.iterdir()) == ["pictures", "secret.key"]
