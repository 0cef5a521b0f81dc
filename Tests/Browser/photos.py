"""Files for uploads, which the tests make themselves."""

import subprocess


def photo(folder, name="harbor.jpg", colour="90 120 160", size=(900, 600), **texts):
    """A picture of one color with these texts in its file: Description, AltText, Credit, UsageTerms. Returns its path."""
    file = folder / name
    subprocess.run(["vips", "black", str(folder / "plain.v"), *map(str, size), "--bands", "3"], check=True)
    subprocess.run(["vips", "linear", str(folder / "plain.v"), str(file), "1", colour, "--uchar"], check=True)
    tags = {
        "Description": "XMP-dc:Description", "AltText": "XMP-iptcCore:AltTextAccessibility",
        "Credit": "XMP-photoshop:Credit", "UsageTerms": "XMP-xmpRights:UsageTerms",
    }
    written = [f"-{tags[key]}={text}" for key, text in texts.items()]
    if written:
        subprocess.run(["exiftool", "-q", "-overwrite_original", *written, str(file)], check=True)
    return file
