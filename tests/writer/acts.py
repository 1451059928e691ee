# SPDX-License-Identifier: MPL-2.0
"""Acts at random on a document with citations, for the recorded and the long
run. An act is a function of (document, random); each leaves the document as a
writer might, with notes that are stale until the next refresh."""
from room import (DATE, EVENT, MEMORANDUM, SOURCE, TREATY, call, caret, insert,
                  office)
from trip import NOTE

SENTENCE = "The powers considered the note and gave their answer. "
CITED = [dict(id=NOTE), dict(id=EVENT), dict(id=TREATY), dict(id=MEMORANDUM),
         dict(id=TREATY, locator="art. 4"), dict(id=NOTE, locator="p. 40")]


def dispatch(document, command):
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:" + command, "", 0, ())


def notes(document):
    return [document.Footnotes.getByIndex(i)
            for i in range(document.Footnotes.Count)]


def somewhere(document, random):
    """A cursor of the text at a random place."""
    cursor = document.Text.createTextCursor()
    cursor.goRight(random.randint(0, len(document.Text.String)), False)
    return cursor


def go_somewhere(document, random):
    """The caret likewise."""
    cursor = caret(document)
    cursor.gotoRange(somewhere(document, random), False)
    return cursor


def select_something(document, random):
    """A few characters, perhaps over the end of a paragraph."""
    cursor = go_somewhere(document, random)
    cursor.goRight(random.randint(1, 60), True)
    return cursor


# Ours


def insert_citation(document, random, style):
    go_somewhere(document, random)
    answer = insert(document, parts=DATE | SOURCE, style=style,
                    **random.choice(CITED))
    assert answer.startswith("done"), answer


def on_some(document, random, style, command, **values):
    """An act on a citation of the document; one that is not there to be done
    (nothing stands beside it) says so, and does nothing."""
    names = [n for n in document.Bookmarks.ElementNames if n.startswith("nv1_")]
    if names:
        answer = call(document, command, name=random.choice(names), style=style,
                      **{"id": NOTE, "parts": DATE | SOURCE,
                         "language": "en", **values})
        assert answer.startswith(("done", "error 4 ")), answer


def edit(document, random, style):
    on_some(document, random, style, "edit", **random.choice(CITED))


def add_to(document, random, style):
    on_some(document, random, style, "add", **random.choice(CITED))


def exchange(document, random, style):
    on_some(document, random, style, "move", by=random.choice([-1, 1]))


def remove(document, random, style):
    on_some(document, random, style, "remove")


def unlink(document, random, style):
    on_some(document, random, style, "unlink")


def refresh(document, random, style):
    answer = call(document, "refresh", style=style)
    assert answer.startswith("done"), answer


# Writer's


def write(document, random, style):
    cursor = go_somewhere(document, random)
    cursor.Text.insertString(cursor, SENTENCE, False)


def split(document, random, style):
    cursor = go_somewhere(document, random)
    cursor.Text.insertControlCharacter(cursor, 0, False)


def merge(document, random, style):
    end = somewhere(document, random)
    end.gotoEndOfParagraph(False)
    caret(document).gotoRange(end, False)
    dispatch(document, "Delete")


def delete(document, random, style):
    select_something(document, random)
    dispatch(document, "Delete")


def delete_note(document, random, style):
    all_notes = notes(document)
    if all_notes:
        anchor = random.choice(all_notes).Anchor
        anchor.Text.createTextCursorByRange(anchor).setString("")


def write_in_note(document, random, style):
    """Before or behind what is in it; sometimes in its middle."""
    all_notes = notes(document)
    if not all_notes:
        return
    note = random.choice(all_notes)
    cursor = note.createTextCursor()
    place = random.choice(["start", "end", "end", "middle"])
    if place != "start":
        cursor.gotoEnd(False)
    if place == "middle":
        cursor.goLeft(random.randint(0, 20), False)
    note.insertString(cursor, random.choice([" See below.", "!", "; "]), False)


def move(document, random, style):
    select_something(document, random)
    dispatch(document, "Cut")
    go_somewhere(document, random)
    dispatch(document, "Paste")


def copy(document, random, style):
    select_something(document, random)
    dispatch(document, "Copy")
    go_somewhere(document, random)
    dispatch(document, "Paste")


def undo(document, random, style):
    for _ in range(random.randint(1, 4)):
        if document.UndoManager.isUndoPossible():
            document.UndoManager.undo()


def redo(document, random, style):
    for _ in range(random.randint(1, 3)):
        if document.UndoManager.isRedoPossible():
            document.UndoManager.redo()
