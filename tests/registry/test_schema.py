#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The schema, the example pack, and what nv check and nv new do with them."""
import gzip
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import BUILD, ROOT, main, rule, same

SCHEMA = ROOT / "registry/schema/registry.rng"
EXAMPLE = ROOT / "registry/schema/example.xml"
RNG = "{http://relaxng.org/ns/structure/1.0}"
SAYS = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
FILES = sorted((ROOT / "registry/events").glob("*.xml")) + [
    ROOT / "registry/names.xml", ROOT / "registry/statements.xml"]


def run(*command, folder=ROOT, **more):
    return subprocess.run(
        [str(word) for word in command], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, universal_newlines=True, **more)


def nv(*arguments, folder=ROOT):
    return run((ROOT / BUILD / "nv").resolve(), *arguments, folder=folder)


def ends(done, status, out="", err=""):
    same((done.returncode, done.stdout, done.stderr), (status, out, err))


def patterns():
    """Every element and attribute of the schema."""
    for pattern in ElementTree.parse(SCHEMA).iter():
        if pattern.tag in (RNG + "element", RNG + "attribute"):
            yield pattern


@rule("every element and attribute of the schema has a sentence on it")
def documented():
    assert len(list(patterns())) > 100
    for pattern in patterns():
        says = pattern.findall(SAYS)
        same(len(says), 1, "sentences on " + pattern.get("name"))
        assert re.fullmatch(r"[A-Z].{8,}\.", says[0].text), says[0].text


@rule("every definition of the schema is used")
def used():
    schema = ElementTree.parse(SCHEMA)
    same({d.get("name") for d in schema.iter(RNG + "define")},
         {r.get("name") for r in schema.iter(RNG + "ref")})


@rule("xmllint finds our files, the example and the pack valid")
def xmllint():
    done = run("xmllint", "--noout", "--relaxng", SCHEMA, EXAMPLE, *FILES)
    same(done.returncode, 0, done.stderr)
    pack = gzip.open(BUILD / "registry.xml.gz", "rt").read()
    done = run("xmllint", "--noout", "--relaxng", SCHEMA, "-", input=pack)
    same(done.returncode, 0, done.stderr)


@rule("xmllint does not find everything valid")
def xmllint_refuses():
    done = run("xmllint", "--noout", "--relaxng", SCHEMA, "-",
               input='<registry version="1" pack="a"><event/></registry>')
    assert done.returncode != 0


@rule("the example has or explains every element and attribute")
def example_is_complete():
    text = EXAMPLE.read_text()
    for pattern in patterns():
        name = pattern.get("name")
        assert re.search(r"(?<![\w-])%s(?![\w-])" % name, text), name


@rule("check is silent on our files, in any order, and on the pack")
def silent():
    ends(nv("check", *FILES), 0)
    ends(nv("check", *reversed(FILES)), 0)
    ends(nv("check", *FILES[:-2]), 0)
    ends(nv("check", BUILD / "registry.xml.gz"), 0)


@rule("check prints faults by file and line, and ends with 1")
def faults():
    with tempfile.TemporaryDirectory() as folder:
        broken = EXAMPLE.read_text().replace('key="ex01"', 'key="no"')
        pathlib.Path(folder, "b.xml").write_text(broken.replace("GB", "Gb"))
        pathlib.Path(folder, "a.xml").write_text("<a>\n")
        done = nv("check", "b.xml", "a.xml", folder=folder)
        line = broken[:broken.index('key="no"')].count("\n") + 1
        same(done.returncode, 1)
        same([re.sub(r"[.(].*", "", said, 1)
              for said in re.findall(r"(?m)^\w.xml:\d+: .*$", done.stdout)],
             ["a", "b", "b"], done.stdout)
        places = re.findall(r"(?m)^(\w\.xml):(\d+): ", done.stdout)
        same(places[0][0], "a.xml")
        same(places[1], ("b.xml", str(line)))
        same(len(done.stdout.splitlines()), 3, "lines")


@rule("check without files, and with options of others, is a misuse")
def check_misused():
    for arguments in ((), ("--ids", "x.xml"), ("-o", "x", "x.xml"), ("-r",)):
        done = nv("check", *arguments)
        same((done.returncode, done.stdout), (2, ""))
        assert "nv check [-r PACK] FILE..." in done.stderr


@rule("check takes the names of the pack it is given")
def check_names_of():
    with tempfile.TemporaryDirectory() as folder:
        text = EXAMPLE.read_text()
        nameless = re.sub(r"(?s) <name .*</name>", "", text)
        pathlib.Path(folder, "a.xml").write_text(nameless)
        pathlib.Path(folder, "names.xml").write_text(text)
        ends(nv("check", "a.xml", folder=folder), 0)
        ends(nv("check", "-r", "names.xml", "a.xml", folder=folder), 0)
        few = re.sub(r"(?s)<name type=.person. born=.1881.*?</name>", "", text)
        pathlib.Path(folder, "names.xml").write_text(few)
        done = nv("check", "-r", "names.xml", "a.xml", folder=folder)
        same(done.returncode, 1)
        assert "The person “Ernest Bevin” is not in the names." in done.stdout
        done = nv("check", "-r", "none.xml", "a.xml", folder=folder)
        same((done.returncode, done.stdout), (1, ""))
        assert "the file is missing" in done.stderr


@rule("new writes a pack that is valid, packed, searched, shown and cited")
def new():
    with tempfile.TemporaryDirectory() as folder:
        ends(nv("new", "my-pack-2", folder=folder), 0)
        text = pathlib.Path(folder, "my-pack-2.xml").read_text()
        same(text, EXAMPLE.read_text().replace(
            'pack="example"', 'pack="my-pack-2"'))
        ends(nv("check", "my-pack-2.xml", folder=folder), 0)
        ends(nv("pack", "-o", "p.nvpack", "my-pack-2.xml", folder=folder), 0)
        ends(nv("check", "p.nvpack", folder=folder), 0)
        same(nv("search", "--ids", "-r", "p.nvpack", "1949 mémorandum",
                folder=folder).stdout, "1949-03-31-soviet-memorandum\n")
        assert "quotation 1" in nv("show", "-r", "p.nvpack",
                                   "1949-04-04-north-atlantic-treaty",
                                   folder=folder).stdout
        done = nv("cite", "-r", "p.nvpack", "--locale", "fr",
                  "1949-04-04-north-atlantic-treaty#1", folder=folder)
        assert "Traité de l’Atlantique" in done.stdout, done
        assert "Third Report" in done.stdout, done


@rule("new does not overwrite")
def new_does_not_overwrite():
    with tempfile.TemporaryDirectory() as folder:
        mine = pathlib.Path(folder, "mine.xml")
        mine.write_text("mine")
        done = nv("new", "mine", folder=folder)
        same((done.returncode, done.stdout), (1, ""))
        same(done.stderr, "nv: mine.xml can't be written (File exists). "
                          "Choose another name or another folder.\n")
        same(mine.read_text(), "mine")


@rule("new takes one name, of small letters, digits and hyphens")
def new_name():
    with tempfile.TemporaryDirectory() as folder:
        for name in ("", "My", "a b", "../a", "a.xml", "é", "a" * 21):
            done = nv("new", name, folder=folder)
            same((done.returncode, done.stdout), (1, ""), name)
            assert "can't be the name of a pack" in done.stderr, done.stderr
        same(nv("new", folder=folder).returncode, 2)
        same(nv("new", "a", "b", folder=folder).returncode, 2)
        same(list(pathlib.Path(folder).iterdir()), [])


main()
