#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Documents that nobody of good will wrote: bookmarks that look like ours,
properties that are not what they say, ranges of every wrong kind. What is ours
among them is found and right, the rest is left as it is."""
import random
import time

from room import DATE, SOURCE, TREATY, cite, content, kept, office, rule, same
from trip import NOTE, census, in_footnote, refresh
import rules

STYLE = "chicago-17-ibid"


def add(document, **values):
    found = []
    in_footnote(document, lambda: found.append(cite(
        document, parts=DATE | SOURCE, style=STYLE, **values)))
    return found[0]


def put(document, name, cursor):
    mark = document.createInstance("com.sun.star.text.Bookmark")
    mark.Name = name
    cursor.Text.insertTextContent(cursor, mark, True)
    return mark


def words(document, text="Some words."):
    """New words at the end of the text, and a cursor over them."""
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    document.Text.insertString(cursor, text, True)
    return cursor


def standing(document):
    return refresh(document, STYLE)


def names(document):
    return [c["name"] for c in census(document, STYLE)]


# Names


@rule("two thousand bookmarks whose names only look like ours are no "
      "citations, and cost little")
def _(document):
    name = add(document, id=TREATY).Name
    choose = random.Random(1949)
    signs = "abcxyz019_ Cp%é|\t"
    text = words(document, "x" * 2000)
    cursor = document.Text.createTextCursorByRange(text.Start)
    for number in range(2000):
        wrong = "".join(choose.choice(signs) if choose.random() < 0.2 else sign
                        for sign in name[:choose.randint(3, 33)])
        cursor.goRight(1, False)
        put(document, "%s#%d" % (wrong, number), cursor)
    start = time.monotonic()
    assert standing(document) == [1, 0, 0, 0]
    assert time.monotonic() - start < 5, time.monotonic() - start


def changed(name, at):
    """The name with another character of the wrong kind at a place."""
    return name[:at] + ("Z" if name[at] != "Z" else "Y") + name[at + 1:]


@rule("a name with any of its characters changed to a wrong one is no citation")
def _(document):
    mark = add(document, id=TREATY)
    name = mark.Name
    for at in range(len(name)):
        mark.Name = changed(name, at)
        assert names(document) == [], mark.Name
    mark.Name = name
    assert names(document) == [name]


@rule("one changed to another of its kind is lost, or by hand, or right")
def _(document):
    mark = add(document, id=TREATY)
    name = mark.Name
    before = document.Footnotes.getByIndex(0).String
    for at in [*range(4, 12), *range(13, 18), *range(19, 33)]:
        kind = "0123456789abcdef" if name[at] in "0123456789abcdef" else "xyz"
        mark.Name = name[:at] + kind[(kind.find(name[at]) + 1) % len(kind)] + (
            name[at + 1:])
        states = {c["state"] for c in census(document, STYLE)}
        assert len(states) <= 1 and states <= {
            "lost", "by hand", "right", "stale"}, (mark.Name, states)
        assert document.Footnotes.getByIndex(0).String == before


# Ranges


def name_like(document):
    """A name that reads as a citation of the treaty, with a tail of its own."""
    name_like.count += 1
    name = names(document)[0]
    return name[:19] + "%06d" % name_like.count + name[25:]


name_like.count = 0


@rule("a bookmark over several paragraphs is a citation by hand")
def _(document):
    add(document, id=TREATY)
    words(document)
    document.Text.insertControlCharacter(document.Text.End, 0, False)
    words(document)
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    cursor.goLeft(20, True)
    put(document, name_like(document), cursor)
    before = document.Text.String
    assert standing(document) == [2, 0, 1, 0]
    assert document.Text.String == before


@rule("one over the whole text, notes within it, is by hand")
def _(document):
    add(document, id=TREATY)
    cursor = document.Text.createTextCursor()
    cursor.gotoEnd(True)
    put(document, name_like(document), cursor)
    assert standing(document) == [2, 0, 1, 0]


@rule("one without text is none")
def _(document):
    add(document, id=TREATY)
    put(document, name_like(document),
        document.Text.createTextCursorByRange(document.Text.End))
    assert standing(document) == [1, 0, 0, 0]


@rule("two over the same text are two, and a refresh comes to an end")
def _(document):
    mark = add(document, id=TREATY)
    again = mark.Anchor.Text.createTextCursorByRange(mark.Anchor)
    put(document, name_like(document), again)
    standing(document)
    before = content(document)
    standing(document)
    same(content(document), before)


@rule("of two, one within the other, the inner one is by hand")
def _(document):
    mark = add(document, id=TREATY)
    inner = mark.Anchor.Text.createTextCursorByRange(mark.Anchor.Start)
    inner.goRight(5, False)
    inner.goRight(8, True)
    put(document, name_like(document), inner)
    before = document.Footnotes.getByIndex(0).String
    assert standing(document) == [2, 0, 1, 0]
    assert document.Footnotes.getByIndex(0).String == before


@rule("a citation half deleted is by hand, whichever half")
def _(document):
    for id, half in (NOTE, "Start"), (TREATY, "End"):
        mark = add(document, id=id)
        cursor = mark.Anchor.Text.createTextCursorByRange(
            getattr(mark.Anchor, half))
        if half == "Start":
            cursor.goRight(20, True)
        else:
            cursor.goLeft(20, True)
        cursor.setString("")
    assert standing(document)[2] == 2
    before = content(document)
    assert standing(document)[1] == 0
    same(content(document), before)


# Properties


def user(document):
    return document.DocumentProperties.UserDefinedProperties


def set_property(document, value):
    """In place of the one that belongs to the citation of the document."""
    name = next(iter(kept(document)))
    user(document).removeProperty(name)
    if value is not None:
        user(document).addProperty(name, 128, value)


for label, value in (("missing", None), ("empty", ""), ("a number", 1.5),
                     ("of 1 MiB", "1|article|" + "4" * (1 << 20) + "||"),
                     ("without a version", "article|4||"),
                     ("of a version to come", "9|article|4||"),
                     ("with a field too many", "1|article|4|||||"),
                     ("with a wrong escape", "1|article|%zz||")):
    @rule("a citation whose property is %s is lost, and stays as it is" % label)
    def _(document, value=value):
        add(document, id=TREATY, locator="art. 4")
        set_property(document, value)
        before = content(document)
        assert standing(document) == [1, 0, 0, 1], standing(document)
        same(content(document), before)


@rule("hundreds of properties that nobody names cost nothing")
def _(document):
    add(document, id=TREATY, locator="art. 4")
    for number in range(500):
        user(document).addProperty("NoteVerbale.x%05d" % number, 128,
                                   "1|article|4||")
    assert standing(document) == [1, 0, 0, 0]


if __name__ == "__main__":
    with office:
        rules.main()
