#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# The generated registries of `make bench`: valid, in order, the same each time.
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
work=$(mktemp -d) || exit 1
XDG_CACHE_HOME=$work/xdg
export XDG_CACHE_HOME
mkdir "$XDG_CACHE_HOME"
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# holds RULE COMMAND...: the command ends well.
holds() {
    rule=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        echo "ok - $rule"
        passed=$((passed + 1))
    else
        echo "not ok - $rule: $(tail -n 3 "$work/log" | tr '\n' ' ')"
        failed=$((failed + 1))
    fi
}

# make COUNT SEED NAME
make_registry() {
    "$BUILD/tests/bench/generate" -n "$1" --seed "$2" -o "$work/$3.xml.gz" \
        --queries "$work/$3.txt" registry/events/*.xml registry/names.xml
}

is_valid() {
    zcat "$work/$1.xml.gz" |
        xmllint --noout --relaxng registry/schema/registry.rng -
}

# nv check says nothing.
is_clean() {
    "$BUILD/nv" check "$work/$1.xml.gz" && [ ! -s "$work/log" ]
}

has_events() {
    [ "$(zcat "$work/$1.xml.gz" | grep -c '^ <event ')" = "$2" ]
}

# Dates, each before the id of its event, which stands first in the file.
is_sorted() {
    zcat "$work/$1.xml.gz" |
        sed -n 's/^ <event id="\([^"]*\)".*/\1/p; s/^ *<date iso="\([^"]*\)".*/\1/p' |
        paste - - | awk '{print $2 "\t" $1}' >"$work/order"
    LC_ALL=C sort -c "$work/order"
}

# Each member is closed behind a record, and inflates to about 64 KiB.
has_members() {
    /usr/bin/python3 - "$work/$1.xml.gz" <<'END'
import sys, zlib
rest, members = open(sys.argv[1], "rb").read(), []
while rest:
    one = zlib.decompressobj(31)
    members.append(one.decompress(rest))
    rest = one.unused_data
assert len(members) > 10, len(members)
for member in members:
    assert member.endswith((b"</event>\n", b"</name>\n", b"</registry>\n"))
assert all(65536 <= len(member) < 131072 for member in members[1:-1])
END
}

# The first query finds at least one event, the one it was made of.
is_found() {
    "$BUILD/nv" search --ids -r "$work/$1.xml.gz" "$(head -n 1 "$work/$1.txt")" |
        grep -q .
}

make_registry 132 1 small
make_registry 132 1 again
make_registry 132 2 other
make_registry 1000 1 large
make_registry 20001 1 short
holds "132 events are valid against the schema" is_valid small
holds "1,000 events are valid against the schema" is_valid large
holds "20,001 short events are valid against the schema" is_valid short
holds "nv check finds nothing in 132 events" is_clean small
holds "nv check finds nothing in 1,000 events" is_clean large
holds "there are as many events as were asked for" has_events large 1000
holds "there are as many short events as were asked for" has_events short 20001
holds "events are in the order of date and then of id" is_sorted short
holds "a member of the pack holds about 64 KiB of whole records" has_members large
holds "the same seed gives the same pack" cmp "$work/small.xml.gz" "$work/again.xml.gz"
holds "the same seed gives the same queries" cmp "$work/small.txt" "$work/again.txt"
holds "another seed gives another pack" sh -c "! cmp -s $work/small.xml.gz $work/other.xml.gz"
holds "a query finds an event" is_found large
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
