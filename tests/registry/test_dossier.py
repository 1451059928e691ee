#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The packed registry against the dossier of research: nothing lost, nothing
invented. The pack is turned back into the dossier's own shape, and the two are
compared field by field. Skips where the dossier isn't there.

Three things are the same in both by definition: a value that is absent and one
that is empty; `editor` and the one name in `editors`; a note that the dossier
holds as the text of a mapping, and that mapping."""
import gzip
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import BUILD, ROOT, Skip, main, rule, same

DOSSIER = ROOT.parent / "shared" / "research"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def yaml_of(path):
    import yaml

    return yaml.safe_load((DOSSIER / path).read_text(encoding="utf-8"))


def need_dossier():
    if not DOSSIER.is_dir():
        raise Skip("there is no dossier at ../shared/research")


def dossier_events():
    paths = sorted(DOSSIER.glob("events/*.yaml"))
    return [event for path in paths for event in yaml_of(path)["events"]]


def pack():
    path = BUILD / "registry.xml.gz"
    return ElementTree.fromstring(gzip.decompress(path.read_bytes()))


# From XML to the dossier's shape.


def text(element):
    """White space is one space; no-break spaces are no white space."""
    return re.sub("[ \t\r\n]+", " ", "".join(element.itertext())).strip(" ")


def underscored(name):
    return name.replace("-", "_")


def truth(value):
    return {"true": True, "false": False}[value]


def bilingual(parent, name):
    found = {e.get(LANG): text(e) for e in parent.findall(name)}
    assert len(found) == len(parent.findall(name)), name + " twice"
    return found


def texts(parent, name):
    return [text(e) for e in parent.findall(name)]


class Reader:
    """Takes an element apart and remembers what it has not looked at."""

    def __init__(self, element):
        self.element = element
        self.left = {"@" + k for k in element.keys()}
        self.left |= {e.tag for e in element}
        self.record = {}

    def attribute(self, name, key=None, read=str):
        value = self.element.get(name)
        self.left.discard("@" + name)
        if value is not None:
            self.record[key or underscored(name)] = read(value)

    def child(self, name, key=None, read=text):
        self.left.discard(name)
        found = self.element.findall(name)
        assert len(found) <= 1, name
        if found:
            self.record[key or underscored(name)] = read(found[0])

    def languages(self, name, key=None):
        self.left.discard(name)
        self.record[key or underscored(name)] = bilingual(self.element, name)

    def many(self, name, key, read=text):
        self.left.discard(name)
        self.record[key] = [read(e) for e in self.element.findall(name)]

    def done(self):
        same(self.left, set(), "what <%s> holds beside" % self.element.tag)
        return self.record


def read_document(element):
    if element.get("none"):
        return "none"
    r = Reader(element)
    r.attribute("gender-fr")
    for name in ("genre", "from", "to", "description", "short"):
        r.languages(name)
    r.child(
        "title", read=lambda e: {"text": text(e), "language": e.get(LANG)}
    )
    r.many("language", "languages")
    return r.done()


def read_variant(element):
    r = Reader(element)
    r.attribute("iso")
    r.attribute("what")
    return {**r.done(), "note": text(element)}


def read_date(element):
    r = Reader(element)
    for name in ("iso", "end", "precision"):
        r.attribute(name)
    r.many("variant", "variants", read_variant)
    return r.done()


def read_person(element):
    r = Reader(element)
    for name in ("name", "act", "for"):
        r.attribute(name)
    r.languages("office")
    r.languages("remark")
    return r.done()


def read_of(element):
    r = Reader(element)
    r.attribute("iso")
    r.languages("description")
    return r.done()


def read_quotation(element):
    r = Reader(element)
    r.attribute("number", read=int)
    for name in ("role", "original", "as", "source", "status", "translator"):
        r.attribute(name)
    r.attribute("ship", read=truth)
    r.child("text")
    r.record["language"] = element.find("text").get(LANG)
    r.child("of", read=read_of)
    r.languages("translation")
    r.child("pinpoint", read=lambda e: dict(e.attrib))
    r.child("in-source", read=lambda e: dict(e.attrib))
    r.languages("caution")
    r.child("where")
    r.child("note")
    return r.done()


SOURCE_TEXTS = (
    "title item container collection series volume part volume-title number "
    "document pages columns date place publisher year archive-ref "
    "registration short-form institution translator access url basis note"
).split()


def read_source(element):
    r = Reader(element)
    for name in ("key", "type", "holds", "checked"):
        r.attribute(name)
    r.many("author", "authors")
    r.many("editor", "editors")
    for name in SOURCE_TEXTS:
        r.child(name)
    if element.find("url") is not None:
        r.record["url_ok"] = truth(element.find("url").get("ok"))
    r.languages("role-note")
    return r.done()


def read_reference(element):
    r = Reader(element)
    for name in (
        "series volume part page number registration year checked".split()
    ):
        r.attribute(name)
    r.languages("note")
    return r.done()


def read_in_force(element):
    r = Reader(element)
    r.attribute("iso")
    r.attribute("doubtful", read=truth)
    r.languages("note")
    return r.done()


def read_treaty(element):
    r = Reader(element)
    r.many("reference", "references", read_reference)
    r.child("in-force", read=read_in_force)
    r.many("depositary", "depositary")
    r.many("authentic", "authentic")
    r.languages("term")
    r.languages("notes")
    return r.done()


def read_event(element):
    r = Reader(element)
    for name in ("id", "key", "kind", "confidence"):
        r.attribute(name)
    r.languages("title")
    r.child("document", read=read_document)
    r.child("date", read=read_date)
    r.child("place")
    r.record["place_role"] = element.find("place").get("role")
    r.many("party", "parties")
    r.many("person", "people", read_person)
    r.languages("summary")
    r.many("quotation", "quotations", read_quotation)
    r.many("source", "sources", read_source)
    r.many("relation", "relations", lambda e: dict(e.attrib))
    r.child("treaty", read=read_treaty)
    r.many("conflict", "conflicts", lambda e: bilingual(e, "note"))
    r.many("statement", "statements")
    return r.done()


def read_name(element):
    r = Reader(element)
    r.left -= {"@type", "form"}
    for name in ("iso3166", "iso3166-3"):
        r.attribute(name)
    for name in ("born", "died"):
        r.attribute(name, read=int)
    r.record.update(bilingual(element, "form"))
    r.many("variant", "variants")
    r.child("note")
    return r.done()


def read_statement(element):
    r = Reader(element)
    r.attribute("id")
    r.attribute("verdict")
    r.child("words")
    r.record["language"] = element.find("words").get(LANG)
    r.many("event", "events")
    r.languages("answer")
    return r.done()


# Both in one shape.


def number_quotations(event):
    for number, quotation in enumerate(event["quotations"], 1):
        quotation["number"] = number


def unfold_notes(event):
    import yaml

    for reference in event.get("treaty", {}).get("references", []):
        if isinstance(reference.get("note"), str):
            reference["note"] = yaml.safe_load(reference["note"])


def merge_editor(event):
    for source in event["sources"]:
        if "editor" in source:
            same(source["editors"], [source.pop("editor")], "editors")


def flat(value, path=""):
    """All leaves by path; what is empty has none."""
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    else:
        return {} if value in ("", None) else {path: value}
    leaves = {}
    for key, item in pairs:
        leaves.update(flat(item, "%s/%s" % (path, key)))
    return leaves


def compare(dossier, packed, what):
    wanted, got = flat(dossier), flat(packed)
    for path in sorted(set(wanted) | set(got)):
        same(got.get(path), wanted.get(path), what + path)


def compare_lists(dossier, packed, key, what):
    wanted = {item[key]: item for item in dossier}
    got = {item[key]: item for item in packed}
    same(set(got), set(wanted), what)
    same(len(packed), len(dossier), "number of " + what)
    for name, item in wanted.items():
        compare(item, got[name], "%s %s: " % (what, name))


@rule("every field of the 132 events is in the pack, and no other")
def events():
    need_dossier()
    wanted = dossier_events()
    for event in wanted:
        number_quotations(event)
        unfold_notes(event)
        merge_editor(event)
    got = [read_event(e) for e in pack().findall("event")]
    compare_lists(wanted, got, "id", "events")


@rule("every name with all its forms is in the pack, and no other")
def names():
    need_dossier()
    groups = yaml_of("names.yaml")
    got = pack().findall("name")
    for group, kind in (
        ("states", "state"),
        ("organisations", "organisation"),
        ("collectives", "collective"),
        ("persons", "person"),
        ("offices", "office"),
    ):
        of_kind = [read_name(e) for e in got if e.get("type") == kind]
        compare_lists(groups.pop(group), of_kind, "en", group)
    # What is left describes the dossier's own file; names.xml says it in a
    # comment.
    same(set(groups), {"note"}, "other parts of names.yaml")


@rule("every statement is in the pack, and no other")
def statements():
    need_dossier()
    got = [read_statement(e) for e in pack().findall("statement")]
    compare_lists(
        yaml_of("statements.yaml")["statements"], got, "id", "statements"
    )


@rule("the pack holds events, names and statements, and nothing else")
def kinds():
    same({e.tag for e in pack()}, {"event", "name", "statement"}, "elements")
    same(pack().attrib, {"version": "1", "pack": "core"}, "attributes")


main()
