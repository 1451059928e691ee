#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Recorded changes: what a citation is while they are neither accepted nor
rejected, and that both leave a valid document."""
import random

import acts
from room import DATE, EVENT, SOURCE, TREATY, caret, cite, office, rule
from trip import NOTE, census, in_footnote, refresh, through
import rules

STYLE = "chicago-17-ibid"
SEED, ACTS = 1954, 50


def add(document, **values):
    in_footnote(document, lambda: cite(
        document, parts=DATE | SOURCE, style=STYLE, **values))


def texts(document):
    return [c["text"] for c in census(document, STYLE)]


def right(document):
    """None is stale, and none is held to be changed by hand."""
    states = [c["state"] for c in census(document, STYLE)]
    assert set(states) <= {"right"}, states
    assert refresh(document, STYLE)[1:] == [0, 0, 0]


def three_notes(document):
    add(document, id=NOTE)
    add(document, id=NOTE)
    add(document, id=TREATY, locator="art. 4")
    document.RecordChanges = True


def delete_first(document):
    anchor = document.Footnotes.getByIndex(0).Anchor
    anchor.Text.createTextCursorByRange(anchor).setString("")


def cite_first(document, **values):
    caret(document).gotoStart(False)
    cite(document, parts=DATE | SOURCE, style=STYLE, **values)


@rule("a note whose deletion is recorded is none: the next one is whole")
def _(document):
    three_notes(document)
    whole = texts(document)[0]
    delete_first(document)
    assert refresh(document, STYLE) == [2, 1, 0, 0]
    assert texts(document)[0] == whole, texts(document)
    assert [c["note"] for c in census(document, STYLE)] == [1, 2]
    right(document)


@rule("a note rewritten while changes are recorded says its new wording alone")
def _(document):
    three_notes(document)
    cite_first(document, id=NOTE)
    refresh(document, STYLE)
    assert texts(document)[1:3] == ["Ibid.", "Ibid."], texts(document)
    right(document)


@rule("it can be rewritten again and again")
def _(document):
    three_notes(document)
    whole = texts(document)[0]
    for id in NOTE, EVENT, NOTE, TREATY:
        cite_first(document, id=id)
        refresh(document, STYLE)
        right(document)
    delete_first(document)
    refresh(document, STYLE)
    assert texts(document)[0] == whole, texts(document)
    right(document)


def settle(document, command):
    acts.dispatch(document, command)
    document.RecordChanges = False


@rule("rejecting all brings back what was, and all is right")
def _(document):
    three_notes(document)
    before = texts(document)
    delete_first(document)
    cite_first(document, id=EVENT)
    refresh(document, STYLE)
    settle(document, "RejectAllTrackedChanges")
    assert texts(document) == before, texts(document)
    right(document)


@rule("accepting all keeps what was written, and all is right")
def _(document):
    three_notes(document)
    delete_first(document)
    cite_first(document, id=EVENT)
    refresh(document, STYLE)
    after = texts(document)
    settle(document, "AcceptAllTrackedChanges")
    assert texts(document) == after, texts(document)
    right(document)


@rule("a citation deleted within its note is none, and the note is left")
def _(document):
    three_notes(document)
    whole = document.Footnotes.getByIndex(1).createTextCursor()
    whole.gotoEnd(True)
    whole.setString("")
    assert refresh(document, STYLE)[0] == 2
    right(document)


# A run at random

RECORDED = [acts.insert_citation, acts.insert_citation, acts.refresh,
            acts.delete_note, acts.delete, acts.write, acts.split]


def run(document):
    """Acts, all recorded, on six notes; a refresh behind each."""
    choose = random.Random(SEED)
    for id in NOTE, EVENT, NOTE, TREATY, TREATY, EVENT:
        add(document, id=id)
    before = texts(document)
    document.RecordChanges = True
    for number in range(ACTS):
        act = choose.choice(RECORDED)
        act(document, choose, STYLE)
        refresh(document, STYLE)
        states = [c["state"] for c in census(document, STYLE)]
        assert set(states) <= {"right"}, "act %d, %s: %s" % (
            number, act.__name__, states)
    return before


@rule("after %d recorded acts accept all leaves all right, in a file too" % ACTS)
def _(document):
    run(document)
    after = texts(document)
    again = through(document, "odt", "recorded")
    try:
        settle(again, "AcceptAllTrackedChanges")
        assert texts(again) == after, texts(again)
        right(again)
    finally:
        office.close(again)


@rule("and so does reject all")
def _(document):
    # In the document itself: a file keeps no changes within what was deleted
    # (7.4), so that a note there comes back with both of its wordings.
    before = run(document)
    settle(document, "RejectAllTrackedChanges")
    assert texts(document) == before, texts(document)
    right(document)


if __name__ == "__main__":
    with office:
        rules.main()
