# SPDX-License-Identifier: MPL-2.0
"""Builds the test component: its types from test.idl, its C with the binding
under test, its Python, all in one .oxt."""
import os
import pathlib
import re
import subprocess
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = pathlib.Path(os.environ.get("BUILD", ROOT / "build")).resolve()
OUT = BUILD / "tests" / "uno"
OFFICE = pathlib.Path("/usr/lib/libreoffice")
SDK = OFFICE / "sdk" / "bin"
REGISTRIES = [OFFICE / "program/types.rdb", OFFICE / "program/types/offapi.rdb"]
C_FLAGS = [
    "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O2", "-g", "-fPIC",
    "-fvisibility=hidden", "-Wall", "-Wextra", "-Wpedantic", "-I", str(ROOT),
    "-I", str(ROOT / "plugin"), "-isystem", "/usr/include/libreoffice",
    "-DLINUX"]

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
<manifest:file-entry manifest:full-path="test.rdb" manifest:media-type=\
"application/vnd.sun.star.uno-typelibrary;type=RDB"/>
<manifest:file-entry manifest:full-path="test.components" \
manifest:media-type="application/vnd.sun.star.uno-components"/>
</manifest:manifest>
"""
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006">
<identifier value="org.noteverbale.test"/><version value="1"/>
</description>
"""
COMPONENTS = """<?xml version="1.0" encoding="UTF-8"?>
<components xmlns="http://openoffice.org/2010/uno-components">
<component loader="com.sun.star.loader.SharedLibrary" environment="uno"
 uri="test.uno.so">
%s</component>
<component loader="com.sun.star.loader.Python" uri="component.py">
%s</component>
</components>
"""
IMPLEMENTATION = ('<implementation name="org.noteverbale.test.%s">'
                  '<service name="org.noteverbale.test.%s"/>'
                  "</implementation>\n")


def run(*command):
    """Runs a command; what it says is only shown when it fails."""
    result = subprocess.run([str(part) for part in command],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode:
        raise RuntimeError("%s: %s" % (
            command[0], result.stdout.decode(errors="replace")))
    return result.stdout.decode(errors="replace")


def make_css(types, out, *registries):
    """Has cunomaker write css.h and css.c for a list of types."""
    out.mkdir(parents=True, exist_ok=True)
    run(BUILD / "cunomaker", "--reader", SDK / "unoidl-read", "--types", types,
        "--out", out, *REGISTRIES, *registries)


def components(*names):
    return "".join(IMPLEMENTATION % (name, name) for name in names)


def write_table_of_types():
    """Every type of css.h in one table, for the test that describes them."""
    names = re.findall(r"^extern nv_uno_type (\w+);",
                       (OUT / "css.h").read_text(), re.M)
    names += [name + "_type" for name in re.findall(
        r"^NV_UNO_SEQUENCE_STRUCT\((\w+)\)", (OUT / "css.h").read_text(),
        re.M)]
    (OUT / "all_types.c").write_text(
        '#include "css.h"\nextern nv_uno_type *const all_types[];\n'
        "nv_uno_type *const all_types[] = {\n%s\n    NULL,\n};\n"
        % "\n".join("    &%s," % name for name in names))


def build_library():
    sources = [*sorted((ROOT / "plugin/uno").glob("*.c")),
               *sorted(HERE.glob("*.c")), OUT / "css.c",
               OUT / "all_types.c",
               ROOT / "plugin/base/error.c", ROOT / "plugin/base/sentence.c",
               ROOT / "plugin/base/buffer.c"]
    return run(
        "gcc", *C_FLAGS, "-I", OUT, "-shared", *sources,
        "-o", OUT / "test.uno.so", "-Wl,-Bsymbolic,-z,defs",
        "-L", OFFICE / "sdk/lib", "-luno_cppu", "-luno_sal")


def build():
    """Returns the path of the .oxt."""
    OUT.mkdir(parents=True, exist_ok=True)
    types = OUT / "types.list"
    types.write_text((ROOT / "plugin/uno/types.list").read_text()
                     + (HERE / "test.list").read_text())
    run(SDK / "unoidl-write", *REGISTRIES, HERE / "test.idl", OUT / "test.rdb")
    make_css(types, OUT, OUT / "test.rdb")
    write_table_of_types()
    build_library()
    package = OUT / "test.oxt"
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("description.xml", DESCRIPTION)
        archive.writestr("test.components", COMPONENTS % (
            components("Echo", "Driver"),
            components("PythonEcho", "PythonDriver")))
        archive.write(OUT / "test.rdb", "test.rdb")
        archive.write(OUT / "test.uno.so", "test.uno.so")
        archive.write(HERE / "component.py", "component.py")
    return package
