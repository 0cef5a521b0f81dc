"""Tools that the tests need besides Python.

In CI, a missing tool fails the test. Elsewhere the test is skipped with a message that says what to install.
"""

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
    missing("No browser is installed; install it with: apt-get install chromium")


def java():
    return shutil.which("java") or missing("Java is missing; install it with: apt-get install default-jre-headless")


def carried(package, file):
    """The path of a file inside a package of requirements.txt."""
    return pathlib.Path(importlib.util.find_spec(package).origin).parent / file
