#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Filters with counts, and events that fit the paragraph, in a real Writer and
by real keys."""
import os
import pathlib
import re
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import Office, properties, wait_for  # noqa: E402
from rules import main, rule, same  # noqa: E402

REPLY = ("On 7 May 1954 Washington, London and Paris refused the offer of the "
         "Soviet Union to join the Atlantic alliance.")
SHOTS = os.environ.get("NV_SHOTS")
office = Office()
state = {}


def shot(name):
    """A picture, for a person who wants to look (NV_SHOTS=FOLDER)."""
    if SHOTS:
        office.screenshot(os.path.join(SHOTS, name + ".png"))


def control(name):
    return office.control(name)


def label():
    return control("results_label").getText()


def found():
    """How many events the label speaks of."""
    return int(re.findall(r"\d+", label())[-1])


def rows(name):
    return control(name).getItems()


def count_in(row):
    return int(re.search(r"\((\d+)\)$", row).group(1))


def is_shown(name):
    return control(name).isVisible()


def pick(name, beginning):
    """Picks a row as a writer does, with keys in the list; returns its
    count."""
    row = [i for i, text in enumerate(rows(name))
           if text.startswith(beginning)][0]
    count = count_in(rows(name)[row]) if row else 0
    control(name).setFocus()
    time.sleep(0.2)
    for _ in range(row - control(name).getSelectedItemPos()):
        office.key("Down")
    time.sleep(0.3)
    return count


def put(text):
    document = state["document"]
    document.Text.setString(text)
    document.CurrentController.ViewCursor.gotoRange(
        document.Text.getEnd(), False)
    office.focus(document)
    time.sleep(0.3)


def run(command):
    document = state["document"]
    frame = document.CurrentController.Frame
    helper = office.create("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(frame, command, "_self", 0, ())
    time.sleep(0.8)


@rule("the office starts with the extension")
def starts():
    office.start()
    state["document"] = office.new_writer()
    office.open_panel(state["document"])


@rule("the rows of the filter are closed until they are wanted")
def closed():
    same(is_shown("filter"), True, "the box")
    same(is_shown("period"), False, "the list of periods")
    shot("closed")


@rule("the box opens them by key, with a count in each row")
def opened():
    control("query").setText("berlin")
    time.sleep(0.3)
    control("filter").setFocus()
    office.key("space")
    time.sleep(0.6)
    for name in ("period", "years", "kind", "party", "language",
                 "with_wording", "filter_clear"):
        same(is_shown(name), True, name)
    same(rows("kind")[0], "Any kind", "the first row")
    same(is_shown("pack"), False, "the list of a single pack")
    same([row for row in rows("kind")[1:] if not count_in(row)], [], "counts")
    shot("open")


@rule("a choice finds as many as its row said")
def picks_kind():
    count = pick("kind", "note")
    same(found(), count, "found")
    same(control("filter_said").getText(), "", "what the list says already")


@rule("the counts of a list are not those of its own choice")
def own_choice():
    assert len(rows("kind")) > 3, rows("kind")


@rule("a second choice narrows further")
def picks_period():
    count = pick("period", "1950–1959")
    same(found(), count, "found")
    same(control("years").getText(), "1950–1959", "the years")
    shot("picked")


@rule("years can be typed, from and to")
def types_years():
    control("years").setText("1954-1955")
    time.sleep(0.4)
    same(control("years").getText(), "1954-1955", "what was typed stays")
    same(control("period").getSelectedItemPos(), -1, "no row")


@rule("what is picked is still said when the rows are closed")
def said_when_closed():
    control("filter").setFocus()
    office.key("space")
    time.sleep(0.5)
    same(is_shown("kind"), False, "the list of kinds")
    same(control("filter_said").getText(), "Filter: note, 1954–1955", "said")
    shot("closed-active")


@rule("a filter alone lists what passes it")
def browses():
    control("query").setText("")
    time.sleep(0.4)
    assert found() > 3, label()


@rule("Escape takes the filter away, then goes back to the text")
def escapes():
    control("query").setFocus()
    time.sleep(0.2)
    office.key("Escape")
    time.sleep(0.4)
    same(control("filter_said").getText(), "", "said")


@rule("Clear picks nothing any more")
def clears():
    control("filter").setFocus()
    office.key("space")
    time.sleep(0.4)
    pick("party", "France")
    assert control("filter_clear").isEnabled()
    office.click("filter_clear")
    time.sleep(0.5)
    same(control("party").getSelectedItemPos(), 0, "the row")
    same(control("filter_clear").isEnabled(), False, "Clear")
    control("filter").setFocus()
    office.key("space")
    time.sleep(0.3)


@rule("the command finds the events that fit the paragraph")
def from_text():
    put(REPLY)
    run("vnd.noteverbale:from-text")
    assert label().startswith("Events that fit this paragraph: "), label()
    first = rows("results")[0]
    assert "7 May 1954" in first and "refusing" in first, first
    shot("from-text")


@rule("a query takes its place")
def query_again():
    control("query").setText("varsovie")
    time.sleep(0.3)
    assert not label().startswith("Events that fit"), label()


@rule("where nothing fits, that is said")
def nothing_fits():
    put("Whisk the eggs with the sugar.")
    run("vnd.noteverbale:from-text")
    same(label(), "No event fits this paragraph", "label")


@rule("without text at the cursor, that is said")
def no_text():
    put("")
    run("vnd.noteverbale:from-text")
    assert control("message").getText().startswith(
        "There is no paragraph at the cursor"), control("message").getText()


@rule("a selected name is searched at once")
def selected():
    put("Molotov wrote. Glinski")
    cursor = state["document"].CurrentController.ViewCursor
    cursor.goLeft(len("Glinski"), True)
    time.sleep(0.3)
    office.key("ctrl+alt+n")
    wait_for(lambda: control("query").getText() == "Glinski",
             "the query is “%s”" % control("query").getText())
    assert found() > 0, label()


@rule("a long selection is left alone")
def long_selection():
    put(REPLY)
    control("query").setText("berlin")
    state["document"].CurrentController.ViewCursor.gotoStart(True)
    office.focus(state["document"])
    office.key("ctrl+alt+n")
    time.sleep(0.6)
    same(control("query").getText(), "berlin", "query")


def set_from_text(value):
    provider = office.create("com.sun.star.configuration.ConfigurationProvider")
    update = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        properties(nodepath="/org.noteverbale.Options/Panel"))
    update.setPropertyValue("FromText", value)
    update.commitChanges()


@rule("no suggestion is made unless it is asked for")
def off_at_first():
    control("query").setText("")
    time.sleep(0.3)
    put("")
    office.type("On 7 May 1954 the three powers refused.")
    time.sleep(3)
    assert not label().startswith("Events that fit"), label()


@rule("after a second of rest it is, once that is switched on")
def after_a_rest():
    set_from_text("yes")
    try:
        office.type(" Moscow had asked.")
        wait_for(lambda: label().startswith("Events that fit"), label())
        office.type(" More")
        same(state["document"].Text.getString().endswith(" More"), True,
             "typing goes on in the text")
    finally:
        set_from_text("no")


@rule("the office ends well")
def ends():
    same(office.stop(), 0, "the office's status")


main()
