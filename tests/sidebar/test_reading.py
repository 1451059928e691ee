#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The page on which an event is read, in a real Writer by real keys: there and
back, along the events around it, what is copied, and the document closed while
the page is open."""
import pathlib
import re
import sys
import time

import uno  # noqa: F401
from com.sun.star.lang import IndexOutOfBoundsException

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import Office, wait_for  # noqa: E402
from rules import ROOT, main, rule, same  # noqa: E402

NAMES = re.findall(r'= "(\w+)"', (ROOT / "plugin" / "sidebar" /
                                   "reading_plan.c").read_text())
REPLY, NOTE = "Cited by: 16 June 2001", "Refused by: 7 May 1954"
office = Office()
state = {}


def accessibles(context):
    """What a screen reader finds below it, as it is shown."""
    for i in range(context.getAccessibleChildCount()):
        child = context.getAccessibleChild(i).getAccessibleContext()
        yield child
        if child.getAccessibleChildCount() < 100:
            yield from accessibles(child)


def parts():
    """Again where controls come and go meanwhile."""
    try:
        return list(accessibles(office.panel.getAccessibleContext()))
    except IndexOutOfBoundsException:
        time.sleep(0.3)
        return parts()


def part(name):
    """The last one of that name: a label stands before what it names."""
    found = [p for p in parts() if p.getAccessibleName() == name]
    assert found, "nothing is called %s" % name
    return found[-1]


def is_there(name):
    return any(p.getAccessibleName() == name for p in parts())


def control(name):
    """A control of the page by its name in reading.xdl: its window, whose
    number among its fellows is that of the table in reading_plan.c."""
    pages = [w for w in office.panel.getPeer().getWindows()
             if hasattr(w, "getWindows") and w.getWindows()]
    return pages[-1].getWindows()[NAMES.index(name)]


def press(name):
    part(name).doAccessibleAction(0)
    time.sleep(0.6)


def is_read(link):
    """By what its first link begins with: the text of a box of several lines
    can't be had over UNO."""
    wait_for(lambda: any(p.getAccessibleName().startswith(link)
                         for p in parts()), link + "…")
    time.sleep(0.3)


def record():
    """By real keys: all that the box has is copied."""
    control("record").setFocus()
    time.sleep(0.3)
    office.key("ctrl+a", "ctrl+c")
    time.sleep(0.4)
    flavors, contents = clipboard()
    return contents.getTransferData(flavors["text/plain;charset=utf-16"])


def clipboard():
    board = office.create("com.sun.star.datatransfer.clipboard.SystemClipboard")
    return {f.MimeType: f for f in board.getContents()
            .getTransferDataFlavors()}, board.getContents()


def open_reading():
    document = state["document"] = office.new_writer()
    document.Text.setString("In 1954 the three powers refused.")
    office.open_panel(document)
    office.focus(document)
    office.control("query").setText("refus 1954")
    time.sleep(0.5)
    return document


@rule("the office starts with the extension")
def starts():
    office.start()
    open_reading()


@rule("Alt+Right in the search reads the chosen event")
def opens():
    office.control("query").setFocus()
    time.sleep(0.4)
    office.key("alt+Right")
    is_read(REPLY)


@rule("a screen reader finds the page, and nothing of the search")
def only_the_page():
    assert is_there("Back") and is_there("Cite"), "the buttons"
    assert not is_there("Search events"), "the search is still there"
    assert not is_there("Read…"), "its button is still there"


@rule("what is recorded is said, the sentence in circulation with its year")
def says():
    text = record()
    for words in ("In circulation", "16 June 2001", "Where sources disagree",
                  "Approved: 22 April 1954", "history.state.gov"):
        assert words in text, words


@rule("Enter in the events around reads the one that is chosen there")
def follows():
    control("copy_note").setFocus()
    time.sleep(0.4)
    office.key("Tab")
    time.sleep(0.2)
    office.key("Home", "Return")
    is_read(NOTE)


@rule("Escape goes back to the event that led there, Escape again to the search")
def back():
    office.key("Escape")
    is_read(REPLY)
    office.key("Escape")
    wait_for(lambda: not is_there("Back"), "the search is shown")
    same(office.control("query").getText(), "refus 1954", "query")
    time.sleep(0.3)
    office.key("End")
    office.type("x")
    wait_for(lambda: office.control("query").getText() == "refus 1954x",
             "typing goes on in the search field")
    time.sleep(0.4)  # what is typed is looked for first
    office.control("query").setText("refus 1954")
    time.sleep(0.4)


@rule("Enter in the box of the event reads it, too")
def enter():
    office.control("event").setFocus()
    time.sleep(0.4)
    office.key("Return")
    is_read(REPLY)


@rule("the words are copied as they are recorded")
def copies_words():
    press("Copy Words")
    flavors, contents = clipboard()
    text = contents.getTransferData(flavors["text/plain;charset=utf-16"])
    same(text, "completely unreal", "clipboard")


@rule("the note is copied as text, and as HTML with its language")
def copies_note():
    press("Copy Note")
    flavors, contents = clipboard()
    text = contents.getTransferData(flavors["text/plain;charset=utf-16"])
    assert "7 May 1954" in text or "May 7, 1954" in text, text
    html = bytes(b & 255 for b in
                 contents.getTransferData(flavors["text/html"]).value)
    assert html.startswith(b'<p lang="en">'), html


@rule("the button of a source says where it goes")
def address():
    names = [p.getAccessibleName() for p in parts()]
    assert "Open history.state.gov…" in names, names


@rule("Cite goes back with the event that is read chosen")
def cites():
    control("copy_note").setFocus()
    time.sleep(0.3)
    office.key("Tab")
    time.sleep(0.2)
    office.key("Home", "Return")
    is_read(NOTE)
    press("Cite")
    wait_for(lambda: not is_there("Back"), "the search is shown")
    assert office.control("event").getText().startswith(
        "Soviet note on collective security"), office.control("event").getText()
    assert office.control("insert").isEnabled(), "it can be inserted"


@rule("the search shortcut leaves the page for the search field")
def shortcut():
    press("Read…")
    wait_for(lambda: is_there("Back"), "the page is shown")
    office.key("ctrl+alt+n")
    wait_for(lambda: not is_there("Back"), "the search is shown")


@rule("a document can be closed while an event is read")
def closes():
    press("Read…")
    wait_for(lambda: is_there("Back"), "the page is shown")
    time.sleep(0.7)
    office.close(state.pop("document"))
    open_reading()
    press("Read…")
    is_read(REPLY)


@rule("the deck can be closed and opened while an event is read")
def deck():
    sidebar = state["document"].CurrentController.getSidebar()
    sidebar.setVisible(False)
    time.sleep(0.7)
    office.open_panel(state["document"])
    time.sleep(0.7)
    if is_there("Back"):
        press("Back")
    office.control("query").setText("refus 1954")
    time.sleep(0.5)
    press("Read…")
    is_read(REPLY)


@rule("the office ends properly with the page open")
def ends():
    same(office.stop(), 0, "exit status")


try:
    main()
finally:
    office.stop()
