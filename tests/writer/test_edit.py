#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Citations that stand already: found at the caret, edited, added to, moved,
removed, unlinked and shown; where that is refused, and how it is undone."""
import re

from room import (ALL, DATE, EVENT, SOURCE, TREATY, call, caret, cite, content,
                  header, kept, new_frame, new_note, new_table, office,
                  properties_of, rule,
                  same, standing, without_undo)
from office import properties
import rules
from rules import same as equal

from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER

NOTE = "1954-03-31-soviet-note"
IBID = "chicago-17-ibid"
FULL = "Soviet Government to the Governments of the United States, the United"
PLAIN = {"style": IBID, "parts": DATE | SOURCE}


def insert(document, id=NOTE, **values):
    """A citation at the end of the text, after a sentence of its own; its
    name."""
    document.Text.insertString(document.Text.End, "The powers refused. ",
                               False)
    caret(document).gotoRange(document.Text.End, False)
    return cite(document, id=id, **{**PLAIN, **values}).Name


def do(document, act, name="", **values):
    """An act that must stand."""
    answer = call(document, act, name=name, **{
        "id": NOTE, "language": "en", "quotation": 0, **PLAIN, **values})
    assert answer.startswith("done"), answer
    return answer


def refused(document, act, name, reason, words="en", **values):
    """An act that must not: it gives its reason, and changes nothing."""
    before = standing(document)
    answer = call(document, act, name=name, words=words, **{
        "id": NOTE, "language": "en", "quotation": 0, **PLAIN, **values})
    assert answer.startswith("error") and reason in answer, answer
    same(standing(document), before)


def undone(document, function):
    """What the function does is one step of Undo, which restores exactly, and
    Redo likewise."""
    steps = len(document.UndoManager.getAllUndoActionTitles())
    before = content(document)
    function()
    assert len(document.UndoManager.getAllUndoActionTitles()) == steps + 1, (
        document.UndoManager.getAllUndoActionTitles())
    after = content(document)
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)


def notes(document):
    return [document.Footnotes.getByIndex(i).String
            for i in range(document.Footnotes.Count)]


def names(document, index=0):
    """Of the citations in a note, in their order there."""
    return [p.Bookmark.Name for paragraph in paragraphs(
        document.Footnotes.getByIndex(index))
        for p in portions(paragraph)
        if p.TextPortionType == "Bookmark" and p.IsStart
        and not p.IsCollapsed]


def paragraphs(text):
    found = text.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def portions(paragraph):
    found = paragraph.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def now(document, name):
    """What a citation is called now that its text has changed."""
    return next(n for n in document.Bookmarks.ElementNames
                if n[19:25] == name[19:25])


def mark(document, name):
    return document.Bookmarks.getByName(name)


def into(document, name, by=3):
    """Puts the caret into a citation, so many characters behind its start."""
    caret(document).gotoRange(mark(document, name).Anchor.Start, False)
    caret(document).goRight(by, False)


def find(document, **values):
    answer = call(document, "find", **{**PLAIN, **values})
    if answer == "none":
        return None
    assert answer.startswith("name "), answer
    return dict(line.partition(" ")[::2] for line in answer.split("\n", 8))


def refreshed(document, style=IBID):
    answer = call(document, "refresh", style=style)
    return answer.split(": ")[1] if answer.startswith("done") else answer


def type_into(document, name, text="!!", by=2):
    """Changes a citation by hand."""
    anchor = mark(document, name).Anchor
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    cursor.goRight(by, False)
    cursor.Text.insertString(cursor, text, False)


def dispatch(document, command):
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:" + command, "", 0, ())


def starts(text, start):
    assert text.startswith(start), text


# Finding


@rule("the citation around the caret is found, with all that was chosen")
def _(document):
    insert(document)
    name = insert(document, id=TREATY, locator="art. 4", parts=ALL)
    into(document, name)
    found = find(document)
    equal(found, {"name": name, "note": "2", "state": "right", "event": TREATY,
                 "quotation": "0", "parts": str(ALL), "locator": "article 4", "trouble": "",
                 "text": notes(document)[1]})


@rule("none is found in the text, behind the mark of a note, or in a note of"
      " others")
def _(document):
    insert(document)
    caret(document).gotoEnd(False)
    assert find(document) is None
    caret(document).gotoRange(new_note(document, "Footnote").End, False)
    assert find(document) is None


@rule("at its border a citation is found when no other one touches there")
def _(document):
    name = insert(document)
    caret(document).gotoRange(mark(document, name).Anchor.End, False)
    assert find(document)["name"] == name
    caret(document).gotoRange(mark(document, name).Anchor.Start, False)
    assert find(document)["name"] == name
    other = cite(document, id=EVENT, **PLAIN)
    caret(document).gotoRange(other.Anchor.End, False)
    assert find(document) is None
    caret(document).goRight(1, False)
    assert find(document)["name"] == name


@rule("of a selection within a citation that one is found, of a larger none")
def _(document):
    name = insert(document)
    note = document.Footnotes.getByIndex(0)
    note.insertString(note.Start, "See ", False)
    document.CurrentController.select(mark(document, name).Anchor)
    assert find(document)["name"] == name
    caret(document).gotoRange(note.Start, False)
    caret(document).gotoRange(note.End, True)
    assert find(document) is None


@rule("in the text, tables, frames and headers it is found, in note 0")
def _(document):
    cell = new_table(document, document.Text).getCellByName("A1")
    header_text = header(document, "")
    frame = new_frame(document)
    for text, number in (header_text, "0"), (frame, "0"), (cell, "1"):
        caret(document).gotoRange(text.End, False)
        name = cite(document, id=NOTE, **PLAIN).Name
        into(document, name)
        found = find(document)
        equal((found["name"], found["note"]), (name, number))


@rule("an endnote's number follows those of the footnotes")
def _(document):
    insert(document)
    end = new_note(document, "Endnote")
    new_note(document, "Endnote")
    end.setString("")
    caret(document).gotoRange(end.End, False)
    name = cite(document, id=TREATY, **PLAIN).Name
    into(document, name)
    assert find(document)["note"] == "2", find(document)


@rule("a number is right where notes are not shown as 1, 2, 3")
def _(document):
    document.FootnoteSettings.StartAt = 4
    insert(document)
    name = insert(document)
    into(document, name)
    assert find(document)["note"] == "2", find(document)


@rule("one changed by hand is told from one that can't be found")
def _(document):
    name = insert(document)
    type_into(document, name)
    into(document, name)
    assert find(document)["state"] == "by hand"
    mark(document, name).Name = name = name.replace(name[4:8], "zzzz")
    found = find(document)
    equal((found["state"], found["event"]), ("lost", ""))
    assert "not installed" in found["trouble"], found


# Editing


@rule("an edit puts another citation in the place of one, which gets a name of"
      " its own")
def _(document):
    name = insert(document)
    insert(document, id=EVENT)
    do(document, "edit", name, id=TREATY, locator="art. 4", parts=ALL)
    starts(notes(document)[0], "North Atlantic Treaty")
    into(document, names(document)[0])
    found = find(document)
    equal((found["event"], found["locator"]), (TREATY, "article 4"))
    assert found["name"][19:25] != name[19:25], found
    equal(list(kept(document).values()), ["1|article|4||"])
    equal(refreshed(document), "citations 2, rewritten 0, by hand 0, lost 0")
    equal(document.UndoManager.getAllUndoActionTitles()[0], "Edit citation")


@rule("the others follow in the same step of Undo, which restores exactly")
def _(document):
    name = insert(document)
    insert(document)
    call(document, "refresh", style=IBID)
    equal(notes(document)[1], "Ibid.")
    undone(document, lambda: do(document, "edit", name, id=EVENT))
    starts(notes(document)[1], FULL)
    equal(refreshed(document), "citations 2, rewritten 0, by hand 0, lost 0")


@rule("an edit has its runs in their styles, and nothing of the old")
def _(document):
    name = insert(document, id=TREATY, parts=ALL)
    do(document, "edit", name, id=EVENT)
    edited = [(p.String, p.CharStyleName, p.CharLocale.Language) for p in
              portions(next(paragraphs(document.Footnotes.getByIndex(0))))]
    document.UndoManager.undo()
    document.UndoManager.undo()
    insert(document, id=EVENT)
    inserted = [(p.String, p.CharStyleName, p.CharLocale.Language) for p in
                portions(next(paragraphs(document.Footnotes.getByIndex(0))))]
    equal(edited, inserted)


@rule("one changed by hand is written as it should be, its look as well")
def _(document):
    name = insert(document)
    right = content(document)["notes"]
    type_into(document, name)
    cursor = mark(document, name).Anchor
    cursor.CharStyleName, cursor.CharWeight = "Emphasis", 150.0
    undone(document, lambda: do(document, "edit", name))
    new = names(document)[0]
    equal(repr(content(document)["notes"]).replace(new, name), repr(right))


@rule("one that can't be found becomes a citation of another event")
def _(document):
    name = insert(document)
    mark(document, name).Name = name = name.replace(name[4:8], "zzzz")
    undone(document, lambda: do(document, "edit", name, id=TREATY))
    starts(notes(document)[0], "North Atlantic Treaty")


@rule("a copy is edited apart from what it is a copy of, and named anew")
def _(document):
    name = insert(document, locator="p. 4")
    dispatch(document, "SelectAll")
    dispatch(document, "Copy")
    caret(document).gotoEnd(False)
    dispatch(document, "Paste")
    copy = names(document, 1)[0]
    assert copy.endswith(" Copy 1"), copy
    do(document, "edit", copy, id=TREATY)
    assert re.fullmatch(r"nv\w{31}", names(document, 1)[0]), names(document, 1)
    equal((names(document), notes(document)[0][:6]), ([name], FULL[:6]))
    equal(refreshed(document), "citations 2, rewritten 0, by hand 0, lost 0")


@rule("what the writer has around a citation stays")
def _(document):
    name = insert(document)
    note = document.Footnotes.getByIndex(0)
    note.insertString(note.Start, "See ", False)
    note.insertString(note.End, " But compare below.", False)
    do(document, "edit", name, id=TREATY)
    starts(notes(document)[0], "See North Atlantic Treaty")
    assert notes(document)[0].endswith(". But compare below."), notes(document)


@rule("the caret stays at the citation that is edited, and elsewhere where it"
      " was")
def _(document):
    name = insert(document)
    into(document, name)
    do(document, "edit", name, id=TREATY)
    assert find(document)["event"] == TREATY
    caret(document).gotoStart(False)
    caret(document).gotoStart(False)
    cursor = document.Text.createTextCursor()
    cursor.goRight(4, False)
    cursor.goRight(6, True)
    caret(document).gotoRange(cursor, False)
    do(document, "edit", names(document)[0], id=EVENT)
    equal(caret(document).String, "powers")


@rule("in headers, frames, tables and the text an edit is one of the same kind")
def _(document):
    places = [header(document, ""), new_frame(document),
              new_table(document, document.Text).getCellByName("B2")]
    for text in places:
        caret(document).gotoRange(text.End, False)
        name = cite(document, id=NOTE, **PLAIN).Name
        undone(document, lambda: do(document, "edit", name, id=TREATY))
    equal(refreshed(document), "citations 3, rewritten 0, by hand 0, lost 0")


# Several citations in one note


@rule("one is added behind another, joined as the style joins them")
def _(document):
    name = insert(document)
    undone(document, lambda: do(document, "add", name, id=TREATY))
    starts(notes(document)[0], FULL)
    assert len(names(document)) == 2 and "; North Atlantic Treaty" in (
        notes(document)[0]), notes(document)
    equal(names(document)[0][19:25], name[19:25])
    equal(refreshed(document), "citations 2, rewritten 0, by hand 0, lost 0")


@rule("one that is added between two stands between them")
def _(document):
    name = insert(document)
    do(document, "add", name, id=TREATY)
    do(document, "add", names(document)[0], id=EVENT)
    events = []
    for name in names(document):
        into(document, name)
        events.append(find(document)["event"])
    equal(events, [NOTE, EVENT, TREATY])


@rule("two change places, and the writer's words between them do not")
def _(document):
    name = insert(document)
    do(document, "add", name, id=TREATY, locator="art. 4")
    between = mark(document, names(document)[1]).Anchor
    between.Text.insertString(between.Start, "but compare ", False)
    undone(document, lambda: do(document, "move", names(document)[0], by=1))
    starts(notes(document)[0], "North Atlantic Treaty")
    assert "; but compare Soviet" in notes(document)[0], notes(document)
    do(document, "move", names(document)[1], by=-1)
    starts(notes(document)[0], FULL)
    assert "; but compare North" in notes(document)[0], notes(document)
    equal(refreshed(document), "citations 2, rewritten 0, by hand 0, lost 0")


@rule("the first has none before it, and the last none behind")
def _(document):
    name = insert(document)
    refused(document, "move", name, "no other citation", by=-1)
    refused(document, "move", name, "Aucune autre", by=1, words="fr")


@rule("one changed by hand, or that is not found, does not move")
def _(document):
    name = insert(document)
    do(document, "add", name, id=TREATY)
    type_into(document, names(document)[1])
    refused(document, "move", names(document)[0], "by hand", by=1)


@rule("in the text only citations that are joined change places")
def _(document):
    text = header(document, "")
    caret(document).gotoRange(text.End, False)
    first = cite(document, id=NOTE, **PLAIN).Name
    do(document, "add", first, id=TREATY)
    first = now(document, first)
    text.insertString(text.End, " and ", False)
    caret(document).gotoRange(text.End, False)
    last = cite(document, id=EVENT, **PLAIN).Name
    refused(document, "move", last, "no other citation", by=-1)
    do(document, "move", now(document, first), by=1)
    starts(text.String, "North Atlantic Treaty")


# Removing


@rule("a note goes with the only citation that is in it")
def _(document):
    insert(document)
    name = insert(document)
    insert(document)
    call(document, "refresh", style=IBID)
    undone(document, lambda: do(document, "remove", names(document)[0]))
    equal(document.Footnotes.Count, 2)
    starts(notes(document)[0], FULL)
    equal(document.UndoManager.getAllUndoActionTitles()[0], "Remove citation")


@rule("a note with words of the writer in it stays")
def _(document):
    name = insert(document)
    note = document.Footnotes.getByIndex(0)
    note.insertString(note.Start, "Thus argued by many. ", False)
    undone(document, lambda: do(document, "remove", name))
    equal(notes(document), ["Thus argued by many."])


@rule("so does one with an image")
def _(document):
    name = insert(document)
    note = document.Footnotes.getByIndex(0)
    image = document.createInstance("com.sun.star.text.TextGraphicObject")
    image.AnchorType = AS_CHARACTER
    note.insertTextContent(note.End, image, False)
    do(document, "remove", name)
    equal(document.Footnotes.Count, 1)


@rule("what joins a citation to another one goes with it")
def _(document):
    for index, left in (0, ["North"]), (1, ["Soviet"]):
        name = insert(document)
        last = document.Footnotes.Count - 1
        do(document, "add", name, id=TREATY)
        undone(document, lambda: do(document, "remove",
                                    names(document, last)[index]))
        starts(notes(document)[last], left[0])
        assert ";" not in notes(document)[last], notes(document)


@rule("in the text the space before it goes where it would part nothing")
def _(document):
    text = header(document, "")
    for before, behind, left in (("said ", ".", "said."), ("a ", " b", "a b"),
                                 ("", " b", "b"), ("(", ")", "()"),
                                 ("a ", "b", "a b")):
        text.setString(before)
        caret(document).gotoRange(text.End, False)
        name = cite(document, id=NOTE, **PLAIN).Name
        text.insertString(text.End, behind, False)
        do(document, "remove", name)
        equal(text.String, left)


# Unlinking


@rule("unlinking leaves the text and its look, and the others follow")
def _(document):
    name = insert(document)
    insert(document)
    call(document, "refresh", style=IBID)
    before = [p[:4] for p in content(document)["notes"][0]
              if p[0] != "Bookmark"]
    undone(document, lambda: do(document, "unlink", names(document)[0]))
    after = [p[:4] for p in content(document)["notes"][0]
             if p[0] != "Bookmark"]
    equal(after, before)
    starts(notes(document)[1], FULL)
    equal(refreshed(document), "citations 1, rewritten 0, by hand 0, lost 0")


def call_all(document, **values):
    """Without a name: all of them."""
    return call(document, "unlink", style=IBID, **values)


@rule("unlinking all leaves no bookmark of ours, and those of others")
def _(document):
    name = insert(document)
    do(document, "add", name, id=TREATY, locator="art. 4")
    caret(document).gotoRange(header(document, "").End, False)
    cite(document, id=NOTE, **PLAIN)
    for other, at in ("writer", document.Text.Start), (
            name[:19] + "zzzzzz" + name[25:], document.Text.End):
        bookmark = document.createInstance("com.sun.star.text.Bookmark")
        bookmark.Name = other
        document.Text.insertTextContent(at, bookmark, False)
    before = notes(document)
    undone(document, lambda: equal(
        re.sub(r"done \d+", "done", call_all(document)), "done: 3"))
    equal(document.Bookmarks.ElementNames, ("writer",))
    equal(notes(document), before)
    assert call_all(document).endswith(": 0")


# Words in the text that a citation is of


def quoted(document, name):
    """Gives the citation the first words of the text."""
    bookmark = document.createInstance("com.sun.star.text.Bookmark")
    bookmark.Name = "nvq1_" + name[19:25]
    cursor = document.Text.createTextCursor()
    cursor.goRight(3, True)
    document.Text.insertTextContent(cursor, bookmark, True)


def words(document):
    return [n for n in document.Bookmarks.ElementNames if n[:3] == "nvq"]


@rule("the words of a citation go with it through edits and moves")
def _(document):
    name = insert(document)
    quoted(document, name)
    undone(document, lambda: do(document, "edit", name, id=TREATY))
    equal(words(document), ["nvq1_" + names(document)[0][19:25]])
    do(document, "add", names(document)[0], id=EVENT)
    do(document, "move", names(document)[0], by=1)
    equal(words(document), ["nvq1_" + names(document)[1][19:25]])


@rule("they are plain text when it is removed or unlinked, alone or with all")
def _(document):
    for act in "remove", "unlink", None:
        name = insert(document)
        quoted(document, name)
        undone(document, lambda: do(document, act, name) if act
               else call_all(document))
        equal(words(document), [])
        starts(document.Text.String, "The powers")


# Showing


@rule("showing selects the citation, wherever it is, and writes nothing")
def _(document):
    document.Text.insertString(document.Text.End, "\n" * 200, False)
    name = insert(document)
    caret(document).gotoRange(header(document, "").End, False)
    in_header = cite(document, id=TREATY, **PLAIN).Name
    caret(document).gotoRange(document.Text.Start, False)
    document.setModified(False)
    for name in name, in_header:
        do(document, "show", name)
        equal(caret(document).String, mark(document, name).Anchor.String)
    assert not document.isModified()
    do(document, "show", names(document)[0])
    assert caret(document).getPage() > 3, caret(document).getPage()


# Where it is refused


@rule("one that vanished is named as such, in every act")
def _(document):
    name = insert(document)
    mark(document, name).dispose()
    for act in "edit", "add", "move", "remove", "unlink", "show":
        refused(document, act, name, "no longer in the document", by=1)
    refused(document, "edit", name, "n’est plus", words="fr")
    refused(document, "unlink", "_Toc1", "no longer in the document")


@rule("an empty bookmark is no citation")
def _(document):
    name = insert(document)
    mark(document, name).Anchor.setString("")
    refused(document, "edit", name, "no longer in the document")
    refused(document, "remove", name, "no longer in the document")


@rule("one that goes over several paragraphs is unlinked, and nothing else")
def _(document):
    name = insert(document)
    anchor = mark(document, name).Anchor
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    cursor.goRight(4, False)
    anchor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    for act in "edit", "add", "remove":
        refused(document, act, name, "several paragraphs")
    refused(document, "edit", name, "plusieurs paragraphes", words="fr")
    into(document, name, 6)
    assert find(document)["name"] == name
    do(document, "unlink", name)


@rule("with another one in it, it waits until that is gone")
def _(document):
    name = insert(document)
    into(document, name, 6)
    inner = cite(document, id=TREATY, **PLAIN).Name
    refused(document, "edit", name, "Another citation")
    into(document, inner)
    assert find(document)["name"] == inner
    do(document, "remove", inner)
    do(document, "edit", name)
    equal(refreshed(document), "citations 1, rewritten 0, by hand 0, lost 0")


def new_section(document, text="protected "):
    section = document.createInstance("com.sun.star.text.TextSection")
    document.Text.insertString(document.Text.End, "\n" + text, False)
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    cursor.gotoStartOfParagraph(True)
    document.Text.insertTextContent(cursor, section, True)
    return section


@rule("in a protected section nothing is changed, its notes neither")
def _(document):
    section = new_section(document)
    caret(document).gotoRange(section.Anchor.End, False)
    name = cite(document, id=NOTE, **PLAIN).Name
    section.IsProtected = True
    for act in "edit", "add", "remove":
        refused(document, act, name, "protected place")
    refused(document, "edit", name, "protégé", words="fr")
    section.IsProtected = False
    do(document, "edit", name)


@rule("nor in one within such a one, in protected cells and frames")
def _(document):
    cell = new_table(document, document.Text).getCellByName("A1")
    frame = new_frame(document)
    for text, guard, lock in (cell, cell, "IsProtected"), (
            frame, frame, "ContentProtected"):
        caret(document).gotoRange(text.End, False)
        name = cite(document, id=NOTE, **PLAIN).Name
        setattr(guard, lock, True)
        refused(document, "edit", name, "protected place")
    outer = new_section(document)
    inner = document.createInstance("com.sun.star.text.TextSection")
    document.Text.insertTextContent(outer.Anchor, inner, True)
    caret(document).gotoRange(inner.Anchor.End, False)
    name = cite(document, id=NOTE, **PLAIN).Name
    outer.IsProtected = True
    refused(document, "edit", name, "protected place")


@rule("a read-only document is looked at, and not written into")
def _(document):
    name = insert(document)
    path = office.directory / "tmp" / "locked.odt"
    document.storeToURL(path.as_uri(), ())
    again = office.open(path, ReadOnly=True)
    try:
        for act in "edit", "add", "move", "remove", "unlink":
            refused(again, act, name, "read-only", by=1)
        do(again, "show", name)
        assert find(again)["name"] == name
    finally:
        office.close(again)


@rule("what can't be cited leaves the citation as it is")
def _(document):
    name = insert(document)
    refused(document, "edit", name, "gone", style="gone")
    refused(document, "edit", name, "error", quotation=99, parts=ALL)
    refused(document, "edit", name, "too long", prefix="see " * 80)


# Recorded changes


ACTS = {
    "edit": {"id": TREATY},
    "add": {"id": TREATY},
    "remove": {},
    "move": {"by": 1},
}


def recorded(document, act):
    """A document with a note of two citations and one of one; what the act
    does is recorded."""
    name = insert(document)
    if act == "move":
        do(document, "add", name, id=TREATY)
        name = names(document)[0]
    insert(document, id=EVENT)
    before = notes(document)
    document.RecordChanges = True
    do(document, act, name, **ACTS[act])
    return before


@rule("what is recorded and accepted is as if it was not recorded")
def _(document):
    for act in ACTS:
        clean = office.new_writer()
        other = office.new_writer()
        try:
            recorded(clean, act)
            dispatch(clean, "AcceptAllTrackedChanges")
            call(clean, "refresh", style=IBID)
            recorded(other, act)
            other.UndoManager.undo()
            other.RecordChanges = False
            do(other, act, names(other)[0], **ACTS[act])
            equal((act, notes(clean)), (act, notes(other)))
            answer = refreshed(clean)
            assert answer.endswith("rewritten 0, by hand 0, lost 0"), (
                act, answer)
        finally:
            office.close(clean)
            office.close(other)


@rule("what is recorded and rejected leaves the citations that were there")
def _(document):
    for act in ACTS:
        other = office.new_writer()
        try:
            before = recorded(other, act)
            dispatch(other, "RejectAllTrackedChanges")
            other.RecordChanges = False
            equal((act, notes(other)), (act, before))
            answer = refreshed(other)
            assert answer == "citations %d, rewritten 0, by hand 0, lost 0" % (
                3 if act == "move" else 2), (act, answer)
        finally:
            office.close(other)


@rule("a recorded act is one step of Undo as well")
def _(document):
    name = insert(document)
    document.RecordChanges = True
    undone(document, lambda: do(document, "edit", name, id=TREATY))
    document.UndoManager.undo()
    undone(document, lambda: do(document, "remove", name))


# Trouble


@rules.rule("where no Undo is kept nothing is written, and it says why")
def _():
    def test(document):
        name = insert(document)
        for act in "edit", "add", "remove", "unlink":
            refused(document, act, name, "keeps no steps of Undo")
    without_undo(test)


def glance(document):
    """What tells in a moment whether an act left anything behind."""
    return {
        "undo": document.UndoManager.getAllUndoActionTitles(),
        "redo": document.UndoManager.getAllRedoActionTitles(),
        "locked": document.hasControllersLocked(), "notes": notes(document),
        "bookmarks": document.Bookmarks.ElementNames,
    }


def fails_cleanly(document, act, name, **values):
    """Makes each call of an act throw in turn; returns how many did. One that
    is not needed lets the act stand, which is then undone; a property stays."""
    caret(document).gotoStart(False)
    document.UndoManager.clearRedo()
    before, brief = standing(document), glance(document)
    del before["modified"]
    number, failures = 0, 0
    while True:
        number += 1
        answer = call(document, act, name=name, fault=number, **{
            "id": NOTE, "language": "en", "quotation": 0, **PLAIN, **values})
        if answer.startswith("done"):
            if int(re.search(r"\d+", answer).group()) < number:
                return failures
            document.UndoManager.undo()
            document.UndoManager.clearRedo()
            caret(document).gotoStart(False)
            before["kept"] = properties_of(document)
        else:
            failures += 1
        try:
            same(glance(document), brief)
            if number % 20 == 0:
                same(standing(document), before)
        except AssertionError as error:
            raise AssertionError("%s, call %d: %s\n %s" % (
                act, number, answer, error)) from None


for _act in ACTS:
    @rule("any call that throws during %s leaves the document as it was" % _act)
    def _(document, act=_act):
        name = insert(document)
        if act == "move":
            do(document, "add", name, id=TREATY)
            name = names(document)[0]
        failures = fails_cleanly(document, act, name, **{
            "locator": "p. 4", **ACTS[act]})
        assert failures > 40, failures


@rule("any call that throws while unlinking leaves the document as it was")
def _(document):
    name = insert(document)
    assert fails_cleanly(document, "unlink", name) > 20


@rule("any call that throws while finding is told, or finds nothing")
def _(document):
    name = insert(document)
    into(document, name)
    before = standing(document)
    failures = 0
    for number in range(1, 120):
        answer = call(document, "find", fault=number, **PLAIN)
        failures += answer.startswith("error")
    assert failures > 20, failures
    same(standing(document), before)


if __name__ == "__main__":
    with office:
        rules.main()
