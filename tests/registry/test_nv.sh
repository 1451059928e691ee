#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# The command line: what nv prints, and how it ends.
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
nv=$BUILD/nv
work=$(mktemp -d) || exit 1
XDG_CACHE_HOME=$work/xdg
export XDG_CACHE_HOME
mkdir "$XDG_CACHE_HOME"
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

# misused_word RULE WORDS ARGUMENT...: ends with 2, and a sentence that has the
# words stands before the usage.
misused_word() {
    rule=$1 words=$2 why=
    shift 2
    run "$nv" "$@"
    [ "$status" = 2 ] || why="ends with $status"
    case $err in
    "nv: "*"$words"*"
usage: nv search"*) ;;
    *) why="says $err" ;;
    esac
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
misused_word "cite without an id is a misuse" "There is nothing to cite" \
    cite
misused_word "cite in a language notes do not have is a misuse" "There are no notes in “it”" \
    cite --locale it x
misused_word "cite in an unknown format is a misuse" "“rtf” is no format" \
    cite --format rtf x
misused_word "cite of a part that does not exist is a misuse" "“date,x” are no parts" \
    cite --parts date,x x
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
        [ "${err%%
*}" = "nv: Nothing was found with “vandneberg”. These have “vandenberg”." ] ||
        echo "$out $err")"
run "$nv" search --ids --limit 1 "Панюшкин"
result "another spelling of a name needs no correction" \
    "$([ "$out" = 1949-03-31-soviet-memorandum ] &&
        ! grep -q "Nothing was found" "$work/err" || echo "$out $err")"
prints "words after -- are no options" "1954" search --limit 1 -- 1954
prints "a statement is shown with its caution" \
    "Not the words of the reply, as far as it could be read." \
    search "caractere irrealiste"
run "$nv" search --ids --limit 3 1954
result "the limit limits" "$([ "$(wc -l <"$work/out")" = 3 ] || echo "$out")"
case $err in "nv: Shown: 3 of "*". --limit N shows more.") why= ;; *) why=$err ;; esac
result "more hits than are shown are counted" "$why"
run "$nv" search --ids --limit 1000 molotov nato 1954-03-26
result "nothing is said when all hits are shown" "$err"
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
prints "cite takes a published style" "‘North Atlantic Treaty, 4 April 1949’" \
    cite --style oscola 1949-04-04-north-atlantic-treaty
prints "German notes are in German" "7. Mai 1954" \
    cite --locale de 1954-05-07-tripartite-reply
prints "cite --whole shortens later notes" "Warsaw Treaty" \
    cite --whole 1955-05-14-warsaw-treaty 1954-03-31-soviet-note \
    1955-05-14-warsaw-treaty
result "a later note has the short form alone" \
    "$(tail -1 "$work/out" | grep -qx 'Warsaw Treaty\.' || cat "$work/out")"
run "$nv" cite --bibliography 1955-05-14-warsaw-treaty
result "cite --bibliography adds an empty line and the entries" \
    "$([ "$(sed -n 2p "$work/out")" = "" ] && [ "$(wc -l <"$work/out")" = 3 ] ||
        echo "$out$err")"
fails "a style that does not exist is a failure" \
    "There is no style “none”. Choose another one." \
    cite --style none 1955-05-14-warsaw-treaty
cp "$(dirname "$nv")/published/oscola.csl" "$work/own.csl"
prints "cite takes a style by its file" "‘North Atlantic Treaty, 4 April 1949’" \
    cite --style "$work/own.csl" 1949-04-04-north-atlantic-treaty
cp "$(dirname "$nv")/styles/chicago-17.csl" "$work/copy.csl"
prints "a copy of a style of ours gets our notes" "34 U.N.T.S. 243, 246." \
    cite --style "$work/copy.csl" 1949-04-04-north-atlantic-treaty@p.246
echo "no XML" >"$work/chicago-17.csl"
fails "a file that is no style says why, whatever its name" \
    "$work/chicago-17.csl: It can't be used: " \
    cite --style "$work/chicago-17.csl" 1949-04-04-north-atlantic-treaty
fails "a name that ends in .csl is a file" "./chicago-17.csl: There is no style" \
    cite --style chicago-17.csl 1949-04-04-north-atlantic-treaty
prints "styles lists ours" "chicago-17" styles
prints "styles lists published ones, with the style they depend on" \
    "(as chicago-note-bibliography)" styles
misused "styles takes no arguments" styles x
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
fails "packing what does not fit together is a failure" "this points to" \
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
result "and so is its index" "$(cmp "$work/a.gz.idx" "$work/b.gz.idx" 2>&1)"
result "the shipped index is that of the shipped files" \
    "$(cmp "$work/a.gz.idx" "$BUILD/registry.idx" 2>&1)"
result "a pack as a pipe of XML is valid" "$(gzip -dc "$work/a.gz" |
    xmllint --noout --relaxng registry/schema/registry.rng - 2>&1 |
    grep -v "^- validates$")"
run gzip -dc "$work/a.gz"
case $out in
'<?xml version="1.0" encoding="UTF-8"?>'*'</registry>') why= ;;
*) why="gzip -dc prints something else" ;;
esac
result "gzip shows a pack as one XML document" "$why"

# Several packs: ours and one that a teacher might make.
note=1949-03-31-soviet-memorandum
program=$(cd "$(dirname "$nv")" && pwd)/nv
(cd "$work" && "$program" new mine && "$program" pack -o own.nvpack mine.xml)
rm "$work/own.idx"
ours=$BUILD/registry.xml.gz own=$work/own.nvpack

run "$nv" search --ids -r "$ours" -r "$own" "$note"
case $out in
*"mine:$note"*) why= ;;
*) why="prints $out" ;;
esac
[ "$(echo "$out" | grep -cx "$note")" = 1 ] || why="prints $out"
result "packs are searched together, and hits say whose they are" "$why"
prints "a hit shows the id by which show finds it" "[mine:$note]" \
    search -r "$ours" -r "$own" "$note"
run "$nv" search --ids -r "$own" "$note"
result "the first pack need not be named" \
    "$([ "$(echo "$out" | sed -n 1p)" = "$note" ] || echo "$out")"
result "an index that was missing is kept in the cache" \
    "$(ls "$XDG_CACHE_HOME"/noteverbale/mine-*.idx 2>&1 >/dev/null)"
prints "show takes the id of another pack" "key: ex02" \
    show -r "$ours" -r "$own" "mine:$note"
prints "an id without a pack is that of the first pack that has it" \
    "confidence: " show -r "$ours" -r "$own" "$note"
run "$nv" show -r "$ours" -r "$own" "$note"
case $out in *"key: ex02"*) why="that of the second" ;; *) why= ;; esac
result "and not that of the second" "$why"
prints "cite takes the id of another pack" "1949" \
    cite -r "$ours" -r "$own" "mine:$note#1"
fails "a pack that is not there has no events" "There is no event “theirs:" \
    show -r "$ours" -r "$own" "theirs:$note"
misused "only one pack is exported" export -r "$ours" -r "$own" --to ris

run "$nv" search --ids --limit 1 -r "$work/junk" -r "$own" "$note"
result "a pack that can't be used leaves the others working" \
    "$([ "$status" = 0 ] && [ "$out" = "$note" ] &&
        grep -q "junk.*not well-formed" "$work/err" || echo "$out $err")"
run "$nv" search --ids --limit 1 -r "$own" -r "$work/mine.xml" "$note"
result "of two packs of one name the first is used, and it is said" \
    "$([ "$status" = 0 ] && [ "$out" = "$note" ] &&
        grep -q "mine.xml is not used: .*own.nvpack is a pack of the same" \
            "$work/err" || echo "$out $err")"
cp "$BUILD/registry.idx" "$work/own.idx"
run "$nv" show -r "$own" "$note"
result "an index of another pack is told of, and not used" \
    "$([ "$status" = 0 ] && grep -q "own.idx: the index is of another pack" \
        "$work/err" || echo "$status $err")"

# Filters.
run "$nv" search --ids --kind refusal --from 1954 --to 1954 --limit 100 soviet
all=$(echo "$out" | wc -l)
result "a filter keeps the kind and the period" \
    "$(echo "$out" | grep -v ^1954- || case $out in
    *1954-05-07-tripartite-reply*) ;; *) echo "$out" ;; esac)"
run "$nv" search --counts --from 1954 --to 1954 soviet
result "the counts say how many a filter will find" \
    "$([ "$(echo "$out" | awk '$2 == "refusal" { print $1 }')" = "$all" ] ||
        echo "$out")"
run "$nv" search --ids --party "Soviet Union" --wording --language ru \
    --pack core --limit 100
result "without a query, a filter lists what passes it, by date" \
    "$([ "$status" = 0 ] && [ -n "$out" ] &&
        [ "$out" = "$(echo "$out" | sort)" ] || echo "$out $err")"
run "$nv" search --counts
result "counts need no query" \
    "$([ "$(echo "$out" | sed -n 1p)" = "    132  events" ] || echo "$out")"
misused "a kind that does not exist is a misuse" search --kind letter 1954
misused "a year that is none is a misuse" search --from then 1954
misused "a filter belongs to search" show --kind note x

# From a paragraph.
echo "On 7 May 1954 the three powers refused." >"$work/paragraph.txt"
run "$nv" suggest --ids --limit 1 "$work/paragraph.txt"
result "suggest names the event of a paragraph" \
    "$([ "$out" = 1954-05-07-tripartite-reply ] || echo "$out $err")"
"$nv" suggest --ids --limit 1 - <"$work/paragraph.txt" >"$work/out"
result "suggest reads standard input" \
    "$([ "$(cat "$work/out")" = 1954-05-07-tripartite-reply ] ||
        cat "$work/out")"
run "$nv" suggest "$work"
result "suggest tells of what can't be read" \
    "$([ "$status" = 1 ] && [ -n "$err" ] || echo "$status $err")"
misused "suggest takes one file" suggest a b

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
