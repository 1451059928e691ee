#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The list of results in a real Writer: as a tree by year and as painted rows,
with one selection and one set of keys; what it shows before anything is typed,
how many rows it shows, and what a screen reader hears of it."""
import os
import pathlib
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import BUILD, Office, limited, wait_for  # noqa: E402
from rules import main, rule, same  # noqa: E402

QUERY = "soviet note germany"
MANY = 500  # fewer than a search tells of a word that stands everywhere
EVENT = """<event id='bulk-%(n)d' key='%(key)s' kind='note' confidence='reported'>
<title xml:lang='en'>Bulk note %(n)d</title>
<title xml:lang='fr'>Note en vrac %(n)d</title>
<document gender-fr='f'><genre xml:lang='en'>note</genre>
<genre xml:lang='fr'>note</genre>
<description xml:lang='en'>note</description>
<description xml:lang='fr'>note</description></document>
<date iso='%(year)d-03-0%(day)d' precision='day'/>
<summary xml:lang='en'>None.</summary><summary xml:lang='fr'>Rien.</summary>
<source key='doc' type='documentary edition' holds='text' checked='seen'>
<title>Documents</title><year>1957</year></source></event>"""
# What a screen reader hears: changes of texts for a few seconds; and the rows
# that it can visit.
LISTENER = """
import pyatspi
from gi.repository import GLib
def told(event):
    print(event.type, "|", event.any_data, flush=True)
pyatspi.Registry.registerEventListener(told, "object:text-changed:insert")
print("ready", flush=True)
GLib.timeout_add_seconds(3, pyatspi.Registry.stop)
pyatspi.Registry.start()
"""
READER = """
import pyatspi
def walk(node):
    for number in range(min(node.childCount, 70)):
        child = node.getChildAtIndex(number)
        if child is None:
            continue
        if child.getRole() == pyatspi.ROLE_TREE_ITEM:
            print(child.name)
        walk(child)
for program in pyatspi.Registry.getDesktop(0):
    if program and "office" in program.name:
        walk(program)
"""
office = Office()
state = {}


def text_of(name):
    return office.control(name).getText()


def event_title():
    return text_of("event").split("\n")[0]


def results():
    return office.control("results")


def set_query(text):
    office.control("query").setText(text)
    time.sleep(0.2)


def new_panel():
    """A document beside which the deck stands, with the focus in the query."""
    document = office.new_writer()
    document.Text.setString("In 1954 the three powers refused.")
    document.CurrentController.ViewCursor.gotoEnd(False)
    office.open_panel(document)
    office.focus(document)
    time.sleep(0.5)
    office.key("ctrl+alt+n")
    time.sleep(0.8)
    return document


def close(document):
    time.sleep(0.7)
    office.close(document)


def notes_become(document, count):
    wait_for(lambda: document.Footnotes.Count == count,
             "%d notes, not %d" % (count, document.Footnotes.Count))


def press(*names):
    office.key(*names)
    time.sleep(0.35)


def to_query():
    office.control("query").setFocus()
    time.sleep(0.3)


def pack():
    """A pack of many events in the folder that LibreOffice looks into."""
    folder = office.profile / "user/noteverbale/packs"
    folder.mkdir(parents=True, exist_ok=True)
    xml = office.directory / "bulk.xml"
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    xml.write_text("<registry version='1' pack='bulk'>%s</registry>" % "".join(
        EVENT % {"n": n, "key": "zz" + letters[n // 36] + letters[n % 36],
                 "year": 1900 + n % 60, "day": 1 + n % 9}
        for n in range(MANY)))
    subprocess.run([str(BUILD / "nv"), "pack", "-o",
                    str(folder / "bulk.nvpack"), str(xml)], check=True)
    if os.getuid() == 0:
        subprocess.run(["chown", "-R", "nobody:", str(folder.parent)],
                       check=True)


# The tree


@rule("a new profile shows a tree by year, its headings with their counts")
def tree():
    office.start()
    state["document"] = new_panel()
    set_query(QUERY)
    shown = results().shown()
    assert results().isVisible(), "the tree"
    assert "1952 (9)" in shown, shown
    years = [row.split(" ")[0] for row in shown if row.endswith(")")
             and row[:4].isdigit() and row[4] == " "]
    same(years, sorted(years), "years")


@rule("the best hit is chosen, seen and spoken of, whatever its year")
def best():
    same(results().getSelectedItemPos(), 0, "chosen")
    assert results().isNodeVisible(results().getSelection()), "it is seen"
    assert event_title() in results().getItems()[0], event_title()


@rule("other ranks of the same rows choose the same rows as they are shown")
def ranks():
    for query in ("soviet note ger", "soviet note germa", QUERY):
        set_query(query)
        chosen = results().getSelection().getDisplayValue()
        assert event_title() in chosen, (query, event_title(), chosen)


def screen_reader(program):
    """Runs as the office's user, whom alone its accessible objects answer."""
    return subprocess.Popen(
        limited(30, sys.executable, "-c", program),
        env={**os.environ, "HOME": str(office.directory / "home"),
             **office.environment()},
        stdout=subprocess.PIPE, universal_newlines=True)


@rule("a row of the tree is spoken whole, as it stands there")
def spoken():
    heard = screen_reader(READER).communicate()[0].split("\n")
    for row in results().shown()[:12]:
        assert row in heard, (row, heard)


@rule("the number of hits is the list's name, and its change is told")
def announced():
    listener = screen_reader(LISTENER)
    same(listener.stdout.readline(), "ready\n", "the listener")
    set_query("warsaw pact")
    told = listener.communicate()[0]
    number = text_of("results_label").split()[-1]
    assert "| " + number in told, (number, told)
    same(results().getAccessibleContext().getAccessibleName(),
         text_of("results_label"), "name of the list")


@rule("what was understood is told where it is more than words")
def understood():
    set_query("molotov")
    same(text_of("understood"), "", "of words")
    set_query('party:"Soviet Union" 31/3/1954')
    same(text_of("understood"),
         "Understood: party soviet union; date 31 March 1954", "of conditions")
    set_query("declration")
    assert "declaration" in text_of("results_label"), text_of("results_label")
    set_query("xyzzyxyz")
    assert text_of("results_label").startswith("No event found"), (
        text_of("results_label"))


# Painted


@rule("a key changes to painted rows, with the same row chosen, and is kept")
def painted():
    set_query(QUERY)
    to_query()
    title = event_title()
    press("ctrl+alt+r")
    wait_for(lambda: not results().isVisible(), "the tree goes")
    same(event_title(), title, "chosen")
    provider = office.create("com.sun.star.configuration.ConfigurationProvider")
    from com.sun.star.beans import NamedValue
    node = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess",
        (NamedValue("nodepath", "/org.noteverbale.Options/Panel"),))
    same(node.List, "painted", "setting")


def seen(*keys):
    """The title of the event after keys."""
    press(*keys)
    return event_title()


@rule("the keys of the painted list: Tab, Down, Up, Page Down, Home, End")
def keys():
    to_query()
    best_one = event_title()
    next_one = seen("Tab", "Tab", "Down")  # over the filter
    assert next_one != best_one, next_one
    same(seen("Up"), best_one, "Up after Down")
    paged = seen("Next")
    assert paged not in (best_one, next_one), paged
    last = seen("End")
    same(seen("Down"), last, "below the last")
    first = seen("Home")
    assert first not in (last, best_one), first
    same(seen("Up"), first, "above the first")
    press("Tab")
    assert "Chosen event" in (office.control("event").getAccessibleContext()
                              .getAccessibleName())


@rule("Enter inserts the painted row that is chosen")
def enter():
    document = state["document"]
    to_query()
    press("Down", "Down")
    preview = text_of("preview")
    press("Return")
    notes_become(document, 1)
    same(document.Footnotes.getByIndex(0).getString(), preview, "note")


@rule("a click chooses a painted row, a double click inserts it once")
def clicks():
    document = new_panel()
    set_query(QUERY)
    before = event_title()
    time.sleep(0.5)
    x, y = office.chosen_row()
    office._tool("xdotool", "mousemove", str(x + 60), str(y + 48), "click", "1")
    wait_for(lambda: event_title() != before, "another row than " + before)
    time.sleep(0.6)
    office._tool("xdotool", "mousemove", str(x + 60), str(y + 48), "click",
                 "--repeat", "2", "--delay", "80", "1")
    notes_become(document, 1)
    time.sleep(0.5)
    same(document.Footnotes.Count, 1, "notes")
    close(document)


@rule("another window has the same look; changing it back is kept, too")
def look_back():
    document = new_panel()
    same(results().isVisible(), False, "the tree is there")
    press("ctrl+alt+r")
    wait_for(lambda: results().isVisible(), "the tree comes")
    close(document)


# Nothing typed


@rule("an empty field shows what was cited last; Enter offers it, then inserts")
def recent():
    document = state["second"] = new_panel()
    shown = results().shown()
    same(shown[0], "Cited last (2)", "heading")
    same(text_of("preview"), "", "preview before Enter")
    office.control("locator").setText("p 3")
    press("Return")
    same(text_of("locator"), "", "locator")
    assert event_title() in results().getItems()[0], event_title()
    same(document.Footnotes.Count, 0, "notes after one Enter")
    press("Return")
    notes_become(document, 1)


@rule("a key stars the chosen event; it stands in the empty field, with a sign")
def star():
    office.key("ctrl+alt+n")
    time.sleep(0.6)
    set_query("varsovie")
    title = event_title()
    press("ctrl+alt+s")
    wait_for(lambda: results().getItems()[0].startswith("★ "), "the sign")
    set_query("")
    shown = results().shown()
    assert "Starred (1)" in shown and title in shown[-1], shown
    kept = (office.profile / "user/noteverbale/desk.txt").read_text()
    assert kept.startswith("noteverbale-desk 1\n") and "starred core:" in kept
    set_query("varsovie")
    press("ctrl+alt+s")
    wait_for(lambda: not results().getItems()[0].startswith("★"), "no sign")


@rule("a damaged file of these is told once and left alone")
def damaged():
    file = office.profile / "user/noteverbale/desk.txt"
    state["desk"] = file.read_text()
    file.write_text("no desk\n")
    document = new_panel()
    try:
        wait_for(lambda: "is damaged" in text_of("message"), "the sentence")
        set_query("varsovie")
        office.click("insert")
        notes_become(document, 1)
        time.sleep(0.5)
        same((file.read_text(), text_of("message")), ("no desk\n", ""), "then")
    finally:
        file.write_text(state["desk"])
    close(document)


@rule("a profile that can't be written is told, and the note is inserted")
def unwritable():
    folder = office.profile / "user/noteverbale"
    document = new_panel()
    set_query("varsovie")
    folder.chmod(0o555)
    try:
        office.click("insert")
        notes_become(document, 1)
        wait_for(lambda: "can’t be written" in text_of("message"),
                 "the sentence")
    finally:
        folder.chmod(0o755)
    close(document)


# Many


@rule("a few hundred rows are shown at once, the rest on demand")
def more():
    pack()
    document = state["third"] = new_panel()
    set_query("bulk")
    wait_for(lambda: results().getItemCount() == 300, "300 rows")
    assert results().shown()[-1] == "Show more — 300 of 500 are shown", (
        results().shown()[-1])
    title = event_title()
    press("Down")
    press("End")
    wait_for(lambda: results().getItemCount() == MANY, "all rows")
    same(event_title(), title, "chosen")
    assert not results().shown()[-1].startswith("Show more"), (
        results().shown()[-1])
    same(document.Footnotes.Count, 0, "notes")


@rule("windows close in the middle of a search, whatever the look")
def close_early():
    set_query(QUERY)
    press("ctrl+alt+r")
    office.control("query").setText("sov")
    close(state.pop("third"))
    for name in ("second", "document"):
        close(state.pop(name))


@rule("the office ends properly")
def ends():
    log = office.log()
    same(office.stop(), 0, "the office's status\n" + log)
    same([line for line in log.splitlines() if "noteverbale" in line.lower()],
         [], "what it wrote")


main()
