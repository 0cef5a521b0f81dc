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

PICTURE = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid={guid} version="{version}" xml:lang="en">
<itemMeta><itemClass qcode="ninat:picture"/><versionCreated>2026-02-01T12:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>{headline}</headline><creditline>{credit}</creditline></contentMeta>
<contentSet><remoteContent href={file}/></contentSet>
</newsItem>
"""

PACKAGE = """<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid={guid} version="1">
<itemMeta><itemClass qcode="ninat:composite"/><versionCreated>2026-02-01T12:00:00Z</versionCreated></itemMeta>
<groupSet root="all"><group id="all">
<itemRef residref={story}><itemClass qcode="ninat:text"/></itemRef>{pictures}
</group></groupSet>
</packageItem>
"""

REFERENCE = '<itemRef residref={}><itemClass qcode="ninat:picture"/></itemRef>'


def item(guid, headline, paragraphs, version=1, status="usable", language="en", byline="The desk", topic="Wires"):
    """A NewsML-G2 text item. All arguments are plain text and are escaped."""
    return ITEM.format(
        guid=_quoted(guid), version=version, language=language, status=status,
        created=f"2026-02-01T12:00:{version:02}Z", headline=escape(headline), byline=escape(byline),
        topic=escape(topic), body="".join(f"<p>{escape(each)}</p>" for each in paragraphs))


def picture(guid, file, credit="Wire", version=1):
    """A NewsML-G2 picture item for a file beside it."""
    return PICTURE.format(
        guid=_quoted(guid), version=version, headline=escape(guid), credit=escape(credit), file=quoteattr(file))


def package(guid, story, pictures):
    """A NewsML-G2 package that gives a story its gallery."""
    return PACKAGE.format(
        guid=_quoted(guid), story=_quoted(story),
        pictures="".join(REFERENCE.format(_quoted(each)) for each in pictures))


def _quoted(guid):
    return quoteattr(f"tag:wire.example,2026:{guid}")


def deliver(process, folder, document):
    """Imports one document while the server runs, and returns the summary that the command prints."""
    path = folder / "item.xml"
    path.write_text(document, encoding="utf-8")
    return take_in(process, path)


def deliver_together(process, folder, documents):
    """Imports a folder of documents by name, with the picture files in it."""
    for name, document in documents.items():
        (folder / f"{name}.xml").write_text(document, encoding="utf-8")
    return take_in(process, folder)


def take_in(process, path):
    return broadsheet.command("import", "newsml", str(path), "--data", str(process.data))
