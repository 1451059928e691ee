#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The panel in a real Writer, by real keys and as a screen reader drives it:
from the search field to the footnote, and what it says when that can't be."""
import glob
import pathlib
import re
import sys
import time

import uno

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import Office, wait_for  # noqa: E402
from rules import main, rule, same  # noqa: E402

TEXT = "In 1954 the three powers refused."
WORDS = "“completely unreal,”"
office = Office()
open_documents = []
state = {}


def close_documents():
    """Closes them when nothing is going on: LibreOffice 7.4 crashes, with or
    without an extension, when a window is closed from outside while its
    toolbar asks GTK for the clipboard, as each does when it gets the focus."""
    while open_documents:
        time.sleep(0.7)
        office.close(open_documents.pop())


def new_document(text=TEXT):
    """A document with the caret behind its text and the focus in it; it is
    closed after the rule."""
    document = office.new_writer()
    open_documents.append(document)
    document.Text.setString(text)
    go_to_end(document)
    office.focus(document)
    time.sleep(0.5)
    return document


def go_to_end(document):
    document.CurrentController.ViewCursor.gotoRange(
        document.Text.getEnd(), False)


def set_query(text):
    """Waits, too, for what is shown only when the typing pauses."""
    office.control("query").setText(text)
    time.sleep(0.15)


def with_panel(text=TEXT, query="refus 1954"):
    document = new_document(text)
    office.open_panel(document)
    set_query(query)
    return document


def shortcut():
    office.key("ctrl+alt+n")
    time.sleep(0.8)


def rows():
    return office.control("results").getItems()


def go_down():
    """Down, in the list, to another hit; headings are passed on the way."""
    results, before = office.control("results"), None
    before = results.getSelectedItemPos()
    for _ in range(3):
        office.key("Down")
        time.sleep(0.3)
        now = results.getSelectedItemPos()
        if now not in (before, -1):
            return now
    raise AssertionError("Down comes to no other row than %d" % before)


def title_of(row):
    """The title of the event in a row: without date and mark."""
    return rows()[row].split(" — ", 1)[1].split(" (pages")[0]


def text_of(name):
    return office.control(name).getText()


def is_enabled(name):
    return office.control(name).isEnabled()


def notes(document):
    return [document.Footnotes.getByIndex(i).getString()
            for i in range(document.Footnotes.Count)]


def notes_become(document, count):
    wait_for(lambda: document.Footnotes.Count == count,
             "%d notes, not %d" % (count, document.Footnotes.Count))
    time.sleep(0.3)
    same(document.Footnotes.Count, count, "number of notes")


def panel_rule(text):
    """A rule that begins and ends without a document."""

    def register(function):
        def test():
            try:
                function()
            finally:
                close_documents()

        return rule(text)(test)

    return register


# From key to footnote


@rule("the office starts with the extension")
def starts():
    office.start()


@panel_rule("Enter with nothing chosen says what to do")
def nothing_chosen():
    document = with_panel(query="")
    shortcut()
    office.key("Return")
    wait_for(lambda: "type a few words" in text_of("message"), "the sentence")
    same(document.Footnotes.Count, 0, "notes")
    office.type("x")
    wait_for(lambda: text_of("message") == "", "the sentence goes")


@rule("the shortcut opens the deck and puts the focus in the search field")
def shortcut_opens():
    document = state["keys"] = new_document()
    office.key("ctrl+alt+n")
    time.sleep(2)
    office.type("refus 1954")
    office.open_panel(document)
    wait_for(lambda: text_of("query") == "refus 1954", "the query is typed")


@rule("results come while typing, the refusal of 7 May 1954 first")
def results():
    assert rows()[0].startswith("7 May 1954 — "), rows()
    same(office.control("results").getSelectedItemPos(), 0, "chosen row")
    wait_for(lambda: WORDS in text_of("preview"), "the preview")
    assert "quoted in" in text_of("preview"), text_of("preview")


@rule("Down, Enter inserts the note that the preview showed")
def down_enter():
    preview = text_of("preview")
    office.key("Down")
    office.key("Return")
    notes_become(state["keys"], 1)
    same(notes(state["keys"]), [preview], "notes")


@panel_rule("typing goes on right after the note's mark")
def typing():
    office.type(" Then")
    wait_for(lambda: state["keys"].Text.getString().endswith("Then"),
             "the text goes on")
    same(state["keys"].Text.getString(), TEXT + "1 Then", "text")


@panel_rule("one undo takes the note away, redo brings it back with its bookmark")
def undo():
    document = with_panel()
    before = document.Text.getString()
    office.click("insert")
    notes_become(document, 1)
    after, names = notes(document), document.Bookmarks.ElementNames
    document.UndoManager.undo()
    same((document.Text.getString(), notes(document)), (before, []), "undone")
    same(document.Bookmarks.ElementNames, (), "bookmarks")
    document.UndoManager.redo()
    same(notes(document), after, "notes")
    same(document.Bookmarks.ElementNames, names, "bookmarks")
    same(document.Bookmarks.getByIndex(0).Anchor.getString(), after[0],
         "text in the bookmark")


@panel_rule("Enter in the search field inserts the first row")
def enter_in_query():
    document = with_panel()
    shortcut()
    office.key("Return")
    notes_become(document, 1)
    assert WORDS in notes(document)[0], notes(document)


@panel_rule("Enter right behind the last key inserts what was typed for")
def enter_at_once():
    document = with_panel()
    shortcut()
    office.key("ctrl+a")
    office._tool("xdotool", "key", "--delay", "1", *"varsovie", "Return")
    notes_become(document, 1)
    assert "Warsaw" in notes(document)[0], notes(document)


@panel_rule("Enter in the list inserts the row chosen there, once")
def enter_in_list():
    document = with_panel()
    shortcut()
    office.key("Down")
    row = go_down()
    assert text_of("event").startswith(title_of(row)), text_of("event")
    preview = text_of("preview")
    office.key("Return")
    notes_become(document, 1)
    assert preview.endswith(notes(document)[0]), (notes(document), preview)


@panel_rule("Enter in the locator inserts")
def enter_in_locator():
    document = with_panel()
    office.control("locator").setFocus()
    time.sleep(0.3)
    office.type("p 3")
    office.key("Return")
    notes_become(document, 1)


@panel_rule("a double click in the list inserts once")
def double_click():
    document = with_panel()
    time.sleep(0.5)
    x, y = office.chosen_row()
    office._tool("xdotool", "mousemove", str(x + 80), str(y + 4), "click", "--repeat",
                 "2", "--delay", "80", "1")
    notes_become(document, 1)
    office.type("x")
    wait_for(lambda: document.Text.getString() == TEXT + "1x",
             "the focus is in the text")


@panel_rule("Insert puts the focus back into the text")
def insert_focus():
    document = with_panel()
    office.click("insert")
    notes_become(document, 1)
    office.type("x")
    wait_for(lambda: document.Text.getString() == TEXT + "1x",
             "the focus is in the text")


@panel_rule("Esc clears the fields, Esc again returns to the text")
def escape():
    document = with_panel()
    office.control("locator").setText("p 3")
    shortcut()
    office.key("Escape")
    wait_for(lambda: text_of("query") == "", "the query is cleared")
    same((text_of("locator"), text_of("preview")), ("", ""), "panel")
    same(office.control("results").getSelectedItemPos(), -1, "chosen row")
    office.type("varsovie")
    wait_for(lambda: text_of("query") == "varsovie", "the focus stayed")
    office.key("Escape", "Escape")
    time.sleep(0.3)
    office.type("x")
    wait_for(lambda: document.Text.getString() == TEXT + "x",
             "the focus is in the text")
    same(document.Footnotes.Count, 0, "notes")


@panel_rule("the command opens the panel of its own frame; others are no"
            " commands of ours")
def command():
    with_panel()
    document = new_document()
    frame = document.CurrentController.Frame
    url = uno.createUnoStruct("com.sun.star.util.URL")
    url.Complete = url.Main = "vnd.noteverbale:nothing"
    same(frame.queryDispatch(url, "", 0), None, "what runs an unknown command")
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        frame, "vnd.noteverbale:search", "", 0, ())
    time.sleep(1)
    office.type("varsovie")
    office.open_panel(document)
    wait_for(lambda: text_of("query") == "varsovie", "the query is typed")


@panel_rule("the shortcut works from within the panel, too")
def shortcut_inside():
    with_panel()
    for name in ("locator", "results", "wordings", "date", "event"):
        set_query("")
        office.control(name).setFocus()
        time.sleep(0.3)
        shortcut()
        office.type("refus")
        wait_for(lambda: text_of("query") == "refus", "typed from " + name, 5)


@panel_rule("Tab goes from the query over the filter to the list, and Down there"
            " to the next")
def tab():
    with_panel()
    shortcut()
    office.key("Tab", "Tab")
    row = go_down()
    assert text_of("event").startswith(title_of(row)), text_of("event")


@panel_rule("the note goes into the panel's own document")
def two_windows():
    first = with_panel("first")
    panel = office.panel
    second = with_panel("second", "varsovie")
    office.panel = panel
    office.click("insert")
    notes_become(first, 1)
    same(second.Footnotes.Count, 0, "notes of the other document")


@panel_rule("a window that closes with its panel leaves the other at work")
def close_one():
    first = with_panel("first")
    panel = office.panel
    with_panel("second")
    time.sleep(0.7)
    office.close(open_documents.pop())
    office.panel = panel
    set_query("varsovie")
    office.click("insert")
    notes_become(first, 1)


# What is chosen


@panel_rule("a locator is typed with the query")
def locator():
    with_panel(query="pacte de varsovie @art 4")
    assert "Warsaw" in rows()[0], rows()
    assert "art. 4" in text_of("preview"), text_of("preview")
    office.control("locator").setText("art 5")
    assert "art. 5" in text_of("preview"), text_of("preview")


@panel_rule("a part that can't be had is off and says why")
def unavailable():
    with_panel()
    same([is_enabled(n) for n in ("date", "signatories", "wording", "source")],
         [True, False, True, True], "check boxes")
    same(office.control("signatories").getState(), 0, "tick")
    assert re.match(r"Signatories: .+", text_of("reasons")), text_of("reasons")


@panel_rule("a part that is unticked leaves the note, for the next event too")
def untick():
    with_panel()
    office.click("wording")
    wait_for(lambda: WORDS not in text_of("preview"), "the words are gone")
    set_query("varsovie")
    same(office.control("wording").getState(), 0, "tick")


@panel_rule("another wording is chosen, or none")
def wordings():
    with_panel()
    wait_for(lambda: office.control("wordings").getSelectedItemPos() == 1,
             "the wording of a refusal")
    office.control("wordings").selectItemPos(2, True)
    wait_for(lambda: "Command Paper" in text_of("preview"), "other words")
    office.control("wordings").selectItemPos(0, True)
    wait_for(lambda: "Command Paper" not in text_of("preview"), "no words")


@panel_rule("the famous sentence leads to its event, with the answer")
def famous():
    with_panel(query="caractere irrealiste")
    assert rows()[0].startswith("16 June 2001 — "), rows()
    assert text_of("event").startswith("In circulation: “le caractère"), (
        text_of("event"))
    assert rows()[1].startswith("7 May 1954 — "), rows()


@panel_rule("pages that were not checked are marked in list and preview")
def unchecked():
    with_panel(query="1954")
    marked = [i for i, row in enumerate(rows()) if "not checked" in row]
    assert marked, rows()
    office.control("results").selectItemPos(marked[0], True)
    wait_for(lambda: text_of("preview").startswith("Pages not checked"),
             "the preview says so")


@panel_rule("searching changes nothing in the document")
def unmodified():
    document = with_panel()
    document.setModified(False)
    set_query("varsovie @art 4")
    office.control("results").selectItemPos(1, True)
    time.sleep(0.3)
    same(document.isModified(), False, "modified")


# Where a note can't stand


@panel_rule("in a comment Insert is off and says why; back in the text it is on")
def comment():
    document = with_panel()
    office.focus(document)
    office.key("ctrl+alt+c")
    wait_for(lambda: not is_enabled("insert"), "Insert is off")
    assert "comment" in text_of("message"), text_of("message")
    shortcut()
    office.key("Return")
    time.sleep(0.5)
    same(document.Footnotes.Count, 0, "notes")
    office.focus(document)
    office.key("Escape")  # from the comment's text to the comment
    office.key("Escape")  # and out of it
    wait_for(lambda: is_enabled("insert"), "Insert is on")
    same(text_of("message"), "", "message")


@panel_rule("a read-only document is searched; Insert says why it is off")
def read_only():
    document = new_document()
    path = office.directory / "tmp" / "essay.odt"
    document.storeToURL(path.as_uri(), ())
    reader = office.open(path, ReadOnly=True)
    open_documents.append(reader)
    office.open_panel(reader)
    set_query("refus 1954")
    assert rows()[0].startswith("7 May 1954"), rows()
    same(is_enabled("insert"), False, "Insert")
    assert "read-only" in text_of("message"), text_of("message")
    office.control("query").setFocus()
    office.key("Return")
    time.sleep(0.5)
    same(reader.Footnotes.Count, 0, "notes")


@panel_rule("an event that nothing can be cited of says so; Insert is off")
def no_note():
    with_panel(query="byelorussian ukrainian applied alongside")
    assert rows()[0].startswith("31 March 1954 — Claim"), rows()
    same((text_of("preview"), is_enabled("insert")), ("", False), "panel")
    assert text_of("message").startswith("No note can be written"), (
        text_of("message"))
    set_query("refus 1954")
    same((text_of("message"), is_enabled("insert")), ("", True), "panel")


@panel_rule("strange queries are only queries")
def strange():
    document = with_panel()
    for query in ("@", " @ ", "%s%n", "{1}", "\u202e\u0301", "😀", "x" * 30000,
                  "a " * 5000, "\n\t", "-", "\"", "@" + "9" * 500):
        set_query(query)
    set_query("refus 1954")
    office.click("insert")
    notes_become(document, 1)


# Looks and speech


def splitter(shift=0):
    """A point of the sidebar's edge, moved by so many pixels."""
    x, y = office.chosen_row()
    return x - 14 + shift, y


def check_places():
    """Every control that is shown stands inside the panel, and none over
    another."""
    size = office.panel.getPosSize()
    areas = [(control.getPosSize(), control.getModel().Name)
             for control in office.panel.getControls() if control.isVisible()]
    for area, name in areas:
        assert area.X >= 0 and area.X + area.Width <= size.Width, name
        assert area.Y >= 0 and area.Y + area.Height <= size.Height, name
    for a, first in areas:
        for b, second in areas:
            assert (first == second or 0 in (a.Height, b.Height) or
                    a.X + a.Width <= b.X or b.X + b.Width <= a.X or
                    a.Y + a.Height <= b.Y or b.Y + b.Height <= a.Y), (
                        first, second)


@panel_rule("the panel follows the sidebar's width, nothing is cut off")
def width():
    with_panel()
    time.sleep(0.5)
    narrow = office.panel.getPosSize().Width
    check_places()
    office.drag(splitter(), splitter(-250))
    wait_for(lambda: office.panel.getPosSize().Width > narrow + 200, "wider")
    check_places()
    same(office.control("preview").getPosSize().Width,
         office.control("query").getPosSize().Width, "width of the preview")
    wide = office.panel.getPosSize().Width
    office.drag(splitter(), splitter(100))
    wait_for(lambda: office.panel.getPosSize().Width < wide, "narrower")
    check_places()


@panel_rule("every control that takes the focus has a name of its own")
def names():
    with_panel()
    found = [office.control(name).getAccessibleContext().getAccessibleName()
             for name in ("query", "results", "event", "wordings", "date",
                          "signatories", "wording", "source", "locator",
                          "preview", "insert", "more", "essay", "prefix",
                          "suffix", "own",
                          "citations", "anew", "refresh")]
    assert all(found), found
    same(len(set(found)), len(found), "number of names in %r" % found)


@rule("the office ends properly")
def ends():
    log = office.log()
    same(office.stop(), 0, "the office's status\n" + log)
    same(re.findall(r"(?i)^.*noteverbale.*$", log, re.M), [], "what it wrote")


# A registry that can't be used


def registry_file():
    found = glob.glob(str(office.profile / "user/uno_packages/cache/"
                          "uno_packages/*/noteverbale.oxt/data/"
                          "registry.xml.gz"))
    same(len(found), 1, "installed registries")
    return pathlib.Path(found[0])


def says(sentence):
    """A new window's panel finds nothing and says `sentence`."""
    document = with_panel()
    same(rows(), (), "rows")
    assert sentence in text_of("message"), text_of("message")
    assert "data/registry.xml.gz" in text_of("message"), text_of("message")
    same(is_enabled("insert"), False, "Insert")
    office.click("insert")
    document.Text.setString("Writer goes on.")
    close_documents()


@rule("an office starts whose registry is damaged")
def starts_damaged():
    office.__init__()
    office.start()
    state["file"] = registry_file()
    state["good"] = state["file"].read_bytes()


@rule("a registry that is cut off is told in one sentence; Writer goes on")
def truncated():
    state["file"].write_bytes(state["good"][:len(state["good"]) // 2])
    says("is damaged: remove the extension")


@rule("a registry with wrong bytes is told in one sentence")
def garbage():
    state["file"].write_bytes(b"\x00\x01 no registry " * 500)
    says("is damaged: remove the extension")


@rule("an empty registry is told in one sentence")
def empty():
    state["file"].write_bytes(b"")
    says("is damaged: remove the extension")


@rule("a missing registry is told in one sentence")
def missing():
    state["file"].unlink()
    says("can’t be read: install the extension")


@panel_rule("once the file is good again, the next window's panel works")
def mended():
    state["file"].write_bytes(state["good"])
    document = with_panel()
    same(text_of("message"), "", "message")
    office.click("insert")
    notes_become(document, 1)


@rule("the office of the damaged registry ends properly")
def ends_mended():
    same(office.stop(), 0, "the office's status")


# French


@rule("in a French office the panel speaks French and writes French notes")
def french():
    office.__init__(locale="fr")
    office.start()
    document = with_panel("En 1954, les trois puissances refusèrent.")
    same(office.control("insert").getAccessibleContext().getAccessibleName(),
         "Insérer la note", "button")
    assert rows()[0].startswith("7 mai 1954 — Réponse"), rows()
    assert "Attention" in text_of("event"), text_of("event")
    assert text_of("reasons").startswith("Signataires"), text_of("reasons")
    assert "citée dans" in text_of("preview"), text_of("preview")
    office.click("insert")
    notes_become(document, 1)
    same(office.stop(), 0, "the office's status")


main()
