"""The files of the Debian package agree with the program."""

import re

import broadsheet

DEBIAN = broadsheet.ROOT / "deploy/debian"


def commands():
    """The names of all commands, from the help of the program."""
    listed = broadsheet.command("--help").split("SUBCOMMANDS:")[1]
    return re.findall(r"^  ([a-z][a-z-]*) ", listed, flags=re.MULTILINE)


def test_the_manual_page_names_every_command():
    manual = (DEBIAN / "broadsheet.8").read_text()
    named = set(re.findall(r"^\.It Cm ([a-z-]+)", manual, flags=re.MULTILINE))
    assert len(commands()) > 8 and named == set(commands())


def test_the_page_about_commands_names_every_command():
    page = (broadsheet.ROOT / "docs/running/commands.md").read_text()
    assert [name for name in commands() if f"| `broadsheet {name} " not in page] == []


def test_the_sample_of_settings_is_valid_even_with_all_its_examples(tmp_path):
    sample = (DEBIAN / "environment").read_text()
    everything = re.sub(r"^#(BROADSHEET_)", r"\1", sample, flags=re.MULTILINE)
    assert everything != sample
    file = tmp_path / "environment"
    file.write_text(everything.replace("/var/lib/broadsheet", str(tmp_path / "newspaper")))
    said = broadsheet.command("config", "--environment-file", str(file))
    assert "https://news.example" in said and "The Harbour Gazette" in said
