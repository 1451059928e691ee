#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Whether our styles are CSL: what its schema would say, which Debian does not
have. Beyond the schema are the variables and terms of our own, which
plugin/note/styles/README.md describes, and terms that agree (gender-form)."""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import BUILD, ROOT, main, rule, same

SOURCE = ROOT / "plugin" / "note" / "styles"
LANGUAGES = ("en", "fr", "de", "es", "ru")
CSL = "{http://purl.org/net/xbiblio/csl}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

AFFIXES = "prefix suffix "
FONT = "font-style font-variant font-weight text-decoration vertical-align "
LOOK = AFFIXES + FONT + "display text-case "
ET_AL = "et-al-min et-al-use-first et-al-subsequent-min " \
    "et-al-subsequent-use-first et-al-use-last "
NAME = ET_AL + "and delimiter-precedes-et-al delimiter-precedes-last " \
    "initialize initialize-with name-as-sort-order sort-separator "
NAMES = NAME + "name-delimiter name-form names-delimiter "
TESTS = "disambiguate is-numeric is-uncertain-date locator position type " \
    "variable match "
RENDER = "(?:(?:names|date|label|text|number|choose|group) )"

# For each element its attributes, and its children as a regular expression on
# their names, each with a space after it. The information is checked apart.
ELEMENTS = {
    "style": (NAMES + "class version default-locale page-range-format "
              "demote-non-dropping-particle initialize-with-hyphen",
              "info (locale )*(macro )*citation (bibliography )?"),
    "info": ("", "([a-z-]+ )+"),
    "locale": (XML_LANG, "(style-options )?(date )*(terms )?"),
    "style-options": ("punctuation-in-quote limit-day-ordinals-to-day-1", ""),
    "terms": ("", "(term )*"),
    "term": ("name form gender gender-form match", "(single multiple )?"),
    "single": ("", ""),
    "multiple": ("", ""),
    "macro": ("name", RENDER + "+"),
    "citation": (NAMES + "collapse near-note-distance cite-group-delimiter "
                 "after-collapse-delimiter year-suffix-delimiter "
                 "disambiguate-add-givenname disambiguate-add-names "
                 "disambiguate-add-year-suffix givenname-disambiguation-rule",
                 "(sort )?layout "),
    "bibliography": (NAMES + "hanging-indent entry-spacing line-spacing "
                     "second-field-align subsequent-author-substitute "
                     "subsequent-author-substitute-rule", "(sort )?layout "),
    "sort": ("", "(key )+"),
    "key": ("variable macro sort names-min names-use-first names-use-last", ""),
    "layout": (AFFIXES + FONT + "delimiter", RENDER + "+"),
    "text": (LOOK + "variable macro term value form plural quotes "
             "strip-periods", ""),
    "number": (LOOK + "variable form", ""),
    "label": (LOOK + "variable form plural strip-periods", ""),
    "date": (LOOK + "variable form date-parts delimiter", "(date-part )*"),
    "date-part": (AFFIXES + FONT + "text-case name form range-delimiter "
                  "strip-periods", ""),
    "names": (AFFIXES + FONT + "display variable delimiter",
              "(label )?(name )?(et-al )?(label )?(substitute )?"),
    "name": (AFFIXES + FONT + NAME + "form delimiter", "(name-part )*"),
    "name-part": (AFFIXES + FONT + "text-case name", ""),
    "et-al": (FONT + "term", ""),
    "substitute": ("", RENDER + "+"),
    "group": (AFFIXES + FONT + "display delimiter", RENDER + "+"),
    "choose": ("", "if (else-if )*(else )?"),
    "if": (TESTS, RENDER + "*"),
    "else-if": (TESTS, RENDER + "*"),
    "else": ("", RENDER + "+"),
}

BOOLEAN = "true|false"
FORMS = "long|short|symbol|verb|verb-short"
PRECEDES = "contextual|always|never|after-inverted-name"
# What an attribute may say, by its name or by "element name".
VALUES = {
    "class": "in-text|note",
    "version": r"1\.0",
    "match": "all|any|none",
    "term match": "last-digit|last-two-digits|whole-number",
    "position": "(first|subsequent|ibid|ibid-with-locator|near-note| )+",
    "gender": "masculine|feminine",
    "gender-form": "masculine|feminine",
    "term form": FORMS,
    "text form": FORMS,
    "label form": FORMS,
    "name form": "long|short|count",
    "number form": "numeric|ordinal|long-ordinal|roman",
    "date form": "numeric|text",
    "date-parts": "year|year-month|year-month-day",
    "date-part name": "day|month|year",
    "date-part form": "numeric|numeric-leading-zeros|ordinal|long|short",
    "and": "text|symbol",
    "delimiter-precedes-last": PRECEDES,
    "delimiter-precedes-et-al": PRECEDES,
    "name-as-sort-order": "first|all",
    "initialize": BOOLEAN,
    "font-style": "normal|italic|oblique",
    "font-variant": "normal|small-caps",
    "font-weight": "normal|bold|light",
    "text-decoration": "none|underline",
    "vertical-align": "baseline|sup|sub",
    "display": "block|left-margin|right-inline|indent",
    "text-case": "lowercase|uppercase|capitalize-first|capitalize-all|"
                 "sentence|title",
    "quotes": BOOLEAN,
    "strip-periods": BOOLEAN,
    "plural": BOOLEAN + "|contextual|always|never",
    "sort": "ascending|descending",
    "hanging-indent": BOOLEAN,
    "punctuation-in-quote": BOOLEAN,
    "limit-day-ordinals-to-day-1": BOOLEAN,
    "page-range-format": "chicago|chicago-15|chicago-16|expanded|minimal|"
                         "minimal-two",
    "demote-non-dropping-particle": "never|sort-only|display-and-sort",
}

# Names of CSL 1.0.2, appendices III and IV.
VARIABLES = set("""
abstract accessed annote archive archive-place archive_collection
archive_location author authority available-date call-number chair
chapter-number citation-key citation-label citation-number collection-editor
collection-number collection-title compiler composer container-author
container-title container-title-short contributor curator dimensions director
division DOI edition editor editor-translator editorial-director event
event-date event-place event-title executive-producer
first-reference-note-number genre guest host illustrator interviewer ISBN ISSN
issue issued jurisdiction keyword language license locator medium narrator note
number number-of-pages number-of-volumes organizer original-author
original-date original-publisher original-publisher-place original-title page
page-first part-number part-title performer PMCID PMID printing-number producer
publisher publisher-place recipient references reviewed-author reviewed-genre
reviewed-title scale script-writer section series-creator source status
submitted supplement-number title title-short translator URL version volume
volume-title year-suffix""".split())
TYPES = set("""
article article-journal article-magazine article-newspaper bill book broadcast
chapter classic collection dataset document entry entry-dictionary
entry-encyclopedia event figure graphic hearing interview legal_case
legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post
post-weblog regulation report review review-book software song speech standard
thesis treaty webpage""".split())
LOCATORS = set("""
act appendix article-locator book canon chapter column elocation equation
figure folio issue line note opus page paragraph part rule scene section
sub-verbo supplement table timestamp title-locator verse volume""".split())


def read(path):
    return tree.parse(str(path)).getroot()


PATHS = sorted((BUILD / "styles").glob("*.csl"))
STYLES = {path.stem: read(path) for path in PATHS}
LOCALE = read(BUILD / "locales" / "locales-en-US.xml")
README = (SOURCE / "README.md").read_text(encoding="utf-8")


def kind(element):
    return element.tag.replace(CSL, "")


def each(*kinds):
    """All elements of these kinds, with the name of their style."""
    for name, style in STYLES.items():
        for element in style.iter():
            if not kinds or kind(element) in kinds:
                yield name, element


def show(name, element):
    return "%s: <%s %s>" % (name, kind(element), " ".join(
        '%s="%s"' % pair for pair in element.attrib.items()))


def none(wrong):
    """Fails with the first few of what is wrong."""
    wrong = sorted(set(wrong))
    assert not wrong, "%d: %s" % (len(wrong), "; ".join(wrong[:4]))


@rule("every style of the folder is built")
def built():
    same(sorted(STYLES), sorted(path.stem for path in SOURCE.glob("*.csl")),
         "the list of styles")
    assert STYLES, "there is no style"


@rule("a style has no elements but CSL's, in CSL's order")
def order():
    none(show(*found) for found in each() if kind(found[1]) not in ELEMENTS
         and not inside_info(*found))
    for name, element in each():
        if kind(element) in ELEMENTS and not inside_info(name, element):
            children = "".join(kind(child) + " " for child in element)
            assert re.fullmatch(ELEMENTS[kind(element)][1], children), \
                "%s has %s" % (show(name, element), children or "nothing")


def inside_info(name, element):
    info = STYLES[name].find(CSL + "info")
    return element is not info and element in list(info.iter())


@rule("an element has no attributes but CSL's, with CSL's values")
def attributes():
    for name, element in each():
        if kind(element) not in ELEMENTS or inside_info(name, element):
            continue
        for attribute, value in element.attrib.items():
            allowed = ELEMENTS[kind(element)][0].split()
            assert attribute in allowed, \
                "%s must not have %s" % (show(name, element), attribute)
            pattern = VALUES.get("%s %s" % (kind(element), attribute),
                                 VALUES.get(attribute, ".*"))
            assert re.fullmatch(pattern, value, re.DOTALL), \
                "%s has a wrong %s" % (show(name, element), attribute)


@rule("a text says exactly one thing: variable, macro, term or value")
def one_thing():
    none(show(*found) for found in each("text") if 1 != sum(
        what in found[1].attrib for what in "variable macro term value".split()))
    none(show(*found) for found in each("if", "else-if")
         if not set(found[1].attrib) - {"match"})


@rule("only text that CSL prints stands between its elements")
def no_loose_text():
    none(show(*found) for found in each()
         if len(found[1]) and (found[1].text or "").strip()
         or (found[1].tail or "").strip())


@rule("a style says what it is, whose, and on what terms")
def information():
    for name, style in STYLES.items():
        info = style.find(CSL + "info")
        count = {}
        for child in info:
            count[kind(child)] = count.get(kind(child), 0) + 1
        wanted = "title id updated rights summary".split()
        same({key: count.get(key) for key in wanted}, dict.fromkeys(wanted, 1),
             "information of " + name)
        same(set(count) - set(wanted), {"author", "category"} | (
            {"link", "title-short"} & set(count)), "the rest of what " + name + " says")
        same(info.findtext(CSL + "id"), "urn:noteverbale:style:" + name, "id")
        same(info.findtext(CSL + "author/" + CSL + "name"),
             "The Note Verbale project", "author of " + name)
        assert info.find(CSL + "rights").get("license"), name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\+\d\d:\d\d|Z)",
                            info.findtext(CSL + "updated")), name
        formats = [category.get("citation-format")
                   for category in info.iter(CSL + "category")]
        assert formats.count("note") == 1, name


@rule("a style is one of notes, of CSL 1.0")
def kind_of_style():
    for name, style in STYLES.items():
        same((style.get("class"), style.get("version")), ("note", "1.0"), name)


@rule("a variable is CSL's, or our own and described")
def variables():
    used = {word for _, element in each()
            for attribute in ("variable", "is-numeric", "is-uncertain-date")
            for word in element.get(attribute, "").split()}
    none(word for word in used - VARIABLES
         if not re.search("`(source-…|[^`]*)?%s`" % re.escape(word), README))


@rule("types and locators are CSL's")
def types():
    for attribute, known in (("type", TYPES), ("locator", LOCATORS)):
        none(word for _, element in each()
             for word in element.get(attribute, "").split()
             if word not in known)


@rule("every macro that is called is there, once")
def macros():
    for name, style in STYLES.items():
        there = [macro.get("name") for macro in style.findall(CSL + "macro")]
        called = {element.get("macro") for element in style.iter()
                  if element.get("macro")}
        none(name + " has not " + macro for macro in called - set(there))
        none(name + " has two of " + macro for macro in there
             if there.count(macro) > 1)


@rule("every macro is called by some style")
def no_dead_macro():
    called = {element.get("macro") for _, element in each()}
    none(element.get("name") for _, element in each("macro")
         if element.get("name") not in called)


def own_terms(style, language):
    return {term.get("name")
            for locale in style.findall(CSL + "locale")
            if locale.get(XML_LANG, language).split("-")[0] == language
            for term in locale.iter(CSL + "term")}


@rule("every term that is called is CSL's, or is said in all five languages")
def terms():
    known = {term.get("name").replace(" ", "-")
             for term in LOCALE.iter(CSL + "term")}
    for name, style in STYLES.items():
        called = {text.get("term") for text in style.iter(CSL + "text")
                  if text.get("term")}
        for language in LANGUAGES:
            none("%s lacks %s in %s" % (name, term, language) for term in
                 called - known - own_terms(style, language))


@rule("every style says terms of our own in all five languages")
def same_terms():
    csl = VARIABLES | TYPES | LOCATORS | {
        term.get("name").replace(" ", "-") for term in LOCALE.iter(CSL + "term")}
    for name, style in STYLES.items():
        own = {language: own_terms(style, language) - csl
               for language in LANGUAGES}
        every = set.union(*own.values())
        none("%s lacks %s in %s" % (name, term, language)
             for language in LANGUAGES for term in every - own[language])


@rule("every style writes a note in all five languages")
def compiles():
    for name in STYLES:
        for language in LANGUAGES:
            ran = subprocess.run(
                [BUILD / "nv", "cite", "--style", name, "--locale", language,
                 "1949-04-04-north-atlantic-treaty"],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                universal_newlines=True)
            same((ran.returncode, ran.stderr), (0, ""),
                 "%s in %s" % (name, language))
            assert ran.stdout.strip(), "%s in %s is empty" % (name, language)


main()
