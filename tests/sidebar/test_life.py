#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Citations that live in the document, by real keys: quoting in one act,
changing the citation at the caret, adding to a note, finding all of them."""
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
WORDS = "completely unreal"
office = Office()
state = {}


def document():
    return state["document"]


def text_of(name):
    return office.control(name).getText()


def button():
    return office.control("insert").getModel().Label


def note(index=0):
    return document().Footnotes.getByIndex(index).getString()


def notes_become(count):
    wait_for(lambda: document().Footnotes.Count == count,
             "%d notes, not %d" % (count, document().Footnotes.Count))
    time.sleep(0.3)


def go_to_text():
    document().CurrentController.ViewCursor.gotoRange(
        document().Text.getEnd(), False)
    office.focus(document())
    time.sleep(0.3)


def go_to_note(index=0):
    document().CurrentController.ViewCursor.gotoRange(
        document().Footnotes.getByIndex(index).getStart(), False)
    office.focus(document())
    time.sleep(0.5)


def search(query):
    """As a writer does who never takes the hand to the mouse."""
    office.key("ctrl+alt+n")
    wait_for(office.control("query").hasFocus, "the search field")
    office.key("ctrl+a")
    office.type(query)
    wait_for(lambda: text_of("query") == query, "the query is typed")
    time.sleep(0.3)


def run(command):
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document().CurrentController.Frame, "vnd.noteverbale:" + command, "", 0,
        ())
    time.sleep(0.8)


def citations():
    return office.control("citations").getItems()


@rule("the office starts with the extension")
def starts():
    office.start()
    state["document"] = office.new_writer()
    document().Text.setString(TEXT)
    go_to_text()
    office.open_panel(document())


@rule("Ctrl+Enter behind the search word quotes the words and cites them")
def quotes():
    search("refus 1954")
    office.key("ctrl+Return")
    notes_become(1)
    assert WORDS in document().Text.getString(), document().Text.getString()
    assert "quoted in" in note(), note()
    state["quoted"] = document().Text.getString(), note()


@rule("one undo takes both away, redo brings both back")
def quote_undone():
    document().UndoManager.undo()
    same((document().Text.getString(), document().Footnotes.Count), (TEXT, 0),
         "undone")
    document().UndoManager.redo()
    same((document().Text.getString(), note()), state["quoted"], "redone")


@rule("where no words are chosen Ctrl+Enter asks for them")
def asks_for_words():
    go_to_text()
    search("warsaw treaty 14 may 1955")
    office.key("ctrl+Return")
    wait_for(lambda: "words are chosen" in text_of("message"), "the question")
    same(document().Footnotes.Count, 1, "notes")
    office.key("Down", "ctrl+Return")
    notes_become(2)


@rule("the caret in a note shows its citation; the search stays")
def shows_citation():
    query, rows = text_of("query"), office.control("results").getItems()
    go_to_note()
    wait_for(lambda: button() == "Change", "the button")
    assert "note 1" in text_of("caret"), text_of("caret")
    assert "Tripartite" in text_of("event"), text_of("event")
    same((text_of("query"), office.control("results").getItems()),
         (query, rows), "the search")


@rule("leaving the note shows what the panel showed before")
def leaves_citation():
    go_to_text()
    wait_for(lambda: button() == "Insert Note", "the button")
    same(text_of("caret"), "", "what is at the caret")
    assert "Warsaw" in text_of("event"), text_of("event")


@rule("Enter in a field changes the citation at the caret, in one step of Undo")
def changes():
    before = note()
    go_to_note()
    wait_for(lambda: button() == "Change", "the button")
    run("edit")
    wait_for(office.control("locator").hasFocus, "the locator")
    office.key("ctrl+a")
    office.type("p 7")
    office.key("Return")
    wait_for(lambda: note() != before, "another note")
    assert "7" in note(), note()
    state["changed"] = note()
    document().UndoManager.undo()
    same(note(), before, "undone")
    document().UndoManager.redo()
    same(note(), state["changed"], "redone")


@rule("words before and after are typed in the panel and stand in the note")
def words_around():
    go_to_note()
    run("edit")
    same(office.control("prefix").isVisible(), False, "before")
    choose_more("Words Before and After")
    wait_for(office.control("prefix").hasFocus, "the field")
    office.type("see")
    office.key("Tab")
    office.type("on the refusal")
    office.key("Return")
    wait_for(lambda: "refusal" in note(), "another note")
    assert re.match(r"\s*see ", note(), re.I), note()


@rule("Escape ends the change; another search then adds to the note")
def adds():
    go_to_note()
    office.key("ctrl+alt+n")
    wait_for(lambda: button() == "Change", "the button")
    office.key("Escape")
    wait_for(lambda: button() == "Add to the Note", "the button")
    search("soviet note 31 march 1954")
    office.key("Return")
    wait_for(lambda: "March 31" in note() or "31 March" in note(),
             "the citation is added")
    same(document().Footnotes.Count, 2, "notes")
    same(len(set(re.findall(r"May 7, 1954|March 31, 1954", note()))), 2,
         "documents in " + note())


def choose_more(name):
    """Opens the menu of "More…" and goes down to an entry."""
    office.control("more").setFocus()
    time.sleep(0.3)
    office.key("space")
    time.sleep(0.5)
    office.key(*["Down"] * state["menu"][name], "Return")
    time.sleep(0.5)


# Where the entries of the menu stand, as deeds.h lists them.
state["menu"] = {name: row for row, name in enumerate((
    "From My Text", "Quote", "Own", "Chain", "Add", "Replace",
    "Words Before and After", "Earlier", "Later", "Remove"), 1)}


@rule("the menu removes one of several citations from the note")
def removes():
    before = note()
    go_to_note()
    run("edit")
    choose_more("Remove")
    wait_for(lambda: note() != before, "a citation less")
    same(document().Footnotes.Count, 2, "notes")
    document().UndoManager.undo()
    same(note(), before, "undone")


@rule("what can't be done says why in the panel")
def says_why():
    go_to_text()
    run("remove")
    wait_for(lambda: "no citation of ours" in text_of("message"), "the reason")


@rule("'In this essay' lists the citations in their order; Enter goes there")
def lists():
    office.click("essay")
    wait_for(lambda: len(citations()) == 3, "the list")
    same([row.split(":")[0].split(",")[0] for row in citations()],
         ["Note 1", "Note 1", "Note 2"], "where they stand")
    office.control("citations").selectItemPos(2, True)
    office.control("citations").setFocus()
    time.sleep(0.3)
    office.key("Return")
    wait_for(lambda: "Warsaw" in
             document().CurrentController.ViewCursor.getString(),
             "the citation is selected")


@rule("a note changed by hand is told with both wordings, and written anew")
def by_hand():
    right = note(1)
    cursor = document().Footnotes.getByIndex(1).createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(20, False)
    document().Footnotes.getByIndex(1).insertString(cursor, "very ", False)
    go_to_text()
    wait_for(lambda: any("by hand" in row for row in citations()), "the state")
    assert "need attention" in text_of("attention"), text_of("attention")
    office.control("citations").selectItemPos(2, True)
    time.sleep(0.3)
    assert "very" in text_of("change"), text_of("change")
    assert (office.control("change").getAccessibleContext()
            .getAccessibleName()), "the two wordings have no name"
    assert right.strip() in text_of("change"), text_of("change")
    office.click("anew")
    wait_for(lambda: note(1) == right, "the note is right again")
    wait_for(lambda: text_of("attention") == "", "nothing to attend to")


@rule("a style chosen in the panel is the document's, and its notes follow")
def style():
    before = note()
    office.control("style").selectItemPos(1, True)
    time.sleep(0.5)
    titles = office.control("style").getItems()
    row = next(i for i, title in enumerate(titles)
               if title.startswith("OSCOLA"))
    office.control("style").setFocus()
    office.control("style").selectItemPos(row, True)
    wait_for(lambda: note() != before, "another note")
    document().UndoManager.undo()


@rule("closing the document with everything open does no harm")
def closes():
    other = office.new_writer()
    time.sleep(0.7)
    office.close(document())
    time.sleep(0.5)
    office.open_panel(other)
    office.control("query").setText("refus 1954")
    time.sleep(0.3)
    office.click("insert")
    wait_for(lambda: other.Footnotes.Count == 1, "the other window works")


@rule("the office ends properly")
def ends():
    log = office.log()
    same(office.stop(), 0, "the office's status\n" + log)


main()
