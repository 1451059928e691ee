# SPDX-License-Identifier: MPL-2.0
"""Documents with citations of every kind, and what must come back of them when
they went through a file: for the tests of round trips and of long runs."""
import json

from room import (DATE, EVENT, MEMORANDUM, SOURCE, TREATY, WORDING, call, caret,
                  cite, header, new_frame, new_note, new_table, office)
from office import properties

NOTE = "1954-03-31-soviet-note"
STYLE = "mhra-4"  # italics and small capitals
FILTERS = {"odt": "writer8", "fodt": "OpenDocument Text Flat XML",
           "docx": "MS Word 2007 XML", "rtf": "Rich Text Format",
           "doc": "MS Word 97"}

# What is cited, in turn: all parts, wordings in their own language, small
# capitals, locators, a source chosen by hand. Five events and five languages
# don't go in step.
CITED = [
    dict(id=NOTE, parts=DATE | SOURCE),
    dict(id=MEMORANDUM, parts=SOURCE, locator="doc. 139"),
    dict(id=NOTE, parts=DATE | WORDING | SOURCE, quotation=3),
    dict(id=TREATY, parts=DATE | SOURCE, locator="art. 4"),
    dict(id=EVENT, parts=DATE | WORDING | SOURCE, quotation=1),
    dict(id=TREATY, parts=DATE, locator="preamble"),
    dict(id=EVENT, parts=DATE | SOURCE, locator="p. 757"),
]
LANGUAGES = ["en", "fr", "de", "es", "ru"]


# Looking


def census(document, style=STYLE):
    """All citations, as the component counts them from nothing."""
    answer = call(document, "census", style=style)
    assert answer.lstrip().startswith("["), answer[:500]
    return json.loads(answer)


def refresh(document, style=STYLE):
    """Returns how many there are, were written, are by hand, are lost."""
    answer = call(document, "refresh", style=style)
    assert answer.startswith("done"), answer
    return [int(part.split()[-1])
            for part in answer.split(": ")[1].split(", ")]


def range_of(document, citation):
    """The whole text of a citation, whose bookmark a filter may have cut."""
    anchor = document.Bookmarks.getByName(citation["name"]).Anchor
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    cursor.goRight(len(citation["text"]), True)
    return cursor


def look(document, citation):
    """Its runs of one look: slant, capitals, weight, height, language."""
    found = []
    cursor = range_of(document, citation)
    for portion in cursor.createEnumeration().nextElement():
        if portion.TextPortionType != "Text" or not portion.String:
            continue
        part = (portion.CharPosture.value, portion.CharCaseMap,
                portion.CharWeight, (portion.CharEscapement > 0) -
                (portion.CharEscapement < 0), portion.CharLocale.Language)
        if found and found[-1][1] == part:
            found[-1] = (found[-1][0] + portion.String, part)
        else:
            found.append((portion.String, part))
    return found


def tail(citation):
    """What stays of a name whatever a filter does to it."""
    return citation["name"][19:25]


def standing(document, style=STYLE):
    """What must come back of each citation, by its tail."""
    return {tail(c): {"text": c["text"], "look": look(document, c),
                      "property": c.get("property"), "state": c["state"]}
            for c in census(document, style)}


# Writing


def go(document, range):
    caret(document).gotoRange(range, False)


def paragraph(document, text):
    """A new last paragraph; returns its end."""
    document.Text.insertControlCharacter(document.Text.End, 0, False)
    document.Text.insertString(document.Text.End, text, False)
    return document.Text.End


def in_footnote(document, write):
    go(document, paragraph(document, "A sentence with a note."))
    write()


def in_endnote(document, write):
    paragraph(document, "A sentence with an endnote.")
    note = new_note(document, "Endnote")
    note.setString("")
    go(document, note.End)
    write()


def in_cell(document, write):
    paragraph(document, "A table:")
    cell = new_table(document, document.Text).getCellByName("B1")
    cell.setString("in a cell")
    go(document, cell.End)
    write()
    paragraph(document, "")


def in_section(document, write, columns=1):
    paragraph(document, "In a section of %d columns." % columns)
    section = document.createInstance("com.sun.star.text.TextSection")
    if columns > 1:
        layout = document.createInstance("com.sun.star.text.TextColumns")
        layout.setColumnCount(columns)
        section.TextColumns = layout
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    cursor.gotoStartOfParagraph(True)
    document.Text.insertTextContent(cursor, section, True)
    go(document, section.Anchor.End)
    write()


def in_columns(document, write):
    in_section(document, write, columns=2)


def behind_another(document, write):
    """In the last footnote, parted as a style parts them."""
    note = document.Footnotes.getByIndex(document.Footnotes.Count - 1)
    note.insertString(note.End, "; ", False)
    go(document, note.End)
    write()


def between_words(document, write):
    paragraph(document, "A note of the writer's.")
    note = new_note(document, "Footnote")
    note.setString("See ")
    go(document, note.End)
    write()
    note.insertString(note.End, " My own words follow.", False)


def in_frame(document, write):
    frame = new_frame(document)
    go(document, frame.End)
    write()


def in_header(document, write):
    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    text = style.HeaderText if style.HeaderIsOn else header(document, "")
    text.insertString(text.End, " – ", False)
    go(document, text.End)
    write()


def move_into_text(document, mark):
    """Makes text of the last note at the end of the text, with its bookmark."""
    name, text = mark.Name, mark.Anchor.String
    anchor = document.Footnotes.getByIndex(document.Footnotes.Count - 1).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")
    cursor = document.Text.createTextCursorByRange(document.Text.End)
    document.Text.insertString(cursor, text, True)
    again = document.createInstance("com.sun.star.text.Bookmark")
    again.Name = name
    document.Text.insertTextContent(cursor, again, True)


def in_text(document, write):
    go(document, paragraph(document, "Words ("))
    move_into_text(document, write())
    document.Text.insertString(document.Text.End, ") and more.", False)


def in_text_behind_a_note(document, write):
    paragraph(document, "A sentence with a note")
    new_note(document, "Footnote")
    document.Text.insertString(document.Text.End, " and (", False)
    go(document, document.Text.End)
    move_into_text(document, write())
    document.Text.insertString(document.Text.End, ") and more.", False)


# DOCX cuts short what stands behind the first note of all.
PLACES = [in_text_behind_a_note, in_footnote, in_endnote, behind_another,
          in_cell, in_section, in_text, between_words, in_columns, in_header,
          in_footnote, in_frame]


def fill(document, count, style=STYLE):
    """A document with `count` citations, all right."""
    for i in range(count):
        values = {**CITED[i % len(CITED)],
                  "language": LANGUAGES[i % len(LANGUAGES)], "style": style}
        PLACES[i % len(PLACES)](document, lambda: cite(document, **values))
    refresh(document, style)


# Files


def save(document, kind, name="trip"):
    path = office.directory / "tmp" / ("%s.%s" % (name, kind))
    document.storeToURL(path.as_uri(), properties(FilterName=FILTERS[kind]))
    return path


def through(document, kind, name="trip"):
    """The document, after it was saved and opened again."""
    return office.open(save(document, kind, name))
