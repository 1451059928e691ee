#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Measures Xapian with the command line and the figures of measure.c.

Set up as one would for this: BM25, words of weighty columns counted more often,
fields as prefixes, the last word a partial one. bench.mk copies it beside
`feed`, which reads packs and queries; in this folder, it would import itself."""
import pathlib
import statistics
import subprocess
import sys
import time

import xapian

FEED = pathlib.Path(__file__).with_name("feed")
FIELDS = ("kind", "date", "by", "party", "place")
FLAGS = (xapian.QueryParser.FLAG_PHRASE | xapian.QueryParser.FLAG_LOVEHATE |
         xapian.QueryParser.FLAG_PARTIAL)
HITS = 300
ROUNDS, ENOUGH = 3, 30  # no new round after that many seconds
SLOWEST = 12


def feed(*args, text=None):
    """The lines that `feed` prints."""
    return subprocess.run([FEED, *args], input=text, stdout=subprocess.PIPE,
                          encoding="utf-8", check=True).stdout.splitlines()


def prefix_of(column):
    """"XTITLE" and so on: prefixes of one's own begin with X."""
    return "X" + column.upper()


def print_line_of(path, line_name, name):
    """Prints the line of that name of a file of /proc, in KiB."""
    for line in pathlib.Path(path).read_text().splitlines():
        if line.startswith(line_name):
            print(name, line.split()[1])


def print_memory(name):
    print_line_of("/proc/self/smaps_rollup", "Anonymous:", name)


def texts_of(pack):
    """Each text of a pack, column by column and event by event."""
    rest = b""
    with subprocess.Popen([FEED, "events", pack],
                          stdout=subprocess.PIPE) as feeding:
        while chunk := feeding.stdout.read(1 << 20):
            *texts, rest = (rest + chunk).split(b"\0")
            yield from texts
    if feeding.returncode != 0:
        sys.exit("xapian: %s can't be read" % pack)


def insert(database, generator, columns, texts):
    """One event."""
    document = xapian.Document()
    generator.set_document(document)
    generator.set_termpos(0)
    for (column, weight), text in zip(columns, texts):
        generator.index_text(text, weight)
        generator.increase_termpos()
        if column in FIELDS:
            generator.index_text_without_positions(text, 1, prefix_of(column))
    database.add_document(document)


def build(pack, index):
    begin = time.monotonic()
    columns = [(name, int(weight))
               for name, weight in map(str.split, feed("columns"))]
    database = xapian.WritableDatabase(
        index, xapian.DB_CREATE_OR_OVERWRITE | xapian.DB_NO_SYNC)
    generator = xapian.TermGenerator()
    texts = texts_of(pack)
    for event in zip(*[texts] * len(columns)):
        insert(database, generator, columns, event)
    database.commit()
    print("build_ms %.1f" % ((time.monotonic() - begin) * 1000))
    print_line_of("/proc/self/status", "VmHWM:", "build_peak_kib")


class Searcher:
    def __init__(self, index):
        self.database = xapian.Database(index)
        self.parser = xapian.QueryParser()
        self.parser.set_database(self.database)
        self.parser.set_default_op(xapian.Query.OP_AND)
        for column in FIELDS:
            self.parser.add_prefix(column, prefix_of(column))

    def find(self, query):
        """How many hits there are for a plain query, at most HITS."""
        enquire = xapian.Enquire(self.database)
        enquire.set_query(self.parser.parse_query(query, FLAGS))
        return enquire.get_mset(0, HITS).size()


def answer_first(index, query):
    plain = feed("typed", text=query + "\n")[0]
    begin = time.monotonic()
    searcher = Searcher(index)
    print("open_ms %.3f" % ((time.monotonic() - begin) * 1000))
    searcher.find(plain)
    print("answer_ms %.3f" % ((time.monotonic() - begin) * 1000))


def keys_of(queries, wanted):
    """What is typed with each key that is measured: they are taken where the
    share of those before passes a whole number; all where `wanted` is 0."""
    lines = pathlib.Path(queries).read_text(encoding="utf-8").splitlines()
    keys = [line[:end] for line in lines for end in range(1, len(line) + 1)]
    wanted = min(wanted, len(keys)) or len(keys)
    return [key for number, key in enumerate(keys)
            if (number + 1) * wanted // len(keys) >
            number * wanted // len(keys)]


class Key:
    """A key that was typed; the quickest of several searches counts, in
    milliseconds."""

    def __init__(self, typed, plain):
        self.typed, self.plain, self.hits = typed, plain, 0
        self.wall = self.processor = float("inf")

    def find(self, searcher):
        processor, wall = time.thread_time(), time.perf_counter()
        self.hits = searcher.find(self.plain)
        wall = time.perf_counter() - wall
        processor = time.thread_time() - processor
        self.wall = min(self.wall, wall * 1000)
        self.processor = min(self.processor, processor * 1000)


def print_times(keys):
    """The keys stand in the order of their time."""
    late = len(keys) * 99 // 100
    print("p99_processor_ms %.4f" % sorted(
        key.processor for key in keys)[late])
    print("keys %d" % len(keys))
    print("mean_ms %.4f" % statistics.fmean(key.wall for key in keys))
    print("p50_ms %.4f" % keys[len(keys) // 2].wall)
    print("p99_ms %.4f" % keys[late].wall)
    print("longest_ms %.4f" % keys[-1].wall)
    for key in reversed(keys[-SLOWEST:]):
        print("slow %8.3f ms %4d hits  %s" % (key.wall, key.hits, key.typed),
              file=sys.stderr)


def measure_keys(index, queries, wanted):
    typed = keys_of(queries, wanted)
    plain = feed("typed", text="".join(line + "\n" for line in typed))
    keys = [Key(*pair) for pair in zip(typed, plain)]
    searcher = Searcher(index)
    print_memory("memory_open_kib")
    begin = time.monotonic()
    for _ in range(ROUNDS):
        for key in keys:
            key.find(searcher)
        if time.monotonic() - begin >= ENOUGH:
            break
    print_memory("memory_end_kib")
    print_times(sorted(keys, key=lambda key: key.wall))


def main(args):
    if len(args) == 3 and args[0] == "build":
        build(*args[1:])
    elif len(args) == 4 and args[0] == "first":
        answer_first(*args[2:])
    elif len(args) == 5 and args[0] == "keys":
        measure_keys(args[2], args[3], int(args[4]))
    else:
        sys.exit("usage: build PACK INDEX | first PACK INDEX QUERY | "
                 "keys PACK INDEX QUERIES KEYS")


main(sys.argv[1:])
