#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What a document carries beside its citations: its style, which no reader's
own preference changes, through every format; and properties that nobody needs
any more."""
import re

from room import (BUILD, DATE, EVENT, SOURCE, TREATY, call, caret, carried,
                  cite, content, kept, office, properties_of, rule, runs, same,
                  standing, without_undo)
from office import properties
import rules

STYLE = "NoteVerbale.style"
USUAL = "chicago-17 histoire geschichte chicago-17 chicago-17"
FORMATS = (("odt", "writer8"), ("fodt", "OpenDocument Text Flat XML"),
           ("docx", "MS Word 2007 XML"), ("rtf", "Rich Text Format"))


def answer(document, command, **values):
    said = call(document, command, **values)
    assert not said.startswith("error"), said
    return said


def fails(document, command, words, **values):
    said = call(document, command, **values)
    assert said.startswith("error") and words in said, said


def add(document, id=EVENT, **values):
    document.Text.insertString(document.Text.End, "The powers refused. ",
                               False)
    caret(document).gotoRange(document.Text.End, False)
    return cite(document, id=id, parts=DATE | SOURCE, **values)


def notes(document):
    return [document.Footnotes.getByIndex(i).String
            for i in range(document.Footnotes.Count)]


def whole(document):
    """All that an act of this room may change."""
    return {**content(document), "properties": properties_of(document)}


def set_property(document, name, value):
    user = document.DocumentProperties.UserDefinedProperties
    if user.getPropertySetInfo().hasPropertyByName(name):
        user.setPropertyValue(name, value)
    else:
        user.addProperty(name, 128, value)


def through(document, extension, filter):
    path = office.directory / "tmp" / ("store." + extension)
    document.storeToURL(path.as_uri(), properties(FilterName=filter))
    return office.open(path)


def own_style(name="mine", title="Mine", mark="MINE: "):
    """A style that the writer has added: one of ours with its own mark."""
    text = (BUILD / "styles" / "chicago-17.csl").read_text()
    text = re.sub(r"<title>.*?</title>", "<title>%s</title>" % title, text, 1)
    text = re.sub(r'(<citation.*?<layout)( )', r'\1 prefix="%s"\2' % mark, text,
                  1, re.DOTALL)
    folder = office.data() / "added"
    folder.mkdir(exist_ok=True)
    (folder / (name + ".csl")).write_text(text)
    return folder / (name + ".csl")


def upright_style():
    """One of ours without its italics: every note says the same in it."""
    text = (BUILD / "styles" / "chicago-17.csl").read_text()
    folder = office.data() / "added"
    folder.mkdir(exist_ok=True)
    (folder / "upright.csl").write_text(
        re.sub("<title>.*?</title>", "<title>Upright</title>", text, 1).replace(
            ' font-style="italic"', ""))


def italics(document):
    """How many runs of the notes have the style of titles."""
    return sum("Citation Title" in run[2:3]
               for i in range(document.Footnotes.Count)
               for run in runs(document.Footnotes.getByIndex(i)))


def insert_as_opened(document, id=EVENT, **values):
    """As the panel does: in the document's style, whatever the reader
    prefers."""
    caret(document).gotoEnd(False)
    answer(document, "open-and-insert", id=id, language="en",
           parts=DATE | SOURCE, **values)


# A style of its own


@rule("the first citation makes the style in use the document's")
def _(document):
    assert answer(document, "carried") == "no style: "
    add(document, style="oscola-4")
    assert carried(document) == {STYLE: "1|oscola-4||f|0"}, carried(document)
    assert answer(document, "carried-means") == "installed" + 5 * " oscola-4"


@rule("the usual styles are kept as such: one for each language")
def _(document):
    insert_as_opened(document)
    assert carried(document) == {STYLE: "1|||f|0"}, carried(document)
    assert answer(document, "carried-means", style="school") == (
        "installed " + USUAL)


@rule("a later citation in another style leaves the document's as it is")
def _(document):
    add(document, style="oscola-4")
    add(document, style="chicago-17")
    assert carried(document) == {STYLE: "1|oscola-4||f|0"}


@rule("Undo of the first citation takes the style back, Redo brings it again")
def _(document):
    before = whole(document)
    add(document, style="oscola-4")
    after = whole(document)
    steps = len(document.UndoManager.getAllUndoActionTitles())
    document.UndoManager.undo()
    assert not carried(document), carried(document)
    document.UndoManager.redo()
    same(whole(document), after)
    assert len(document.UndoManager.getAllUndoActionTitles()) == steps
    document.UndoManager.undo()
    document.UndoManager.undo()
    same(whole(document), before)


@rule("what a reader prefers changes nothing in a document with a style")
def _(document):
    add(document, style="chicago-17-ibid")
    add(document, style="chicago-17-ibid")
    before = whole(document)
    assert answer(document, "carried-refresh", style="oscola-4").endswith(
        "rewritten 0, lost 0")
    same(whole(document), before)
    insert_as_opened(document, style="oscola-4")
    assert notes(document)[2] == "Ibid.", notes(document)


# Choosing another one


@rule("choosing a style writes all citations in it, as one step of Undo")
def _(document):
    for id in EVENT, TREATY, EVENT:
        add(document, id=id)
    before = whole(document)
    steps = len(document.UndoManager.getAllUndoActionTitles())
    said = answer(document, "choose-style", name="oscola-4")
    assert said.endswith("rewritten 3"), said
    after = whole(document)
    assert after["properties"] == {STYLE: "1|oscola-4||f|0"}
    assert "(n 1)" in notes(document)[2], notes(document)
    titles = document.UndoManager.getAllUndoActionTitles()
    assert len(titles) == steps + 1, titles
    assert titles[0] == "Change citation style", titles
    for _ in range(2):
        document.UndoManager.undo()
        same(whole(document), before)
        document.UndoManager.redo()
        same(whole(document), after)


@rule("a style that changes nothing but italics is written, too, and undone")
def _(document):
    upright_style()
    add(document)
    add(document, id=TREATY)
    before, said = italics(document), notes(document)
    assert before > 0, before
    written = answer(document, "choose-style", name="upright")
    assert not written.endswith("rewritten 0"), written
    same({"notes": notes(document), "italics": italics(document)},
         {"notes": said, "italics": 0})
    document.UndoManager.undo()
    assert italics(document) == before, italics(document)
    document.UndoManager.redo()
    assert italics(document) == 0, italics(document)
    answer(document, "choose-style", name="chicago-17")
    assert italics(document) == before, italics(document)


@rule("in French the step has a French name")
def _(document):
    add(document)
    answer(document, "choose-style", name="oscola-4", words="fr")
    assert document.UndoManager.getAllUndoActionTitles()[0] == (
        "Changer le style de citation")


@rule("a style can be chosen before anything is cited, and that be undone")
def _(document):
    answer(document, "choose-style", name="histoire")
    assert carried(document) == {STYLE: "1|histoire||f|0"}
    document.UndoManager.undo()
    assert not carried(document)
    document.UndoManager.redo()
    assert carried(document) == {STYLE: "1|histoire||f|0"}


@rule("choosing the style that is there already is no step of Undo")
def _(document):
    add(document)
    steps = document.UndoManager.getAllUndoActionTitles()
    said = answer(document, "choose-style", name="chicago-17")
    assert said.endswith("rewritten 0"), said
    assert document.UndoManager.getAllUndoActionTitles() == steps


@rule("a style that is not there is an error, and changes nothing")
def _(document):
    add(document)
    before = standing(document)
    fails(document, "choose-style", "gone", name="gone")
    same(standing(document), before)


@rule("in a read-only document no style is chosen")
def _(document):
    add(document)
    path = office.directory / "tmp" / "locked.odt"
    document.storeToURL(path.as_uri(), ())
    again = office.open(path, ReadOnly=True)
    try:
        before = whole(again)
        fails(again, "choose-style", "read-only", name="oscola-4")
        same(whole(again), before)
    finally:
        office.close(again)


@rules.rule("where no Undo is kept no style is chosen; a first one is kept")
def _():
    def test(document):
        add(document, style="oscola-4")
        assert carried(document) == {STYLE: "1|oscola-4||f|0"}
        fails(document, "choose-style", "no steps of Undo", name="chicago-17")
        assert carried(document) == {STYLE: "1|oscola-4||f|0"}
    without_undo(test)


# A style that the writer has added


@rule("a style of the writer's travels inside the document")
def _(document):
    own_style()
    add(document, style="mine")
    names = carried(document)
    head = names[STYLE].split("|")
    assert head[1] == "mine" and int(head[4]) == len(names) - 1 > 3, head
    assert all(len(value) <= 255 for value in names.values())
    assert notes(document)[0].startswith("MINE: "), notes(document)


@rule("on a machine without that style notes are written in it all the same")
def _(document):
    path = own_style()
    add(document, style="mine")
    path.unlink()
    assert answer(document, "carried-means") == "carried" + 5 * " mine"
    insert_as_opened(document, id=TREATY)
    assert notes(document)[1].startswith("MINE: "), notes(document)
    assert answer(document, "carried-refresh").endswith("rewritten 0, lost 0")


@rule("where another style has that name, the document's own text wins")
def _(document):
    own_style()
    add(document, style="mine")
    assert answer(document, "carried-means") == "installed" + 5 * " mine"
    own_style(mark="OTHER: ")
    assert answer(document, "carried-means") == "carried" + 5 * " mine"
    assert answer(document, "carried-refresh").endswith("rewritten 0, lost 0")
    assert notes(document)[0].startswith("MINE: "), notes(document)


@rule("a shorter style leaves nothing of a longer one, until Undo")
def _(document):
    own_style()
    add(document, style="mine")
    before = whole(document)
    answer(document, "choose-style", name="oscola-4")
    assert carried(document) == {STYLE: "1|oscola-4||f|0"}
    document.UndoManager.undo()
    same(whole(document), before)


@rule("a style that is neither carried nor installed leaves all notes alone")
def _(document):
    add(document)
    set_property(document, STYLE, "1|of-another-office||f|0")
    before = whole(document)
    for command in "carried-means", "carried-refresh", "open-and-insert":
        fails(document, command, "of-another-office", id=EVENT, language="en")
    same(whole(document), before)
    answer(document, "choose-style", name="oscola-4")
    answer(document, "carried-means")


@rule("a damaged style leaves all notes alone, and says so")
def _(document):
    own_style()
    add(document, style="mine")
    set_property(document, STYLE + ".2", "damaged")
    before = whole(document)
    assert "damaged" in answer(document, "carried")
    for command in "carried-means", "carried-refresh", "open-and-insert":
        fails(document, command, "damaged", id=EVENT, language="en")
    same(whole(document), before)
    answer(document, "choose-style", name="chicago-17")
    answer(document, "carried-means")


# Formats


@rule("the style comes through every format, and is undamaged")
def _(document):
    path = own_style()
    add(document, style="mine")
    path.unlink()
    names = carried(document)
    for extension, filter in FORMATS:
        again = through(document, extension, filter)
        try:
            assert carried(again) == names, extension
            assert answer(again, "carried-refresh", style="oscola-4").endswith(
                "citations 1, rewritten 0, lost 0"), extension
        finally:
            office.close(again)


# Sweeping


def open_again(document):
    return through(document, "odt", "writer8")


@rule("opening and looking leave a property that no citation names")
def _(document):
    add(document, id=TREATY, locator="art. 4")
    set_property(document, "NoteVerbale.abc123", "1|article|5||")
    again = open_again(document)
    try:
        before = kept(again)
        answer(again, "carried-refresh")
        assert kept(again) == before and len(before) == 2, before
    finally:
        office.close(again)


@rule("the first act after opening removes it, and only that")
def _(document):
    add(document, id=TREATY, locator="art. 4")
    needed = kept(document)
    set_property(document, "NoteVerbale.abc123", "1|article|5||")
    set_property(document, "NoteVerbale.other", "not a citation's")
    again = open_again(document)
    try:
        insert_as_opened(again)
        assert kept(again) == needed, kept(again)
        assert carried(again)["NoteVerbale.other"] == "not a citation's"
    finally:
        office.close(again)


@rule("what Undo or Redo could bring back keeps its property")
def _(document):
    add(document, id=TREATY, locator="art. 4")
    before = kept(document)
    anchor = document.Footnotes.getByIndex(0).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")
    insert_as_opened(document)
    assert kept(document) == before, kept(document)


# Pasting


def copy_all(source):
    frame = source.CurrentController.Frame
    dispatch = office.create("com.sun.star.frame.DispatchHelper")
    dispatch.executeDispatch(frame, ".uno:SelectAll", "", 0, ())
    dispatch.executeDispatch(frame, ".uno:Copy", "", 0, ())


def paste(document):
    caret(document).gotoEnd(False)
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:Paste", "", 0, ())


def is_found(document, wanted):
    """The place that belongs to the pasted citation is known, and written with
    the next act, not before."""
    said = answer(document, "carried-refresh")
    assert said == "done: citations 1, rewritten 0, lost 0", said
    assert not kept(document), kept(document)
    insert_as_opened(document)
    assert kept(document) == wanted, kept(document)
    said = answer(document, "carried-refresh")
    assert said == "done: citations 2, rewritten 0, lost 0", said


@rule("a note pasted from an open document keeps its place")
def _(document):
    add(document, id=TREATY, locator="art. 4")
    copy_all(document)
    other = office.new_writer()
    try:
        paste(other)
        is_found(other, kept(document))
    finally:
        office.close(other)


@rule("a note pasted from one that was closed keeps it, by the profile")
def _(document):
    file = office.directory / "tmp" / "properties.txt"
    answer(document, "keep-properties", text=str(file))
    source = office.new_writer()
    add(source, id=TREATY, locator="art. 5")
    wanted = kept(source)
    copy_all(source)
    office.close(source)
    assert len(file.read_text().splitlines()) == 1, file.read_text()
    paste(document)
    is_found(document, wanted)


@rule("a note whose place is nowhere stays as it is, and is counted as lost")
def _(document):
    file = office.directory / "tmp" / "other.txt"
    add(document, id=TREATY, locator="art. 6")
    answer(document, "keep-properties", text=str(file))
    document.DocumentProperties.UserDefinedProperties.removeProperty(
        next(iter(kept(document))))
    before = notes(document)
    said = answer(document, "carried-refresh")
    assert said == "done: citations 1, rewritten 0, lost 1", said
    assert notes(document) == before


# Trouble


@rule("any call that throws while a style is chosen leaves all as it was")
def _(document):
    add(document)
    caret(document).gotoStart(False)
    number, failures = 0, 0
    before = standing(document)
    del before["modified"]
    while True:
        number += 1
        said = call(document, "choose-style", name="oscola-4", fault=number,
                    after=number % 2)
        if said.startswith("done"):
            if int(re.search(r"\d+", said).group()) < number:
                break
            document.UndoManager.undo()
            document.UndoManager.clearRedo()
            caret(document).gotoStart(False)
        else:
            failures += 1
        try:
            same(standing(document), before)
        except AssertionError as error:
            raise AssertionError("call %d: %s\n %s" % (
                number, said, error)) from None
    assert failures > 30, failures


if __name__ == "__main__":
    with office:
        rules.main()
