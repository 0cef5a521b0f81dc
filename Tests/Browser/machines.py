"""Checks of what programs read: feeds, sitemaps, and the data of schema.org in pages."""

import functools
import json
import pathlib
import re
import urllib.parse

from lxml import etree, html
import msgspec_schemaorg.models as models

SCHEMAS = pathlib.Path(__file__).parent / "Schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# Elements that feed readers take out, or that act.
ACTIVE = {"script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta", "base", "svg"}
# The properties that search engines require, by type.
REQUIRED = {
    "LiveBlogPosting": {"headline", "coverageStartTime", "liveBlogUpdate", "datePublished", "publisher"},
    "BlogPosting": {"headline", "datePublished", "articleBody", "url"},
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "NewsMediaOrganization": {"name"}, "Organization": {"name"}, "Person": {"name"},
    "ImageObject": {"url"}, "Comment": {"text", "dateCreated", "author"},
}
PLAIN = {str: {"str", "URL", "datetime", "date", "time"}, int: {"int", "float"}, float: {"float"}, bool: {"bool"}}


def assert_valid_atom(answer):
    """An Atom feed follows RFC 4287, and the HTML in it is well-formed, passive and full of absolute addresses."""
    feed = _valid(answer.body(), "atom.rng")
    entries = feed.findall(f"{ATOM}entry")
    assert _addresses(feed, "self") == [answer.url]
    assert all(len(_addresses(each, "alternate")) == 1 for each in [feed, *entries])
    for name in ("id", "updated"):
        values = [entry.findtext(f"{ATOM}{name}") for entry in entries]
        assert len(set(values)) == len(values), f"two entries have the same {name}"
    for entry in entries:
        assert_harmless(entry.findtext(f"{ATOM}content"))
    return entries


def assert_valid_json_feed(answer):
    """A JSON Feed follows version 1.1 of jsonfeed.org."""
    feed = json.loads(answer.body())
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["feed_url"] == answer.url
    assert feed["title"] and feed["home_page_url"].startswith("http") and feed["icon"].startswith("http")
    items = feed["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["url"].startswith("http") and item["title"] and all(author["name"] for author in feed["authors"])
        assert ("content_html" in item) != ("content_text" in item)
        for name in ("date_published", "date_modified"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item[name])
        assert_harmless(item.get("content_html"))
    return items


def assert_harmless(markup):
    """The HTML of an entry can stand in any page."""
    if not markup:
        return
    tree = html.document_fromstring(f"<!DOCTYPE html><body>{markup}</body>")
    for element in tree.iter(etree.Element):
        assert element.tag not in ACTIVE and not any(name.startswith("on") for name in element.attrib), element.tag
        for name in ("href", "src"):
            address = element.get(name)
            assert address is None or urllib.parse.urlsplit(address).scheme in ("http", "https"), address


def assert_valid_sitemap(answer):
    """A sitemap or an index follows its schema, stays below its limits, and lists only pages of this site."""
    root = _valid(answer.body(), "sitemap.rng")
    assert len(root) <= 50_000 and len(answer.body()) <= 50 << 20
    site = "{0.scheme}://{0.netloc}/".format(urllib.parse.urlsplit(answer.url))
    addresses = [each.text for each in root.iter(f"{SITEMAP}loc")]
    assert all(address.startswith(site) for address in addresses) and len(set(addresses)) == len(addresses)
    return addresses


def assert_valid_data(page):
    """The JSON-LD of a page has only types and properties of schema.org, and every property that is required."""
    things = [json.loads(text) for text in page.locator("script[type='application/ld+json']").all_text_contents()]
    faults = [fault for thing in things for fault in _faults(thing)]
    assert not faults, f"{page.url}\n" + "\n".join(faults)
    return things


def _valid(document, schema):
    tree = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    rules = _schema(schema)
    assert rules.validate(tree), "\n".join(str(each) for each in rules.error_log)
    return tree


@functools.cache
def _schema(name):
    return etree.RelaxNG(etree.parse(SCHEMAS / name))


def _addresses(element, relation):
    return [link.get("href") for link in element.findall(f"{ATOM}link") if link.get("rel") == relation]


def _faults(thing, place=""):
    if "@type" not in thing:
        return [] if set(thing) == {"@id"} else [f"{place}: an object without a type"]
    name = thing["@type"]
    kind = getattr(models, name, None)
    if kind is None:
        return [f"{place}: schema.org has no type {name}"]
    faults = [f"{place}/{name}: {each} is missing" for each in REQUIRED.get(name, set()) - set(thing)]
    for key, value in thing.items():
        if key.startswith("@"):
            continue
        wanted = _wanted(kind).get(key)
        if wanted is None:
            faults.append(f"{place}/{name}: schema.org has no property {key} here")
            continue
        for each in value if isinstance(value, list) else [value]:
            faults += _faults_of(each, wanted, f"{place}/{name}/{key}")
    return faults


def _faults_of(value, wanted, place):
    if not isinstance(value, dict):
        fits = wanted & PLAIN[type(value)]
        return [] if fits else [f"{place}: {value!r} should be one of {sorted(wanted)}"]
    ancestors = {each.__name__ for each in getattr(models, value.get("@type", ""), object).__mro__}
    if "@type" in value and not wanted & ancestors:
        return [f"{place}: {value['@type']} should be one of {sorted(wanted)}"]
    return _faults(value, place)


@functools.cache
def _wanted(kind):
    """The names of the types that each property of a type may have."""
    return {name: set(re.findall(r"\w+", str(text))) for each in reversed(kind.__mro__)
            for name, text in getattr(each, "__annotations__", {}).items()}
