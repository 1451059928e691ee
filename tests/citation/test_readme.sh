#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# The program in plugin/citation/README.md: taken out of it, built and run.
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# result RULE [WHY]: WHY says what went wrong, if anything did.
result() {
    if [ -z "$2" ]; then
        echo "ok - $1"
        passed=$((passed + 1))
    else
        echo "not ok - $1: $2"
        failed=$((failed + 1))
    fi
}

sed -n '/^```c$/,/^```$/{/^```/d;p;}' plugin/citation/README.md >"$work/notes.c"
lines=$(wc -l <"$work/notes.c")
result "the program has thirty lines at most" \
    "$([ "$lines" -gt 0 ] && [ "$lines" -le 30 ] || echo "it has $lines")"

# The objects of two rooms are all it needs. $CFLAGS are those the objects were
# made with, where they have to be linked with some of their own.
${CC:-gcc} -std=c11 -Wall -Wextra -Werror $CFLAGS -Iplugin "$work/notes.c" \
    "$BUILD"/plugin/citation/*.o "$BUILD"/plugin/base/*.o \
    build/deps/lib/libxml2.a build/deps/lib/libz.a \
    -Lbuild/deps/lib -l:libutf8proc.a -lm -o "$work/notes" 2>"$work/err"
result "it builds without a warning from the rooms citation and base alone" \
    "$(head -n 3 "$work/err")"

cat >"$work/style.csl" <<'STYLE'
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
  <info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
  <citation><layout suffix="."><choose>
    <if position="ibid"><group delimiter=", ">
      <text term="ibid" text-case="capitalize-first"/>
      <group delimiter=" "><label variable="locator" form="short"/>
        <text variable="locator"/></group></group></if>
    <else><text variable="title"/></else>
  </choose></layout></citation>
</style>
STYLE
cat >"$work/locale.xml" <<'LOCALE'
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <terms><term name="ibid">ibid.</term><term name="page" form="short">
    <single>p.</single><multiple>pp.</multiple></term></terms>
</locale>
LOCALE
printed=$("$work/notes" "$work/style.csl" "$work/locale.xml" 2>&1)
result "it prints three notes" "$(
    [ "$printed" = "Essays.
Ibid., p. 12.
Schriften." ] || echo "$printed")"

printed=$("$work/notes" "$work/none.csl" "$work/locale.xml" 2>&1)
status=$?
result "without a style it says so and fails" \
    "$([ "$status" = 1 ] && [ -n "$printed" ] || echo "$status $printed")"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
