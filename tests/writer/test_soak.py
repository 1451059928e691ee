#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""A short run of soak.py with seeds that stay, and a rule for each fault that a
longer one found."""
import acts
from room import DATE, SOURCE, caret, cite, office, rule
from trip import NOTE, census, in_footnote, refresh
import rules
import soak

# In 4001 two copies that share a property were to take one name.
SEEDS, ACTS = (4001,), 150


for seed in SEEDS:
    rules.rule("after each of %d acts at random (seed %d) and a refresh all are "
               "right" % (ACTS, seed))(lambda seed=seed: soak.run(seed, ACTS))


STYLE = "chicago-17-ibid"


@rule("copies that share a property change places, and each says what it "
      "should")
def _(document):
    in_footnote(document, lambda: cite(
        document, id=NOTE, parts=DATE | SOURCE, style=STYLE, locator="p. 40"))
    acts.dispatch(document, "SelectAll")
    acts.dispatch(document, "Copy")
    caret(document).gotoEnd(False)
    for _ in range(5):
        acts.dispatch(document, "Paste")
    refresh(document, STYLE)
    for number in (3, 1, 4, 2):
        anchor = document.Footnotes.getByIndex(number).Anchor
        caret(document).gotoRange(anchor, False)
        acts.dispatch(document, "Cut")
        caret(document).gotoStart(False)
        acts.dispatch(document, "Paste")
        refresh(document, STYLE)
        states = [c["state"] for c in census(document, STYLE)]
        assert states == ["right"] * 6, states
        names = document.Bookmarks.ElementNames
        assert len(set(names)) == 6, names


if __name__ == "__main__":
    with office:
        rules.main()
