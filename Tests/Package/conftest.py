"""Fixtures of the tests that install the Debian package."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest

import broadsheet
from machine import Machine

PACKAGES = broadsheet.ROOT / ".build/package"


@pytest.fixture(scope="session")
def package():
    """The newest package that `make package` has made, or the one that BROADSHEET_PACKAGE names."""
    if named := os.environ.get("BROADSHEET_PACKAGE"):
        return pathlib.Path(named)
    found = sorted(PACKAGES.glob("broadsheet_*.deb"), key=lambda path: path.stat().st_mtime)
    assert found, "There is no package; make one with: make package"
    return found[-1]


@pytest.fixture(scope="session")
def packages(package, tmp_path_factory):
    """A folder with the package as `old.deb`, and as `new.deb` with a higher version."""
    folder = tmp_path_factory.mktemp("packages")
    folder.chmod(0o755)
    folder.parent.chmod(0o755)
    shutil.copy(package, folder / "old.deb")
    contents = folder / "contents"
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(contents)], check=True)
    control = contents / "DEBIAN/control"
    control.write_text(re.sub(r"^Version: (.*)$", r"Version: \1.1", control.read_text(), flags=re.MULTILINE))
    subprocess.run(["dpkg-deb", "-Znone", "--root-owner-group", "--build", str(contents), str(folder / "new.deb")],
                   check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(contents)
    return folder


@pytest.fixture(scope="module")
def machine(packages):
    machine = Machine(packages)
    yield machine
    machine.stop()
