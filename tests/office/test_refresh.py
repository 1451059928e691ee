#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Refresh Citations as a person meets it: from the menu, with the sidebar open
or closed, after Writer's own commands, and what the panel then says."""
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


def execute(command):
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        state["document"].CurrentController.Frame, command, "_self", 0, ())


def refresh():
    """The menu's command."""
    execute("vnd.noteverbale:refresh")


def delete_first():
    """Writer's own Delete, at the call of the first note."""
    cursor = state["document"].CurrentController.ViewCursor
    cursor.gotoRange(
        state["document"].Footnotes.getByIndex(0).Anchor.Start, False)
    execute(".uno:Delete")


@rule("a second note of one event is short at once")
def starts():
    document = state["document"] = state["essay"] = office.new_writer()
    document.Text.setString("The offer.")
    document.CurrentController.ViewCursor.gotoEnd(False)
    office.open_panel(document)
    office.control("query").setText(QUERY)
    time.sleep(0.5)
    insert()
    state["full"] = notes()[0]
    insert()
    same(notes(), [state["full"], SHORT], "notes")


@rule("after the first was deleted, Refresh Citations makes the second whole,"
      " and the panel says how many it wrote")
def refreshes():
    insert()
    delete_first()
    same(notes(), [SHORT, SHORT], "what is left after the deletion")
    refresh()
    wait_for(lambda: notes() == [state["full"], SHORT], "a whole note first")
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
    delete_first()
    refresh()
    wait_for(lambda: message() == "Citations written anew: 0 of 2. Changed by "
             "hand, and left as they are: 1.", "message")
    same(notes(), [changed, SHORT], "notes")


@rule("with the sidebar closed it is opened, and the citations are refreshed")
def closed():
    document = state["document"]
    sidebar = document.CurrentController.getSidebar()
    delete_first()
    same(notes(), [SHORT], "what is left after the deletion")
    sidebar.setVisible(False)
    time.sleep(0.5)
    refresh()
    wait_for(lambda: notes() == [state["full"]], "the note is whole")
    assert sidebar.isVisible()
    assert sidebar.getDecks().getByName(DECK).isActive()


@rule("what was typed with a citation is found again when its note is pasted,"
      " also once its document is closed")
def pasted():
    source = state["document"] = office.new_writer()
    office.open_panel(source)
    office.control("query").setText(QUERY)
    time.sleep(0.5)
    office.control("locator").setText("p. 40")
    time.sleep(0.5)
    insert()
    execute(".uno:SelectAll")
    execute(".uno:Copy")
    state["document"] = office.new_writer()
    office.close(source)
    execute(".uno:Paste")
    wait_for(lambda: len(notes()) == 1, "a pasted note")
    office.open_panel(state["document"])
    refresh()
    wait_for(lambda: message() == "All citations say what they should: 1.",
             "message")


@rule("a read-only document is not written into, and the panel says why")
def read_only():
    path = office.directory / "tmp" / "read-only.odt"
    state["document"] = state["essay"]
    state["document"].UndoManager.undo()
    state["document"].storeToURL(path.as_uri(), ())
    again = office.open(path, ReadOnly=True)
    office.open_panel(again)
    state["document"] = again
    refresh()
    wait_for(lambda: "read-only" in message(), "message")
    same(notes(), [SHORT], "the note")


if __name__ == "__main__":
    with office:
        main()
