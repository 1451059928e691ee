#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The package in a real office: it installs, its deck appears in Writer and
nowhere else, and the office ends properly."""
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent),
                str(pathlib.Path(__file__).resolve().parent.parent)]
from office import DECK, PANEL, Office, properties
from rules import ROOT, main, rule, same

IDENTIFIER = "org.noteverbale.NoteVerbale"
office = Office(locale="fr")


def setting(path):
    """A node of the office's configuration, as the user sees it."""
    provider = office.create(
        "com.sun.star.configuration.ConfigurationProvider")
    return provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess",
        properties(nodepath=path))


@rule("unopkg installs the package, and the office starts with it")
def starts():
    office.start()


@rule("the extension is there under its identifier and version")
def identifier():
    information = office.context.getByName(
        "/singletons/com.sun.star.deployment.PackageInformationProvider")
    version = (ROOT / "packaging/VERSION").read_text().strip()
    found = dict(information.getExtensionList())
    same(found.get(IDENTIFIER), version, "the version")


@rule("the extension's name and description are shown in French")
def description():
    manager = office.context.getByName(
        "/singletons/com.sun.star.deployment.ExtensionManager")
    package = next(
        package for packages in manager.getAllExtensions(None, None)
        for package in packages
        if package and package.Identifier.Value == IDENTIFIER)
    same(package.DisplayName, "Note Verbale")
    same(package.PublisherInfo.First, "Le projet Note Verbale")
    assert package.Description.startswith("Citez l’histoire"), (
        package.Description)
    for contrast in (False, True):
        assert package.getIcon(contrast), "no icon, contrast %s" % contrast


@rule("the deck belongs to Writer and to nothing else")
def context():
    deck = setting("org.openoffice.Office.UI.Sidebar/Content/DeckList/" + DECK)
    same([entry.strip().split(",")[0] for entry in deck.ContextList
          if entry.strip()], ["Writer"], "the applications")


@rule("the shortcut is registered for Writer")
def shortcut():
    keys = setting("org.openoffice.Office.Accelerators/PrimaryKeys/Modules/"
                   "com.sun.star.text.TextDocument")
    same(keys.getByName("N_MOD1_MOD2").Command, "vnd.noteverbale:search")


@rule("the panel opens beside a new document")
def panel():
    document = office.new_writer()
    office.open_panel(document)
    for name in ("query", "results", "preview", "insert", "message"):
        office.control(name)
    office.close(document)


@rule("the office ends properly, and says nothing about the extension")
def ends():
    log = office.log()
    same(office.stop(), 0, "the office's status")
    trouble = re.findall(r"(?i)^.*noteverbale.*$", log, re.M)
    same(trouble, [], "what it wrote")


main()
