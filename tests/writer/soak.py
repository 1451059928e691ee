#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Acts at random in documents of 60 to 200 notes.

    soak.py [ACTS [SEED]]    2,000 acts with a seed of the day, unless said

Two documents are open at a time, between which is cut and pasted. After each
act and a refresh, every citation says what a computation from nothing says it
should, and nothing is locked or open. A line for each pair of documents, with
the seed that makes the same again; exit status 1 when one failed."""
import random
import sys
import time

import acts
from room import DATE, SOURCE, call, caret, cite, office
from trip import census, in_endnote, in_footnote, in_text, save, through

LEAST, MOST = 60, 200
EACH = 100  # acts on one pair of documents
STYLES = ["chicago-17-ibid", "mhra-4", "oscola-4", "chicago-17", "histoire"]


class Pair:
    """Two documents at work, and what was done to them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.style = STYLES[0]
        self.done = []
        self.documents = [self.new(), self.new()]
        self.by_hand = [0, 0]

    def new(self):
        """A dozen notes, then copies of them all until there are enough, as a
        writer makes a long document of a short one."""
        size = self.random.randint(LEAST, MOST)
        document = office.open(start())
        while document.Footnotes.Count < size:
            acts.dispatch(document, "SelectAll")
            acts.dispatch(document, "Copy")
            caret(document).gotoEnd(False)
            acts.dispatch(document, "Paste")
        acts.refresh(document, self.random, self.style)
        return document

    def close(self):
        for document in self.documents:
            office.close(document)


def start():
    """A document of twelve citations of several kinds, written once."""
    path = office.directory / "tmp" / "soak-start.odt"
    if not path.exists():
        document = office.new_writer()
        for number in range(12):
            place = in_endnote if number == 5 else in_footnote
            place(document, lambda: cite(
                document, parts=DATE | SOURCE, style=STYLES[0],
                **acts.CITED[number % len(acts.CITED)]))
        save(document, "odt", "soak-start")
        office.close(document)
    return path


# Acts on the pair; the others are in acts.py


def move_over(pair, which):
    acts.select_something(pair.documents[which], pair.random)
    acts.dispatch(pair.documents[which], pair.random.choice(["Cut", "Copy"]))
    acts.go_somewhere(pair.documents[1 - which], pair.random)
    acts.dispatch(pair.documents[1 - which], "Paste")


def reload(pair, which):
    kind = pair.random.choice(["odt", "docx", "fodt"])
    again = through(pair.documents[which], kind, "soak%d" % which)
    office.close(pair.documents[which])
    pair.documents[which] = again


def restyle(pair, which):
    pair.style = pair.random.choice(STYLES)


def on_one(act):
    def on_pair(pair, which):
        act(pair.documents[which], pair.random, pair.style)
    on_pair.__name__ = act.__name__
    return on_pair


# How often.
OFTEN = [
    (16, on_one(acts.insert_citation)), (6, on_one(acts.write)),
    (6, on_one(acts.edit)), (6, on_one(acts.add_to)), (4, on_one(acts.exchange)),
    (4, on_one(acts.remove)), (2, on_one(acts.unlink)),
    (8, on_one(acts.delete)), (8, on_one(acts.delete_note)),
    (8, on_one(acts.move)), (8, on_one(acts.copy)), (6, on_one(acts.split)),
    (6, on_one(acts.merge)), (6, on_one(acts.write_in_note)),
    (8, on_one(acts.undo)), (4, on_one(acts.redo)), (4, move_over),
    (2, reload), (2, restyle),
]
# Only these may leave a citation that counts as changed by hand: the writer's
# own words in it, and steps that bring such words back.
BY_HAND = {"write_in_note", "undo", "redo", "copy", "move", "move_over"}


# What must hold


def is_free(document):
    """Nothing is locked, and no step of Undo is open."""
    manager = document.UndoManager
    return not (manager.isLocked() or document.hasControllersLocked() or (
        manager.getAllUndoActionTitles() and not manager.isUndoPossible()))


def check(pair, which, act):
    document = pair.documents[which]
    assert is_free(document), "something is locked or open"
    acts.refresh(document, pair.random, pair.style)
    assert is_free(document), "something is locked or open after the refresh"
    found = census(document, pair.style)
    stale = [c for c in found if c["state"] == "stale"]
    assert not stale, "stale: %s" % stale[:2]
    by_hand = [c for c in found if c["state"] == "by hand"]
    assert len(by_hand) <= pair.by_hand[which] or act in BY_HAND, (
        "by hand: %s" % by_hand[-2:])
    pair.by_hand[which] = len(by_hand)


def step(pair):
    act = pair.random.choices([a for _, a in OFTEN], [n for n, _ in OFTEN])[0]
    which = pair.random.randrange(2)
    pair.done.append("%s %d" % (act.__name__, which))
    act(pair, which)
    for number in (0, 1) if act in (move_over, restyle) else (which,):
        check(pair, number, act.__name__)


def run(seed, count):
    """`count` acts on one pair. Raises AssertionError that says after which."""
    pair = Pair(seed)
    try:
        for _ in range(count):
            step(pair)
    except Exception as error:
        raise AssertionError("seed %d, act %d, after %s: %s" % (
            seed, len(pair.done), ", ".join(pair.done[-5:]), error)) from error
    finally:
        pair.close()


def main(count=2000, seed=None):
    seed = int(time.time()) if seed is None else seed
    failures = 0
    for number, first in enumerate(range(0, count, EACH)):
        try:
            run(seed + number, min(EACH, count - first))
            print("seed %d: all right" % (seed + number), flush=True)
        except AssertionError as error:
            failures += 1
            print(error, flush=True)
    print("%d acts, %d failed" % (count, failures))
    return 1 if failures else 0


if __name__ == "__main__":
    office.seconds = 0
    with office:
        sys.exit(main(*map(int, sys.argv[1:])))
