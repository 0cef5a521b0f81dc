"""Writes NewsML-G2 items as a news agency would send them, and imports them."""

from xml.sax.saxutils import escape, quoteattr

import broadsheet

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid={guid} version="{version}" xml:lang="{language}">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>{created}</versionCreated>
<firstCreated>2026-02-01T12:00:00Z</firstCreated><pubStatus qcode="stat:{status}"/>
<memberOf><name>{topic}</name></memberOf></itemMeta>
<contentMeta><headline>{headline}</headline><by>{byline}</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+html"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title/></head><body>{body}</body></html></inlineXML></contentSet>
</newsItem>
"""


def item(guid, headline, paragraphs, version=1, status="usable", language="en", byline="The desk", topic="Wires"):
    """A NewsML-G2 text item. All arguments are plain text and are escaped."""
    return ITEM.format(
        guid=quoteattr(f"tag:wire.example,2026:{guid}"), version=version, language=language, status=status,
        created=f"2026-02-01T12:00:{version:02}Z", headline=escape(headline), byline=escape(byline),
        topic=escape(topic), body="".join(f"<p>{escape(each)}</p>" for each in paragraphs))


def deliver(process, folder, document):
    """Imports one document while the server runs, and returns the summary that the command prints."""
    path = folder / "item.xml"
    path.write_text(document, encoding="utf-8")
    return broadsheet.command("import", "newsml", str(path), "--data", str(process.data))
