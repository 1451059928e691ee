#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# The command line: what nv prints, and how it ends.
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
nv=$BUILD/nv
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# The next commands of a test leave what they print in $out and $err, and their
# end in $status.
run() {
    "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    out=$(cat "$work/out") err=$(cat "$work/err")
}

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

# misused RULE ARGUMENT...: ends with 2 and prints the usage on stderr alone.
misused() {
    rule=$1 why=
    shift
    run "$nv" "$@"
    [ "$status" = 2 ] || why="ends with $status"
    case $err in "usage: nv search"*) ;; *) why="no usage on stderr" ;; esac
    [ -z "$out" ] || why="prints $out"
    result "$rule" "$why"
}

# fails RULE WORDS ARGUMENT...: ends with 1 and a sentence that has the words.
fails() {
    rule=$1 words=$2 why=
    shift 2
    run "$nv" "$@"
    [ "$status" = 1 ] || why="ends with $status"
    case $err in "nv: "*"$words"*) ;; *) why="says $err" ;; esac
    [ "$(wc -l <"$work/err")" = 1 ] || why="more than one line"
    result "$rule" "$why"
}

# first QUERY ID [SECOND]: the ids that come first.
first() {
    run "$nv" search --ids --limit 2 "$1"
    why=
    [ "$(echo "$out" | sed -n 1p)" = "$2" ] || why="first is $out"
    [ -z "$3" ] || [ "$(echo "$out" | sed -n 2p)" = "$3" ] ||
        why="second is $out"
    [ "$status" = 0 ] || why="ends with $status: $err"
    result "search finds the event for “$1”" "$why"
}

# prints RULE WORDS ARGUMENT...: ends with 0 and prints the words.
prints() {
    rule=$1 words=$2 why=
    shift 2
    run "$nv" "$@"
    [ "$status" = 0 ] || why="ends with $status: $err"
    case $out in *"$words"*) ;; *) why="prints $out" ;; esac
    result "$rule" "$why"
}

misused "no command is a misuse"
misused "a command nobody knows is a misuse" dance
misused "search without a query is a misuse" search
misused "an option nobody knows is a misuse" search --colour 1954
misused "an option of another command is a misuse" search -o x 1954
misused "an option without its value is a misuse" search 1954 --limit
misused "a limit of 0 is a misuse" search --limit 0 1954
misused "a limit that is no number is a misuse" search --limit many 1954
misused "show takes one id" show a b
misused "cite without an id is a misuse" cite
misused "cite in a language notes do not have is a misuse" cite --locale de x
misused "cite in an unknown format is a misuse" cite --format rtf x
misused "cite of a part that does not exist is a misuse" cite --parts date,x x
misused "pack without files is a misuse" pack -o "$work/x"
misused "pack without a place to write is a misuse" pack registry/names.xml

first "31 mars 1954" 1954-03-31-soviet-note
first "molotov nato" 1954-03-26-molotov-memorandum
first "pacte de Varsovie" 1955-05-14-warsaw-treaty
first "Eisenhower 1953" 1953-04-16-chance-for-peace
first "refus 1954" 1954-05-07-tripartite-reply
first "caractere irrealiste" 2001-06-16-putin-brdo 1954-05-07-tripartite-reply
first "le caractère irréaliste de la proposition ne mérite pas d'être discuté" \
    2001-06-16-putin-brdo 1954-05-07-tripartite-reply

prints "a hit shows date, title and id" \
    "1954-05-07  Tripartite Western reply refusing the Soviet proposals  [1954-05-07-tripartite-reply]" \
    search refus 1954
prints "a hit shows what matched, marked" \
    "    quotation: [completely] [unreal]" search completely unreal
prints "exact phrases are understood" "1946-03-05" search '"iron curtain has"'
prints "excluded words stand after --" "1946-03-05" \
    search -- churchill fulton -nato
run "$nv" search --ids --limit 1 "vandneberg resolution"
result "a corrected spelling is said apart from the ids" \
    "$([ "$out" = 1948-06-11-vandenberg-resolution ] &&
        [ "$err" = "nv: Nothing was found with “vandneberg”. These have “vandenberg”." ] ||
        echo "$out $err")"
run "$nv" search --ids --limit 1 "Панюшкин"
result "another spelling of a name needs no correction" \
    "$([ "$out" = 1949-03-31-soviet-memorandum ] && [ -z "$err" ] ||
        echo "$out $err")"
prints "words after -- are no options" "1954" search --limit 1 -- 1954
prints "a statement is shown with its caution" \
    "Not the words of the reply, as far as it could be read." \
    search "caractere irrealiste"
run "$nv" search --ids --limit 3 1954
result "the limit limits" "$([ "$(wc -l <"$work/out")" = 3 ] || echo "$out")"
run "$nv" search xyzzyx
result "nothing found is nothing printed and no failure" \
    "$([ "$status" = 0 ] && [ -z "$out$err" ] || echo "$status $out$err")"

prints "show prints what is recorded" "quotation 1 (en): completely unreal" \
    show 1954-05-07-tripartite-reply
prints "show prints prose for curators too" "Only these two words of the reply" \
    show 1954-05-07-tripartite-reply
fails "an id that does not exist is a failure" "There is no event “nobody”" \
    show nobody

prints "cite writes one note a line" "completely unreal" \
    cite "1954-05-07-tripartite-reply#1"
run "$nv" cite 1954-03-31-soviet-note 1955-05-14-warsaw-treaty
result "several notes stand in the order asked for" \
    "$([ "$(wc -l <"$work/out")" = 2 ] && [ "$status" = 0 ] || echo "$out$err")"
prints "cite in French is in French" "mai 1954" \
    cite --locale fr-FR 1954-05-07-tripartite-reply
prints "html says its language" '<p lang="en">' \
    cite --format html 1954-05-07-tripartite-reply
prints "html marks titles" "<i>" cite --format html 1954-05-07-tripartite-reply
fails "a quotation that does not exist is a failure" "" \
    cite "1954-05-07-tripartite-reply#99"
fails "a quotation must be a number" "“one” is no number" \
    cite "1954-05-07-tripartite-reply#one"
fails "citing what does not exist is a failure" "There is no event" cite nobody

fails "a missing pack is a failure" "the file is missing" \
    search -r "$work/none" 1954
printf 'junk' >"$work/junk"
fails "a file that is no pack is a failure" "not well-formed" \
    show -r "$work/junk" x
head -c 100000 "$BUILD/registry.xml.gz" >"$work/cut"
fails "a pack that is cut off is a failure" "cut off" \
    search -r "$work/cut" 1954
fails "packing what does not fit together is a failure" "no event here" \
    pack -o "$work/out.gz" registry/events/1954.xml
result "and leaves no file behind" "$(ls "$work" | grep out.gz)"
fails "a place that can't be written is a failure" "can't be written" \
    pack -o "$work/none/x" registry/names.xml

run "$nv" pack -o "$work/a.gz" registry/events/*.xml registry/names.xml \
    registry/statements.xml
result "the shipped files make the shipped pack, byte for byte" \
    "$(cmp "$work/a.gz" "$BUILD/registry.xml.gz" 2>&1)"
run "$nv" pack -o "$work/b.gz" "$work/a.gz"
result "a pack packed again is the same" \
    "$(cmp "$work/a.gz" "$work/b.gz" 2>&1)"
run gzip -dc "$work/a.gz"
case $out in
'<?xml version="1.0" encoding="UTF-8"?>'*'</registry>') why= ;;
*) why="gzip -dc prints something else" ;;
esac
result "gzip shows a pack as one XML document" "$why"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
