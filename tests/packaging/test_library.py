#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What the library in the package asks of, and gives to, its surroundings."""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from rules import BUILD, main, rule, same

PLATFORM_LIBRARIES = {
    "libuno_cppu.so.3", "libuno_sal.so.3", "libc.so.6", "libm.so.6"}
OLDEST_GLIBC = (2, 14)

folder = tempfile.TemporaryDirectory()
with zipfile.ZipFile(BUILD / "noteverbale.oxt") as package:
    library = package.extract("Linux_X86_64/noteverbale.uno.so", folder.name)


def output(*command):
    return subprocess.run(
        [*command, library], check=True, stdout=subprocess.PIPE,
        universal_newlines=True).stdout


@rule("the library exports component_getFactory and nothing else")
def exports():
    defined = output("nm", "-D", "--defined-only").split("\n")
    same([line.split()[-1] for line in defined if line],
         ["component_getFactory"], "the list of exports")


@rule("the library needs the office's C libraries and the C library only")
def needs():
    needed = set(re.findall(r"NEEDED.*\[(.*)\]", output("readelf", "-d")))
    assert needed <= PLATFORM_LIBRARIES, "it also needs %s" % ", ".join(
        sorted(needed - PLATFORM_LIBRARIES))


@rule("the library uses no function newer than glibc 2.14")
def oldest():
    newer = [
        line.split()[-1] for line in output("objdump", "-T").split("\n")
        for version in re.findall(r"GLIBC_([\d.]+)", line)
        if tuple(map(int, version.split("."))) > OLDEST_GLIBC]
    assert not newer, "newer: %s; give each a line in packaging/glibc.c" % (
        ", ".join(newer))


@rule("the library carries no search path of the machine that built it")
def no_search_path():
    found = re.findall(r"R(?:UN)?PATH.*", output("readelf", "-d"))
    assert not found, ", ".join(found)


@rule("the library is stripped")
def stripped():
    assert ".debug_info" not in output("readelf", "-S", "-W")
    assert ".symtab" not in output("readelf", "-S", "-W")


main()
