# SPDX-License-Identifier: MPL-2.0
"""The writer room in a running office, for the tests of this folder: calls it
through the component that is here, and looks at the document over UNO."""
import os
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / "office"), str(TESTS)]
from office import BUILD, Office
import rules

from com.sun.star.beans import NamedValue

EVENT = "1954-05-07-tripartite-reply"
TREATY = "1949-04-04-north-atlantic-treaty"
MEMORANDUM = "1949-03-31-soviet-memorandum"
DATE, SIGNATORIES, WORDING, SOURCE, ALL = 1, 2, 4, 8, 15
NAME = re.compile(
    r"nv1_[a-z0-9]{4}[a-z0-9]{4}_[0-9a-f]{2}[0-9a-f][a-z]{2}_[a-z0-9]{6}"
    r"[_p][a-z0-9]{7}")

# Of the calls of a long act one in so many is made to throw; STRIDE=1 in the
# environment: all of them.
STRIDE = int(os.environ.get("STRIDE", "5"))

office = Office(BUILD / "tests" / "writer.oxt", ui="headless")


def rule(text):
    """A rule whose test gets a new document, closed behind it."""
    def register(function):
        @rules.rule(text)
        def test():
            document = office.new_writer()
            try:
                function(document)
            finally:
                office.close(document)
    return register


# Calling the room


def call(document, command, **values):
    job = office.create("org.noteverbale.test.Writer")
    values = {"command": command, "folder": str(office.data()),
              "frame": document.CurrentController.Frame, **values}
    return job.execute(tuple(NamedValue(n, v) for n, v in values.items()))


def insert(document, id=EVENT, parts=ALL, quotation=0, language="en",
           style="chicago-17", **values):
    return call(document, "insert", id=id, parts=parts, quotation=quotation,
                language=language, style=style, **values)


def cite(document, **values):
    """Inserts, and returns the new bookmark: the one whose tail is new, since
    what others say may change, and their names with it. After an Undo it is
    dead, and Redo makes another one of the same name."""
    before = {name[19:25] for name in document.Bookmarks.ElementNames}
    answer = insert(document, **values)
    assert answer.startswith("done"), answer
    new = [name for name in document.Bookmarks.ElementNames
           if name[19:25] not in before]
    assert len(new) == 1, "bookmarks %s" % new
    return document.Bookmarks.getByName(new[0])


# Looking at the document


def runs(text):
    """Each paragraph with its style, and its runs with their look."""
    found = []
    paragraphs = text.createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if not hasattr(paragraph, "createEnumeration"):
            found.append(("table", paragraph.Name))
            continue
        found.append(("paragraph", paragraph.ParaStyleName))
        portions = paragraph.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            kind = portion.TextPortionType
            entry = [kind, portion.String, portion.CharStyleName,
                     portion.CharPosture.value, portion.CharLocale.Language]
            if kind == "Bookmark":
                entry.append((portion.Bookmark.Name, portion.IsStart))
            found.append(tuple(entry))
    return found


def content(document):
    """All that an act may change in the text."""
    names = document.Bookmarks.ElementNames
    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    styles = [name for family in ("CharacterStyles", "ParagraphStyles")
              for name in document.StyleFamilies.getByName(family).ElementNames]
    return {
        "text": runs(document.Text),
        "notes": [runs(document.Footnotes.getByIndex(i))
                  for i in range(document.Footnotes.Count)],
        "bookmarks": [(n, document.Bookmarks.getByName(n).Anchor.String)
                      for n in names],
        "header": runs(style.HeaderText) if style.HeaderIsOn else None,
        "styles": [n for n in styles if n.startswith("Citation ")],
    }


def properties_of(document):
    """Our properties of the document, by name."""
    user = document.DocumentProperties.UserDefinedProperties
    return {p.Name: user.getPropertyValue(p.Name)
            for p in user.getPropertySetInfo().getProperties()
            if p.Name.startswith("NoteVerbale.")}


def kept(document):
    """Those that belong to a citation."""
    return {name: value for name, value in properties_of(document).items()
            if re.fullmatch(r"NoteVerbale\.[a-z0-9]{6}", name)}


def carried(document):
    """Those that are the document's own: its style, sources of its writer."""
    return {name: value for name, value in properties_of(document).items()
            if name not in kept(document)}


def standing(document):
    """All that an act that failed must leave as it was."""
    cursor = document.CurrentController.ViewCursor
    return {
        **content(document), "kept": properties_of(document),
        "undo": document.UndoManager.getAllUndoActionTitles(),
        "locked": document.hasControllersLocked(),
        "modified": document.isModified(),
        "selected": cursor.String,
    }


def same(got, wanted):
    for key in wanted:
        assert got[key] == wanted[key], "%s:\n  got    %r\n  wanted %r" % (
            key, got[key], wanted[key])


def type_at(cursor, text):
    cursor.Text.insertString(cursor.End, text, False)


def is_at(cursor, range):
    """Whether the cursor stands, with nothing selected, where the range
    does."""
    return cursor.isCollapsed() and cursor.Text.compareRegionStarts(
        cursor.Start, range) == 0


def caret(document):
    return document.CurrentController.ViewCursor


def new_table(document, text, rows=2, columns=2):
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(rows, columns)
    text.insertTextContent(text.End, table, False)
    return table


def new_frame(document):
    frame = document.createInstance("com.sun.star.text.TextFrame")
    document.Text.insertTextContent(document.Text.Start, frame, False)
    frame.setString("frame")
    return frame


def new_note(document, service):
    note = document.createInstance("com.sun.star.text." + service)
    document.Text.insertTextContent(document.Text.End, note, False)
    note.setString("note")
    return note


def header(document, text="head"):
    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    style.HeaderIsOn = True
    style.HeaderText.setString(text)
    return style.HeaderText


def keep_undo(steps):
    """Sets how many steps of Undo new documents keep; returns how many it
    was."""
    settings = office.create(
        "com.sun.star.configuration.ConfigurationProvider"
    ).createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        (NamedValue("nodepath", "/org.openoffice.Office.Common/Undo"),))
    before = settings.Steps
    settings.Steps = steps
    settings.commitChanges()
    return before


def without_undo(function):
    """In a new document that keeps no steps of Undo at all."""
    steps = keep_undo(0)
    try:
        document = office.new_writer()
        assert document.UndoManager.isLocked()
        try:
            function(document)
        finally:
            office.close(document)
    finally:
        keep_undo(steps)


# Trouble


def fail_each_call(document, act, is_after=False, bookmarks=1,
                   ready=lambda: None, **values):
    """Lets each UNO call of an act throw in turn, before or after its work,
    until none is left to throw. Whatever happens, the document is as before or
    the act is whole; `bookmarks`: how many it then adds; `ready` is called
    before each."""
    manager = document.UndoManager
    number, failures, before = 0, 0, None
    while True:
        number += 1
        document.setModified(False)
        type_at(caret(document), "x")
        manager.undo()  # something to redo, which must not become ours
        ready()
        before = before or standing(document)  # what failed left it so
        answer = act(document, fault=number, after=int(is_after), **values)
        try:
            if answer.startswith("error"):
                failures += 1
                same(standing(document), before)
                redo = manager.getAllRedoActionTitles()
                assert not any(title.startswith(("Insert citation", "Quote"))
                               for title in redo), redo
            else:
                stands_whole(document, before, bookmarks)
                before = None
                if int(answer.split()[1]) < number:
                    break
        except AssertionError as error:
            raise AssertionError("call %d: %s\n  %s" % (
                number, answer, error)) from None
    assert failures > 30, "only %d calls failed" % failures


def stands_whole(document, before, bookmarks):
    """An act is whole, one step of Undo, and can be done again; takes it
    back."""
    manager = document.UndoManager
    after = content(document)
    assert len(after["bookmarks"]) == len(before["bookmarks"]) + bookmarks
    assert not document.hasControllersLocked(), "locked"
    assert len(manager.getAllUndoActionTitles()) == min(
        100, len(before["undo"]) + 1), "undo"
    manager.undo()
    same(content(document), {k: before[k] for k in after})
    manager.redo()
    same(content(document), after)
    manager.undo()
