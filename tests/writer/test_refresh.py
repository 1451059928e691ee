#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Citations that stay right: what notes say when others are inserted before
them, moved, deleted and pasted, what is left alone, and how it is undone."""
import re

from room import (DATE, EVENT, SOURCE, TREATY, call, caret, cite, content,
                  header, kept, new_note, new_table, office, rule, same,
                  standing, without_undo)
from office import properties
import rules

NOTE = "1954-03-31-soviet-note"
IBID = "chicago-17-ibid"
FULL = "Soviet Government to the Governments of the United States, the United"


def add(document, id=NOTE, style=IBID, parts=DATE | SOURCE, **values):
    """A citation at the end of the text, after a sentence of its own."""
    document.Text.insertString(document.Text.End, "The powers refused. ",
                               False)
    caret(document).gotoRange(document.Text.End, False)
    return cite(document, id=id, style=style, parts=parts, **values)


def notes(document):
    return [document.Footnotes.getByIndex(i).String
            for i in range(document.Footnotes.Count)]


def refresh(document, style=IBID, **values):
    answer = call(document, "refresh", style=style, **values)
    assert answer.startswith("done"), answer
    return answer.split(": ")[1]


def right(document, count, style=IBID):
    """All are right: nothing is written."""
    assert refresh(document, style) == (
        "citations %d, rewritten 0, by hand 0, lost 0" % count)


def delete_note(document, index):
    """As the writer does: with the mark in the text."""
    anchor = document.Footnotes.getByIndex(index).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")


def undo_titles(document):
    return document.UndoManager.getAllUndoActionTitles()


def starts(text, start):
    assert text.startswith(start), text


# What notes say


@rule("the second note of an event is short, the one right behind it ibid")
def _(document):
    add(document)
    add(document, locator="p. 40")
    add(document, id=EVENT)
    add(document, locator="p. 41")
    right(document, 4)
    first, second, third, fourth = notes(document)
    starts(first, FULL)
    assert second == "Ibid., 40.", second
    assert fourth == (
        "Soviet Government to the Governments of the United States, the United "
        "Kingdom, and France, March 31, 1954, 41."), fourth


@rule("a note put in before others is the first of its event, in one step")
def _(document):
    add(document)
    add(document, id=EVENT)
    caret(document).gotoStart(False)
    before, steps = content(document), undo_titles(document)
    cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    starts(notes(document)[0], FULL)
    assert notes(document)[1] == "Ibid.", notes(document)
    assert len(undo_titles(document)) == len(steps) + 1
    after = content(document)
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)
    right(document, 3)


@rule("a note put in between breaks the ibid. behind it")
def _(document):
    add(document)
    add(document)
    assert notes(document)[1] == "Ibid.", notes(document)
    anchor = document.Footnotes.getByIndex(0).Anchor
    caret(document).gotoRange(anchor.End, False)
    cite(document, id=EVENT, style=IBID, parts=DATE | SOURCE)
    starts(notes(document)[1], "Governments of")
    assert not notes(document)[2].startswith("Ibid."), notes(document)
    right(document, 3)


@rule("what the writer changed by hand stays when another is inserted")
def _(document):
    add(document)
    note = document.Footnotes.getByIndex(0)
    cursor = note.createTextCursor()
    cursor.goRight(2, False)
    note.insertString(cursor, "!!", False)
    changed = notes(document)[0]
    caret(document).gotoStart(False)
    cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    assert notes(document)[1] == changed, notes(document)


@rule("a citation in the text makes the note behind it short, and follows too")
def _(document):
    add(document)
    document.Text.insertString(document.Text.Start, "They spoke. ", False)
    text = header(document, "head ")
    caret(document).gotoRange(text.End, False)
    cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    right(document, 2)
    caret(document).gotoRange(document.Text.Start, False)
    cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    starts(notes(document)[0], FULL)
    right(document, 3)


@rule("after Undo and Redo, and what is typed, an insertion is right as ever")
def _(document):
    add(document)
    add(document)
    document.UndoManager.undo()
    document.UndoManager.redo()
    delete_note(document, 0)
    document.UndoManager.undo()
    add(document, id=EVENT)
    delete_note(document, 0)
    caret(document).gotoStart(False)
    cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    found = notes(document)
    starts(found[0], FULL)
    assert found[1] == "Ibid." and len(found) == 3, found
    right(document, 3)


@rule("a rewritten note has its runs in their styles, and nothing of the old")
def _(document):
    add(document, id=TREATY, style="histoire", language="fr", locator="art. 4")
    caret(document).gotoStart(False)
    cite(document, id=TREATY, style="histoire", language="fr")
    note = document.Footnotes.getByIndex(1)
    looks = [(p.String, p.CharStyleName)
             for p in note.createEnumeration().nextElement()
             if p.TextPortionType == "Text"]
    assert looks == [("Ibid.", "Citation Title"), (", art.\u00a04.", "")], looks


@rule("another style writes all notes anew, in one step of Undo")
def _(document):
    for id in NOTE, EVENT, TREATY, NOTE:
        add(document, id=id)
    refresh(document)
    before = content(document)
    steps = undo_titles(document)
    refresh(document, style="oscola-4")
    assert len(undo_titles(document)) == len(steps) + 1
    starts(notes(document)[0], "Note from the Soviet Government")
    assert "(n 1)" in notes(document)[3], notes(document)
    after = content(document)
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)
    right(document, 4, style="oscola-4")


# After an act of Writer's


@rule("when the first note is deleted, a refresh makes the next one whole")
def _(document):
    add(document)
    add(document)
    refresh(document)
    delete_note(document, 0)
    assert notes(document) == ["Ibid."]
    assert refresh(document) == "citations 1, rewritten 1, by hand 0, lost 0"
    starts(notes(document)[0], FULL)
    assert undo_titles(document)[0] == "Refresh citations"


@rule("a refresh is one step of Undo, which restores the document")
def _(document):
    for _ in range(3):
        add(document)
    delete_note(document, 0)
    before = content(document)
    refresh(document)
    after = content(document)
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)


@rule("where all are right a refresh writes nothing and keeps Redo")
def _(document):
    add(document)
    add(document, id=TREATY)
    document.UndoManager.undo()
    assert document.UndoManager.isRedoPossible()
    before = standing(document)
    assert refresh(document) == "citations 1, rewritten 0, by hand 0, lost 0"
    same(standing(document), before)
    assert document.UndoManager.isRedoPossible()


@rule("caret and selection stay where they are")
def _(document):
    add(document)
    add(document)
    delete_note(document, 0)
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(10, True)
    selected = cursor.String
    refresh(document)
    assert caret(document).String == selected, caret(document).String


def move_first_behind(document):
    """Cuts the first sentence with its note and pastes it at the end."""
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(21, True)
    dispatch = office.create("com.sun.star.frame.DispatchHelper")
    frame = document.CurrentController.Frame
    dispatch.executeDispatch(frame, ".uno:Cut", "", 0, ())
    cursor.gotoEnd(False)
    dispatch.executeDispatch(frame, ".uno:Paste", "", 0, ())


@rule("notes that change places change what they say")
def _(document):
    add(document)
    add(document, id=EVENT)
    add(document, locator="p. 40")
    move_first_behind(document)
    refresh(document)
    first, second, third = notes(document)
    starts(first, "Governments of")
    assert second.endswith("1957), 40."), second
    assert third == (
        "Soviet Government to the Governments of the United States, the United "
        "Kingdom, and France, March 31, 1954."), third


def add_copied(document):
    """One note and a copy of it, which says the same and should not."""
    add(document)
    dispatch = office.create("com.sun.star.frame.DispatchHelper")
    frame = document.CurrentController.Frame
    dispatch.executeDispatch(frame, ".uno:SelectAll", "", 0, ())
    dispatch.executeDispatch(frame, ".uno:Copy", "", 0, ())
    caret(document).gotoEnd(False)
    dispatch.executeDispatch(frame, ".uno:Paste", "", 0, ())
    assert document.Footnotes.Count == 2


@rule("a copy of a note is a citation of its own")
def _(document):
    add_copied(document)
    refresh(document)
    starts(notes(document)[0], FULL)
    assert notes(document)[1] == "Ibid.", notes(document)
    right(document, 2)


@rule("after DOCX all citations are found and right")
def _(document):
    add(document)
    add(document, locator="p. 40")
    add(document, id=TREATY, locator="art. 4")
    refresh(document)
    path = office.directory / "tmp" / "refresh.docx"
    document.storeToURL(path.as_uri(), properties(
        FilterName="MS Word 2007 XML"))
    again = office.open(path)
    try:
        right(again, 3)
    finally:
        office.close(again)


# What is not ours


@rule("ibid. does not stand behind a note of the writer's own")
def _(document):
    add(document)
    new_note(document, "Footnote")
    add(document)
    refresh(document)
    assert not notes(document)[2].startswith("Ibid."), notes(document)


@rule("nor behind one of ours with words of the writer beside it")
def _(document):
    add(document)
    note = document.Footnotes.getByIndex(0)
    note.insertString(note.End, " See also below.", False)
    add(document)
    refresh(document)
    assert not notes(document)[1].startswith("Ibid."), notes(document)
    assert notes(document)[0].endswith(" See also below.")


@rule("numbers of notes count those of others")
def _(document):
    new_note(document, "Footnote")
    add(document, style="oscola-4")
    add(document, id=EVENT, style="oscola-4")
    add(document, style="oscola-4")
    refresh(document, style="oscola-4")
    assert "(n 2)" in notes(document)[3], notes(document)


@rule("endnotes follow the footnotes")
def _(document):
    add(document)
    end = new_note(document, "Endnote")
    end.setString("")
    caret(document).gotoRange(end.End, False)
    cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    refresh(document)
    starts(end.String, "Ibid.")


@rule("a note in a table counts where its mark stands")
def _(document):
    add(document)
    cell = new_table(document, document.Text).getCellByName("A1")
    caret(document).gotoRange(cell.End, False)
    cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    refresh(document)
    assert notes(document)[1] == "Ibid.", notes(document)


@rule("a citation in a header is left standing and counted behind the notes")
def _(document):
    add(document)
    caret(document).gotoRange(header(document, "").End, False)
    cite(document, id=TREATY, style=IBID, parts=DATE | SOURCE)
    right(document, 2)


@rule("what the writer changed by hand stays, and is counted")
def _(document):
    add(document)
    mark = add(document)
    cursor = mark.Anchor.Text.createTextCursorByRange(mark.Anchor.Start)
    cursor.goRight(2, False)
    cursor.Text.insertString(cursor, "!!", False)
    changed = notes(document)[1]
    assert refresh(document) == "citations 2, rewritten 0, by hand 1, lost 0"
    assert notes(document)[1] == changed


@rule("bookmarks whose names only look like ours are nobody's citations")
def _(document):
    mark = add(document)
    for name in ("nv1", "nv1_", mark.Name[:20], mark.Name.upper(),
                 mark.Name.replace("nv1", "nv2"), "x" + mark.Name):
        other = document.createInstance("com.sun.star.text.Bookmark")
        other.Name = name
        document.Text.insertTextContent(document.Text.Start, other, False)
    right(document, 1)


@rule("a note whose pack is not there stays as it is, and is counted")
def _(document):
    mark = add(document)
    mark.Name = mark.Name.replace(mark.Name[4:8], "zzzz")
    before = standing(document)
    rules.same(refresh(document),
               "citations 1, rewritten 0, by hand 0, lost 1", "sum")
    same(standing(document), before)


@rule("a note pasted into another document without its place stays as it is")
def _(document):
    add(document, id=TREATY, locator="art. 4")
    user = document.DocumentProperties.UserDefinedProperties
    user.removeProperty(next(iter(kept(document))))
    path = office.directory / "tmp" / "pasted.odt"
    document.storeToURL(path.as_uri(), ())
    again = office.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, ())
    try:
        rules.same(refresh(again),
                   "citations 1, rewritten 0, by hand 0, lost 1", "sum")
    finally:
        office.close(again)


# Trouble


@rule("a style that is not installed changes nothing, and is named")
def _(document):
    add(document)
    before = standing(document)
    answer = call(document, "refresh", style="gone")
    assert answer.startswith("error") and "gone" in answer, answer
    same(standing(document), before)



@rule("a read-only document is not written into, and says why")
def _(document):
    add_copied(document)
    path = office.directory / "tmp" / "locked.odt"
    document.storeToURL(path.as_uri(), ())
    again = office.open(path, ReadOnly=True)
    try:
        answer = call(again, "refresh", style=IBID)
        assert "read-only" in answer, answer
        assert not notes(again)[1].startswith("Ibid."), notes(again)
    finally:
        office.close(again)


def changes(document, command):
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:" + command, "", 0, ())


def record(document):
    """Two notes of one event; what a refresh writes is recorded."""
    add_copied(document)
    before = notes(document)
    document.RecordChanges = True
    assert refresh(document) == "citations 2, rewritten 1, by hand 0, lost 0"
    return before


@rule("a recorded refresh that is accepted leaves all right")
def _(document):
    record(document)
    changes(document, "AcceptAllTrackedChanges")
    assert notes(document)[1] == "Ibid.", notes(document)
    right(document, 2)


@rule("one that is rejected brings the notes back, and can be done again")
def _(document):
    before = record(document)
    changes(document, "RejectAllTrackedChanges")
    assert notes(document) == before, notes(document)
    document.RecordChanges = False
    assert refresh(document) == "citations 2, rewritten 1, by hand 0, lost 0"
    assert notes(document)[1] == "Ibid.", notes(document)


@rules.rule("where no Undo is kept nothing is written, and it says why")
def _():
    def test(document):
        add(document)
        add(document)
        before = notes(document)
        for words, reason in ("en", "keeps no steps of Undo"), ("fr", "étape"):
            answer = call(document, "refresh", style=IBID, words=words)
            assert answer.startswith("error") and reason in answer, answer
        assert notes(document) == before
    without_undo(test)


@rule("any call that throws during a refresh leaves the document as it was")
def _(document):
    add_copied(document)
    caret(document).gotoStart(False)
    number, failures = 0, 0
    while True:
        number += 1
        before = standing(document)
        answer = call(document, "refresh", style=IBID, fault=number)
        if answer.startswith("done") and "rewritten 1" in answer:
            if int(re.search(r"\d+", answer).group()) < number:
                break
            document.UndoManager.undo()
            document.UndoManager.clearRedo()
            caret(document).gotoStart(False)
        else:
            failures += 1
        after = standing(document)
        try:
            same(after, {k: v for k, v in before.items() if k != "modified"})
        except AssertionError as error:
            raise AssertionError("call %d: %s\n %s" % (
                number, answer, error)) from None
    assert failures > 30, failures


if __name__ == "__main__":
    with office:
        rules.main()
