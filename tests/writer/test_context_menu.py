#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Our entries in the context menu of the text, opened by its key in a real
window. A listener of the test's own, asked after ours, sees what the menu is
about to show; entries whose command nobody answers are then hidden."""
import pathlib
import sys
import time

import uno
import unohelper

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent)]
import room
from office import BUILD, Office, wait_for
import rules

from com.sun.star.ui import XContextMenuInterceptor
from com.sun.star.ui.ContextMenuInterceptorAction import CANCELLED, IGNORED

NOTE = "1954-03-31-soviet-note"
OURS = ["Edit Citation", "Refresh Citations", "Unlink Citation",
        "Remove Citation"]

office = Office(BUILD / "tests" / "writer.oxt")
room.office = office
seen = []


class Watcher(unohelper.Base, XContextMenuInterceptor):
    """Notes the entries. 7.4 crashes, with or without ours, when a window is
    closed while its menu is open: so that opens only where it has to."""

    opens = False

    def notifyContextMenuExecute(self, event):
        menu = event.ActionTriggerContainer
        entries = [menu.getByIndex(i) for i in range(menu.getCount())]
        seen.append([(e.Text, e.CommandURL) if hasattr(e, "Text") else None
                     for e in entries])
        return IGNORED if self.opens else CANCELLED


def watch(document):
    """Those who came first are asked first."""
    watcher = Watcher()
    document.CurrentController.registerContextMenuInterceptor(watcher)
    return watcher


def with_menu(words="en"):
    """A document with a citation, and our entries."""
    document = office.new_writer()
    document.Text.setString("In 1954 the powers refused. ")
    room.caret(document).gotoEnd(False)
    room.cite(document, id=NOTE, style="chicago-17-ibid",
              parts=room.DATE | room.SOURCE)
    answer = room.call(document, "menu", words=words)
    assert answer.startswith("done"), answer
    return document


def close(document):
    time.sleep(0.7)
    office.close(document)


def menu(document, opens=False):
    """Asks for the context menu at the caret by its key. Returns what it
    shows."""
    watcher = watch(document)
    watcher.opens = opens
    office.focus(document)
    time.sleep(0.5)
    seen.clear()
    office.key("shift+F10")
    shown = wait_for(lambda: list(seen), "the menu opens")[0]
    time.sleep(1 if opens else 0.1)
    if opens:
        office.key("Escape")
        time.sleep(1)
    document.CurrentController.releaseContextMenuInterceptor(watcher)
    return shown


def texts(shown):
    return [entry and entry[0].replace("~", "") for entry in shown]


def into_note(document):
    room.caret(document).gotoRange(
        document.Footnotes.getByIndex(0).Start, False)
    room.caret(document).goRight(3, False)


def rule(text, words="en"):
    def register(function):
        @rules.rule(text)
        def test():
            document = with_menu(words)
            try:
                function(document)
            finally:
                room.call(document, "no-menu")
                close(document)
    return register


@rules.rule("the office starts")
def _():
    office.start()


@rule("in a citation the menu begins with ours, each with its command")
def _(document):
    into_note(document)
    shown = menu(document, opens=True)
    rules.same(texts(shown)[:5], OURS + [None], "menu")
    rules.same([entry[1] for entry in shown[:4]], [
        "vnd.noteverbale:" + name
        for name in ("edit", "refresh", "unlink", "remove")], "commands")
    assert len(shown) > 8, shown


@rule("in French they are French", words="fr")
def _(document):
    into_note(document)
    rules.same(texts(menu(document))[0], "Modifier la référence", "entry")


@rule("nowhere else is there any of ours")
def _(document):
    room.caret(document).gotoStart(False)
    assert not set(OURS) & set(texts(menu(document)))
    room.caret(document).gotoRange(
        room.new_note(document, "Footnote").End, False)
    assert not set(OURS) & set(texts(menu(document)))


@rule("when they are taken back the menu is as before")
def _(document):
    into_note(document)
    room.call(document, "no-menu")
    assert not set(OURS) & set(texts(menu(document)))


@rules.rule("a window that closes first does no harm")
def _():
    document = with_menu()
    into_note(document)
    menu(document)
    close(document)
    other = with_menu()
    into_note(other)
    assert OURS[0] in texts(menu(other))
    room.call(other, "no-menu")
    close(other)


@rule("in a read-only document there is none of ours")
def _(document):
    path = office.directory / "tmp" / "locked.odt"
    document.storeToURL(path.as_uri(), ())
    again = office.open(path, ReadOnly=True)
    try:
        room.call(document, "no-menu")
        room.call(again, "menu")
        into_note(again)
        assert not set(OURS) & set(texts(menu(again)))
    finally:
        room.call(again, "no-menu")
        close(again)


@rule("any call that throws while they are added is told, and adds nothing")
def _(document):
    room.call(document, "no-menu")
    failures = 0
    for number in range(1, 20):
        answer = room.call(document, "menu", fault=number)
        failures += answer.startswith("error")
        room.call(document, "no-menu")
    assert failures > 2, failures
    into_note(document)
    assert not set(OURS) & set(texts(menu(document)))


if __name__ == "__main__":
    try:
        rules.main()
    finally:
        office.stop()
