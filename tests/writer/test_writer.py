#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Inserting: where a citation goes, what it leaves in the document, and that
nothing is left when it fails."""
import re

from room import (TREATY, MEMORANDUM, DATE, WORDING, SOURCE, ALL, NAME, office,
                  rule, call, insert, cite, runs, content, kept, standing,
                  same, type_at, is_at, caret, new_table, new_frame, new_note,
                  header, without_undo, fail_each_call)
from office import properties
import rules

from com.sun.star.awt.FontSlant import ITALIC
from com.sun.star.beans import NamedValue
from com.sun.star.lang import Locale


# In the text


@rule("a citation at the caret is a footnote there, and the caret is behind it")
def _(document):
    document.Text.setString("The powers refused. They said why.")
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(19, False)
    assert call(document, "place") == "footnote"
    cite(document, parts=DATE | SOURCE)
    note = document.Footnotes.getByIndex(0)
    assert document.Footnotes.Count == 1 and note.String
    assert is_at(cursor, note.Anchor.End), "caret is elsewhere"
    type_at(cursor, "!")
    assert re.match(r"The powers refused\..?! They said why\.$",
                    document.Text.String), document.Text.String


@rule("the bookmark's name says what it stands for, the bookmark spans the text")
def _(document):
    mark = cite(document, quotation=1, parts=DATE | WORDING, language="en")
    assert NAME.fullmatch(mark.Name), mark.Name
    assert mark.Name[13:18] == "015en", mark.Name
    assert mark.Name[25] == "_" and not kept(document)
    assert mark.Anchor.String == document.Footnotes.getByIndex(0).String


@rule("two citations of the same event have different names")
def _(document):
    assert cite(document).Name != cite(document).Name


@rule("one step of Undo, named after the event, restores the document")
def _(document):
    document.Text.setString("The powers refused.")
    caret(document).gotoEnd(False)
    before = standing(document)
    name = cite(document, quotation=1).Name
    titles = document.UndoManager.getAllUndoActionTitles()
    assert len(titles) == len(before["undo"]) + 1, titles
    assert re.match(r"Insert citation: \S.*", titles[0]), titles[0]
    after = content(document)
    document.UndoManager.undo()
    same(content(document), {k: before[k] for k in after})
    assert document.isModified() == before["modified"]
    document.UndoManager.redo()
    same(content(document), after)
    again = document.Bookmarks.getByName(name)
    assert again.Anchor.String == document.Footnotes.getByIndex(0).String


@rule("the step of Undo is named in the office's language")
def _(document):
    cite(document, words="fr")
    title = document.UndoManager.getAllUndoActionTitles()[0]
    assert title.startswith("Insérer la référence\u00a0: "), title


@rule("titles are italic by a named style, the paragraph keeps the user's")
def _(document):
    cite(document, parts=ALL)
    note = document.Footnotes.getByIndex(0)
    look = runs(note)
    assert look[0] == ("paragraph", "Footnote"), look[0]
    titles = [r for r in look if r[2:3] == ("Citation Title",)]
    assert titles and all(r[3] == "ITALIC" for r in titles), look
    plain = [r for r in look if r[0] == "Text" and r[2] == ""]
    assert plain and all(r[3] == "NONE" for r in plain), look
    styles = document.StyleFamilies.getByName("CharacterStyles")
    assert styles.getByName("Citation Title").CharPosture == ITALIC


@rule("a style the writer has changed stays changed")
def _(document):
    cite(document)
    style = document.StyleFamilies.getByName("CharacterStyles").getByName(
        "Citation Title")
    style.CharUnderline = 1
    cite(document)
    assert style.CharUnderline == 1


@rule("the wording has its own style and changes nothing of the look")
def _(document):
    cite(document, quotation=1, parts=WORDING)
    quoted = [r for r in runs(document.Footnotes.getByIndex(0))
              if r[2:3] == ("Citation Quotation",)]
    assert quoted and quoted[0][3] == "NONE", quoted


SMALL_CAPITALS = 4  # com.sun.star.style.CaseMap
LOOKS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note"
 version="1.0"><info><title>Looks</title><id>looks</id></info><citation><layout>
<group delimiter=", "><text variable="description" font-style="italic"
 font-variant="small-caps"/><text value="bold" font-weight="bold"/>
<text value="underlined" text-decoration="underline"/>
<text value="raised" vertical-align="sup"/>
<text value="lowered" vertical-align="sub"/>
<text variable="quotation" font-style="italic"/></group></layout></citation>
</style>"""


def cite_looks(document):
    """A note in a style that has all looks; returns its runs."""
    file = office.data() / "styles" / "looks.csl"
    file.write_text(LOOKS)
    file.chmod(0o644)
    cite(document, style="looks", parts=WORDING, quotation=1)
    return look_of(document)


def sign(number):
    return (number > 0) - (number < 0)


def look_of(document):
    """The first note's runs by style: slant, capitals, weight, line, height.
    Word knows whether text is raised, not how far."""
    note = document.Footnotes.getByIndex(0)
    portions = note.createEnumeration().nextElement().createEnumeration()
    found = {}
    while portions.hasMoreElements():
        run = portions.nextElement()
        if run.TextPortionType == "Text" and run.String.strip(", "):
            found[run.CharStyleName.replace("Citation ", "")] = (
                run.CharPosture.value, run.CharCaseMap, run.CharWeight,
                run.CharUnderline, sign(run.CharEscapement))
    return found


@rule("small capitals have a named style")
def _(document):
    cite(document, id=MEMORANDUM, style="mhra-4", parts=SOURCE)
    found = [r[1] for r in runs(document.Footnotes.getByIndex(0))
             if r[2:3] == ("Citation Small Capitals",)]
    assert found == ["iv"], found
    assert look_of(document)["Small Capitals"][1] == SMALL_CAPITALS


@rule("each look has a style of its own; of two the second is on the run")
def _(document):
    found = cite_looks(document)
    assert found == {
        "Title": ("ITALIC", SMALL_CAPITALS, 100, 0, 0),
        "Bold": ("NONE", 0, 150, 0, 0), "Underlined": ("NONE", 0, 100, 1, 0),
        "Superscript": ("NONE", 0, 100, 0, 1),
        "Subscript": ("NONE", 0, 100, 0, -1),
        "Quotation": ("ITALIC", 0, 100, 0, 0)}, found
    document.UndoManager.undo()
    assert content(document)["styles"] == [], content(document)["styles"]


@rule("another style writes another note of the same event")
def _(document):
    found = set()
    for style in "chicago-17", "mhra-4", "oscola-4", "aglc-4":
        found.add(cite(document, style=style).Anchor.String)
        document.UndoManager.undo()
    assert len(found) == 4, found


def languages(text):
    return {r[4] for r in runs(text) if r[0] == "Text" and r[1].strip()}


@rule("a French note in an English document is French throughout")
def _(document):
    cite(document, parts=DATE, language="fr")
    assert languages(document.Footnotes.getByIndex(0)) == {"fr"}


@rule("an English note in a British document stays British")
def _(document):
    document.StyleFamilies.getByName("ParagraphStyles").getByName(
        "Standard").CharLocale = Locale("en", "GB", "")
    cite(document, parts=DATE)
    note = document.Footnotes.getByIndex(0).createTextCursor()
    note.gotoEnd(True)
    assert note.CharLocale.Country == "GB", note.CharLocale.Country


@rule("a run in another language than the note is marked as such")
def _(document):
    cite(document, id="1954-03-31-soviet-note", quotation=3)
    look = runs(document.Footnotes.getByIndex(0))
    quoted = [r[4] for r in look if r[2:3] == ("Citation Quotation",)]
    assert quoted and set(quoted) == {"ru"}, look
    assert "en" in languages(document.Footnotes.getByIndex(0)), look


@rule("the language is the paragraph style's, not that of a quotation")
def _(document):
    standard = document.StyleFamilies.getByName("ParagraphStyles").getByName(
        "Standard")
    standard.CharLocale = Locale("fr", "FR", "")
    document.Text.setString("Il a dit: completely unreal")
    word = document.Text.createTextCursor()
    word.goRight(10, False)
    word.gotoEnd(True)
    word.CharLocale = Locale("en", "GB", "")
    caret(document).gotoEnd(False)
    assert call(document, "language") == "fr"
    standard.CharLocale = Locale("zxx", "", "")
    assert call(document, "language") == "en"


# Elsewhere


def goes_in_as_text(document, text, position):
    """Cites with the caret at the position; the text then holds the citation,
    its bookmark around it, and the caret is behind it. Undo takes it out."""
    cursor = caret(document)
    cursor.gotoRange(position, False)
    assert call(document, "place") == "text", call(document, "place")
    notes, before = document.Footnotes.Count, text.String
    mark = cite(document, parts=DATE | SOURCE)
    name, whole = mark.Name, mark.Anchor.String
    assert document.Footnotes.Count == notes
    assert whole and text.String == before + whole
    assert is_at(cursor, mark.Anchor.End), "caret is elsewhere"
    document.UndoManager.undo()
    assert text.String == before, text.String
    document.UndoManager.redo()
    assert document.Bookmarks.getByName(name).Anchor.String == whole


@rule("in a header it goes in as text")
def _(document):
    text = header(document)
    goes_in_as_text(document, text, text.End)


@rule("in a table in a header it goes in as text")
def _(document):
    cell = new_table(document, header(document)).getCellByName("A1")
    goes_in_as_text(document, cell, cell.End)


@rule("in a footer it goes in as text")
def _(document):
    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    style.FooterIsOn = True
    goes_in_as_text(document, style.FooterText, style.FooterText.End)


@rule("in a frame it goes in as text")
def _(document):
    frame = new_frame(document)
    goes_in_as_text(document, frame, frame.End)


@rule("in a footnote it goes in as text")
def _(document):
    note = new_note(document, "Footnote")
    goes_in_as_text(document, note, note.End)


@rule("in an endnote it goes in as text")
def _(document):
    note = new_note(document, "Endnote")
    goes_in_as_text(document, note, note.End)


@rule("as text behind a quotation it is in the citation's language")
def _(document):
    text = header(document, "irréaliste ")
    word = text.createTextCursor()
    word.gotoEnd(True)
    word.CharLocale = Locale("fr", "FR", "")
    caret(document).gotoRange(text.End, False)
    mark = cite(document, parts=DATE)
    assert mark.Anchor.CharLocale.Language == "en"


@rule("in a table it is a footnote of the cell")
def _(document):
    cell = new_table(document, document.Text).getCellByName("B2")
    cell.setString("cell")
    caret(document).gotoRange(cell.End, False)
    assert call(document, "place") == "footnote"
    cite(document)
    anchor = document.Footnotes.getByIndex(0).Anchor
    assert is_at(caret(document), anchor.End)
    assert re.match("cell.", cell.String) and len(cell.String) == 5
    document.UndoManager.undo()
    assert cell.String == "cell" and document.Footnotes.Count == 0


@rule("with cells selected it stands in the last of them, which keep their text")
def _(document):
    table = new_table(document, document.Text)
    for name in table.CellNames:
        table.getCellByName(name).setString(name)
    document.CurrentController.select(table.getCellRangeByName("A1:B2"))
    cite(document)
    cells = [table.getCellByName(n).String for n in table.CellNames]
    assert [c[:2] for c in cells] == ["A1", "B1", "A2", "B2"], cells
    assert document.Footnotes.Count == 1


@rule("what is selected stays, and the note stands after it")
def _(document):
    document.Text.setString("The powers refused. They said why.")
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(4, False)
    cursor.goRight(6, True)
    assert cursor.String == "powers"
    cite(document)
    assert re.match("The powers.? refused", document.Text.String)
    anchor = document.Footnotes.getByIndex(0).Anchor
    word = document.Text.createTextCursor()
    word.gotoRange(anchor.Start, True)
    assert word.String == "The powers", word.String
    assert is_at(cursor, anchor.End)


@rule("the note stands after a selection made backwards, too")
def _(document):
    document.Text.setString("The powers refused.")
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(10, False)
    cursor.goLeft(6, True)
    cite(document)
    word = document.Text.createTextCursor()
    word.gotoRange(document.Footnotes.getByIndex(0).Anchor.Start, True)
    assert word.String == "The powers", word.String


def goes_nowhere(document, reason):
    before = content(document)
    answer = call(document, "place")
    assert answer.startswith("nowhere: ") and reason in answer, answer
    answer = insert(document)
    assert answer.startswith("error") and reason in answer, answer
    same(content(document), before)
    french = call(document, "place", words="fr")
    assert french != call(document, "place"), "no French reason"


@rule("in a comment it goes nowhere, and says so")
def _(document):
    document.Text.setString("The powers refused.")
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:InsertAnnotation", "", 0, ())
    goes_nowhere(document, "comment")


@rule("on a selected frame it goes nowhere, and says so")
def _(document):
    document.CurrentController.select(new_frame(document))
    goes_nowhere(document, "object")


@rule("in protected text it goes nowhere, and says so")
def _(document):
    document.Text.setString("The powers refused.")
    section = document.createInstance("com.sun.star.text.TextSection")
    section.IsProtected = True
    whole = document.Text.createTextCursor()
    whole.gotoEnd(True)
    document.Text.insertTextContent(whole, section, True)
    caret(document).gotoRange(section.Anchor.Start, False)
    goes_nowhere(document, "can’t be changed")


@rule("in a read-only document it goes nowhere, and says so")
def _(document):
    document.Text.setString("The powers refused.")
    path = office.directory / "tmp" / "read-only.odt"
    document.storeToURL(path.as_uri(), ())
    read_only = office.open(path, ReadOnly=True)
    try:
        goes_nowhere(read_only, "read-only")
        assert not read_only.isModified()
    finally:
        office.close(read_only)


@rule("of two documents the one of the given frame gets the note")
def _(document):
    other = office.new_writer()
    try:
        cite(document)
        assert document.Footnotes.Count == 1 and other.Footnotes.Count == 0
    finally:
        office.close(other)


@rule("in an input field it goes nowhere, and says so")
def _(document):
    field = document.createInstance("com.sun.star.text.textfield.Input")
    document.Text.insertTextContent(document.Text.Start, field, False)
    field.Content = "input"
    field.update()
    caret(document).gotoStart(False)
    caret(document).goRight(3, False)
    goes_nowhere(document, "can’t be changed")


# What is kept


@rule("a typed locator is kept in a property that the name leads to")
def _(document):
    mark = cite(document, id=TREATY, locator="art. 4", language="en")
    assert mark.Name[25] == "p", mark.Name
    assert kept(document) == {
        "NoteVerbale." + mark.Name[19:25]: "1|article|4||"}, kept(document)


@rule("marks inside a locator are kept apart from the marks of the format")
def _(document):
    cite(document, locator="p. 3|4 %", variant=1)
    assert list(kept(document).values()) == ["1|page|3%7C4 %25||1"], (
        kept(document))


@rule("ODT keeps text, bookmark, styles and property")
def _(document):
    mark = cite(document, id=TREATY, locator="art. 4")
    path = office.directory / "tmp" / "kept.odt"
    document.storeToURL(path.as_uri(), ())
    again = office.open(path)
    try:
        same(content(again), {
            k: v for k, v in content(document).items() if k != "header"})
        assert kept(again) == kept(document)
        assert again.Bookmarks.getByName(mark.Name).Anchor.String
    finally:
        office.close(again)


@rule("DOCX keeps the looks, with the styles they come from")
def _(document):
    looks = cite_looks(document)
    path = office.directory / "tmp" / "kept.docx"
    document.storeToURL(path.as_uri(), properties(
        FilterName="MS Word 2007 XML"))
    again = office.open(path)
    try:
        found = look_of(again)
        assert found == looks, "%r, not %r" % (found, looks)
    finally:
        office.close(again)


@rule("recorded changes are recorded: reject takes the citation out")
def _(document):
    document.Text.setString("The powers refused.")
    document.RecordChanges = True
    caret(document).gotoEnd(False)
    cite(document)
    assert document.RecordChanges
    assert document.Redlines.hasElements()
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:RejectAllTrackedChanges", "",
        0, ())
    assert document.Text.String == "The powers refused."
    assert document.Footnotes.Count == 0


# Trouble


@rule("an event that is not there changes nothing")
def _(document):
    before = standing(document)
    assert insert(document, id="1954-05-07").startswith("error")
    assert insert(document, quotation=200).startswith("error")
    same(standing(document), before)


@rule("while Undo is locked nothing is written, since it could not be undone")
def _(document):
    type_at(caret(document), "The powers refused.")
    document.UndoManager.lock()
    before = content(document)
    for words, reason in ("en", "Undo is locked"), ("fr", "verrouillée"):
        answer = insert(document, words=words)
        assert answer.startswith("error") and reason in answer, answer
    same(content(document), before)
    document.UndoManager.unlock()


@rules.rule("a writer who keeps no Undo gets the citation all the same")
def _():
    def test(document):
        document.Text.setString("The powers refused.")
        caret(document).gotoEnd(False)
        cite(document)
        assert document.Footnotes.Count == 1
    without_undo(test)


def fail_without_undo(document, forget, **values):
    """Lets each call in turn throw; what Undo would take back, styles apart,
    is taken back by hand. A citation that is whole all the same the test
    itself forgets."""
    number, failures = 0, 0
    while True:
        number += 1
        before = content(document)
        answer = insert(document, fault=number, **values)
        if answer.startswith("done"):
            forget()
            if int(answer.split()[1]) < number:
                break
        failures += answer.startswith("error")
        after = content(document)
        before["styles"] = after["styles"]
        try:
            same(after, before)
            assert not document.hasControllersLocked(), "locked"
        except AssertionError as error:
            raise AssertionError("call %d: %s\n  %s" % (
                number, answer, error)) from None
    assert failures > 30, "only %d calls failed" % failures


@rules.rule("without Undo, too, a call that throws leaves no half citation")
def _():
    def test(document):
        document.Text.setString("The powers refused.")
        caret(document).gotoEnd(False)
        fail_without_undo(
            document, lambda: document.Footnotes.getByIndex(0).dispose(),
            quotation=1, locator="p. 3")
    without_undo(test)


@rules.rule("nor does it in a header, without Undo")
def _():
    def test(document):
        text = header(document)

        def forget():
            for bookmark in document.Bookmarks:
                bookmark.dispose()
            text.setString("head")
            caret(document).gotoRange(text.End, False)

        caret(document).gotoRange(text.End, False)
        fail_without_undo(document, forget, parts=DATE | SOURCE)
    without_undo(test)


@rule("any call that throws leaves the document as it was")
def _(document):
    document.Text.setString("The powers refused.")
    caret(document).gotoEnd(False)
    fail_each_call(document, insert, quotation=1, locator="p. 3",
                   language="fr")


@rule("so does any call that throws when its work is done")
def _(document):
    document.Text.setString("The powers refused.")
    caret(document).gotoEnd(False)
    fail_each_call(document, insert, is_after=True, quotation=1,
                   locator="p. 3", language="fr")


@rule("any call that throws leaves a header as it was")
def _(document):
    caret(document).gotoRange(header(document).End, False)
    fail_each_call(document, insert, parts=DATE | SOURCE)


@rule("after a failure a selection is selected again")
def _(document):
    document.Text.setString("The powers refused.")
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(10, True)
    before = standing(document)
    calls = int(insert(document).split()[1])
    document.UndoManager.undo()
    cursor.gotoStart(False)
    cursor.goRight(10, True)
    answer = insert(document, fault=calls - 8)
    assert answer.startswith("error"), answer
    assert cursor.String == before["selected"], cursor.String


if __name__ == "__main__":
    with office:
        rules.main()
