#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Citations beside what else Writer has: sections protected and hidden,
columns, comments, master documents, other programs' marks."""
import re
import shutil
import subprocess

from room import (DATE, SOURCE, TREATY, call, cite, content, new_note, office,
                  rule, same)
from office import properties
from trip import (NOTE, STYLE as LOOKS, census, fill, in_columns, in_footnote,
                  refresh, save)
import rules

STYLE = "chicago-17-ibid"


def add(document, place=in_footnote, **values):
    found = []
    place(document, lambda: found.append(cite(
        document, parts=DATE | SOURCE, style=STYLE, **values)))
    return found[0]


def standing(document):
    return refresh(document, STYLE)


def delete_first(document):
    anchor = document.Footnotes.getByIndex(0).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")


def section_at_end(document, **values):
    """Of the last paragraph."""
    section = document.createInstance("com.sun.star.text.TextSection")
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    cursor.gotoStartOfParagraph(True)
    document.Text.insertTextContent(cursor, section, True)
    for name, value in values.items():
        setattr(section, name, value)


@rule("a citation in a protected section is written like any other")
def _(document):
    add(document, id=NOTE)
    add(document, id=NOTE)
    section_at_end(document, IsProtected=True)
    delete_first(document)
    assert standing(document) == [1, 1, 0, 0]
    assert document.Footnotes.getByIndex(0).String.startswith("Soviet")


@rule("one in a hidden section counts, as its note does")
def _(document):
    add(document, id=NOTE)
    section_at_end(document, IsVisible=False)
    document.Text.insertControlCharacter(document.Text.End, 0, False)
    add(document, id=NOTE)
    standing(document)
    assert [c["note"] for c in census(document, STYLE)] == list(
        range(1, document.Footnotes.Count + 1))


@rule("columns change nothing of the order")
def _(document):
    add(document, id=NOTE)
    add(document, in_columns, id=NOTE)
    add(document, id=NOTE)
    standing(document)
    texts = [c["text"] for c in census(document, STYLE)]
    assert texts[1:] == ["Ibid.", "Ibid."], texts


@rule("a comment in a citation is none of its text")
def _(document):
    mark = add(document, id=TREATY)
    comment = document.createInstance("com.sun.star.text.textfield.Annotation")
    comment.Content = "check this"
    cursor = mark.Anchor.Text.createTextCursorByRange(mark.Anchor.Start)
    cursor.goRight(6, False)
    cursor.Text.insertTextContent(cursor, comment, False)
    before = document.Footnotes.getByIndex(0).String
    assert standing(document) == [1, 0, 0, 0]
    assert document.Footnotes.getByIndex(0).String == before


# Documents of documents


def part(name, **values):
    document = office.new_writer()
    for _ in range(2):
        add(document, **values)
    standing(document)
    path = save(document, "odt", name)
    office.close(document)
    return path


@rules.rule("in a master document the notes of all its parts are one order, and "
            "the parts' own files stay as they are")
def _():
    paths = [part("first", id=NOTE), part("second", id=NOTE)]
    before = [path.read_bytes() for path in paths]
    master = office.open("private:factory/swriter/GlobalDocument")
    try:
        for path in paths:
            section = master.createInstance("com.sun.star.text.TextSection")
            link = section.FileLink
            link.FileURL = path.as_uri()
            section.FileLink = link
            master.Text.insertTextContent(master.Text.End, section, False)
        assert standing(master) == [4, 1, 0, 0]
        texts = [c["text"] for c in census(master, STYLE)]
        assert texts[1:] == ["Ibid."] * 3, texts
    finally:
        office.close(master)
    assert [path.read_bytes() for path in paths] == before


# Marks of others


def others(document):
    """A reference mark as Zotero sets it, an entry of Writer's bibliography, a
    bookmark, an index entry: in the text and in a note."""
    reference = document.createInstance("com.sun.star.text.ReferenceMark")
    reference.Name = "ZOTERO_ITEM CSL_CITATION {} RNDabcdef"
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    cursor.goLeft(5, True)
    document.Text.insertTextContent(cursor, reference, True)
    entry = document.createInstance("com.sun.star.text.textfield.Bibliography")
    document.Text.insertTextContent(document.Text.End, entry, False)
    note = new_note(document, "Footnote")
    mark = document.createInstance("com.sun.star.text.ReferenceMark")
    mark.Name = "ZOTERO_ITEM CSL_CITATION {} RNDghijkl"
    inside = note.createTextCursor()
    inside.gotoEnd(True)
    note.insertTextContent(inside, mark, True)


@rule("citations of Zotero's and of Writer's own stay as they are, and part "
      "ours")
def _(document):
    add(document, id=NOTE)
    others(document)
    add(document, id=NOTE)
    standing(document)
    assert document.ReferenceMarks.Count == 2
    assert not census(document, STYLE)[1]["text"].startswith("Ibid.")
    assert document.Footnotes.getByIndex(1).String == "note"
    before = content(document)
    assert standing(document) == [2, 0, 0, 0]
    same(content(document), before)


# Unlinking


WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" '
                  r'yMax="(.*?)">(.*?)</word>')


def printed(document, name):
    """The words on its pages, each with its place in points."""
    pdf = office.directory / "tmp" / (name + ".pdf")
    document.storeToURL(pdf.as_uri(), properties(
        FilterName="writer_pdf_Export"))
    pages = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True,
                           stdout=subprocess.PIPE).stdout.decode()
    return [(word, [float(side) for side in sides])
            for *sides, word in WORD.findall(pages)]


@rule("unlinking all leaves every printed word in its place")
def _(document):
    if not shutil.which("pdftotext"):
        raise rules.Skip("pdftotext is not there (poppler-utils)")
    fill(document, 24)
    before = printed(document, "linked")
    answer = call(document, "unlink", style=LOOKS)
    assert answer.startswith("done"), answer
    assert census(document, LOOKS) == []
    after = printed(document, "unlinked")
    assert len(before) > 500
    assert [word for word, _ in after] == [word for word, _ in before]
    # Writer sets no kern between a letter and the edge of a bookmark.
    apart = max(abs(a - b) for (_, left), (_, right) in zip(before, after)
                for a, b in zip(left, right))
    assert apart < 0.2, "%.2f points" % apart


if __name__ == "__main__":
    with office:
        rules.main()
