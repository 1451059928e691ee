#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What is remembered of a document from act to act, what is listed of it, and
what is told while the writer works: never wrong, and never in the way."""
import time

from room import (ALL, DATE, EVENT, SOURCE, TREATY, call, caret, cite, header,
                  new_note, office, rule, same, standing)
import rules

NOTE = "1954-03-31-soviet-note"
IBID = "chicago-17-ibid"


def add(document, id=NOTE, **values):
    document.Text.insertString(document.Text.End, "The powers refused. ",
                               False)
    caret(document).gotoRange(document.Text.End, False)
    return cite(document, id=id, style=IBID, parts=DATE | SOURCE, **values)


def notes(document):
    return [document.Footnotes.getByIndex(i).String
            for i in range(document.Footnotes.Count)]


def delete_note(document, index):
    anchor = document.Footnotes.getByIndex(index).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")


def survey(document, **values):
    answer = call(document, "survey", style=IBID, **values)
    assert not answer.startswith("error"), answer
    return [line.split("|") for line in answer.splitlines()]


def calls(document, **values):
    answer = call(document, "insert", id=NOTE, style=IBID, language="en",
                  parts=DATE | SOURCE, quotation=0, **values)
    assert answer.startswith("done"), answer
    return int(answer.split()[1])


def dispatch(document, command, **arguments):
    from office import properties
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:" + command, "", 0,
        properties(**arguments))


# What is remembered


@rule("an insertion asks as much of the office among many notes as among few")
def _(document):
    for _ in range(3):
        add(document, id=EVENT)
    few = calls(document)
    document.lockControllers()
    for _ in range(100):
        new_note(document, "Footnote")
    document.unlockControllers()
    caret(document).gotoEnd(False)
    looked = calls(document)
    many = calls(document)
    assert looked > few + 150, (few, looked)
    assert many < few + 30, (few, many)


@rule("one right behind or before another, with nothing typed between, stands "
      "in its order")
def _(document):
    add(document)
    for end in document.Text.End, document.Text.End, document.Text.Start:
        caret(document).gotoRange(end, False)
        cite(document, id=NOTE, style=IBID, parts=DATE | SOURCE)
    all = notes(document)
    assert all[1:] == ["Ibid."] * 3 and all[0] != "Ibid.", all


def is_right(document, what):
    """What is remembered is what a new look finds."""
    remembered = survey(document)
    other = document.CurrentController.Frame
    assert other and [line[2] for line in remembered] == [
        document.Bookmarks.getByName(name).Anchor.String
        for name in in_order(document)], what


def in_order(document):
    """The names of citations in the order of their notes."""
    texts = [document.Footnotes.getByIndex(i)
             for i in range(document.Footnotes.Count)]
    return sorted(document.Bookmarks.ElementNames, key=lambda name: next(
        i for i, note in enumerate(texts)
        if document.Bookmarks.getByName(name).Anchor.Text == note))


@rule("what the writer does with notes and their text is seen")
def _(document):
    for _ in range(3):
        add(document)
    is_right(document, "inserted")
    delete_note(document, 1)
    is_right(document, "deleted")
    document.UndoManager.undo()
    is_right(document, "undone")
    document.UndoManager.redo()
    is_right(document, "redone")
    note = document.Footnotes.getByIndex(1)
    cursor = note.createTextCursor()
    cursor.goRight(2, False)
    note.insertString(cursor, "!!", False)
    is_right(document, "typed into a note")
    assert survey(document)[1][1] == "by hand", survey(document)
    document.lockControllers()
    delete_note(document, 0)
    document.unlockControllers()
    is_right(document, "deleted while locked")


@rule("a citation that changed unnoticed is not written over")
def _(document):
    add(document)
    add(document)
    survey(document)
    mark = document.Bookmarks.getByName(in_order(document)[1])
    document.RecordChanges = False
    mark.Anchor.String = "mine"
    delete_note(document, 0)
    call(document, "refresh", style=IBID)
    assert notes(document)[-1] == "mine", notes(document)


# What is listed


@rule("the list names each citation, its note, what it says and should say")
def _(document):
    add(document)
    add(document)
    delete_note(document, 0)
    mark = add(document, id=TREATY, locator="art. 4")
    mark.Name = mark.Name.replace(mark.Name[4:8], "zzzz")
    before = standing(document)
    first, second = survey(document)
    same(standing(document), before)
    assert first[:3] == ["1", "right", notes(document)[0]], first
    assert first[4] == NOTE and second[1] == "lost", second
    assert "pack" in second[4], second


@rule("a document without citations has an empty list")
def _(document):
    new_note(document, "Footnote")
    assert survey(document) == []


@rule("any call that throws makes an error of the list, and no other harm")
def _(document):
    add(document)
    add(document)
    header(document)
    number, failures = 0, 0
    while True:
        number += 1
        document.Text.insertString(document.Text.End, "x", False)
        answer = call(document, "survey", style=IBID, fault=number)
        if not answer.startswith("error"):
            if number > 60:
                break
            continue
        failures += 1
    assert failures > 15, failures
    assert [line[1] for line in survey(document)] == ["right", "right"]


# What is told


def heard(document):
    times, sums = call(document, "heard").split(": ", 1)
    return int(times.split()[1]), sums


def wait_for(document, sums, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        times, found = heard(document)
        if times and found == sums:
            return
        time.sleep(0.1)
    raise AssertionError("heard %r" % (heard(document),))


def watch(document):
    assert call(document, "watch", style=IBID) == ""


@rule("a watch tells at first, and after Writer's own acts, what needs attention")
def _(document):
    add(document)
    add(document)
    watch(document)
    wait_for(document, "citations 2, rewritten 0, by hand 0, lost 0")
    delete_note(document, 0)
    wait_for(document, "citations 1, rewritten 1, by hand 0, lost 0")
    assert notes(document) == ["Ibid."], notes(document)
    document.UndoManager.undo()
    wait_for(document, "citations 2, rewritten 0, by hand 0, lost 0")
    assert document.UndoManager.isRedoPossible()


@rule("while keys are typed nothing is told and nothing is written")
def _(document):
    add(document)
    add(document)
    delete_note(document, 0)
    watch(document)
    wait_for(document, "citations 1, rewritten 1, by hand 0, lost 0")
    times, wrong = heard(document)[0], notes(document)
    steps = document.UndoManager.getAllUndoActionTitles()
    caret(document).gotoEnd(False)
    end = time.monotonic() + 2
    while time.monotonic() < end:
        dispatch(document, "InsertText", Text="x")
        time.sleep(0.1)
    assert heard(document)[0] == times, heard(document)
    assert notes(document) == wrong, notes(document)
    typed = document.UndoManager.getAllUndoActionTitles()
    assert all(title in typed for title in steps), typed
    assert not any("itation" in t for t in typed[:len(typed) - len(steps)])
    document.UndoManager.undo()
    redo = document.UndoManager.getAllRedoActionTitles()
    time.sleep(2.5)
    assert document.UndoManager.getAllRedoActionTitles() == redo
    assert heard(document)[0] > times, heard(document)


@rules.rule("a watched document can be closed, and its frame load another one")
def _():
    document = office.new_writer()
    add(document)
    watch(document)
    frame = document.CurrentController.Frame
    document.setModified(False)
    other = frame.loadComponentFromURL(
        "private:factory/swriter", "_self", 0, ())
    try:
        add(other)
        wait_for(other, "citations 1, rewritten 0, by hand 0, lost 0")
    finally:
        office.close(other)
    time.sleep(1.5)
    last = office.new_writer()
    add(last)
    office.close(last)


if __name__ == "__main__":
    with office:
        rules.main()
