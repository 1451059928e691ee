#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Packs that come and go while Writer runs: a volume is imported, packed, made
an extension and installed; a document of it is searched and cited by keys
beside our own; then it is removed. And packs that lie in the profile, good,
damaged and doubled."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import uno
import unohelper
from com.sun.star.task import XInteractionHandler
from com.sun.star.ucb import XCommandEnvironment

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office"), str(TESTS / "registry")]
from office import BUILD, Office, wait_for  # noqa: E402
from rules import ROOT, main, rule, same  # noqa: E402
from volume import volume  # noqa: E402

IDENTIFIER = "org.noteverbale.pack.ruritania"
WARSAW = "14 May 1955 — "  # how a row of our own pack begins

office = Office()
folder = pathlib.Path(tempfile.mkdtemp(prefix="noteverbale-packs-"))
folder.chmod(0o755)
state = {}


class Silent(unohelper.Base, XCommandEnvironment, XInteractionHandler):
    """What the Extension Manager asks, answered with yes."""

    def getInteractionHandler(self):
        return self

    def getProgressHandler(self):
        return None

    def handle(self, request):
        approval = uno.getTypeByName("com.sun.star.task.XInteractionApprove")
        for continuation in request.getContinuations():
            if continuation.queryInterface(approval):
                continuation.select()


def nv(*arguments):
    run = subprocess.run([str((BUILD / "nv").resolve()), *map(str, arguments)],
                         capture_output=True, encoding="utf-8", timeout=60,
                         cwd=folder)
    assert run.returncode == 0, run.stderr
    return run.stdout


def make_pack(name, file):
    """A pack of that name of the volume, in a file of its own."""
    source, xml = folder / "volume.xml", folder / (name + ".xml")
    source.write_text(volume())
    nv("import", "--from", "tei", "-o", xml, "--pack", name, source)
    nv("check", xml)
    nv("pack", "-o", folder / file, xml)
    return folder / file


def place(pack, name):
    """Puts a pack into the profile, as a person copies it."""
    there = office.profile / "user/noteverbale/packs"
    there.mkdir(parents=True, exist_ok=True)
    shutil.copy(pack, there / name)
    office._give(office.profile / "user/noteverbale")
    return there / name


def rows():
    return office.control("results").getItems()


def text_of(name):
    return office.control(name).getText()


def search(query):
    """Searches by keys, from the text."""
    office.key("ctrl+alt+n")
    wait_for(office.control("query").hasFocus, "the search field")
    office.key("ctrl+a")
    office.type(query)
    wait_for(lambda: text_of("query") == query, "the query is typed")
    time.sleep(0.3)


def look_again():
    """Puts the focus into the text, and back into the search field."""
    office.focus(state["document"])
    time.sleep(0.3)
    office.key("ctrl+alt+n")
    wait_for(office.control("query").hasFocus, "the search field")
    time.sleep(0.5)


def notes():
    document = state["document"]
    return [document.Footnotes.getByIndex(i).getString()
            for i in range(document.Footnotes.Count)]


def cite():
    """Enter; the new note, which the document holds."""
    count = len(notes())
    office.key("Return")
    wait_for(lambda: len(notes()) == count + 1, "a note")
    time.sleep(0.3)
    return notes()[-1]


def manager():
    return office.context.getByName(
        "/singletons/com.sun.star.deployment.ExtensionManager")


def open_document():
    document = state["document"] = office.new_writer()
    document.Text.setString("A coronation was reported.")
    document.CurrentController.ViewCursor.gotoRange(
        document.Text.getEnd(), False)
    office.focus(document)
    office.open_panel(document)
    time.sleep(0.5)


# An extension


@rule("a volume of fifty documents becomes a pack, and that an extension")
def makes():
    make_pack("ruritania", "ruritania.nvpack")
    subprocess.run([str(ROOT / "packaging/pack-oxt"), "ruritania.nvpack"],
                   cwd=folder, check=True, timeout=60)


@rule("without it, nothing of it is found")
def before():
    office.start()
    open_document()
    search("cipher7")
    same(rows(), (), "rows")
    same(text_of("message"), "", "message")


@rule("installed while Writer runs, it is found in the panel that is open")
def installs():
    copy = office.directory / "ruritania.oxt"
    shutil.copy(folder / "ruritania.oxt", copy)
    office._give(copy)
    manager().addExtension(copy.as_uri(), (), "user", None, Silent())
    wait_for(rows, "a row of the new pack", 10)
    same(len(rows()), 1, "rows")
    assert rows()[0].endswith(" — pack ruritania"), rows()


@rule("a document of it is searched and cited by keys, from its own source")
def cites():
    search("telegram cipher10 @p 4")
    assert "Pack: ruritania" in text_of("event"), text_of("event")
    preview = text_of("preview")
    assert "Foreign Relations of Ruritania, 1954" in preview, preview
    note = cite()
    assert preview.endswith(note), (preview, note)
    assert "Rudolf Rassendyll" in note and "doc. 10" in note, note


@rule("beside it, an event of our own pack is found and cited as before")
def beside():
    search("warsaw treaty 1955 security")
    assert rows()[0].startswith(WARSAW), rows()
    assert " — pack " not in rows()[0], rows()
    cite()
    same(len(notes()), 2, "notes")


@rule("each citation's name in the document says of which pack it is")
def names():
    search("memorandum cipher11")
    cite()
    names = list(state["document"].Bookmarks.ElementNames)
    same(len(names), 3, "bookmarks")
    codes = [name[4:8] for name in names]
    same(len(set(codes)), 2, "packs in %r" % names)


@rule("events of both packs are ranked together")
def together():
    search("1954")
    kinds = {" — pack ruritania" in row for row in rows()}
    same(kinds, {True, False}, "packs in the list")


@rule("what is chosen stays chosen when another pack comes")
def keeps():
    search("1954")
    office.key("Down", "Down")
    time.sleep(0.3)
    chosen = rows()[office.control("results").getSelectedItemPos()]
    make_pack("zenda", "zenda.nvpack")
    state["zenda"] = place(folder / "zenda.nvpack", "zenda.nvpack")
    look_again()
    assert any(row.endswith(" — pack zenda") for row in rows()), rows()
    same(rows()[office.control("results").getSelectedItemPos()], chosen,
         "chosen row")


@rule("the index that was made of it lies in the profile's cache, and is used")
def cached():
    cache = office.profile / "user/noteverbale/cache"
    indexes = list(cache.glob("zenda-*.idx"))
    same(len(indexes), 1, "indexes")
    made = indexes[0].stat().st_mtime_ns
    state["zenda"].rename(state["zenda"].with_name("zenda2.nvpack"))
    look_again()
    search("cipher7")
    same(sorted(row.rsplit(" ", 1)[1] for row in rows()),
         ["ruritania", "zenda"], "packs")
    same([f.stat().st_mtime_ns for f in cache.glob("zenda-*.idx")], [made],
         "when it was made")


@rule("a pack whose file goes is gone, and Writer goes on")
def goes():
    state["zenda"].with_name("zenda2.nvpack").unlink()
    look_again()
    search("cipher7")
    same([row.rsplit(" ", 1)[1] for row in rows()], ["ruritania"], "packs")


@rule("removed while Writer runs, it is gone; ours goes on")
def removes():
    manager().removeExtension(
        IDENTIFIER, "ruritania.oxt", "user", None, Silent())
    wait_for(lambda: not rows(), "its rows go", 10)
    same((text_of("preview"), text_of("message")), ("", ""), "panel")
    search("refus 1954")
    assert rows()[0].startswith("7 May 1954 — "), rows()
    cite()


# The profile


@rule("a damaged pack is told of in one sentence, and ours works")
def damaged():
    broken = folder / "broken.nvpack"
    broken.write_bytes((folder / "zenda.nvpack").read_bytes()[:500])
    state["broken"] = place(broken, "broken.nvpack")
    look_again()
    same(text_of("message"),
         "The pack packs/broken.nvpack is damaged and is left out: get it"
         " again, or remove it.", "message")
    search("varsovie")
    assert rows(), rows()
    assert "broken.nvpack" in text_of("message"), "gone while typing"
    cite()
    wait_for(lambda: text_of("message") == "", "it is told once")
    state["broken"].unlink()


@rule("of two packs of one name the panel says which one is used")
def doubled():
    for name in ("a.nvpack", "b.nvpack"):
        state[name] = place(folder / "zenda.nvpack", name)
    look_again()
    same(text_of("message"),
         "Two packs are called “zenda”: packs/a.nvpack is used, packs/b.nvpack"
         " is left out. Remove one of them.", "message")
    search("cipher7")
    same(len(rows()), 1, "rows")
    office.key("Escape")
    wait_for(lambda: text_of("message") == "", "it is told once")


@rule("a pack that calls itself ours does not take our place")
def ours():
    state["b.nvpack"].unlink()
    make_pack("core", "core.nvpack")
    state["core"] = place(folder / "core.nvpack", "core.nvpack")
    look_again()
    same(text_of("message"),
         "Two packs are called “core”: data/registry.xml.gz is used,"
         " packs/core.nvpack is left out. Remove one of them.", "message")
    search("refus 1954")
    assert rows()[0].startswith("7 May 1954 — "), rows()
    state["core"].unlink()


@rule("two windows share the packs; what one sees, the other sees")
def windows():
    first = office.panel
    open_document()
    search("cipher7")
    same(len(rows()), 1, "rows of the new window")
    state["a.nvpack"].unlink()
    look_again()
    same(len(rows()), 0, "rows without the pack")
    office.panel = first
    office.control("query").setText("cipher8")
    same(len(rows()), 1, "rows of the window that has not looked yet")


@rule("the office ends properly")
def ends():
    log = office.log()
    same(office.stop(), 0, "the office's status\n" + log)
    shutil.rmtree(folder)


# French


@rule("in a French office the sentences are French")
def french():
    office.__init__(locale="fr")
    folder.mkdir()
    folder.chmod(0o755)
    make_pack("zenda", "zenda.nvpack")
    office.start()
    for name in ("a.nvpack", "b.nvpack"):
        place(folder / "zenda.nvpack", name)
    open_document()
    same(text_of("message"),
         "Deux recueils s’appellent «\u202fzenda\u202f»\u00a0: packs/a.nvpack"
         " est utilisé, packs/b.nvpack est laissé de côté. Supprimez l’un des"
         " deux.", "message")
    office.control("query").setText("cipher7")
    assert rows()[0].endswith(" — recueil zenda"), rows()
    same(office.stop(), 0, "the office's status")
    shutil.rmtree(folder)


main()
