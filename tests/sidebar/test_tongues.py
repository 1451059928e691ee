#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What a person reads is there in every language, whole and in its own
typography: the files of dialogs/ and the menus."""
import collections
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import ROOT, main, rule, same  # noqa: E402
from sidebar.tongues import (ENGLISH, PLURALS, TONGUES, base,  # noqa: E402
                             menu_texts, pairs, stems, words)

TRANSLATED = TONGUES[1:]
# Where a language says it with the word of English.
SAME = {
    "fr": {"Date", "date", "Source", "Sources",
           "Parties", "Note", "Options\u2026", "Pages",
           "Volume"},
    "de": {"Filter", "in"}, "es": set(), "it": {"Volume", "in"},
    "pt": {"Volume"},
    "ru": set(), "uk": set(),
}
# What has no language: names of formats, of us.
NAMES = re.compile(
    r"CSL[- ]?(JSON)?|RIS|LibreOffice|noteverbale/removed|\bOK\b|"
    r"refusal 7 may 1954|Kennan|\bAlt\b|BibTeX|EndNote|Zotero|pandoc|Mendeley|LaTeX|TEI|XML|DOCX?|"
    r"ODT|JSON|Note Verbale|Writer|Undo|Steps|Ctrl|Enter|Esc|"
    r"warsaw pact @art|\bart\b|\bp\.|nvpack|csl|ISO|https?|Chicago|MLA|PDF|SVG")
CYRILLIC = "\u0400-\u04ff"
QUOTES = {ENGLISH: "\u201c\u201d", "fr": "\u00ab\u00bb", "de": "\u201e\u201c",
          "es": "\u00ab\u00bb", "it": "\u00ab\u00bb", "pt": "\u201c\u201d",
          "ru": "\u00ab\u00bb", "uk": "\u00ab\u00bb"}


def everything():
    """(stem, tongue, key, phrase) of all that stands in dialogs/."""
    for stem in stems():
        for tongue in TONGUES:
            for key, phrase in words(stem, tongue).items():
                yield stem, tongue, key, phrase


def places(phrase):
    return sorted(set(re.findall(r"\{\d\}", phrase)))


def bare(phrase):
    """Without what has no language."""
    return NAMES.sub("", re.sub(r"\{\d\}|~", "", phrase)).strip(" :()")


def english_of(stem, key):
    phrases = words(stem, ENGLISH)
    return phrases.get(key) or phrases[base(key) + ".other"]


def none(found, what):
    assert not found, "%s: %s" % (what, "; ".join(sorted(found)[:12]))


@rule("every language has every phrase, and no other")
def keys():
    wrong = set()
    for stem in stems():
        wanted = {base(key) for key in words(stem, ENGLISH)}
        for tongue in TRANSLATED:
            has = {base(key) for key in words(stem, tongue)}
            wrong |= {"%s_%s lacks %s" % (stem, tongue, key)
                      for key in wanted - has}
            wrong |= {"%s_%s has %s" % (stem, tongue, key)
                      for key in has - wanted}
    none(wrong, "keys")


@rule("a phrase that counts has the plurals of its language")
def plurals():
    wrong = set()
    for stem in stems():
        counting = {base(key) for key in words(stem, ENGLISH)
                    if base(key) != key}
        for tongue in TONGUES:
            forms = collections.defaultdict(set)
            for key in words(stem, tongue):
                if base(key) in counting:
                    forms[base(key)].add(key[len(base(key)) + 1:])
            wrong |= {"%s_%s: %s" % (stem, tongue, key)
                      for key, has in forms.items() if has != PLURALS[tongue]}
    none(wrong, "plurals")


@rule("no key stands twice in a file, and all stand in the order of English")
def order():
    wrong = set()
    for stem in stems():
        english = [base(key) for key, _ in pairs(stem, ENGLISH)]
        english = list(dict.fromkeys(english))
        for tongue in TONGUES:
            has = [key for key, _ in pairs(stem, tongue)]
            if len(has) != len(set(has)):
                wrong.add("%s_%s twice" % (stem, tongue))
            if list(dict.fromkeys(map(base, has))) != english:
                wrong.add("%s_%s order" % (stem, tongue))
    none(wrong, "order")


@rule("a phrase has the same places to fill in as in English")
def filled():
    """But "one" need not say the number where it counts one thing only."""
    wrong = set()
    for stem, tongue, key, phrase in everything():
        wanted = places(english_of(stem, key))
        if base(key) != key:
            wanted = places(words(stem, ENGLISH)[base(key) + ".other"])
        allowed = [wanted]
        if key.endswith(".one") and tongue not in ("ru", "uk"):
            allowed.append([place for place in wanted if place != "{1}"])
        if places(phrase) not in allowed:
            wrong.add("%s_%s: %s" % (stem, tongue, key))
    none(wrong, "places")


@rule("no phrase is empty or ends in space, which LibreOffice would cut")
def spaces():
    none({"%s_%s: %s" % (stem, tongue, key)
          for stem, tongue, key, phrase in everything()
          if not phrase or phrase != phrase.strip() or "  " in phrase},
         "spaces")


@rule("characters are written as LibreOffice and C read them")
def escapes():
    wrong = set()
    for stem in stems():
        for tongue in TONGUES:
            for key, value in pairs(stem, tongue):
                for escape in re.findall(r"\\.{0,5}", value):
                    if not re.fullmatch(r"\\u[0-9A-F]{4}", escape) or \
                            int(escape[2:], 16) < 0xA0:
                        wrong.add("%s_%s: %s" % (stem, tongue, key))
    none(wrong, "escapes")


@rule("every phrase is translated")
def translated():
    none({"%s_%s: %s" % (stem, tongue, key)
          for stem, tongue, key, phrase in everything()
          if tongue != ENGLISH and re.search(r"[A-Za-z]", bare(phrase))
          and phrase == english_of(stem, key)
          and bare(phrase) not in SAME[tongue]},
         "as in English")


@rule("Russian and Ukrainian are written in their own letters")
def letters():
    wrong = set()
    for stem, tongue, key, phrase in everything():
        if tongue not in ("ru", "uk"):
            continue
        mixed = re.search("[%s][A-Za-z]|[A-Za-z][%s]" % (CYRILLIC, CYRILLIC),
                          phrase)
        of_other = "[іїєґІЇЄҐ]" if tongue == "ru" else "[ыэъёЫЭЪЁ]"
        if mixed or re.search(of_other, phrase) or \
                re.search("[A-Za-z]{2}", bare(phrase)):
            wrong.add("%s_%s: %s" % (stem, tongue, key))
    none(wrong, "letters")


@rule("quotation marks, apostrophes, dots and spaces are those of the language")
def typography():
    wrong = set()
    for stem, tongue, key, phrase in everything():
        others = set("\u00ab\u00bb\u201c\u201d\u201e") - set(QUOTES[tongue])
        if re.search("[\"']|\\.\\.\\.", phrase) or others & set(phrase):
            wrong.add("%s_%s: %s" % (stem, tongue, key))
        if tongue == "fr" and re.search(
                "[^\u00a0]:(?!//)|[^\u202f][;?!]|\u00ab[^\u202f]|[^\u202f]\u00bb",
                phrase):
            wrong.add("%s_%s: %s" % (stem, tongue, key))
        if tongue != "fr" and re.search("\\s[:;?!]", phrase):
            wrong.add("%s_%s: %s" % (stem, tongue, key))
    none(wrong, "typography")


@rule("a sentence ends as in English")
def ends():
    """Short phrases and those that end in an abbreviation are none."""
    short = ("etc.", "\u0441\u043c.", "\u0434\u0438\u0432.")

    def last(phrase):
        return phrase[-1] if phrase[-1] in ".:\u2026?" else ""

    none({"%s_%s: %s" % (stem, tongue, key)
          for stem, tongue, key, phrase in everything()
          if last(phrase) != last(english_of(stem, key))
          and len(english_of(stem, key)) > 20 and not phrase.endswith(short)},
         "ends")


@rule("lists have as many items as in English")
def lists():
    def items(phrase):
        return len(re.findall(r",(?! )", phrase))

    none({"%s_%s: %s" % (stem, tongue, key)
          for stem, tongue, key, phrase in everything()
          if items(phrase) != items(english_of(stem, key))}, "lists")


@rule("what C says itself fits into an error of its own")
def sizes():
    header = (ROOT / "plugin" / "base" / "error.h").read_text()
    size = int(re.search(r"char message\[(\d+)\]", header).group(1))
    none({"%s: %s" % (tongue, key) for stem, tongue, key, phrase in everything()
          if stem == "words" and len(phrase.encode()) >= size}, "too long")


@rule("nv_word names what words_en_US.properties has, in its order")
def enumeration():
    header = (ROOT / "plugin" / "words" / "words.h").read_text()
    names = re.findall(r"^    NV_WORD_(\w+),", header, re.M)
    same([name.lower() for name in names if name != "COUNT"],
         [key for key, _ in pairs("words", ENGLISH)], "keys")


@rule("C holds no sentence in two languages")
def tables():
    files = [file for room in ("writer", "sidebar", "commands", "options")
             for file in (ROOT / "plugin" / room).glob("*.[ch]")]
    none({file.name for file in files
          if "NV_NOTE_LANGUAGE_COUNT" in file.read_text()}, "tables")


@rule("menus and commands have all languages")
def menus():
    wanted = {tongue.replace("_", "-") for tongue in TONGUES}
    wrong = {"%s %s" % (file, node)
             for file, node, _, texts in menu_texts() if set(texts) != wanted}
    wrong |= {"%s %s %s" % (file, node, tongue)
              for file, node, _, texts in menu_texts()
              for tongue, text in texts.items()
              if tongue != "en-US" and text == texts["en-US"]
              and text != "Note Verbale"
              and text.replace("~", "") not in SAME[tongue]}
    none(wrong, "menus")


@rule("no two entries of a menu have the same key")
def mnemonics():
    keys_of = collections.defaultdict(list)
    for file, node, menu, texts in menu_texts():
        for tongue, text in texts.items():
            if file == "Addons.xcu" and "~" in text:
                keys_of[menu, tongue].append(
                    text[text.index("~") + 1].lower())
    none({"%s %s: %s" % (menu, tongue, "".join(keys))
          for (menu, tongue), keys in keys_of.items()
          if len(keys) != len(set(keys))}, "keys")


main()
