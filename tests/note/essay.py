#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""One essay of forty notes (essay.txt) in several styles and languages, to be
read by people: build/essays/STYLE-LANGUAGE.fodt and .pdf. The notes are real
footnotes, as `nv cite --whole` writes them."""
import os
import pathlib
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "office"))
from office import BUILD, Office, properties

ESSAYS = BUILD / "essays"
LANGUAGES = ["en", "fr", "de"]  # the columns of essay.txt
ESSAYS_MADE = [
    ("chicago-17", "en"), ("mhra-4", "en"), ("oscola-4", "en"),
    ("histoire", "fr"), ("geschichte", "de"), ("geschichte-schweiz", "fr"),
]
TITLES = {
    "en": ("Fifty years in forty notes", "Sources"),
    "fr": ("Cinquante ans en quarante notes", "Sources"),
    "de": ("Fünfzig Jahre in vierzig Anmerkungen", "Quellen"),
}
COUNTRIES = {"en": "GB", "fr": "FR", "de": "DE"}
PARTS = "date,signatories,wording,source"


def paragraphs():
    """Lists of (target, {language: sentence})."""
    text = (ROOT / "tests/note/essay.txt").read_text()
    lines = [line for line in text.split("\n") if not line.startswith("#")]
    found = [[]]
    for line in lines:
        if not line:
            found.append([])
            continue
        target, *sentences = line.split("\t")
        found[-1].append((target, dict(zip(LANGUAGES, sentences))))
    return [paragraph for paragraph in found if paragraph]


class Runs(HTMLParser):
    """From the HTML of a note to spans of OpenDocument."""

    STYLES = {"i": "italic", "sup": "high"}

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "p":
            return
        style = self.STYLES.get(tag)
        if "small-caps" in attributes.get("style", ""):
            style = "small"
        if "lang" in attributes:
            style = "language-" + attributes["lang"][:2]
        self.parts.append('<text:span text:style-name="%s">'
                          % (style or "plain"))

    def handle_endtag(self, tag):
        if tag != "p":
            self.parts.append("</text:span>")

    def handle_data(self, data):
        self.parts.append(escape(data))


def spans(html):
    runs = Runs()
    runs.feed(html)
    return "".join(runs.parts).strip()


def cited(style, language, targets):
    """The notes, and the entries of the bibliography."""
    printed = subprocess.run(
        [BUILD / "nv", "cite", "-r", BUILD / "registry.xml.gz", "--style",
         style, "--locale", language, "--format", "html", "--parts", PARTS,
         "--whole", "--bibliography", *targets],
        stdout=subprocess.PIPE, check=True, universal_newlines=True).stdout
    notes, _, entries = printed.partition("\n\n")
    return ([spans(line) for line in notes.strip().split("\n")],
            [spans(line) for line in entries.strip().split("\n") if line])


STYLE = """<style:style style:name="%s" style:family="text">
<style:text-properties %s/></style:style>"""
CHARACTERS = [
    ("plain", ""), ("italic", 'fo:font-style="italic"'),
    ("small", 'fo:font-variant="small-caps"'),
    ("high", 'style:text-position="super 58%"'),
] + [("language-" + code, 'fo:language="%s"' % code)
     for code in ("en", "fr", "de", "es", "ru", "bg", "hu")]

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:styles>
<style:default-style style:family="paragraph">
<style:text-properties fo:language="%(language)s" fo:country="%(country)s"
 style:font-name="Liberation Serif" fo:font-size="11pt" fo:hyphenate="false"/>
</style:default-style>
<style:style style:name="Footnote" style:family="paragraph">
<style:paragraph-properties fo:margin-left="0.5cm" fo:text-indent="-0.5cm"/>
<style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Body" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.3cm" fo:line-height="130%%"/>
</style:style>
<style:style style:name="Entry" style:family="paragraph">
<style:paragraph-properties fo:margin-left="0.7cm" fo:text-indent="-0.7cm"/>
<style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Title" style:family="paragraph">
<style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.4cm"/>
<style:text-properties fo:font-size="15pt"/></style:style>
%(characters)s
<text:notes-configuration text:note-class="footnote"
 text:default-style-name="Footnote" text:start-numbering-at="document"
 style:num-format="1"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard"
 style:page-layout-name="page"/></office:master-styles>
<office:body><office:text>
%(body)s
</office:text></office:body>
</office:document>
"""


def paragraph(style, content):
    return '<text:p text:style-name="%s">%s</text:p>' % (style, content)


def with_note(sentence, number, note, language):
    """The call goes after the full stop, in French before it."""
    call = ('<text:note text:id="n%d" text:note-class="footnote">'
            "<text:note-citation>%d</text:note-citation><text:note-body>%s"
            "</text:note-body></text:note>"
            % (number, number, paragraph("Footnote", note)))
    if language == "fr":
        return escape(sentence[:-1]) + call + sentence[-1]
    return escape(sentence) + call


def body(language, notes, entries):
    title, sources = TITLES[language]
    parts = [paragraph("Title", escape(title))]
    number = 0
    for sentences in paragraphs():
        text = []
        for _, sentence in sentences:
            text.append(with_note(sentence[language], number + 1,
                                  notes[number], language))
            number += 1
        parts.append(paragraph("Body", " ".join(text)))
    parts.append(paragraph("Title", escape(sources)))
    parts += [paragraph("Entry", entry) for entry in entries]
    return "\n".join(parts)


def write_essay(style, language):
    targets = [target for part in paragraphs() for target, _ in part]
    notes, entries = cited(style, language, targets)
    assert len(notes) == len(targets), (style, len(notes), len(targets))
    path = ESSAYS / ("%s-%s.fodt" % (style, language))
    path.write_text(DOCUMENT % {
        "language": language, "country": COUNTRIES[language],
        "characters": "\n".join(STYLE % each for each in CHARACTERS),
        "body": body(language, notes, entries)})
    return path


def print_all(office, essays):
    """PDFs, made where the office's user may write."""
    folder = office.directory / "tmp"
    for essay in essays:
        shutil.copy(essay, folder)
        (folder / essay.name).chmod(0o644)
        address = (folder / essay.name).as_uri()
        document = office.open(address, Hidden=True)
        document.storeToURL(
            address.replace(".fodt", ".pdf"),
            properties(FilterName="writer_pdf_Export"))
        office.close(document)
        pdf = essay.with_suffix(".pdf")
        shutil.copyfile(str(folder / pdf.name), str(pdf))
        print(os.path.relpath(str(pdf), str(ROOT)))


def main():
    ESSAYS.mkdir(parents=True, exist_ok=True)
    essays = [write_essay(*each) for each in ESSAYS_MADE]
    with Office(extension=None, ui="headless") as office:
        print_all(office, essays)


main()
