# SPDX-License-Identifier: MPL-2.0
"""The words of dialogs/*.properties and of the menus, by language."""
import pathlib
import re
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ENGLISH = "en_US"
TONGUES = (ENGLISH, "fr", "de", "es", "it", "pt", "ru", "uk")
# The plurals of each (base/plural.h): one is no sentence without the others.
PLURALS = {tongue: {"one", "other"} for tongue in TONGUES}
PLURALS["ru"] = PLURALS["uk"] = {"one", "few", "many"}
ALL_PLURALS = {"one", "few", "many", "other"}
OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def stems():
    """"panel", "words" ...: what stands before the language of a file."""
    files = (ROOT / "dialogs").glob("*_en_US.properties")
    return sorted(file.name[:-len("_en_US.properties")] for file in files)


def text_of(stem, tongue):
    file = ROOT / "dialogs" / ("%s_%s.properties" % (stem, tongue))
    return file.read_text("ascii")


def pairs(stem, tongue):
    """Keys and values as they stand in the file, in its order."""
    lines = [line for line in text_of(stem, tongue).splitlines()
             if line and not line.startswith("#")]
    return [tuple(line.split("=", 1)) for line in lines]


def words(stem, tongue):
    """The phrases by key; a plural has a key of its own: "found.one"."""
    return {key: value.encode().decode("unicode_escape")
            for key, value in pairs(stem, tongue)}


def base(key):
    """The key of the phrase: without its plural."""
    stem, _, plural = key.rpartition(".")
    return stem if plural in ALL_PLURALS else key


def menu_texts():
    """(file, where, {language: text}) of every text in the office's menus."""
    for file in sorted((ROOT / "packaging" / "registry").glob("*.xcu")):
        root = ElementTree.parse(file).getroot()
        parents = {child: node for node in root.iter() for child in node}
        for prop in root.iter("prop"):
            if prop.get(OOR + "name") not in ("Title", "Label", "TooltipLabel"):
                continue
            texts = {value.get(LANG): value.text
                     for value in prop.iter("value")}
            node = parents[prop]
            yield (file.name, node.get(OOR + "name"),
                   parents[node].get(OOR + "name"), texts)
