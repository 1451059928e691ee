# SPDX-License-Identifier: MPL-2.0
"""Reads what valgrind's memcheck found, and tells what is our library's.

Each thing found has stacks: where it happened or where a lost block was
allocated, and for some also where the block was allocated or freed. The office
has errors and leaks of its own, some of which pass through our calls, as when
we ask it to do something and it loses memory doing so. So:

- a wrong access, jump, free or use of an uninitialised value is ours when any
  of its stacks has a frame of our library;
- a lost block is ours when our library is the first on its stack from the
  inside that is not one of GO_BETWEENS: the C library, UNO's own C libraries
  that we call as we call malloc(), and the bridge, which copies for us what a
  call returns.
"""
import collections
import xml.etree.ElementTree as ElementTree

LIBRARY = "noteverbale.uno.so"
GO_BETWEENS = ("vgpreload_", "libc.so.", "libuno_sal.so.", "libuno_cppu.so.",
               "libgcc3_uno.so")
SHOWN = 24  # frames of each stack

Frame = collections.namedtuple("Frame", "object place")
Finding = collections.namedtuple("Finding", "is_leak text stacks")


def _frame(element):
    """A frame as the library's file name and a place one can look up."""
    file = element.findtext("obj", "").rpartition("/")[2]
    function = element.findtext("fn", "?")
    source = element.findtext("file")
    place = "%s (%s)" % (function, "%s:%s" % (
        source, element.findtext("line", "?")) if source else file)
    return Frame(file, place)


def _finding(error):
    text = error.findtext("what") or error.findtext("xwhat/text")
    stacks = [[_frame(frame) for frame in stack.iter("frame")]
              for stack in error.iter("stack")]
    return Finding(error.findtext("kind").startswith("Leak_"), text, stacks)


def meets_us(finding):
    """Whether a stack of it has a frame of our library."""
    return any(frame.object == LIBRARY
               for stack in finding.stacks for frame in stack)


def is_ours(finding):
    if not finding.is_leak:
        return meets_us(finding)
    inner = next((frame.object for frame in finding.stacks[0]
                  if not frame.object.startswith(GO_BETWEENS)), "")
    return inner == LIBRARY


def read(report):
    """Every finding of a report, and whether the report has its end."""
    found = []
    try:
        for _, element in ElementTree.iterparse(report):
            if element.tag == "error":
                found.append(_finding(element))
                element.clear()
    except ElementTree.ParseError:
        return found, False
    return found, True


def show(finding):
    lines = [finding.text]
    for stack in finding.stacks:
        lines += ["    " + frame.place for frame in stack[:SHOWN]]
        lines.append("    --")
    return "\n".join(lines[:-1])
