#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Refresh Citations as a person meets it: from the menu, with the sidebar open
or closed, and what the panel then says."""
import pathlib
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import DECK, Office, wait_for  # noqa: E402
from rules import main, rule, same  # noqa: E402

QUERY = "soviet note 31 march 1954"
SHORT = ("Soviet Government to the Governments of the United States, the United"
         " Kingdom, and France, March 31, 1954.")

office = Office()
state = {}


def notes():
    all = state["document"].Footnotes
    return [all.getByIndex(i).String for i in range(all.Count)]


def message():
    return office.control("message").getText()


def insert():
    """One note at the caret, by keys."""
    count = len(notes())
    office.key("ctrl+alt+n")
    wait_for(office.control("query").hasFocus, "the search field")
    office.key("Return")
    wait_for(lambda: len(notes()) == count + 1, "a note")
    time.sleep(0.3)


def refresh():
    """The menu's command."""
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        state["document"].CurrentController.Frame, "vnd.noteverbale:refresh",
        "_self", 0, ())


@rule("a second note of one event goes in whole")
def starts():
    document = state["document"] = office.new_writer()
    document.Text.setString("The offer.")
    document.CurrentController.ViewCursor.gotoEnd(False)
    office.open_panel(document)
    office.control("query").setText(QUERY)
    time.sleep(0.5)
    insert()
    insert()
    first, second = notes()
    same(first, second, "two notes of one event")


@rule("Refresh Citations makes it short, and the panel says how many it wrote")
def refreshes():
    refresh()
    wait_for(lambda: notes()[1] == SHORT, "the second note is short")
    wait_for(lambda: message() == "Citations written anew: 1 of 2.", "message")
    same(state["document"].UndoManager.getAllUndoActionTitles()[0],
         "Refresh citations", "the step of Undo")


@rule("where all is right the panel says so, until something else is done")
def right():
    refresh()
    wait_for(lambda: message() == "All citations say what they should: 2.",
             "message")
    insert()
    wait_for(lambda: message() == "", "the next act clears it")


@rule("a note changed by hand stays, and the panel counts it")
def by_hand():
    note = state["document"].Footnotes.getByIndex(1)
    cursor = note.createTextCursor()
    cursor.goRight(3, False)
    note.insertString(cursor, "!", False)
    changed = note.String
    refresh()
    wait_for(lambda: message() == "Citations written anew: 1 of 3. Changed by "
             "hand, and left as they are: 1.", "message")
    same(notes()[1:], [changed, SHORT], "the second and third note")


@rule("with the sidebar closed it is opened, and the citations are refreshed")
def closed():
    document = state["document"]
    sidebar = document.CurrentController.getSidebar()
    document.UndoManager.undo()
    assert notes()[2] != SHORT, notes()
    sidebar.setVisible(False)
    time.sleep(0.5)
    refresh()
    wait_for(lambda: notes()[2] == SHORT, "the third note is short")
    assert sidebar.isVisible()
    assert sidebar.getDecks().getByName(DECK).isActive()


@rule("a read-only document is not written into, and the panel says why")
def read_only():
    path = office.directory / "tmp" / "read-only.odt"
    state["document"].UndoManager.undo()
    state["document"].storeToURL(path.as_uri(), ())
    again = office.open(path, ReadOnly=True)
    before = again.Footnotes.getByIndex(2).String
    office.open_panel(again)
    state["document"] = again
    refresh()
    wait_for(lambda: "read-only" in message(), "message")
    same(again.Footnotes.getByIndex(2).String, before, "the note")


if __name__ == "__main__":
    with office:
        main()
