#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Pictures of the panel to be looked at, under build/pictures: each language at
100 and 200 %, light, dark and in high contrast, narrow and wide, and with an
interface font of 8 and 24 points. Says what is cut or overlaps in them, and
lays those of a language out on one sheet.

    tests/sidebar/pictures.py [LANGUAGE...]     "de", "he" (mirrored)
"""
import os
import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import BUILD  # noqa: E402
from sidebar.shown import TABS, Shown, clipped  # noqa: E402

FOLDER = BUILD / "pictures"
LANGUAGES = ["en-US", "fr", "de", "es", "it", "pt", "ru", "uk", "he"]
THEMES = {"light": "Adwaita", "dark": "Adwaita:dark",
          "contrast": "HighContrast"}
WIDTH, HEIGHT = 1400, 1250  # of the screen, in pixels of 100 %
NARROW, WIDE = 200, 600
POINTS = (8, 24)


def take(office, locale, scale, name):
    """A picture of the sidebar alone. Returns what is cut in it."""
    path = FOLDER / locale / (name + ".png")
    width = (office.panel.getPosSize().Width + TABS + 12) * scale
    x = 0 if locale == "he" else WIDTH * scale - width
    office.screenshot(office.directory / "screen.png")
    subprocess.run(
        ["convert", str(office.directory / "screen.png"), "-crop", "%dx%d+%d+0"
         % (width, HEIGHT * scale, x), "+repage", str(path)], check=True)
    return ["%s/%s: %s" % (locale, name, line)
            for line in clipped(office.panel)]


def both_widths(office, locale, scale, name):
    """At the width that the office has remembered, and at the other."""
    found = []
    for _ in range(2):
        width = office.panel.getPosSize().Width
        is_wide = width > WIDE / 2
        found += take(office, locale, scale, "%s_%s" % (
            name, "wide" if is_wide else "narrow"))
        office.widen(NARROW - width if is_wide else WIDE - width,
                     locale == "he", scale)
    return found


def themes(office, locale, scale):
    found = []
    for name, theme in THEMES.items():
        office.again(locale, GTK_THEME=theme, GDK_SCALE=str(scale))
        document = office.show()
        found += both_widths(office, locale, scale,
                             "%d_%s" % (100 * scale, name))
        office.close(document)
    return found


def fonts(office, locale):
    found = []
    for points in POINTS:
        office.use_font(points)
        office.again(locale)
        document = office.show()
        found += both_widths(office, locale, 1, "font_%02d" % points)
        office.close(document)
    office.use_font(None)
    return found


def sheet(locale):
    pictures = sorted((FOLDER / locale).glob("*.png"))
    subprocess.run(
        ["montage", *map(str, pictures), "-label", "%t", "-tile", "8x",
         "-geometry", "400x900+6+6", str(FOLDER / (locale + ".png"))],
        check=True)
    print(os.path.relpath(FOLDER / (locale + ".png")), flush=True)


def main(locales):
    found = []
    for locale in locales:
        (FOLDER / locale).mkdir(parents=True, exist_ok=True)
    for scale in (1, 2):
        with Shown(size="%dx%d" % (scale * WIDTH, scale * HEIGHT),
                   seconds=3000) as office:
            for locale in locales:
                found += themes(office, locale, scale)
                if scale == 1:
                    found += fonts(office, locale)
    for locale in locales:
        sheet(locale)
    print("\n".join(found) or "nothing is cut")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or LANGUAGES))
