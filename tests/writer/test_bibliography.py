#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The list of works in a document: where it goes, how it follows the
citations, what of it stays the writer's, and how it is undone."""
import re

from room import (DATE, EVENT, SOURCE, STRIDE, TREATY, call, caret, cite, content,
                  header, insert, new_note, new_table, office, rule, same,
                  standing)
from office import properties
import rules

NOTE = "1954-03-31-soviet-note"
SPEECH = "1953-04-16-chance-for-peace"
TITLE, GROUP = "Citation List Heading", "Citation List Group"
ARCHIVE, ENTRY = "Citation List Archive", "Citation List Entry"
END = re.compile(r"nvl1_([az])_([a-z]{2})_([a-z0-9]{6})$")


def add(document, id=NOTE, **values):
    """A citation at the beginning of the text, behind a sentence."""
    document.Text.insertString(document.Text.Start, "The powers refused. ",
                               False)
    cursor = document.Text.createTextCursorByRange(document.Text.Start)
    cursor.goRight(19, False)
    caret(document).gotoRange(cursor, False)
    return cite(document, id=id, parts=DATE | SOURCE, **values)


def paragraphs(document):
    """Each with its style and text."""
    found, all_ = [], document.Text.createEnumeration()
    while all_.hasMoreElements():
        paragraph = all_.nextElement()
        if hasattr(paragraph, "ParaStyleName"):
            found.append((paragraph.ParaStyleName, paragraph.String))
        else:
            found.append(("table", ""))
    return found


def listed(document):
    """The paragraphs between the bookmarks, which have one tail."""
    ends = {}
    for name in document.Bookmarks.ElementNames:
        match = END.match(name)
        if match:
            assert match.group(1) not in ends, "two lists"
            ends[match.group(1)] = match.group(3), name
    if not ends:
        return None
    assert ends["a"][0] == ends["z"][0], ends
    first, last = (document.Bookmarks.getByName(ends[end][1]).Anchor
                   for end in "az")
    text = document.Text
    found = []
    for style, string in paragraphs(document):
        found.append((style, string))
    begin = [i for i, (s, t) in enumerate(found) if t == first.String]
    end = [i for i, (s, t) in enumerate(found) if t == last.String]
    return found[begin[-1]:end[-1] + 1]


def entries(document):
    return [text for style, text in listed(document) if style == ENTRY]


def write(document, style="chicago-17", **values):
    answer = call(document, "list-write", style=style, **values)
    assert answer.startswith("done"), answer
    return answer


def essay(document, *ids):
    """The citations, then an empty paragraph with the caret in it."""
    for id in ids or (NOTE, TREATY):
        add(document, id=id)
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    document.Text.insertControlCharacter(cursor, 0, False)
    caret(document).gotoRange(document.Text.End, False)


def refresh(document, style="chicago-17"):
    answer = call(document, "refresh", style=style)
    assert answer.startswith("done"), answer


def undo_titles(document):
    return document.UndoManager.getAllUndoActionTitles()


# Writing it


@rule("the list stands in the empty paragraph at the caret, grouped")
def _(document):
    essay(document)
    write(document)
    found = listed(document)
    assert found[0] == (TITLE, "Bibliography"), found
    assert found[1] == (GROUP, "Published documents"), found
    assert [style for style, _ in found[2:]] == [ENTRY, ENTRY], found
    assert found[2][1].startswith("North Atlantic Treaty, April 4, 1949"), found
    assert found[3][1].startswith("Soviet Government. Note to"), found
    assert paragraphs(document)[1:] == found, paragraphs(document)


@rule("where the paragraph at the caret has text, the list stands behind it")
def _(document):
    add(document)
    caret(document).gotoStart(False)
    write(document)
    assert paragraphs(document)[0][1].startswith("The powers refused."), (
        paragraphs(document))
    assert paragraphs(document)[1][0] == TITLE, paragraphs(document)


@rule("a document without citations has a title alone, which fills later")
def _(document):
    document.Text.setString("Text.")
    write(document)
    assert listed(document) == [(TITLE, "Bibliography")], listed(document)
    caret(document).gotoStart(False)
    cite(document, parts=DATE | SOURCE)
    assert len(entries(document)) == 1, listed(document)


@rule("the list is in the language of the paragraph, whatever the notes are in")
def _(document):
    essay(document, TREATY)
    locale = document.CharLocale
    locale.Language, locale.Country = "fr", "FR"
    document.StyleFamilies.getByName("ParagraphStyles").getByName(
        "Standard").CharLocale = locale
    write(document, style="histoire")
    assert listed(document)[0][1] == "Sources et bibliographie", (
        listed(document))
    assert "Recueil des traités des Nations unies, vol. 34." in (
        entries(document)[0].replace("\u00a0", " ")), entries(document)


@rule("entries have the character styles of notes, and hang where the style "
      "wants it")
def _(document):
    essay(document, SPEECH)
    write(document)
    styles = document.StyleFamilies.getByName("CharacterStyles")
    assert styles.hasByName("Citation Title")
    last = [n for n in document.Bookmarks.ElementNames
            if n.startswith("nvl1_z")][0]
    anchor = document.Bookmarks.getByName(last).Anchor
    portions = anchor.Text.createTextCursorByRange(
        anchor).createEnumeration().nextElement().createEnumeration()
    looks = {}
    while portions.hasMoreElements():
        portion = portions.nextElement()
        looks[portion.String] = portion.CharStyleName
    assert "Citation Title" in looks.values(), looks
    style = document.StyleFamilies.getByName("ParagraphStyles").getByName(ENTRY)
    assert style.ParaFirstLineIndent == -style.ParaLeftMargin == -1000, (
        style.ParaFirstLineIndent, style.ParaLeftMargin)


@rule("documents of an archive stand under its name")
def _(document):
    essay(document, "1949-04-12-uk-reply")
    write(document, style="oscola-4")
    assert [style for style, _ in listed(document)] == [
        TITLE, GROUP, ARCHIVE, ENTRY], listed(document)


@rule("it can't stand in a header, a note or a frame, and says why")
def _(document):
    note = new_note(document, "Footnote")
    for range in note.End, header(document).End:
        caret(document).gotoRange(range, False)
        before = standing(document)
        for words, reason in ("en", "outside of notes"), ("fr", "hors des"):
            answer = call(document, "list-write", style="chicago-17",
                          words=words)
            assert answer.startswith("error") and reason in answer, answer
        same(standing(document), before)


@rule("a list in a cell of a table stays in it")
def _(document):
    add(document)
    cell = new_table(document, document.Text).getCellByName("A1")
    caret(document).gotoRange(cell.End, False)
    write(document)
    assert cell.String.startswith("Bibliography\n"), cell.String
    before = cell.String
    add(document, id=TREATY)
    assert "North Atlantic Treaty" in cell.String and before != cell.String


# Following


@rule("an act that cites something new brings its entry, and nothing else is "
      "written")
def _(document):
    essay(document)
    write(document)
    kept = document.Bookmarks
    before = entries(document)
    add(document, id=SPEECH)
    after = entries(document)
    assert len(after) == 3 and set(before) < set(after), after
    assert after[0].startswith("Eisenhower, Dwight D."), after
    assert undo_titles(document)[0].startswith("Insert citation"), (
        undo_titles(document))
    document.UndoManager.undo()
    assert entries(document) == before, entries(document)
    document.UndoManager.redo()
    assert entries(document) == after, entries(document)


@rule("a new last entry is inside the list, a deleted one leaves it")
def _(document):
    essay(document, TREATY)
    write(document)
    mark = add(document, id="1980-01-14-unga-es-6-2")
    assert entries(document)[-1].startswith("United Nations"), listed(document)
    anchor = document.Footnotes.getByIndex(0).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")
    write(document)
    assert [e[:14] for e in entries(document)] == ["North Atlantic"], (
        listed(document))


@rule("when nothing in it changes nothing is written, and no step made")
def _(document):
    essay(document)
    write(document)
    before = standing(document)
    write(document)
    same(standing(document), before)


@rule("another style writes the list anew in its own groups")
def _(document):
    essay(document)
    write(document)
    refresh(document, "oscola-4")
    write(document, "oscola-4")
    assert (GROUP, "Treaties") in listed(document), listed(document)


def entry_paragraph(document, start):
    all_ = document.Text.createEnumeration()
    while all_.hasMoreElements():
        paragraph = all_.nextElement()
        if hasattr(paragraph, "ParaStyleName") and (
                paragraph.String.startswith(start)):
            return paragraph
    raise AssertionError("no paragraph " + start)


@rule("the look that the writer gave an entry stays while others change")
def _(document):
    essay(document)
    write(document)
    entry_paragraph(document, "Soviet Government. Note").ParaLeftMargin = 2000
    entry_paragraph(document, "North Atlantic Treaty").ParaStyleName = "Quotations"
    add(document, id=SPEECH)
    margin = entry_paragraph(document, "Soviet Government. Note").ParaLeftMargin
    style = entry_paragraph(document, "North Atlantic Treaty").ParaStyleName
    assert (margin, style) == (2000, "Quotations"), (margin, style)
    new = entry_paragraph(document, "Eisenhower")
    assert new.ParaStyleName == ENTRY and new.ParaLeftMargin == 1000, (
        new.ParaStyleName, new.ParaLeftMargin)


@rule("the title, and the writer's text before and behind the list, stay")
def _(document):
    essay(document)
    write(document)
    title = entry_paragraph(document, "Bibliography")
    cursor = document.Text.createTextCursorByRange(title.Start)
    cursor.goRight(4, False)
    document.Text.insertString(cursor, "!", False)
    document.Text.insertString(document.Text.End, " And my own words.", False)
    add(document, id="1980-01-14-unga-es-6-2")
    texts = [text for _, text in paragraphs(document)]
    assert "Bibl!iography" in texts, texts
    assert texts[-1] == " And my own words.", texts
    assert texts[-2].startswith("United Nations"), texts


@rule("an entry that was changed by hand is written again by the next act")
def _(document):
    essay(document)
    write(document)
    before = entries(document)
    entry_paragraph(document, "Soviet Government. Note").setString("mine")
    add(document, id=NOTE)
    assert entries(document) == before, entries(document)


@rule("a list that lost its last bookmark goes on to the last of its styles")
def _(document):
    essay(document)
    write(document)
    last = [n for n in document.Bookmarks.ElementNames
            if n.startswith("nvl1_z")][0]
    document.Bookmarks.getByName(last).dispose()
    add(document, id=SPEECH)
    assert len(entries(document)) == 3, listed(document)


@rule("a list whose title was deleted is plain text")
def _(document):
    essay(document)
    write(document)
    first = [n for n in document.Bookmarks.ElementNames
             if n.startswith("nvl1_a")][0]
    document.Bookmarks.getByName(first).dispose()
    before = paragraphs(document)[1:]
    add(document, id=SPEECH)
    assert paragraphs(document)[1:] == before, paragraphs(document)
    assert call(document, "list-has").endswith(": 0")


@rule("a table that was put into the list leaves it alone")
def _(document):
    essay(document)
    write(document)
    paragraph = entry_paragraph(document, "North Atlantic Treaty")
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(1, 1)
    document.Text.insertTextContent(paragraph.End, table, False)
    add(document, id=SPEECH)
    answer = call(document, "list-remove", style="chicago-17")
    assert "A table stands in the list" in answer, answer
    assert document.TextTables.Count == 1
    assert [t[:10] for _, t in paragraphs(document)].count("Eisenhower") == 0


@rule("a bookmark whose name only looks like a list's is none")
def _(document):
    for name in ("nvl1_", "nvl1_a_en_", "nvl1_a_en_zzzzz", "nvl2_a_en_zzzzzz",
                 "nvl1_a_EN_zzzzzz", "xnvl1_a_en_zzzzzz"):
        mark = document.createInstance("com.sun.star.text.Bookmark")
        mark.Name = name
        document.Text.insertTextContent(document.Text.Start, mark, False)
    assert call(document, "list-has").endswith(": 0")


@rule("recorded changes: the list is not recorded, recording goes on")
def _(document):
    essay(document)
    write(document)
    document.RecordChanges = True
    add(document, id=SPEECH)
    assert document.RecordChanges
    assert len(entries(document)) == 3, listed(document)
    add(document, id=SPEECH)
    assert len(entries(document)) == 3, listed(document)


@rule("through DOCX the list is found again and follows")
def _(document):
    essay(document)
    write(document)
    path = office.directory / "tmp" / "list.docx"
    document.storeToURL(path.as_uri(),
                        properties(FilterName="MS Word 2007 XML"))
    again = office.open(path)
    try:
        assert call(again, "list-has").endswith(": 1")
        add(again, id=SPEECH)
        texts = [text for _, text in paragraphs(again)]
        assert len([t for t in texts if t.startswith("Eisenhower")]) == 1, texts
        assert len([t for t in texts if t.startswith("Soviet Gov")]) == 1, texts
        assert "." not in texts, texts
    finally:
        office.close(again)


# Removing


@rule("removing takes it out whole, and what stands around it stays")
def _(document):
    essay(document)
    before = paragraphs(document)
    write(document)
    answer = call(document, "list-remove", style="chicago-17")
    assert answer.startswith("done"), answer
    assert paragraphs(document) == before[:-1], paragraphs(document)
    assert not [n for n in document.Bookmarks.ElementNames
                if n.startswith("nvl1")]
    assert undo_titles(document)[0] == "Remove the list of works"


@rule("a list at the very beginning leaves an empty paragraph as it was")
def _(document):
    write(document)
    answer = call(document, "list-remove", style="chicago-17")
    assert answer.startswith("done"), answer
    assert paragraphs(document) == [("Standard", "")], paragraphs(document)


@rule("where there is no list to remove it says so")
def _(document):
    for words, reason in ("en", "no list"), ("fr", "pas de liste"):
        answer = call(document, "list-remove", style="chicago-17", words=words)
        assert answer.startswith("error") and reason in answer, answer


# Undo and trouble


@rule("one Undo restores exactly what was, Redo what it had become")
def _(document):
    essay(document)
    before = content(document)
    write(document, words="fr")
    assert undo_titles(document)[0] == "Liste des sources"
    after = content(document)
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)
    call(document, "list-remove", style="chicago-17")
    gone = content(document)
    document.UndoManager.undo()
    same(content(document), after)
    document.UndoManager.redo()
    same(content(document), gone)


@rule("the paragraph styles that came with it have their parents after Redo, "
      "too")
def _(document):
    essay(document)
    write(document)
    styles = document.StyleFamilies.getByName("ParagraphStyles")
    names = [name for name in styles.ElementNames
             if name.startswith("Citation List")]

    def parents():
        return {name: (styles.getByName(name).ParentStyle,
                       styles.getByName(name).FollowStyle) for name in names}

    before = parents()
    assert len(before) == 4 and all(p for p, _ in before.values()), before
    document.UndoManager.undo()
    assert not any(styles.hasByName(name) for name in names)
    document.UndoManager.redo()
    assert parents() == before, (parents(), before)


def each_call_throws(document, act, least, **values):
    """Calls of an act made to throw in turn leave all as it was: one of STRIDE
    of them (room.py)."""
    number, failures = 1 - STRIDE, 0
    caret(document).gotoStart(False)
    while True:
        number += STRIDE
        before = standing(document)
        answer = act(fault=number, **values)
        if answer.startswith("done"):
            if int(re.search(r"\d+", answer).group()) < number:
                return failures
            if undo_titles(document) != before["undo"]:
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


@rule("any call that throws while it is written leaves the document as it was")
def _(document):
    essay(document, NOTE)
    failures = each_call_throws(
        document, lambda **values: call(document, "list-write",
                                        style="chicago-17", **values), 0)
    assert failures > 60 // STRIDE, failures


@rule("any call that throws while it follows leaves the document as it was")
def _(document):
    essay(document, NOTE)
    write(document)
    add(document, id=TREATY)
    entry_paragraph(document, "North Atlantic Treaty").setString("mine")
    caret(document).gotoStart(False)
    failures = each_call_throws(
        document, lambda **values: call(document, "list-write",
                                        style="chicago-17", **values), 0)
    assert failures > 60 // STRIDE, failures


@rule("any call that throws while it is removed leaves the document as it was")
def _(document):
    essay(document, NOTE)
    write(document)
    caret(document).gotoStart(False)
    failures = each_call_throws(
        document, lambda **values: call(document, "list-remove",
                                        style="chicago-17", **values), 0)
    assert failures > 40 // STRIDE, failures


# For other programs


@rule("what is cited goes to other programs, each event once")
def _(document):
    add(document)
    add(document, id=TREATY)
    add(document)
    assert call(document, "export", text="ris",
                style="chicago-17").count("ER  -") == 2
    assert call(document, "export", text="bibtex",
                style="chicago-17").count("@") >= 2
    assert call(document, "export", text="csl-json",
                style="chicago-17").startswith("[")


@rule("a document without citations exports nothing")
def _(document):
    assert call(document, "export", text="ris", style="chicago-17") == ""


if __name__ == "__main__":
    with office:
        rules.main()
