#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""No text of the panel is cut and no control lies upon another: in every
language, in three themes, in a mirrored office, as narrow as the sidebar can
be and 600 pixels wide. `make pictures` shows them."""
import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from rules import Skip, main, rule  # noqa: E402
from sidebar.shown import Shown, clipped  # noqa: E402

# Each language once, each theme once and more.
ROUNDS = [
    ("en-US", "English", "Adwaita"),
    ("fr", "French", "Adwaita:dark"),
    ("de", "German", "HighContrast"),
    ("es", "Spanish", "Adwaita"),
    ("it", "Italian", "Adwaita:dark"),
    ("pt", "Portuguese", "HighContrast"),
    ("ru", "Russian", "Adwaita"),
    ("uk", "Ukrainian", "Adwaita:dark"),
    ("he", "a mirrored office", "HighContrast"),
]
NARROW, WIDE = 200, 600
office = Shown()


def is_installed(locale):
    return locale == "en-US" or subprocess.run(
        ["dpkg-query", "-W", "libreoffice-l10n-" + locale],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def look():
    found, width = clipped(office.panel), office.panel.getPosSize().Width
    assert not found, "%d pixels: %s" % (width, "; ".join(found[:8]))
    return width


def look_at(locale, theme):
    """At the width that the round before has left, and at the other."""
    if not is_installed(locale):
        raise Skip("libreoffice-l10n-%s is not installed" % locale)
    office.again(locale, GTK_THEME=theme)
    document = office.show()
    before = look()
    office.widen(WIDE - NARROW if before < WIDE / 2 else NARROW - before,
                 locale == "he")
    after = look()
    assert abs(after - before) > 200, "%d, then %d" % (before, after)
    office.search("")
    look()
    office.close(document)


def add(locale, name, theme):
    @rule("nothing is cut in %s, %s" % (name, theme))
    def test():
        look_at(locale, theme)


@rule("the office starts with the extension")
def starts():
    office.start()


for round_ in ROUNDS:
    add(*round_)


@rule("the office ends properly")
def ends():
    office.stop()


main()
