#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The timeline of what is cited: shapes in the text, drawn anew with the
writer's colours, whole or not at all."""
from room import *

from office import properties
import uno

NOTE = "1954-03-31-soviet-note"
CITED = (TREATY, NOTE, EVENT)
SPEECH = "1953-04-16-chance-for-peace"
DOCX = "MS Word 2007 XML"
TWELVE = CITED + (
    MEMORANDUM, "1949-04-12-uk-reply", "1952-03-10-stalin-note",
    "1955-05-14-warsaw-treaty", "1947-03-12-truman-doctrine",
    "1954-10-23-paris-agreements", "1956-10-30-soviet-declaration",
    "1968-08-21-tass-statement-czechoslovakia", "1970-08-12-moscow-treaty")


def essay(document, events=CITED, language="en"):
    """A paragraph that cites each event, an empty one with the caret, and one
    more."""
    document.Text.setString("What was said.\r\rWhat followed.")
    for event in events:
        caret(document).gotoStart(False)
        caret(document).gotoEndOfLine(False)
        answer = insert(document, id=event, parts=DATE | SOURCE,
                        language=language)
        assert answer.startswith("done"), (event, answer)
    empty = list(document.Text)[1]
    caret(document).gotoRange(empty.Start, False)


def draw(document, **values):
    answer = call(document, "timeline-draw",
                  **{"style": "chicago-17", **values})
    assert answer.startswith("done"), answer


def groups(document):
    page = document.DrawPage
    return [shape for shape in map(page.getByIndex, range(page.Count))
            if shape.ShapeType.endswith("GroupShape")]


def drawing(document):
    found = groups(document)
    assert len(found) == 1, "%d groups" % len(found)
    return found[0]


def shapes(document, role=None):
    group = drawing(document)
    found = [group.getByIndex(i) for i in range(group.Count)]
    return [s for s in found if role in (None, s.Name[5:])]


def words(document, role):
    return [shape.getString() for shape in shapes(document, role)]


def look(shape):
    cursor = shape.createTextCursor()
    cursor.gotoStart(False)
    return (cursor.CharColor, cursor.CharHeight, cursor.CharFontName,
            cursor.CharWeight)


def paint(document):
    """The writer's own wishes."""
    for shape in shapes(document, "title"):
        shape.CharColor, shape.CharHeight = 0x123456, 11.0
        shape.CharFontName = "Liberation Sans"
    for shape in shapes(document, "leader"):
        shape.LineColor, shape.LineWidth = 0x00AA00, 60
    for shape in shapes(document, "mark"):
        shape.FillColor = 0x0000AA
    shapes(document, "mark")[1].FillColor = 0xFF0000


def wishes(document):
    """What becomes of them, by roles that are known without names, too."""
    found = [shape for shape in shapes(document)]
    lines = {(s.LineColor, s.LineWidth) for s in found
             if s.ShapeType.endswith("LineShape")}
    fills = [s.FillColor for s in found
             if s.FillStyle.value == "SOLID" and s.Size.Width == s.Size.Height]
    return lines, fills


def drawn(document):
    """All of the drawing that an act may change."""
    found = []
    for group in groups(document):
        found.append([
            (shape.ShapeType, shape.Name, shape.Description, shape.Position.X,
             shape.Position.Y, shape.Size.Width, shape.Size.Height,
             shape.getString())
            for shape in map(group.getByIndex, range(group.Count))])
    return found


def through(document, filter, name):
    path = office.directory / "tmp" / name
    path.unlink(missing_ok=True)
    document.storeToURL(path.as_uri(), properties(FilterName=filter))
    return office.open(path)


def inner(shape):
    at, size = shape.Position, shape.Size
    return at.X, at.Y, at.X + size.Width, at.Y + size.Height


def text_width(document):
    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    return style.Width - style.LeftMargin - style.RightMargin


# Drawing


@rule("the events that are cited are drawn in the order of time, each once")
def _(document):
    essay(document, CITED + (TREATY,))
    draw(document)
    assert words(document, "date") == [
        "4 April 1949", "31 March 1954", "7 May 1954"], words(document, "date")
    assert words(document, "title")[0] == "North Atlantic Treaty"
    assert drawing(document).AnchorType.value == "AS_CHARACTER"


@rule("it is one step of Undo, Redo draws it again")
def _(document):
    essay(document)
    before, steps = content(document), document.UndoManager
    draw(document)
    after = content(document), drawn(document)
    assert steps.getAllUndoActionTitles()[0] == "Timeline"
    steps.undo()
    same(content(document), before)
    assert not groups(document)
    steps.redo()
    assert (content(document), drawn(document)) == after
    steps.undo()
    same(content(document), before)


@rule("it takes the empty paragraph at the caret, else one behind the caret's")
def _(document):
    essay(document)
    draw(document)
    paragraphs = document.Text.String.split("\n")
    assert len(paragraphs) == 3, paragraphs
    document.UndoManager.undo()
    caret(document).gotoStart(False)
    draw(document)
    assert document.Text.compareRegionStarts(
        drawing(document).Anchor, document.Text) < 0
    portions = [[p.TextPortionType for p in each] for each in [
        list(paragraph) for paragraph in document.Text]]
    assert portions[1] == ["Frame", "Bookmark"], portions


@rule("each shape has an alternative text, and the group tells all events")
def _(document):
    essay(document)
    draw(document)
    group = drawing(document)
    assert group.Title == "Timeline", group.Title
    lines = group.Description.split("\n")
    assert len(lines) == 3 and lines[0] == (
        "4 April 1949: North Atlantic Treaty"), lines
    assert all(shape.Description for shape in shapes(document))
    assert [s.Description for s in shapes(document, "mark")] == lines


@rule("a French essay has French words")
def _(document):
    style = document.StyleFamilies.getByName("ParagraphStyles").getByName(
        "Standard")
    locale = style.CharLocale
    locale.Language, locale.Country = "fr", "FR"
    style.CharLocale = locale
    essay(document, (TREATY, NOTE), language="fr")
    draw(document, words="fr")
    assert words(document, "date") == ["4 avril 1949", "31 mars 1954"]
    assert drawing(document).Title == "Chronologie"
    assert document.UndoManager.getAllUndoActionTitles()[0] == "Chronologie"
    assert shapes(document, "title")[0].CharLocale.Language == "fr"


@rule("twelve events stand within the text, and no words cover others")
def _(document):
    essay(document, TWELVE)
    draw(document)
    group = inner(drawing(document))
    assert group[2] - group[0] <= text_width(document), group
    boxes = [inner(shape) for role in ("date", "title", "scale")
             for shape in shapes(document, role)]
    assert len(boxes) > 24, len(boxes)
    for i, a in enumerate(boxes):
        assert group[0] - 2 <= a[0] and a[2] <= group[2] + 2, (group, a)
        for b in boxes[:i]:
            assert (a[0] >= b[2] - 2 or b[0] >= a[2] - 2 or
                    a[1] >= b[3] - 2 or b[1] >= a[3] - 2), (a, b)


@rule("words have room in their boxes as Writer sets them")
def _(document):
    essay(document, TWELVE)
    draw(document)
    for shape in shapes(document, "title") + shapes(document, "date"):
        width = shape.Size.Width
        shape.TextAutoGrowWidth = True
        assert shape.Size.Width <= width + 2, shape.getString()


@rule("in a section of two columns it is as wide as one of them")
def _(document):
    essay(document, TWELVE)
    section = document.createInstance("com.sun.star.text.TextSection")
    columns = document.createInstance("com.sun.star.text.TextColumns")
    columns.setColumnCount(2)
    section.TextColumns = columns
    document.Text.insertTextContent(caret(document), section, True)
    caret(document).gotoRange(section.Anchor.Start, False)
    draw(document)
    width = drawing(document).Size.Width
    assert 0.4 * text_width(document) < width <= 0.5 * text_width(document), (
        width)


@rule("on a narrow page it is narrow, on one that is too small it says so")
def _(document):
    essay(document, TWELVE)
    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    style.Width, style.Height = 10500, 14800
    draw(document)
    assert drawing(document).Size.Width <= text_width(document)
    style.Width, style.Height = 6500, 7000
    before = drawn(document)
    for language, reason in ("en", "have no room"), ("fr", "ne tiennent pas"):
        answer = call(document, "timeline-draw", style="chicago-17",
                      words=language)
        assert answer.startswith("error") and reason in answer, answer
    assert drawn(document) == before


@rule("where nothing is cited it says so")
def _(document):
    before = standing(document)
    for language, reason in ("en", "cite one first"), ("fr", "citez-en un"):
        answer = call(document, "timeline-draw", style="chicago-17",
                      words=language)
        assert answer.startswith("error") and reason in answer, answer
    same(standing(document), before)


@rule("it can't stand in a note, a header, a frame or a table, and says why")
def _(document):
    essay(document)
    frame = new_frame(document)
    cell = new_table(document, document.Text).getCellByName("A1")
    for range in (document.Footnotes.getByIndex(0).End, header(document).End,
                  frame.End, cell.End):
        caret(document).gotoRange(range, False)
        before = standing(document)
        for language, reason in ("en", "outside of notes"), ("fr", "hors des"):
            answer = call(document, "timeline-draw", style="chicago-17",
                          words=language)
            assert answer.startswith("error") and reason in answer, answer
        same(standing(document), before)


# Drawing anew


@rule("a document that has one gets no other: it follows where it stands")
def _(document):
    essay(document)
    draw(document)
    caret(document).gotoStart(False)
    caret(document).gotoEndOfLine(False)
    insert(document, id=SPEECH, parts=DATE | SOURCE)
    caret(document).gotoEnd(False)
    before = document.Text.String
    draw(document)
    assert document.Text.String == before
    assert words(document, "date")[1] == "16 April 1953"
    assert len(words(document, "title")) == 4


@rule("the writer's colours, lines and fonts are kept, an event's own with it")
def _(document):
    essay(document)
    draw(document)
    paint(document)
    caret(document).gotoStart(False)
    caret(document).gotoEndOfLine(False)
    insert(document, id=SPEECH, parts=DATE | SOURCE)
    draw(document)
    assert {look(s)[:3] for s in shapes(document, "title")} == {
        (0x123456, 11.0, "Liberation Sans")}
    assert {(s.LineColor, abs(s.LineWidth - 60) < 3)
            for s in shapes(document, "leader")} == {(0x00AA00, True)}
    assert [s.FillColor for s in shapes(document, "mark")] == [
        0x0000AA, 0x0000AA, 0xFF0000, 0x0000AA]


@rule("each of several copies follows, also while one is selected")
def _(document):
    essay(document)
    draw(document)
    caret(document).gotoStart(False)
    caret(document).gotoEndOfLine(False)
    insert(document, id=SPEECH, parts=DATE | SOURCE)
    controller = document.CurrentController
    controller.select(drawing(document))
    copied = controller.getTransferable()
    controller.select(document.Text.End)
    controller.insertTransferable(copied)
    assert len(groups(document)) == 2
    controller.select(groups(document)[1])
    draw(document)
    assert [len([s for s in found if s[1] == "nvt1_title"])
            for found in drawn(document)] == [4, 4], drawn(document)


@rule("drawings of the writer's own stay")
def _(document):
    essay(document)
    own = document.createInstance("com.sun.star.drawing.RectangleShape")
    own.Size = uno.createUnoStruct("com.sun.star.awt.Size", 3000, 2000)
    document.Text.insertTextContent(document.Text.End, own, False)
    own.Name = "mine"
    draw(document)
    draw(document)
    call(document, "timeline-remove", style="chicago-17")
    assert [document.DrawPage.getByIndex(i).Name
            for i in range(document.DrawPage.Count)] == ["mine"]


@rule("recorded changes: the drawing is none of them, recording goes on")
def _(document):
    essay(document)
    document.RecordChanges = True
    draw(document)
    draw(document)
    assert document.RecordChanges
    assert not document.Redlines.createEnumeration().hasMoreElements()
    assert len(groups(document)) == 1


@rule("in a protected section it stays, and says why")
def _(document):
    essay(document)
    draw(document)
    section = document.createInstance("com.sun.star.text.TextSection")
    cursor = document.Text.createTextCursorByRange(drawing(document).Anchor)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    document.Text.insertTextContent(cursor, section, True)
    section.IsProtected = True
    caret(document).gotoStart(False)
    before = drawn(document)
    for command in "timeline-draw", "timeline-remove":
        answer = call(document, command, style="chicago-17")
        assert answer.startswith("error") and "protect" in answer, answer
    assert drawn(document) == before


# Other formats


@rule("ODT brings it back whole")
def _(document):
    essay(document)
    draw(document)
    before = drawn(document)
    again = through(document, "writer8", "timeline.odt")
    try:
        assert drawn(again) == before, (drawn(again), before)
        assert call(again, "timeline-has") == "yes"
    finally:
        office.close(again)


@rule("DOCX keeps the shapes, and the words for those who don't see them")
def _(document):
    essay(document)
    draw(document)
    texts = [s.getString() for s in shapes(document)]
    alternative = drawing(document).Description
    path = office.directory / "tmp" / "told.docx"
    document.storeToURL(path.as_uri(), properties(FilterName=DOCX))
    again = office.open(path)
    try:
        assert [s.getString() for s in shapes(again)] == texts
        import zipfile
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        for line in alternative.split("\n"):
            assert line in xml, line
    finally:
        office.close(again)


@rule("after DOCX, twice, it is known and drawn anew in the writer's colours")
def _(document):
    essay(document)
    draw(document)
    paint(document)
    lines, fills = wishes(document)
    once = through(document, DOCX, "once.docx")
    try:
        twice = through(once, DOCX, "twice.docx")
    finally:
        office.close(once)
    try:
        assert call(twice, "timeline-has") == "yes"
        draw(twice)
        assert words(twice, "date") == [
            "4 April 1949", "31 March 1954", "7 May 1954"]
        assert {look(s)[:3] for s in shapes(twice, "title")} == {
            (0x123456, 11.0, "Liberation Sans")}
        assert [s.FillColor for s in shapes(twice, "mark")] == fills
        assert {s.LineColor for s in shapes(twice, "leader")} == {0x00AA00}
        assert len(twice.Text.String.split("\n")) == 3
    finally:
        office.close(twice)


# Removing


@rule("removing takes it out with its paragraph, what stands around it stays")
def _(document):
    essay(document)
    caret(document).gotoStart(False)
    before = content(document)
    draw(document)
    call(document, "timeline-remove", style="chicago-17")
    same(content(document), before)
    assert not groups(document)
    assert document.UndoManager.getAllUndoActionTitles()[0] == (
        "Remove the timeline")
    document.UndoManager.undo()
    assert len(groups(document)) == 1


@rule("where there is none to remove it says so")
def _(document):
    assert call(document, "timeline-has") == "no"
    for language, reason in ("en", "no timeline"), ("fr", "pas de chronologie"):
        answer = call(document, "timeline-remove", style="chicago-17",
                      words=language)
        assert answer.startswith("error") and reason in answer, answer


# Trouble


def each_call_throws(document, command, is_after):
    """Calls of an act made to throw in turn leave all as it was, or the act
    whole: ten of them, with STRIDE=1 all (room.py). Returns how many acts
    failed."""
    answer = call(document, command, style="chicago-17")
    assert answer.startswith("done"), answer
    document.UndoManager.undo()
    document.UndoManager.clearRedo()
    calls, failures = int(answer.split()[1]), 0
    before = standing(document), drawn(document)
    for number in range(1, calls + 1, 1 if STRIDE == 1 else calls // 10 + 1):
        answer = call(document, command, style="chicago-17", fault=number,
                      after=int(is_after))
        if answer.startswith("done"):
            document.UndoManager.undo()
            document.UndoManager.clearRedo()
        else:
            failures += 1
        try:
            same(standing(document), {k: v for k, v in before[0].items()
                                      if k != "modified"})
            assert drawn(document) == before[1], "drawn"
        except AssertionError as error:
            raise AssertionError("call %d: %s\n %s" % (
                number, answer, error)) from None
    return failures


@rule("any call that throws while it is drawn leaves the document as it was")
def _(document):
    essay(document, (TREATY, EVENT))
    for is_after in False, True:
        failures = each_call_throws(document, "timeline-draw", is_after)
        assert failures > 4, failures


@rule("any call that throws while it is drawn anew leaves it as it was")
def _(document):
    essay(document, (TREATY, EVENT))
    draw(document)
    for is_after in False, True:
        failures = each_call_throws(document, "timeline-draw", is_after)
        assert failures > 4, failures


@rule("any call that throws while it is removed leaves it as it was")
def _(document):
    essay(document, (TREATY,))
    draw(document)
    failures = each_call_throws(document, "timeline-remove", False)
    assert failures > 2, failures


if __name__ == "__main__":
    with office:
        rules.main()
