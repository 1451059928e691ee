#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The order of the rooms: which sources may know of which."""
import concurrent.futures
import functools
import pathlib
import re
import shlex
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import ROOT, main, rule, same

# Each room, and the rooms it may include besides itself. A room further down
# is seen through as well: the sidebar may use a type of the registry.
MAY_SEE = {
    "base": (),
    "registry": ("base",),
    "uno": ("base",),
    "citation": ("base",),
    "suite": ("citation", "registry", "base"),  # a tool: it reads files
    "words": ("base",),
    "note": ("words", "citation", "registry", "base"),
    "own": ("words", "note", "registry", "base"),
    "writer": ("words", "note", "uno", "registry", "base"),
    "sidebar": ("writer", "own", "words", "note", "uno", "registry", "base"),
    "commands": ("sidebar", "writer", "note", "uno", "registry", "base"),
    "options": ("sidebar", "note", "uno", "registry", "base"),
    "component": ("commands", "options", "sidebar", "writer", "note", "uno",
                  "registry", "base"),
    "nv": ("note", "citation", "suite", "registry", "base"),
}
CORE = ("base", "registry", "citation", "suite", "words", "note", "own", "nv")
SDK = ("com", "cppu", "cppuhelper", "osl", "rtl", "sal", "salhelper",
       "typelib", "uno")
CXX = (".cc", ".cpp", ".cxx", ".c++", ".hh", ".hpp", ".hxx", ".C", ".H")


@functools.lru_cache(None)
def files():
    """Every file of the tree, without what is built and what git keeps."""
    tops = [path for path in ROOT.iterdir()
            if path.name not in (".git", "build")]
    inner = [path for top in tops for path in top.rglob("*")]
    return [path.relative_to(ROOT) for path in tops + inner if path.is_file()]


def sources():
    for path in files():
        if path.suffix in (".c", ".h") and path.parts[0] in (
                "plugin", "registry"):
            yield path


def room(path):
    if path.parts[0] == "registry":
        return "registry"
    if "suite" in path.parts:
        return "suite"
    if len(path.parts) > 2:
        return path.parts[1]
    return path.stem.split("_")[0]  # nv_cite.c is of the room nv


def includes(path):
    """Each include of a source: the bracket it is in, and its name."""
    return re.findall(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]',
                      (ROOT / path).read_text(), re.M)


def resolve(path, name):
    """The source that an include means, None for a generated one."""
    for folder in (path.parent, pathlib.Path("."), pathlib.Path("plugin")):
        if (ROOT / folder / name).is_file():
            return (ROOT / folder / name).resolve().relative_to(ROOT)
    return None


@functools.lru_cache(None)
def core_flags():
    """The flags that the Makefile compiles the core with."""
    flags = subprocess.run(
        ["make", "-s", "--no-print-directory", "--eval",
         "print-flags: ; @echo '$(BASE)'", "print-flags"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE,
        universal_newlines=True).stdout
    return [flag for flag in shlex.split(flags) if flag not in ("-MMD", "-MP")]


def compile_core(text):
    """Compiles a text with the flags of the core; what the compiler says."""
    return subprocess.run(
        ["gcc", *core_flags(), "-fsyntax-only", "-x", "c", "-"], cwd=ROOT,
        input=text, stderr=subprocess.PIPE, universal_newlines=True).stderr


@rule("there is no C++ in the tree")
def no_cxx():
    same([str(path) for path in files() if path.suffix in CXX], [])


@rule("every source is in a room with known neighbours")
def known_rooms():
    same([str(path) for path in sources() if room(path) not in MAY_SEE], [])


@rule("no room includes a room above it")
def order():
    wrong = []
    for path in sources():
        here = room(path)
        for bracket, name in includes(path):
            target = resolve(path, name) if bracket == '"' else None
            there = room(target) if target else here
            if there != here and there not in MAY_SEE.get(here, ()):
                wrong.append("%s includes %s" % (path, name))
    same(wrong, [])


@rule("what the core includes in quotes is a file of the tree")
def core_includes():
    same(["%s includes %s" % (path, name) for path in sources()
          if room(path) in CORE for bracket, name in includes(path)
          if bracket == '"' and not resolve(path, name)], [])


@rule("only plugin/uno includes headers of the SDK")
def sdk_includes():
    same(["%s includes <%s>" % (path, name) for path in sources()
          if room(path) != "uno" for bracket, name in includes(path)
          if bracket == "<" and name.split("/")[0] in SDK], [])


@rule("an include of the SDK does not compile in the core")
def sdk_cannot_compile():
    same(compile_core("#include <libxml/tree.h>\n"), "")
    for header in ("rtl/ustring.h", "uno/any2.h", "sal/types.h"):
        said = compile_core("#include <%s>\n" % header)
        assert "No such file" in said, "<%s> compiles" % header


@rule("every header of the core compiles alone")
def headers_alone():
    texts = ['#include "%s"\nint something;\n' % path for path in sources()
             if path.suffix == ".h" and room(path) in CORE]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        said = list(filter(None, pool.map(compile_core, texts)))
    assert not said, "".join(said)


@rule("every C file and script says its licence")
def spdx():
    without = []
    for path in files():
        with open(ROOT / path, "rb") as file:
            head = file.read(400)
        script = path.suffix in (".c", ".h", ".py", ".sh")
        if (script or head.startswith(b"#!")) and (
                b"SPDX-License-Identifier: MPL-2.0" not in head):
            without.append(str(path))
    same(without, [])


main()
