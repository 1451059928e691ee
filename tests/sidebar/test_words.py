#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The words of the panel: what C, panel.xdl and the words say of one another
agrees. test_tongues.py looks at the languages."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import ROOT, main, rule, same  # noqa: E402
from sidebar.tongues import base, words  # noqa: E402

DIALOGS = ROOT / "dialogs"
SIDEBAR = ROOT / "plugin" / "sidebar"
DLG = "{http://openoffice.org/2000/dialog}"


def controls():
    """The controls of panel.xdl in the order of the file."""
    root = ElementTree.parse(DIALOGS / "panel.xdl").getroot()
    return [e for e in root.iter() if e.get(DLG + "id") and e is not root]


def strings_of(file, table):
    """The string literals of a table of C."""
    body = re.search(table + r"\[[^;]*?\] = \{(.*?)\};",
                     (SIDEBAR / file).read_text(), re.S).group(1)
    return re.findall(r'"([^"]*)"', body)


def keys_of_dialog():
    values = [value for e in controls() for value in e.attrib.values()]
    return [value[1:] for value in values if value.startswith("&")]


ENGLISH = words("panel", "en_US")


@rule("every phrase that C and panel.xdl name is there, and no other")
def used():
    named = set(strings_of("phrases.c", "keys")) | set(keys_of_dialog())
    same(sorted(named), sorted({base(key) for key in ENGLISH}), "keys")


@rule("lists have as many items as C counts")
def lists():
    event = (ROOT / "registry" / "event.h").read_text()

    def members(last):
        body = re.search(r"enum \{([^}]*)\b%s\b" % last, event).group(1)
        return len(re.findall(r"\bNV_\w+", re.sub(r"/\*.*?\*/", "", body,
                                                  flags=re.S)))

    same(len(ENGLISH["months"].split(",")), 12, "months")
    same(len(ENGLISH["acts"].split(",")), members("NV_ACT_COUNT"), "acts")
    same(len(ENGLISH["dates"].split(",")), members("NV_DATE_WHAT_COUNT"),
         "dates")


@rule("controls.c names the controls of panel.xdl, in their order")
def names():
    same(strings_of("controls.c", "names"),
         [e.get(DLG + "id") for e in controls()], "controls")


@rule("Tab visits the controls in the order in which they stand")
def tab_order():
    same([int(e.get(DLG + "tab-index")) for e in controls()],
         list(range(len(controls()))), "tab order")


@rule("a label stands before every field and list")
def labels():
    ids = [e.get(DLG + "id") for e in controls()]
    for name in ("query", "results", "event", "wordings", "locator", "prefix",
                 "suffix", "own", "style",
                 "preview", "citations", "change"):
        same(ids[ids.index(name) - 1], name + "_label", "before " + name)


main()
