#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Citations from footnotes to endnotes, into the text and back: what moves
along, what stays, and how it is undone."""
import re
import time

from room import (DATE, EVENT, SOURCE, STRIDE, TREATY, call, caret, cite, content,
                  header, kept, new_frame, new_note, new_table, office, rule,
                  runs, same, standing)
import rules
import uno

NOTE = "1954-03-31-soviet-note"
FOOTNOTE, ENDNOTE, TEXT = 0, 1, 2
STYLE = "chicago-17-ibid"


def add(document, id=NOTE, text="The powers refused.", **values):
    """A citation at the end of the text, behind a sentence of its own."""
    document.Text.insertString(document.Text.End, text, False)
    caret(document).gotoRange(document.Text.End, False)
    return cite(document, id=id, style=STYLE,
                **{"parts": DATE | SOURCE, **values})


def convert(document, kind, style=STYLE, left=0, **values):
    answer = call(document, "convert", by=kind, style=style, **values)
    assert answer.startswith("done"), answer
    assert answer.endswith(": %d" % left), answer
    return answer


def whole(document):
    return {**content(document),
            "endnotes": [runs(document.Endnotes.getByIndex(i))
                         for i in range(document.Endnotes.Count)],
            "bookmarks": sorted(content(document)["bookmarks"])}


def right(document, count, style=STYLE):
    answer = call(document, "refresh", style=style)
    assert answer.split(": ")[1] == (
        "citations %d, rewritten 0, by hand 0, lost 0" % count), answer


def decorate(document, note):
    """Free text before and behind, with a look, and a bookmark of the
    writer's."""
    note.insertString(note.Start, "See ", False)
    note.insertString(note.End, " Thus the archives.", False)
    cursor = note.createTextCursor()
    cursor.gotoEnd(False)
    cursor.goLeft(9, True)
    cursor.CharColor = 0xff0000
    cursor.CharWeight = 150
    mark = document.createInstance("com.sun.star.text.Bookmark")
    mark.Name = "mine"
    note.insertTextContent(cursor, mark, True)


def look_of(text, words):
    """The character properties of the run that has these words."""
    paragraph = text.createEnumeration().nextElement()
    portions = paragraph.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if words in portion.String:
            return (portion.CharColor, portion.CharWeight,
                    portion.CharStyleName)
    raise AssertionError("no run with " + words)


# Notes


@rule("footnotes become endnotes with all that is in them, and back")
def _(document):
    mark = add(document)
    decorate(document, document.Footnotes.getByIndex(0))
    add(document, id=TREATY, locator="art. 4")
    names = set(document.Bookmarks.ElementNames)
    before = whole(document)
    convert(document, ENDNOTE)
    assert (document.Footnotes.Count, document.Endnotes.Count) == (0, 2)
    assert set(document.Bookmarks.ElementNames) == names, (
        document.Bookmarks.ElementNames)
    end = document.Endnotes.getByIndex(0)
    assert end.String.startswith("See ") and end.String.endswith(
        "Thus the archives."), end.String
    assert look_of(end, "archives") == (0xff0000, 150.0, ""), (
        look_of(end, "archives"))
    assert document.Bookmarks.getByName("mine").Anchor.String == "archives."
    assert end.createEnumeration().nextElement().ParaStyleName == "Endnote"
    right(document, 2)
    convert(document, FOOTNOTE)
    same(whole(document), before)


@rule("a note with several paragraphs and fields goes to the other kind")
def _(document):
    add(document)
    note = document.Footnotes.getByIndex(0)
    note.insertControlCharacter(note.End, 0, False)
    note.insertTextContent(
        note.End, document.createInstance("com.sun.star.text.TextField.DateTime"),
        False)
    text = note.String
    convert(document, ENDNOTE)
    rules.same(document.Endnotes.getByIndex(0).String, text, "endnote")


@rule("a style that the writer gave a paragraph, and a sign, stay")
def _(document):
    add(document)
    note = document.Footnotes.getByIndex(0)
    note.createEnumeration().nextElement().ParaStyleName = "Quotations"
    note.Label = "*"
    convert(document, ENDNOTE)
    end = document.Endnotes.getByIndex(0)
    assert end.Label == "*"
    assert end.createEnumeration().nextElement().ParaStyleName == "Quotations"


@rule("notes of others stay")
def _(document):
    add(document)
    new_note(document, "Footnote")
    convert(document, ENDNOTE)
    assert (document.Footnotes.Count, document.Endnotes.Count) == (1, 1)
    assert document.Footnotes.getByIndex(0).String == "note"
    convert(document, TEXT)
    assert (document.Footnotes.Count, document.Endnotes.Count) == (1, 0)


@rule("one alone moves when it is named, and the others follow")
def _(document):
    add(document)
    second = add(document)
    assert document.Footnotes.getByIndex(1).String == "Ibid."
    convert(document, ENDNOTE, name=second.Name)
    assert (document.Footnotes.Count, document.Endnotes.Count) == (1, 1)
    right(document, 2)


@rule("a name that is gone is an error, and says so")
def _(document):
    mark = add(document)
    name = mark.Name.replace("nv1", "nv1")[:19] + "zzzzzz" + mark.Name[25:]
    for words, reason in ("en", "no longer"), ("fr", "n’est plus"):
        answer = call(document, "convert", by=ENDNOTE, style=STYLE, name=name,
                      words=words)
        assert answer.startswith("error 5") or reason in answer, answer
        assert reason in answer, answer


@rule("when all stand there already nothing is written")
def _(document):
    add(document)
    before = standing(document)
    convert(document, FOOTNOTE)
    same(standing(document), before)


# Text


@rule("a note becomes text in parentheses where its call stood, without the "
      "last full stop, and comes back as it was")
def _(document):
    add(document, text="The powers refused")
    document.Text.insertString(document.Text.End, ". They said no.", False)
    before = whole(document)
    convert(document, TEXT)
    assert document.Footnotes.Count == 0
    text = document.Text.String
    assert text.startswith("The powers refused (Soviet Government to"), text
    assert text.endswith("39–43). They said no."), text
    right(document, 1)
    convert(document, FOOTNOTE)
    same(whole(document), before)


@rule("free text, its look, styles of ours and bookmarks move into the text "
      "and back")
def _(document):
    add(document)
    decorate(document, document.Footnotes.getByIndex(0))
    names = set(document.Bookmarks.ElementNames)
    before = whole(document)
    convert(document, TEXT)
    text = document.Text
    assert set(document.Bookmarks.ElementNames) == names
    assert look_of(text, "archives") == (0xff0000, 150.0, ""), (
        look_of(text, "archives"))
    assert look_of(text, "Documents on International Affairs")[2] == (
        "Citation Title"), runs(text)
    assert document.Bookmarks.getByName("mine").Anchor.String == "archives."
    assert text.String.endswith("Thus the archives.)"), text.String
    convert(document, FOOTNOTE)
    same(whole(document), before)


@rule("text in an italic sentence does not become italic")
def _(document):
    add(document)
    cursor = document.Text.createTextCursor()
    cursor.gotoEnd(True)
    cursor.CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")
    convert(document, TEXT)
    portions = document.Text.createEnumeration().nextElement(
        ).createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if portion.String.startswith("Soviet"):
            assert portion.CharPosture.value == "NONE", runs(document.Text)


@rule("an in-text style has no parentheses of ours")
def _(document):
    add(document)
    answer = call(document, "convert", by=TEXT, style="author-date")
    assert answer.startswith("error") and "author-date" in answer, answer


@rule("endnotes become text, and text endnotes")
def _(document):
    add(document)
    convert(document, ENDNOTE)
    before = whole(document)
    convert(document, TEXT)
    assert document.Endnotes.Count == 0 and "(Soviet" in document.Text.String
    convert(document, ENDNOTE)
    same(whole(document), before)


@rule("a note with several paragraphs, or with a field, stays and is counted")
def _(document):
    add(document)
    add(document, id=TREATY)
    add(document, id=EVENT)
    note = document.Footnotes.getByIndex(0)
    note.insertControlCharacter(note.End, 0, False)
    note = document.Footnotes.getByIndex(1)
    note.insertTextContent(
        note.End, document.createInstance("com.sun.star.text.TextField.DateTime"),
        False)
    convert(document, TEXT, left=2)
    assert document.Footnotes.Count == 2


@rule("a citation that stands in the text alone becomes a note alone")
def _(document):
    note = new_note(document, "Footnote")
    add(document, text=" Refused.")
    convert(document, TEXT)
    document.Text.insertString(document.Text.End, " More.", False)
    convert(document, FOOTNOTE)
    assert document.Footnotes.Count == 2
    assert "(" not in document.Text.String, document.Text.String


@rule("citations in a header or a frame can't become notes, and are counted")
def _(document):
    caret(document).gotoRange(header(document, "").End, False)
    cite(document, id=NOTE, style=STYLE, parts=DATE | SOURCE)
    before = standing(document)
    convert(document, FOOTNOTE, left=1)
    same(standing(document), before)


@rule("a note in a table becomes text in its cell")
def _(document):
    cell = new_table(document, document.Text).getCellByName("A1")
    cell.setString("Refused")
    caret(document).gotoRange(cell.End, False)
    cite(document, id=NOTE, style=STYLE, parts=DATE | SOURCE)
    convert(document, TEXT)
    assert cell.String.startswith("Refused (Soviet Government to"), cell.String


@rule("the property of a citation is found again")
def _(document):
    add(document, id=TREATY, locator="art. 4")
    properties = kept(document)
    convert(document, TEXT)
    assert "art. 4)" in document.Text.String, document.Text.String
    assert kept(document) == properties


# Undo and trouble


@rule("each is one step that Undo takes back exactly, and Redo does again")
def _(document):
    add(document)
    decorate(document, document.Footnotes.getByIndex(0))
    add(document)
    titles = {ENDNOTE: "Citations en notes de fin",
              TEXT: "Citations dans le texte",
              FOOTNOTE: "Citations en notes de bas de page"}
    for kind in ENDNOTE, TEXT, FOOTNOTE:
        before = whole(document)
        steps = document.UndoManager.getAllUndoActionTitles()
        convert(document, kind, words="fr")
        assert document.UndoManager.getAllUndoActionTitles() == (
            titles[kind],) + steps
        after = whole(document)
        document.UndoManager.undo()
        same(whole(document), before)
        document.UndoManager.redo()
        same(whole(document), after)


@rule("recorded changes: accepted or rejected, the citations stand")
def _(document):
    for command in "AcceptAllTrackedChanges", "RejectAllTrackedChanges":
        add(document)
        document.RecordChanges = True
        convert(document, ENDNOTE)
        office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
            document.CurrentController.Frame, ".uno:" + command, "", 0, ())
        document.RecordChanges = False
        count = document.Footnotes.Count + document.Endnotes.Count
        call(document, "refresh", style=STYLE)
        right(document, count)


def each_call_throws(document, kind, least):
    """Calls of an act made to throw in turn leave all as it was: one of STRIDE
    of them (room.py)."""
    number, failures = 1 - STRIDE, 0
    caret(document).gotoStart(False)
    while True:
        number += STRIDE
        before = {**standing(document), **whole(document)}
        answer = call(document, "convert", by=kind, style=STYLE, fault=number)
        if answer.startswith("done"):
            if int(re.search(r"\d+", answer).group()) < number:
                break
            if document.UndoManager.getAllUndoActionTitles() != before["undo"]:
                document.UndoManager.undo()
                document.UndoManager.clearRedo()
                caret(document).gotoStart(False)
        else:
            failures += 1
        after = {**standing(document), **whole(document)}
        try:
            same(after, {k: v for k, v in before.items() if k != "modified"})
        except AssertionError as error:
            raise AssertionError("call %d: %s\n %s" % (
                number, answer, error)) from None
    assert failures > least / STRIDE, failures


@rule("any call that throws on the way to an endnote leaves the document as it "
      "was")
def _(document):
    add(document)
    each_call_throws(document, ENDNOTE, 40)


@rule("any call that throws on the way to the text leaves the document as it "
      "was")
def _(document):
    add(document)
    each_call_throws(document, TEXT, 40)


@rule("any call that throws on the way to a note leaves the document as it was")
def _(document):
    add(document)
    convert(document, TEXT)
    each_call_throws(document, FOOTNOTE, 40)


if __name__ == "__main__":
    with office:
        rules.main()
