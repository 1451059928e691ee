#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""A pack as an extension: what packaging/pack-oxt puts in, and what it does not
take."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import BUILD, ROOT, main, rule, same  # noqa: E402

DESCRIPTION = "{http://openoffice.org/extensions/description/2006}"
LANGUAGE = "lang"
folder = pathlib.Path(tempfile.mkdtemp(prefix="noteverbale-"))
nv = str((BUILD / "nv").resolve())


def pack_oxt(*arguments):
    return subprocess.run(
        [str(ROOT / "packaging/pack-oxt"), *map(str, arguments)], cwd=folder,
        capture_output=True, encoding="utf-8", timeout=60)


def description(package):
    return ElementTree.fromstring(package.read("description.xml"))


def refused(reason, *arguments):
    run = pack_oxt(*arguments)
    same((run.returncode, run.stdout), (1, ""), "status and output")
    assert run.stderr.startswith("pack-oxt: ") and reason in run.stderr, (
        run.stderr)


@rule("a pack that nv new and nv pack made becomes an extension")
def makes():
    for command in (["new", "zenda"], ["check", "zenda.xml"],
                    ["pack", "-o", "class1954.nvpack", "zenda.xml"]):
        subprocess.run([nv, *command], cwd=folder, check=True, timeout=60)
    run = pack_oxt("class1954.nvpack", "1.2")
    same((run.returncode, run.stdout, run.stderr), (0, "", ""), "run")


@rule("it holds the pack under its own name, and its index")
def holds():
    package = zipfile.ZipFile(folder / "class1954.oxt")
    same(package.namelist(), [
        "META-INF/manifest.xml", "description.xml", "zenda.idx",
        "zenda.nvpack"], "files")
    same(package.read("zenda.nvpack"),
         (folder / "class1954.nvpack").read_bytes(), "pack")
    ElementTree.fromstring(package.read("META-INF/manifest.xml"))


@rule("identifier, version and names are those of the pack")
def describes():
    root = description(zipfile.ZipFile(folder / "class1954.oxt"))
    same(root.find(DESCRIPTION + "identifier").get("value"),
         "org.noteverbale.pack.zenda", "identifier")
    same(root.find(DESCRIPTION + "version").get("value"), "1.2", "version")
    names = {name.get(LANGUAGE): name.text
             for name in root.iter(DESCRIPTION + "name")}
    same(sorted(names), ["en", "fr"], "languages")
    assert all("zenda" in name for name in names.values()), names


@rule("the same pack gives the same bytes")
def same_bytes():
    before = (folder / "class1954.oxt").read_bytes()
    pack_oxt("class1954.nvpack", "1.2")
    assert (folder / "class1954.oxt").read_bytes() == before


@rule("without an index the extension has none")
def no_index():
    shutil.copy(folder / "class1954.nvpack", folder / "plain.nvpack")
    same(pack_oxt("plain.nvpack").returncode, 0, "status")
    package = zipfile.ZipFile(folder / "plain.oxt")
    same([n for n in package.namelist() if n.startswith("zenda")],
         ["zenda.nvpack"], "files of the pack")


@rule("what is no pack is refused with a sentence, and leaves no extension")
def refuses():
    (folder / "text.nvpack").write_text("<registry pack='zenda'>")
    refused("is no pack", "text.nvpack")
    refused("ends in .nvpack", "zenda.xml")
    refused("can't be read", "nothing.nvpack")
    refused("is no version", "class1954.nvpack", "1.2-beta")
    refused("usage")
    same(list(folder.glob("text.oxt")), [], "extensions")


@rule("what was made is gone again")
def ends():
    shutil.rmtree(folder)


main()
