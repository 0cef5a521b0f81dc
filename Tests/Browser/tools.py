"""What must be on the machine beside Python: a missing tool fails in CI, and is a skip that says what to install."""

import importlib.util
import os
import pathlib
import shutil

import pytest


def missing(sentence):
    if os.environ.get("CI"):
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def chromium():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    missing("No browser is here; install it with: apt-get install chromium")


def java():
    return shutil.which("java") or missing("No Java is here; install it with: apt-get install default-jre-headless")


def carried(package, file):
    """A file that a package of requirements.txt carries."""
    return pathlib.Path(importlib.util.find_spec(package).origin).parent / file
