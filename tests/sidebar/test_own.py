#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Documents of the writer's own, by real keys: filled in, saved, found, cited,
changed, adapted, imported, deleted, and there again after a restart."""
import json
import os
import pathlib
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import Office, wait_for  # noqa: E402
from rules import main, rule, same  # noqa: E402

EDIT, LIST, CHECK, BUTTON, LABEL = 60, 7, 4, 44, 30  # AccessibleRole
PANEL = 40
office = Office()
state = {}

# What Zotero 6 exports as CSL JSON: one that has all, one without a day, one
# of a language that no title can be in.
ZOTERO = [
    {"id": "http://zotero.org/users/1/items/AAAA1111",
     "type": "personal_communication", "genre": "Letter",
     "title": "Letter to the Secretary of State",
     "archive": "Harry S. Truman Library",
     "archive_location": "PSF, box 171", "language": "en-US",
     "author": [{"family": "Forrestal", "given": "James"}],
     "recipient": [{"family": "Byrnes", "given": "James F."}],
     "issued": {"date-parts": [["1946", 3, 6]]}},
    {"id": "http://zotero.org/users/1/items/BBBB2222", "type": "book",
     "title": "Present at the Creation", "publisher": "Norton",
     "issued": {"date-parts": [["1969"]]}},
    {"id": "http://zotero.org/users/1/items/CCCC3333", "type": "speech",
     "title": "Rede in Stuttgart", "language": "de-DE",
     "event-place": "Stuttgart",
     "author": [{"family": "Byrnes", "given": "James F."}],
     "issued": {"date-parts": [["1946", 9, 6]]}},
]


def nodes(control=None):
    """What a screen reader finds in the panel that is not hidden."""
    root = (control or office.panel).getAccessibleContext()
    for i in range(root.getAccessibleChildCount()):
        child = root.getAccessibleChild(i)
        context = child.getAccessibleContext()
        if context.getAccessibleRole() == PANEL:
            yield from nodes(child)
        else:
            yield context


def node(name, *roles):
    for found in nodes():
        if (found.getAccessibleName() == name and
                found.getAccessibleRole() in roles):
            return found
    raise AssertionError("the panel has no %s" % name)


def has(name, *roles):
    return any(found.getAccessibleName() == name and
               found.getAccessibleRole() in roles for found in nodes())


def fill(name, text):
    node(name, EDIT).grabFocus()
    time.sleep(0.1)
    office.key("ctrl+a", "Delete")
    office.type(text)


def text_of(name):
    return node(name, EDIT).getText()


def press(name):
    node(name, BUTTON, CHECK).doAccessibleAction(0)
    time.sleep(0.3)


def says(text):
    """Waits until a label of the panel says so."""
    wait_for(lambda: any(text in found.getAccessibleName()
                         for found in nodes()
                         if found.getAccessibleRole() == LABEL),
             "the panel says " + text)


def command(name):
    frame = state["document"].CurrentController.Frame
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        frame, "vnd.noteverbale:" + name, "", 0, ())
    time.sleep(0.4)


def begin():
    document = state["document"] = office.new_writer()
    document.Text.setString("In 1946 he wrote.")
    document.CurrentController.ViewCursor.gotoRange(
        document.Text.getEnd(), False)
    office.open_panel(document)
    office.focus(document)
    time.sleep(0.5)


def search(query):
    office.control("query").setText(query)
    time.sleep(0.3)


def rows():
    return office.control("results").getItems()


def insert():
    office.click("insert")
    count = state["document"].Footnotes
    wait_for(lambda: count.Count > 0, "a note is inserted")
    time.sleep(0.3)


def note(index):
    return state["document"].Footnotes.getByIndex(index).getString()


def pack():
    return (office.profile / "user" / "noteverbale" / "packs" /
            "own.nvpack")


@rule("the form opens by its command, every control has a name of its own")
def opens():
    office.start()
    begin()
    command("own")
    wait_for(lambda: has("Save", BUTTON), "the form is shown")
    named = [found.getAccessibleName() for found in nodes()
             if found.getAccessibleRole() in (EDIT, LIST, CHECK, BUTTON)]
    assert all(named), named
    same(len(set(named)), len(named), "names")


@rule("a field that is wrong is said, gets the focus, and the others stay")
def faults():
    fill("From", "George Kennan")
    press("Save")
    says("The date is missing.")
    office.type("1946")
    same(text_of("Date"), "1946", "what is typed at once")
    press("Save")
    says("The date is a year.")
    same(text_of("From"), "George Kennan", "the other field")
    assert not pack().exists(), "nothing is saved yet"


@rule("Escape keeps what was typed, and the form comes back with it")
def escape():
    office.key("Escape")
    wait_for(lambda: not has("Save", BUTTON), "the search is shown")
    command("adapt")  # nothing is chosen: the form does not open
    assert not has("Save", BUTTON)
    command("own")
    wait_for(lambda: has("Save", BUTTON), "the form is shown")
    same(text_of("From"), "George Kennan", "what was typed")


@rule("keys alone fill it in and save it; it is chosen in the search")
def by_keys():
    node("From", EDIT).grabFocus()
    office.key("Tab")
    office.type("Dean Acheson")
    office.key("Tab", "ctrl+a", "Delete")
    office.type("22 February 1946")
    for text in ("", "Princeton, Mudd Library", "Kennan Papers, MC076",
                 "box 140", "f. 12"):
        office.key("Tab")
        if text:
            office.type(text)
    office.key(*["Tab"] * 5, "space")
    wait_for(lambda: not has("Save", BUTTON), "the search is shown")
    says("Your document is saved.")
    same(len(rows()), 1, "rows found")
    assert "letter from George Kennan to Dean Acheson" in rows()[0], rows()
    wait_for(lambda: "Kennan" in office.control("preview").getText(),
             "the note is shown")


@rule("it is cited like the others, from the house to the leaf")
def cited():
    insert()
    for part in ("Kennan", "Acheson", "22", "1946",
                 "Princeton, Mudd Library, Kennan Papers, MC076, box 140, "
                 "f. 12"):
        assert part in note(0), note(0)


@rule("a change keeps id and key, and Refresh writes it into the note")
def changed():
    before = pack().read_text()
    search("kennan acheson princeton")
    command("change-own")
    wait_for(lambda: has("Delete This Document", BUTTON), "the form is shown")
    same(text_of("Box, file"), "box 140", "the box")
    fill("Box, file", "box 141")
    press("Save")
    says("Your document is saved.")
    after = pack().read_text()
    same(after.replace("box 141", "box 140"), before, "the rest of the pack")
    command("refresh")
    wait_for(lambda: "box 141" in note(0), "the note follows")


@rule("what is adapted is another document, and nothing of it was seen")
def adapted():
    search("1954-05-07 refusal tripartite")
    command("adapt")
    wait_for(lambda: has("Save", BUTTON), "the form is shown")
    fill("Archive", "Quai d’Orsay")
    press("Save")
    says("Your document is saved.")
    text = pack().read_text()
    same(text.count("<event "), 2, "documents")
    made = text[text.rindex("<event "):]
    assert 'status="text seen"' not in made and 'checked="seen"' not in made
    assert 'confidence="reported"' in made, made


@rule("a document of the registry can't be changed, and it is said why")
def not_mine():
    search("1954-05-07 refusal tripartite note USSR")
    office.control("results").selectItemPos(0, True)
    found = [i for i, row in enumerate(rows()) if "mine" not in row]
    office.control("results").selectItemPos(found[0], True)
    time.sleep(0.2)
    command("change-own")
    assert not has("Save", BUTTON)
    says("not one of your own documents")


@rule("what was typed is not lost when another document is asked for")
def kept():
    command("own")
    fill("From", "Draft")
    office.key("Escape")
    search("kennan acheson princeton")
    command("change-own")
    says("This is what you typed before.")
    same(text_of("From"), "Draft", "what was typed")
    press("Empty the Form")
    same(text_of("From"), "", "the field")
    office.key("Escape")
    wait_for(lambda: not has("Save", BUTTON), "the search is shown")


@rule("a profile that can't be written loses nothing of what was typed")
def read_only():
    command("own")
    wait_for(lambda: has("Save", BUTTON), "the form is shown")
    fill("From", "Loy Henderson")
    fill("Date", "May 1946")
    before = pack().read_bytes()
    os.chmod(pack().parent, 0o555)
    try:
        press("Save")
        says("It is not saved; what you typed stays here.")
        same(text_of("From"), "Loy Henderson", "what was typed")
        same(pack().read_bytes(), before, "the pack")
    finally:
        os.chmod(pack().parent, 0o755)
    press("Save")
    says("Your document is saved.")


def import_file(path):
    command("import")
    wait_for(lambda: has("Choose Files…", BUTTON), "the page is shown")
    node("Choose Files…", BUTTON).grabFocus()
    office.key("space")
    time.sleep(1.5)
    office.type("/")  # opens the field for a path
    time.sleep(0.7)
    office.type(str(path)[1:])
    time.sleep(0.5)
    office.key("Return")
    time.sleep(0.5)


def report():
    """The report has the focus; its text is to be had by copying it."""
    office.key("ctrl+a", "ctrl+c")
    time.sleep(0.3)
    contents = office.create(
        "com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
    for flavor in contents.getTransferDataFlavors():
        if flavor.MimeType.startswith("text/plain;charset=utf-16"):
            return contents.getTransferData(flavor)
    return ""


@rule("a Zotero export is imported, with a report of what was not")
def imported():
    path = office.directory / "zotero.json"
    path.write_text(json.dumps(ZOTERO))
    os.chmod(path, 0o644)
    import_file(path)
    wait_for(lambda: "zotero.json" in report(), "a report is there")
    assert "zotero.json: 2 documents were carried over." in report(), report()
    assert "it has no date of a day or a month" in report(), report()
    press("Back to the Search")
    search("forrestal")
    assert rows() and "Letter to the Secretary of State" in rows()[0], rows()
    import_file(path)
    wait_for(lambda: "there already" in report(), "the second report is there")
    press("Back to the Search")


@rule("a file that is none of these is named, and nothing changes")
def not_imported():
    path = office.directory / "photo.json"
    path.write_text("JFIF")
    os.chmod(path, 0o644)
    before = pack().read_bytes()
    import_file(path)
    wait_for(lambda: "neither CSL JSON nor TEI" in report(), "it is said")
    same(pack().read_bytes(), before, "the pack")
    press("Back to the Search")


@rule("after a restart all is there")
def restarted():
    office.close(state.pop("document"))
    office.end()
    office.restart()
    begin()
    search("kennan acheson princeton")
    same(len(rows()), 1, "rows")
    insert()
    assert "box 141" in note(0), note(0)


@rule("a document that is cited is deleted after a word of warning")
def deleted():
    command("change-own")
    press("Delete This Document")
    says("It is cited once in this document.")
    press("Delete This Document")
    says("Your document is deleted.")
    assert "box 141" in note(0), note(0)
    search("kennan acheson princeton")
    same(len(rows()), 0, "rows")
    assert "<!-- gone: 1946.02.22" in pack().read_text()


@rule("the office ends")
def ends():
    office.close(state.pop("document"))
    same(office.stop(), 0, "the office's status")


main()
