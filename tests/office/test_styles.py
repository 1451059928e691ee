#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The citation style in a real Writer: the language's own while none is chosen,
one chosen by real keys for every language, window and session, and what is said
of a file that is no style and of a style that is gone."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import BUILD, Office, wait_for  # noqa: E402
from rules import main, rule, same  # noqa: E402

from com.sun.star.lang import Locale  # noqa: E402

EVENT = "1949-03-31-soviet-memorandum"
QUERY = "soviet memorandum 31 march 1949"
DEFAULTS = {"en": "chicago-17", "fr": "histoire", "de": "geschichte"}
OWN = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note"
 version="1.0"><info><title>My own style</title><id>http://example.org/own</id>
</info><citation><layout suffix="."><text value="My note" suffix=": "/>
<text variable="title"/></layout></citation></style>"""

profile = pathlib.Path(tempfile.mkdtemp(prefix="noteverbale-profile-"))
profile.chmod(0o755)
office = Office(profile=profile)
state = {}


def nv(style, language):
    """The note that nv writes of the event."""
    return subprocess.run(
        [str(BUILD / "nv"), "cite", "--style", style, "--locale", language,
         EVENT], check=True, timeout=60, stdout=subprocess.PIPE,
        encoding="utf-8").stdout.strip()


def place(name, text):
    """Puts a style into the profile, as a person copies it."""
    there = profile / "user/noteverbale/styles"
    there.mkdir(parents=True, exist_ok=True)
    (there / name).write_text(text)
    office._give(profile / "user/noteverbale")
    return there / name


def text_of(name):
    return office.control(name).getText()


def style():
    return office.control("style").getSelectedItem()


def open_document():
    """A paragraph in each language, by its style."""
    document = state["document"] = office.new_writer()
    styles = document.StyleFamilies.getByName("ParagraphStyles")
    for language in "en", "fr", "de":
        made = document.createInstance("com.sun.star.style.ParagraphStyle")
        styles.insertByName("In " + language, made)
        made.CharLocale = Locale(language, "", "")
    document.Text.setString("English.\rFrançais.\rDeutsch.")
    paragraphs = document.Text.createEnumeration()
    for language in "en", "fr", "de":
        paragraphs.nextElement().ParaStyleName = "In " + language
    office.open_panel(document)
    go_to("en")
    office.control("query").setText(QUERY)
    time.sleep(0.5)


def go_to(language):
    """Puts the caret behind the paragraph in that language, and the focus into
    the text."""
    document = state["document"]
    cursor = document.CurrentController.ViewCursor
    cursor.gotoStart(False)
    for _ in range(("en", "fr", "de").index(language)):
        cursor.goDown(1, False)
    cursor.gotoEndOfLine(False)
    office.focus(document)
    time.sleep(0.3)


def search():
    """Puts the focus into the search field, which looks at everything anew."""
    office.key("ctrl+alt+n")
    wait_for(office.control("query").hasFocus, "the search field")
    time.sleep(0.5)


def cite(language):
    """Inserts by keys in the paragraph of that language; returns the note."""
    notes = state["document"].Footnotes
    before = {notes.getByIndex(i).String for i in range(notes.Count)}
    go_to(language)
    search()
    preview = text_of("preview")
    office.key("Return")
    wait_for(lambda: notes.Count == len(before) + 1, "a note")
    time.sleep(0.3)
    after = [notes.getByIndex(i) for i in range(notes.Count)]
    note = next(n for n in after if n.String not in before)
    assert preview.endswith(note.String), (preview, note.String)
    return note


def choose(beginning):
    """Goes to the list of styles by Tab, and down or up in it."""
    styles = office.control("style")
    office.control("locator").setFocus()
    time.sleep(0.3)
    office.key("Tab")
    time.sleep(0.3)
    titles = styles.getItems()  # the first names the language's own
    row = next(i for i, title in enumerate(titles)
               if title.startswith(beginning))
    steps = row - titles.index(style())
    office.key(*["Down" if steps > 0 else "Up"] * abs(steps))
    wait_for(lambda: style() == titles[row], "the style " + beginning)
    time.sleep(0.3)


def capitals(note):
    """What of a note is in small capitals, by the style for that."""
    runs = note.createEnumeration().nextElement().createEnumeration()
    found = []
    while runs.hasMoreElements():
        run = runs.nextElement()
        if run.CharStyleName == "Citation Small Capitals":
            found.append(run.String)
    return found


def languages(note):
    runs = note.createEnumeration().nextElement().createEnumeration()
    found = set()
    while runs.hasMoreElements():
        run = runs.nextElement()
        if run.TextPortionType == "Text" and run.String.strip():
            found.add(run.CharLocale.Language)
    return found


# The first session


@rule("an office starts in which no style was ever chosen")
def starts():
    place("broken.csl", "no style")
    office.start()
    open_document()


@rule("a file that is no style is told of once, in a sentence")
def damaged():
    same(text_of("message"),
         "styles/broken.csl is no citation style that can be used, and is left"
         " out: get it again, or remove it.", "message")
    assert text_of("preview"), "no note for a bad file beside the styles"
    search()
    office.key("Escape")
    wait_for(lambda: text_of("message") == "", "it is told once")
    office.control("query").setText(QUERY)
    time.sleep(0.5)


def in_language(language):
    def test():
        open_document()
        note = cite(language)
        same(note.String, nv(DEFAULTS[language], language), "note")
        same(state.setdefault("styles", []).count(style()), 0,
             "languages before with the style " + style())
        state["styles"].append(style())
        assert language in languages(note), languages(note)
    return test


rule("in an English paragraph a note is English")(in_language("en"))
rule("in a French paragraph it is French, in another style")(in_language("fr"))
rule("in a German paragraph it is German, in a third")(in_language("de"))


@rule("a style chosen by keys changes the preview and the note inserted")
def chooses():
    open_document()
    before = text_of("preview")
    choose("MHRA")
    assert text_of("preview") != before, before
    state["note"] = cite("en")
    same(state["note"].String, nv("mhra-4", "en"), "note")


@rule("MHRA's volumes are in small capitals")
def small_capitals():
    same(capitals(state["note"]), ["iv"], "small capitals")


@rule("Enter in the list of styles inserts")
def enter():
    open_document()
    notes = state["document"].Footnotes
    before = notes.Count
    choose("OSCOLA")
    office.key("Return")
    wait_for(lambda: notes.Count == before + 1, "a note")


@rule("the style chosen in a document that cites nothing is everyone's")
def everyones():
    open_document()
    choose("MHRA")


@rule("the style chosen holds for a French paragraph, too")
def for_all_languages():
    open_document()
    same(cite("fr").String, nv("mhra-4", "fr"), "note")
    assert style().startswith("MHRA"), style()


@rule("another window has the same style, and what it chooses comes back")
def windows():
    open_document()
    first = office.panel, state["document"]
    open_document()
    assert style().startswith("MHRA"), style()
    choose("OSCOLA")
    office.panel, state["document"] = first
    go_to("en")
    search()
    assert style().startswith("OSCOLA"), style()
    choose("MHRA")


@rule("a style that is put into the profile can be chosen")
def own():
    state["own"] = place("own.csl", OWN)
    open_document()
    search()
    choose("My own style")
    assert text_of("preview").startswith("My note: "), text_of("preview")
    assert cite("en").String.startswith("My note: ")


@rule("when its file goes, the panel says so, and notes are as if none was"
      " chosen")
def gone():
    state["own"].unlink()
    open_document()
    search()
    message = text_of("message")
    assert message.startswith("The citation style “own” is not there any more:"
                              " notes follow “Chicago"), message
    same(text_of("preview"), nv("chicago-17", "en"), "preview")


@rule("when it comes back, so does the choice")
def comes_back():
    place("own.csl", OWN)
    go_to("en")
    search()
    same((style(), text_of("message").startswith("The citation style")),
         ("My own style", False), "panel")


@rule("a style whose file turns bad is told, and Writer goes on")
def turns_bad():
    state["own"].write_text(OWN.replace('value="My note"', 'macro="none"'))
    go_to("en")
    search()
    message = text_of("message")
    assert message.startswith("The citation style “My own style” can’t be"
                              " used: notes follow “Chicago"), message
    choose("MHRA")
    assert "My own style" not in text_of("message"), text_of("message")
    state["own"].unlink()


@rule("the office ends properly")
def ends():
    time.sleep(0.7)  # see close_documents() of tests/sidebar/test_panel.py
    log = office.log()
    same(office.stop(), 0, "the office's status\n" + log)


# The next session


@rule("the style is there again after a restart")
def again():
    office.__init__(profile=profile)
    office.start()
    open_document()
    assert style().startswith("MHRA"), style()
    same(text_of("preview"), nv("mhra-4", "en"), "preview")


@rule("the office of the next session ends properly")
def ends_again():
    same(office.stop(), 0, "the office's status")


# French


@rule("in a French office the sentence is French, and French notes are first")
def french():
    shutil.rmtree(profile)
    profile.mkdir()
    profile.chmod(0o755)
    office.__init__(locale="fr", profile=profile)
    place("broken.csl", "no style")
    office.start()
    open_document()
    same(text_of("message"),
         "styles/broken.csl n’est pas un style de citation utilisable et est"
         " laissé de côté\u00a0: procurez-vous-le de nouveau ou supprimez-le.",
         "message")
    go_to("fr")
    search()
    same(text_of("preview"), nv("histoire", "fr"), "preview")
    same(office.stop(), 0, "the office's status")
    shutil.rmtree(profile)


main()
