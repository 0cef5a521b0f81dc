"""The life of the Debian package on one machine without Swift, in the order of these tests."""

import re
import struct
import subprocess
import types
import zlib

from machine import SERVICE
from visitor import Visitor, until

SETTINGS = "/etc/broadsheet/environment"
PASSWORD = "long enough for the desk"
server = types.SimpleNamespace(address=SERVICE)


def page(path="/"):
    return Visitor().get(server, path)


def value(machine, name):
    """A property of the unit, as systemd reports it."""
    return machine.run(f"systemctl show broadsheet --property {name} --value").strip()


def picture():
    """A PNG of 64 by 64 gray pixels."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(range(64)) for _ in range(64))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def test_it_installs_and_starts(machine):
    assert not machine.does("command -v swift") and not machine.does("ls /usr/lib/*/libswiftCore.so")
    machine.run("apt-get update && apt-get install --yes --no-install-recommends /packages/old.deb")
    assert value(machine, "ActiveState") == "active" and value(machine, "User") == "broadsheet"
    assert value(machine, "StatusText") == f"Serving {SERVICE}"
    assert machine.does("systemctl is-enabled broadsheet")
    assert page().status == 200 and page("/ready").text == "ready\n"
    assert "/first-admin?token=" in machine.run("journalctl --unit broadsheet --grep first-admin --output cat")


def test_its_version_is_that_of_the_package(machine):
    version = machine.run("dpkg-query --show --showformat '${Version}' broadsheet")
    assert machine.run("broadsheet --version").split()[1] == version


def test_only_the_service_reads_its_files(machine):
    assert machine.run(f"stat --format '%U %G %a' {SETTINGS} /var/lib/broadsheet").split("\n")[:2] == [
        "root broadsheet 640", "broadsheet broadsheet 700"]
    assert machine.run("find /var/lib/broadsheet -perm /077 -print") == ""


def test_commands_use_the_newspaper_of_the_service(machine):
    machine.run("runuser -u broadsheet -- broadsheet staff add --email desk@example.org --role admin", typed=PASSWORD)
    assert "desk@example.org" in machine.run("runuser -u broadsheet -- broadsheet staff list")
    assert "sound" in machine.run("runuser -u broadsheet -- broadsheet check")


def test_pictures_pass_the_sandbox(machine, tmp_path):
    file = tmp_path / "gray.png"
    file.write_bytes(picture())
    visitor = Visitor()
    assert visitor.sign_in(server, "desk@example.org", PASSWORD).status == 303
    visitor.upload(server, "/desk/pictures", {}, "files", file)
    library = visitor.get(server, "/desk/pictures").text
    files = re.findall(r'src="(/pictures/[^"]+)"', library)
    assert files and visitor.get(server, files[0]).status == 200


def test_a_reload_takes_over_settings(machine):
    machine.run(f"echo 'BROADSHEET_HOUSE_NAME=The Evening Post' >> {SETTINGS}")
    machine.run("systemctl reload broadsheet")
    until(lambda: "<title>The Evening Post</title>" in page().text)


def test_a_reload_with_a_wrong_setting_fails_and_changes_nothing(machine):
    machine.run(f"echo 'BROADSHEET_COMMENTS_PER_MINUTE=many' >> {SETTINGS}")
    machine.refused("systemctl reload broadsheet")
    assert value(machine, "ActiveState") == "active" and page().status == 200
    assert "BROADSHEET_COMMENTS_PER_MINUTE" in machine.run("journalctl --unit broadsheet --output cat")


def test_a_start_with_a_wrong_setting_is_not_repeated(machine):
    machine.refused("systemctl restart broadsheet")
    until(lambda: value(machine, "ActiveState") == "failed")
    assert value(machine, "ExecMainStatus") == "78" and value(machine, "NRestarts") == "0"
    machine.run(f"sed -i '/PER_MINUTE/d' {SETTINGS}")
    machine.run("systemctl restart broadsheet")
    assert page().status == 200


def test_a_server_that_hangs_is_restarted(machine):
    machine.run("mkdir -p /run/systemd/system/broadsheet.service.d")
    machine.run("printf '[Service]\\nWatchdogSec=2s\\n' > /run/systemd/system/broadsheet.service.d/quick.conf")
    machine.run("systemctl daemon-reload && systemctl restart broadsheet")
    before = value(machine, "MainPID")
    machine.run(f"kill -STOP {before}")
    until(lambda: value(machine, "NRestarts") == "1" and value(machine, "ActiveState") == "active", seconds=60)
    assert value(machine, "MainPID") != before and page().status == 200


def test_an_upgrade_keeps_the_newspaper_and_the_settings(machine):
    before = value(machine, "MainPID")
    machine.run("apt-get install --yes /packages/new.deb")
    until(lambda: page().status == 200)
    assert value(machine, "MainPID") != before
    assert "The Evening Post" in page().text
    assert "desk@example.org" in machine.run("runuser -u broadsheet -- broadsheet staff list")


def test_the_way_back_is_the_old_package(machine):
    machine.run("apt-get install --yes --allow-downgrades /packages/old.deb")
    until(lambda: page().status == 200)


def test_removal_leaves_the_newspaper(machine):
    machine.run("apt-get remove --yes broadsheet")
    assert not machine.does("command -v broadsheet") and not machine.does("systemctl is-active broadsheet")
    machine.run("apt-get purge --yes broadsheet")
    assert not machine.does(f"test -e {SETTINGS}")
    machine.run("test -s /var/lib/broadsheet/broadsheet.sqlite && test -s /var/lib/broadsheet/secret.key")


def test_installed_again_it_serves_the_same_newspaper(machine):
    machine.run("apt-get install --yes /packages/old.deb")
    assert "desk@example.org" in machine.run("runuser -u broadsheet -- broadsheet staff list")
    until(lambda: page().status == 200)


def test_links_in_the_installed_documents_work(package, tmp_path):
    subprocess.run(["dpkg-deb", "--extract", str(package), str(tmp_path)], check=True)
    documents = sorted((tmp_path / "usr/share/doc/broadsheet").rglob("*.md"))
    assert len(documents) > 40
    broken = [f"{document.name}: {target}" for document in documents if "decisions" not in document.parts
              for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text())
              if "." in target and not (document.parent / target).exists()]
    assert broken == []
