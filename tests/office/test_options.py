#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The page in LibreOffice's options, settings that outlive the office or are
damaged, help from the panel, and the first minute."""
import pathlib
import re
import shutil
import sys
import tempfile
import threading
import time
import zipfile

import uno  # noqa: F401, brings com.sun.star
from com.sun.star.beans import NamedValue

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "office")]
from office import Office, wait_for  # noqa: E402
from rules import ROOT, main, rule, same  # noqa: E402

IDENTIFIER = "org.noteverbale.NoteVerbale"
LEAF = "/org.openoffice.Office.OptionsDialog/Nodes/Writer/Leaves/" + IDENTIFIER
OPTIONS = "/org.noteverbale.Options/"
HELP = {"en-US": "Nothing is sent anywhere", "fr": "Rien n’est envoyé"}
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"
 class="note"><info><title>A style of my own</title><id>http://x/mine</id>
<updated>2026-01-01T00:00:00Z</updated></info><citation><layout>
<text variable="title"/></layout></citation></style>"""

MANIFEST = """<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
<manifest:file-entry manifest:full-path="lock.xcu" manifest:media-type="application/vnd.sun.star.configuration-data"/>
</manifest:manifest>"""
LOCK = """<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" oor:name="Options"
 oor:package="org.noteverbale"><node oor:name="Citing">
<prop oor:name="Language" oor:finalized="true"><value>de</value></prop>
</node></oor:component-data>"""

profile = pathlib.Path(tempfile.mkdtemp(prefix="noteverbale-options-"))
profile.chmod(0o755)
office = Office(profile=profile)
state = {}


def make_lock():
    """An extension with which an administrator fixes the language of notes."""
    lock = profile / "lock.oxt"
    with zipfile.ZipFile(lock, "w") as package:
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("lock.xcu", LOCK)
    return lock


def configuration(path, change=False):
    provider = office.create(
        "com.sun.star.configuration.ConfigurationProvider")
    kind = "ConfigurationUpdateAccess" if change else "ConfigurationAccess"
    return provider.createInstanceWithArguments(
        "com.sun.star.configuration." + kind, (NamedValue("nodepath", path),))


def setting(group, name):
    return getattr(configuration(OPTIONS + group), name)


def keep(group, name, value):
    node = configuration(OPTIONS + group, change=True)
    setattr(node, name, value)
    node.commitChanges()


def page():
    """The page as the options dialog makes it, and its handler."""
    handler = office.create("org.noteverbale.OptionsPage")
    provider = office.create("com.sun.star.awt.ContainerWindowProvider")
    parent = state["document"].CurrentController.Frame.ContainerWindow
    url = office.context.getByName(
        "/singletons/com.sun.star.deployment.PackageInformationProvider"
    ).getPackageLocation(IDENTIFIER) + "/dialogs/options.xdl"
    window = provider.createContainerWindow(url, "", parent, handler)
    tell(window, handler, "initialize")
    return window, handler


def tell(window, handler, event, method="external_event"):
    assert handler.callHandlerMethod(window, event, method)


def place(folder, name, text):
    there = office.profile / "user/noteverbale" / folder
    there.mkdir(parents=True, exist_ok=True)
    (there / name).write_text(text)
    office._give(office.profile / "user/noteverbale")


def ticked():
    return [name for name in ("date", "signatories", "wording", "source")
            if office.control(name).getState()]


def open_document():
    document = state["document"] = office.new_writer()
    office.open_panel(document)
    time.sleep(0.5)
    return document


def run(command):
    frame = state["document"].CurrentController.Frame
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        frame, "vnd.noteverbale:" + command, "", 0, ())


def titles():
    components = office.desktop.Components.createEnumeration()
    found = []
    while components.hasMoreElements():
        found.append(components.nextElement())
    return found


@rule("the first panel explains itself, with an example to press")
def first():
    office.start()
    open_document()
    assert office.control("welcome").isVisible()
    assert office.control("example").isVisible()
    same(setting("Panel", "Welcomed"), "yes", "welcomed")


@rule("the example finds the refusal of 7 May 1954, and the words go")
def example():
    office.click("example")
    wait_for(lambda: office.control("query").getText(), "a query")
    wait_for(lambda: "7 May 1954" in office.control("event").getText(),
             "the event")
    assert not office.control("welcome").isVisible()
    office.control("query").setText("")
    assert not office.control("welcome").isVisible()


@rule("the options have our page among Writer's, with the extension's identifier")
def leaf():
    node = configuration(LEAF)
    same(node.Id, IDENTIFIER, "identifier")
    assert node.OptionsPage.endswith("dialogs/options.xdl"), node.OptionsPage


@rule("the page shows what holds: usual values, and the search key")
def shows():
    window, handler = state["page"] = page()
    item = lambda name: window.getControl(name).getSelectedItem()
    same(item("kind"), "a footnote", "kind")
    same(item("language"), "As the paragraph", "language")
    same([window.getControl(n).getState() for n in
          ("date", "signatories", "wording", "source")], [1, 0, 1, 1], "parts")
    assert window.getControl("shortcut").getText().startswith("Ctrl+Alt+N "), (
        window.getControl("shortcut").getText())
    assert window.getControl("style").getItemCount() > 40


@rule("OK keeps the settings, and the open panel follows")
def follows():
    window, handler = state["page"]
    window.getControl("kind").selectItemPos(1, True)
    window.getControl("language").selectItemPos(2, True)
    window.getControl("signatories").setState(1)
    window.getControl("date").setState(0)
    window.getControl("from_text").setState(1)
    tell(window, handler, "ok")
    same([setting("Citing", n) for n in ("Kind", "Language", "Parts")],
         ["endnote", "fr", "signatories wording source"], "kept")
    same(setting("Panel", "FromText"), "yes", "from my text")
    office.control("query").setText("warsaw treaty 14 may 1955")
    wait_for(lambda: ticked() == ["signatories", "wording", "source"] or
             ticked() == ["signatories", "source"], "the panel follows")


@rule("a note is an endnote in the language chosen")
def endnote():
    document = state["document"]
    wait_for(lambda: office.control("preview").getText(), "a note")
    office.click("insert")
    wait_for(lambda: document.Endnotes.Count == 1, "an endnote")
    same(document.Footnotes.Count, 0, "footnotes")
    text = document.Endnotes.getByIndex(0).getString()
    assert "signé" in text or "Traité" in text, text


@rule("as text, a note stands in parentheses, and the caret behind them")
def in_text():
    window, handler = state["page"]
    window.getControl("kind").selectItemPos(2, True)
    tell(window, handler, "ok")
    time.sleep(0.5)
    office.click("insert")
    text = state["document"].Text
    wait_for(lambda: text.getString().rstrip().endswith(")"), "the text")
    office.focus(state["document"])
    office.type("!")
    wait_for(lambda: text.getString().endswith(")!"), "the caret")
    window.getControl("kind").selectItemPos(1, True)
    tell(window, handler, "ok")


@rule("Defaults shows the usual values, and keeps them only with OK")
def restores():
    window, handler = state["page"]
    tell(window, handler, None, "restore")
    same(window.getControl("kind").getSelectedItemPos(), 0, "kind")
    same(setting("Citing", "Kind"), "endnote", "kept")
    tell(window, handler, "back")
    same(window.getControl("kind").getSelectedItemPos(), 1, "after Reset")


@rule("a style and a pack in the profile appear on the page and in the panel")
def own_files():
    place("styles", "mine.csl", STYLE)
    place("packs", "broken.nvpack", "no pack")
    window, handler = state["page"] = page()
    same(window.getControl("styles").getItems(), ("mine.csl",), "styles")
    same(window.getControl("packs").getItems(), ("broken.nvpack",), "packs")
    row = window.getControl("style").getItems().index("A style of my own")
    window.getControl("style").selectItemPos(row, True)
    tell(window, handler, "ok")
    same(setting("Citing", "Style"), "mine", "style")


@rule("what is removed leaves the page, and is kept in the profile")
def removes():
    window, handler = state["page"]
    tell(window, handler, None, "pack_remove")
    same(window.getControl("message").getText(),
         "Choose a row of the list first.", "nothing is chosen")
    window.getControl("packs").selectItemPos(0, True)
    tell(window, handler, None, "pack_remove")
    same(window.getControl("packs").getItems(), (), "packs")
    kept = office.profile / "user/noteverbale/removed/broken.nvpack"
    same(kept.read_text(), "no pack", "the file")


@rule("the options dialog opens at our page by our command")
def dialog():
    run("options")
    wait_for(lambda: office.windows("Options.* - Note Verbale"), "it", 20)
    office.key("Escape")
    wait_for(lambda: not office.windows("Options.* - Note Verbale"), "its end")


TOOLBAR = "private:resource/toolbar/addon_org.noteverbale.toolbar"


@rule("the toolbar is hidden at first; shown, it is docked")
def toolbar():
    layout = state["document"].CurrentController.Frame.LayoutManager
    assert not layout.isElementVisible(TOOLBAR)
    layout.showElement(TOOLBAR)
    assert layout.isElementVisible(TOOLBAR) and layout.isElementDocked(TOOLBAR)
    layout.hideElement(TOOLBAR)


@rule("Customize knows every command of ours by a name")
def named():
    commands = office.context.getByName(
        "/singletons/com.sun.star.frame.theUICommandDescription"
    ).getByName("com.sun.star.text.TextDocument")
    handled = re.findall('"(vnd.noteverbale:[a-z-]+)"', (
        ROOT / "plugin/commands/commands.c").read_text())
    assert len(handled) > 10, handled
    for command in handled + ["vnd.noteverbale:search"]:
        label = {one.Name: one.Value for one in
                 commands.getByName(command)}["Label"]
        assert label and "vnd." not in label, command


def check_help():
    before = len(titles())
    run("help")
    wait_for(lambda: len(titles()) == before + 1, "help")
    shown = [one for one in titles() if hasattr(one, "Text") and
             HELP[office.locale] in one.Text.getString()]
    same(len(shown), 1, "pages of help")
    assert shown[0].isReadonly()
    run("help")
    time.sleep(0.5)
    same(len(titles()), before + 1, "a second time shows the same")
    shown[0].close(True)


@rule("help opens from the panel's window, read-only and once, in English")
def help_english():
    check_help()


@rule("the office ends properly, with settings that no version knows")
def damages():
    keep("Citing", "Kind", "margin")
    keep("Panel", "List", "cards")
    node = configuration("/org.openoffice.Office.Linguistic/General", True)
    node.UILocale = "fr"
    node.commitChanges()
    log = office.log()
    same(office.stop(), 0, "status\n" + log)


@rule("after a restart settings are as they were; damaged ones mean the usual")
def outlives():
    office.__init__(extension=None, locale="fr", profile=profile)
    office.start()
    open_document()
    office.control("query").setText("warsaw treaty 14 may 1955")
    wait_for(lambda: "signatories" in ticked(), "the parts")
    assert "date" not in ticked(), ticked()
    assert not office.control("welcome").isVisible()
    window, handler = state["page"] = page()
    item = lambda name: window.getControl(name).getSelectedItem()
    same(item("language"), "Français", "language")
    same(item("kind"), "une note de bas de page", "kind")
    same(item("style"), "A style of my own", "style")
    same(window.getControl("styles").getItems(), ("mine.csl",), "styles")


@rule("help opens in French")
def help_french():
    check_help()


@rule("a setting that is locked is told in a box, and nothing breaks")
def locked():
    same(office.stop(), 0, "status")
    office.__init__(extension=make_lock(), locale="fr", profile=profile)
    office.start()
    open_document()
    window, handler = page()
    window.getControl("language").selectItemPos(1, True)
    thread = threading.Thread(
        target=tell, args=(window, handler, "ok"), daemon=True)
    thread.start()
    time.sleep(1.5)
    assert thread.is_alive(), "no box"
    office.key("Return")
    thread.join(10)
    assert not thread.is_alive(), "the box is still open"
    same(setting("Citing", "Language"), "de", "the setting")


@rule("the office ends properly")
def ends():
    log = office.log()
    same(office.stop(), 0, "status\n" + log)
    shutil.rmtree(profile, ignore_errors=True)


main()
