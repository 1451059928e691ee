#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What is in the package, and that its parts agree with one another.
LibreOffice is silent about most mistakes here: the panel is just empty."""
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import BUILD, ROOT, main, rule, same

IDENTIFIER = "org.noteverbale.NoteVerbale"
PLATFORM = "Linux_X86_64"
LARGEST = 2 * 1024 * 1024
TONGUES = ["de", "en", "es", "fr", "it", "pt", "ru", "uk"]

path = BUILD / "noteverbale.oxt"
package = zipfile.ZipFile(path)
names = package.namelist()

MANIFEST = "{http://openoffice.org/2001/manifest}"
DESCRIPTION = "{http://openoffice.org/extensions/description/2006}"
XLINK = "{http://www.w3.org/1999/xlink}"


def xml(name):
    return ElementTree.fromstring(package.read(name))


def manifest():
    """The full path of each entry, and its media type."""
    return {entry.get(MANIFEST + "full-path"):
            entry.get(MANIFEST + "media-type")
            for entry in xml("META-INF/manifest.xml")}


def missing(wanted):
    """Those of (where, name) whose name is not in the package, as text."""
    return ["%s names %s" % (where, name)
            for where, name in wanted if name not in names]


@rule("the package is not larger than 2 MiB")
def size():
    assert path.stat().st_size <= LARGEST, "%d bytes" % path.stat().st_size


@rule("every XML file in the package is well-formed")
def well_formed():
    for name in names:
        if name.endswith((".xml", ".xcs", ".xcu", ".xdl", ".svg", ".components")):
            try:
                xml(name)
            except ElementTree.ParseError as error:
                raise AssertionError("%s: %s" % (name, error))


def listed():
    """Published styles, as packaging/styles.list names them."""
    lines = (ROOT / "packaging/styles.list").read_text().splitlines()
    return [line.split("/")[-1] for line in lines
            if line and not line.startswith("#")]


@rule("every style of ours is in the package, with what it shares")
def our_styles():
    ours = sorted(path.name for path in
                  (ROOT / "plugin/note/styles").glob("*.csl"))
    same(sorted(name[len("styles/"):] for name in names
                if re.fullmatch("styles/[^/]+", name)), ours)
    for name in ours:
        assert b"<xi:include" not in package.read("styles/" + name), name


def bundle(name):
    """The files of a bundle, by their names: see registry/bundle.h."""
    index, _, data = package.read(name).partition(b"\n\n")
    files = {}
    for line in index.decode().split("\n"):
        file, length = line.split(" ")
        files[file], data = data[:int(length)], data[int(length):]
    same(data, b"", "what follows the last file")
    return files


@rule("forty published styles or more are in the package, each as it was")
def published_styles():
    styles = pathlib.Path("/usr/share/citation-style-language/styles")
    packed = bundle("published.bundle")
    same(sorted(packed), sorted("%s.csl" % name for name in listed()))
    assert len(listed()) >= 40
    for name in listed():
        path = styles / (name + ".csl")
        path = path if path.exists() else styles / "dependent" / path.name
        same(packed[name + ".csl"], path.read_bytes(), name)


@rule("all locales are in the package, each as it was")
def locales():
    installed = pathlib.Path("/usr/share/citation-style-language/locales")
    same(bundle("locales.bundle"),
         {path.name: path.read_bytes()
          for path in installed.glob("locales-*.xml")})


@rule("the notice names the authors and the licence of styles and locales")
def notice():
    text = package.read("NOTICE").decode()
    for word in ("citationstyles.org", "by-sa/3.0", "named at the head"):
        assert word in text, word


@rule("every entry of the manifest is in the package")
def manifest_entries():
    same(missing(("the manifest", name) for name in manifest()), [])


@rule("every .xcs, .xcu and .components of the package is in the manifest")
def manifest_complete():
    registered = {name for name in names
                  if name.endswith((".xcs", ".xcu", ".components"))}
    same(registered - set(manifest()), set(), "what the manifest leaves out")


@rule("manifest and description name the same platforms")
def platforms():
    # Compared without regard to case in the manifest, exactly and in lower
    # case in the description.
    named = xml("description.xml").find(DESCRIPTION + "platform").get("value")
    same(named, named.lower(), "the description's platform")
    listed = {media.split("platform=")[1].lower()
              for media in manifest().values() if "platform=" in media}
    same(set(named.split(",")), listed, "the description's platforms")


@rule("the .components file names a library beside it")
def components():
    folder = PLATFORM + "/"
    uris = [component.get("uri")
            for component in xml(folder + "noteverbale.components").iter()
            if component.get("uri")]
    assert uris, "no library is named"
    same(missing((folder, folder + uri) for uri in uris), [])


@rule("the description has the identifier and the version of the sources")
def description():
    root = xml("description.xml")
    value = lambda name: root.find(DESCRIPTION + name).get("value")
    same(value("identifier"), IDENTIFIER)
    same(value("version"), (ROOT / "packaging/VERSION").read_text().strip())


@rule("every file that the description names is in the package")
def description_files():
    hrefs = [element.get(XLINK + "href")
             for element in xml("description.xml").iter()]
    files = [href for href in hrefs if href and ":" not in href]
    assert len(files) >= 5, "license, two descriptions, two icons: %s" % files
    same(missing(("description.xml", name) for name in files), [])


@rule("the Extension Manager describes the extension in eight languages")
def described():
    root = xml("description.xml")
    for name in ("publisher", "display-name", "extension-description"):
        same(sorted(one.get("lang") for one in
                    root.find(DESCRIPTION + name)), TONGUES, name)
    for tongue in TONGUES:
        assert len(package.read("description/%s.txt" % tongue).decode()) > 200


@rule("the page in the options has the extension's identifier: the button")
def options_button():
    leaf = package.read("registry/OptionsDialog.xcu").decode()
    same(re.findall('"Id"><value>(.*?)<', leaf), [IDENTIFIER])


@rule("help ships in English and French, and its links stay in the package")
def help_pages():
    for tongue in ("en", "fr"):
        page = package.read("help/%s.html" % tongue).decode()
        assert '<html lang="%s">' % tongue in page
        same(re.findall("(?:href|src)=", page), [], "links")


@rule("update information is made for who publishes, and asked for by nobody")
def updates():
    assert b"update-information" not in package.read("description.xml")
    command = ROOT / "packaging/update-xml"
    made = subprocess.run(
        [command, "https://example.org/noteverbale.oxt"], check=True,
        stdout=subprocess.PIPE, universal_newlines=True).stdout
    root = ElementTree.fromstring(made)
    update = "{http://openoffice.org/extensions/update/2006}"
    same(root.find(update + "identifier").get("value"), IDENTIFIER)
    same(root.find(update + "version").get("value"),
         (ROOT / "packaging/VERSION").read_text().strip())
    for wrong in ([], ["http://example.org/n.oxt"], ["https://a/\"b.oxt"]):
        run = subprocess.run([command, *wrong], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
        same((run.returncode, run.stdout), (1, b""), wrong)


def addresses(where, text):
    """The package's own files that a text names, as (where, name)."""
    inside = r"vnd\.sun\.star\.extension://%s/([^\"<\s]+)" % re.escape(
        IDENTIFIER)
    for name in re.findall(inside, text):
        yield where, name
    for name in re.findall(r"%origin%/([^\"<\s]+)", text):
        yield where, posixpath.normpath(
            posixpath.join(posixpath.dirname(where), name))


@rule("every address in a .xcu or dialog leads to a file in the package")
def configured_addresses():
    found = [address for name in names if name.endswith((".xcu", ".xdl"))
             for address in addresses(name, package.read(name).decode())]
    assert found, "no address at all: are they written in another way?"
    same(missing(found), [])


@rule("every address in the C sources leads to a file in the package")
def compiled_addresses():
    found = [address for source in (ROOT / "plugin").rglob("*.c")
             for address in addresses(str(source.relative_to(ROOT)),
                                      source.read_text())]
    same(missing(found), [])


@rule("every icon ships, and each is a picture")
def icons():
    for icon in (ROOT / "packaging/icons").iterdir():
        data = package.read("icons/" + icon.name)
        start = b"\x89PNG\r\n" if icon.suffix == ".png" else b"<?xml"
        assert data.startswith(start), "%s is not a picture" % icon.name


@rule("the dialogs that have words of their own ship with them")
def dialogs():
    for dialog in (name for name in names if name.endswith(".xdl")
                   and b'"&amp;' in package.read(name)):
        stem = dialog[:-len(".xdl")]
        same(missing((dialog, "%s_%s.properties" % (stem, language))
                     for language in ("en_US", "fr")), [])


@rule("English and French have the same strings")
def strings():
    def keys(name):
        text = package.read(name).decode()
        return set(re.findall(r"^([\w.]+) *=", text, re.M))

    for english in names:
        if english.endswith("_en_US.properties"):
            french = english.replace("_en_US", "_fr")
            same(keys(french), keys(english), french)


@rule("the licence ships")
def licence():
    same(package.read("LICENSE"), (ROOT / "LICENSE").read_bytes())


@rule("the registry ships as ordinary gzip of XML")
def registry():
    import gzip
    data = gzip.decompress(package.read("data/registry.xml.gz"))
    ElementTree.fromstring(data)


@rule("the index that ships is the registry's, and is used")
def index():
    with tempfile.TemporaryDirectory() as folder:
        for name in ("data/registry.xml.gz", "data/registry.idx"):
            package.extract(name, folder)
        shown = subprocess.run(
            [BUILD / "nv", "search", "--ids", "--limit", "1000", "-r",
             folder + "/data/registry.xml.gz", "1954"],
            check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={"PATH": "/usr/bin:/bin"}, universal_newlines=True)
    assert shown.stdout, "nothing is found"
    same(shown.stderr, "", "what nv says of the index")


@rule("packing twice gives the same bytes")
def reproducible():
    with tempfile.TemporaryDirectory() as again:
        for name in ("noteverbale.uno.so", "registry.xml.gz", "registry.idx"):
            shutil.copy(BUILD / name, again)
        for name in ("styles", "published", "locales"):
            shutil.copytree(BUILD / name, pathlib.Path(again) / name)
        version = (ROOT / "packaging/VERSION").read_text().strip()
        subprocess.run([ROOT / "packaging/oxt", again, PLATFORM, version],
                       check=True)
        second = (pathlib.Path(again) / path.name).read_bytes()
    assert second == path.read_bytes(), "the second package differs"


main()
