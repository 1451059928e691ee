#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""`make run` without a screen: an essay whose every key is really pressed,
from the shortcut to Enter, ends up on the disk as it should."""
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import BUILD, ROOT, main, rule, same

NOTE_BODY = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}note-body"
demo = BUILD / "demo"


def notes():
    with zipfile.ZipFile(demo / "essay.odt") as essay:
        content = ElementTree.fromstring(essay.read("content.xml"))
    return ["".join(body.itertext()) for body in content.iter(NOTE_BODY)]


@rule("the essay is typed and cited with keys alone")
def runs():
    for old in demo.glob("*"):
        old.unlink()
    done = subprocess.run(
        ["timeout", "280", ROOT / "packaging/run", "--demo"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        universal_newlines=True)
    assert done.returncode == 0, done.stdout


@rule("the essay has three notes, the refusal of 7 May 1954 among them")
def refusal():
    same(len(notes()), 3, "the number of notes")
    wanted = r"May 7, 1954, “completely unreal,” quoted in .*Glinski-Vassiliev"
    assert any(re.search(wanted, note) for note in notes()), notes()


@rule("the essay's PDF shows the notes")
def pdf():
    text = subprocess.run(
        ["pdftotext", demo / "essay.pdf", "-"], check=True,
        stdout=subprocess.PIPE, universal_newlines=True).stdout
    assert "completely unreal,” quoted in" in " ".join(text.split()), text


@rule("the files belong to the one who ran it")
def owner():
    for name in ("essay.odt", "essay.pdf", "window.png"):
        same((demo / name).stat().st_uid, os.getuid(), name)


main()
