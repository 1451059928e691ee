/* SPDX-License-Identifier: MPL-2.0 */
/* A small pack, words for the panel to speak, and ways to hear what it says. */
#ifndef NV_TESTS_SIDEBAR_SMALL_H
#define NV_TESTS_SIDEBAR_SMALL_H

#include "check.h"

#include <sys/stat.h>

#include "note/library.h"
#include "registry/folder.h"
#include "registry/pack.h"
#include "registry/packing.h"
#include "sidebar/deeds.h"
#include "sidebar/say.h"
#include "sidebar/troubles.h"

/* Two events of one year and one of another; the first has two wordings. */
static const char pack[] =
    "<registry version='1' pack='core'>"
    "<event id='1954-05-07-reply' key='leqr' kind='refusal'"
    " confidence='reported'>"
    "<title xml:lang='en'>Reply refusing the Soviet proposals</title>"
    "<title xml:lang='fr'>Réponse refusant les propositions soviétiques</title>"
    "<document gender-fr='f'>"
    "<genre xml:lang='en'>note</genre><genre xml:lang='fr'>note</genre>"
    "<from xml:lang='en'>Three Powers</from>"
    "<from xml:lang='fr'>trois puissances</from>"
    "<to xml:lang='en'>the Soviet Government</to>"
    "<to xml:lang='fr'>gouvernement soviétique</to>"
    "<description xml:lang='en'>note from the Three Powers</description>"
    "<description xml:lang='fr'>note des trois puissances</description>"
    "</document>"
    "<date iso='1954-05-07' precision='day'>"
    "<variant iso='1954-04-22' what='approved'/></date>"
    "<place role='addressed'>Moscow</place>"
    "<party>Soviet Union</party>"
    "<person name='Anthony Eden' act='headed-ministry' for='United Kingdom'>"
    "<office xml:lang='en'>Foreign Secretary</office>"
    "<office xml:lang='fr'>ministre</office></person>"
    "<summary xml:lang='en'>A refusal.</summary>"
    "<summary xml:lang='fr'>Un refus.</summary>"
    "<quotation number='1' role='document' original='presumed' as='quoted'"
    " source='memo' status='reported'>"
    "<text xml:lang='en'>completely unreal</text>"
    "<pinpoint label='article' value='4(1)'/>"
    "<caution xml:lang='en'>Only two words may be quoted.</caution>"
    "<caution xml:lang='fr'>Deux mots seulement.</caution></quotation>"
    "<quotation number='3' role='commentary' original='yes' as='edition'"
    " source='memo' status='text seen'>"
    "<text xml:lang='en'>he has only to read the Command Paper</text>"
    "<of><description xml:lang='en'>Anthony Nutting</description>"
    "<description xml:lang='fr'>Anthony Nutting</description></of>"
    "</quotation>"
    "<source key='memo' type='book' holds='about' checked='seen'>"
    "<author>Dmitri Glinski</author><title>Memo</title><year>2000</year>"
    "</source>"
    "<conflict><note xml:lang='en'>Three notes, one text.</note>"
    "<note xml:lang='fr'>Trois notes, un texte.</note></conflict>"
    "<statement>S17</statement>"
    "</event>"
    "<event id='1954-03-31-note' key='aaaa' kind='note' confidence='reported'>"
    "<title xml:lang='en'>Soviet note on collective security</title>"
    "<title xml:lang='fr'>Note soviétique sur la sécurité collective</title>"
    "<document gender-fr='f'>"
    "<genre xml:lang='en'>note</genre><genre xml:lang='fr'>note</genre>"
    "<description xml:lang='en'>note from the Soviet Government</description>"
    "<description xml:lang='fr'>note du gouvernement soviétique</description>"
    "</document>"
    "<date iso='1954-03-31' precision='day'/>"
    "<party>Soviet Union</party>"
    "<summary xml:lang='en'>An offer.</summary>"
    "<summary xml:lang='fr'>Une offre.</summary>"
    "<source key='doc' type='documentary edition' holds='text' checked='no'>"
    "<title>Documents</title><year>1957</year></source>"
    "</event>"
    "<event id='2001-06-putin' key='bbbb' kind='speech' confidence='reported'>"
    "<title xml:lang='en'>Remarks at Brdo</title>"
    "<title xml:lang='fr'>Propos de Brdo</title>"
    "<document><genre xml:lang='en'>remarks</genre>"
    "<genre xml:lang='fr'>propos</genre>"
    "<description xml:lang='en'>remarks at Brdo</description>"
    "<description xml:lang='fr'>propos de Brdo</description></document>"
    "<date iso='2001-06' precision='month'/>"
    "<summary xml:lang='en'>Remarks.</summary>"
    "<summary xml:lang='fr'>Propos.</summary>"
    "<source key='press' type='press' holds='text' checked='seen'>"
    "<title>Press</title><year>2001</year></source>"
    "</event>"
    "<statement id='S17' verdict='no'>"
    "<words xml:lang='fr'>le caractère irréaliste</words>"
    "<event>2001-06-putin</event><event>1954-05-07-reply</event>"
    "<answer xml:lang='en'>Not in the reply of 1954.</answer>"
    "<answer xml:lang='fr'>Pas dans la réponse de 1954.</answer></statement>"
    "<name type='state'><form xml:lang='en'>Soviet Union</form>"
    "<form xml:lang='fr'>Union soviétique</form></name>"
    "</registry>";

static const nv_phrases english = {
    .text =
        {
            [NV_PHRASE_RESULTS] = "Events found",
            [NV_PHRASE_FOUND] = "Found: {1}",
            [NV_PHRASE_FOUND_MORE] = "Found: {2}, first {1}",
            [NV_PHRASE_FOUND_AT_LEAST] = "Found: {2} at least, first {1}",
            [NV_PHRASE_CORRECTED] = "{1}; {2} is {3}",
            [NV_PHRASE_ROW] = "{1} - {2}",
            [NV_PHRASE_ROW_UNCHECKED] = "{1} - {2} (pages not checked)",
            [NV_PHRASE_ROW_OF_PACK] = "{1} (of {2})",
            [NV_PHRASE_UNCHECKED] = "Pages not checked.",
            [NV_PHRASE_CIRCULATION] = "In circulation: {1} - {2}",
            [NV_PHRASE_CAUTION] = "Caution: {1}",
            [NV_PHRASE_PLACE] = "{1}, {2}",
            [NV_PHRASE_SPAN] = "{1} to {2}",
            [NV_PHRASE_DAY] = "{1} {2} {3}",
            [NV_PHRASE_FIRST_DAY] = "1st {1} {2}",
            [NV_PHRASE_MONTH] = "{1} {2}",
            [NV_PHRASE_MONTHS_ALONE] =
                "January,February,March,April,May,June,July,August,September,"
                "October,November,December",
            [NV_PHRASE_MONTHS] = "January,February,March,April,May,June,July,"
                                 "August,September,October,November,December",
            [NV_PHRASE_LIST] = "{1}: {2}",
            [NV_PHRASE_PARTIES] = "Parties",
            [NV_PHRASE_PACK] = "Pack",
            [NV_PHRASE_PERSON] = "{1} ({2})",
            [NV_PHRASE_OFFICE] = "{1} ({2}, {3})",
            [NV_PHRASE_ACTS] = "Signed,Sent,Spoke,Delivered,Drafted,Moved,"
                               "Attended,Received,Minister,Named",
            [NV_PHRASE_DATES] = "Dated,Signed,Adopted,Spoken,Delivered,"
                                "Received,Sent,Published,Approved",
            [NV_PHRASE_QUOTATION] = "'{1}'",
            [NV_PHRASE_WORDS_OF] = "words of {1}",
            [NV_PHRASE_TRANSLATION] = "translation",
            [NV_PHRASE_QUOTED] = "quoted",
            [NV_PHRASE_NO_WORDING] = "No words",
            [NV_PHRASE_REASON] = "{1}: {2}",
            [NV_PHRASE_DATE] = "Date",
            [NV_PHRASE_SIGNATORIES] = "Signatories",
            [NV_PHRASE_WORDING] = "Words",
            [NV_PHRASE_SOURCE] = "Source",
            [NV_PHRASE_NOTHING_CHOSEN] = "Nothing chosen.",
            [NV_PHRASE_NO_NOTE] = "No note.",
            [NV_PHRASE_NOT_INSERTED] = "Not inserted: {1}",
            [NV_PHRASE_LOCATOR_LONG] = "Too long.",
            [NV_PHRASE_NO_MEMORY] = "No memory.",
            [NV_PHRASE_NOT_READ] = "Not read.",
            [NV_PHRASE_ITSELF] = "{1}",
            [NV_PHRASE_REGISTRY_MISSING] = "{1} is missing.",
            [NV_PHRASE_REGISTRY_DAMAGED] = "{1} is damaged.",
            [NV_PHRASE_REGISTRY_MEMORY] = "No memory for {1}.",
            [NV_PHRASE_PACK_MISSING] = "Pack {1} is missing.",
            [NV_PHRASE_PACK_DAMAGED] = "Pack {1} is damaged.",
            [NV_PHRASE_PACK_MEMORY] = "No memory for pack {1}.",
            [NV_PHRASE_PACK_LARGE] = "Pack {1} is large.",
            [NV_PHRASE_PACK_REINDEXED] = "Pack {1} has another index.",
            [NV_PHRASE_PACK_DOUBLED] = "Two are {2}: {3}, not {1}.",
            [NV_PHRASE_STYLE_HELP] = "{1}",
            [NV_PHRASE_NO_STYLE] = "No style.",
            [NV_PHRASE_STYLE_GONE] = "{1} is gone, {2} used.",
            [NV_PHRASE_STYLE_BROKEN] = "{1} is broken, {2} used.",
            [NV_PHRASE_STYLE_MISSING] = "Style {1} is missing.",
            [NV_PHRASE_STYLE_DAMAGED] = "Style {1} is damaged.",
            [NV_PHRASE_STYLE_DOUBLED] = "Twice: {2}, not {1}.",
            [NV_PHRASE_STYLE_PARENT] = "Style {1} needs {2}.",
            [NV_PHRASE_STYLE_BY_LANGUAGE] = "By language ({1})",
            [NV_PHRASE_NONE_AT_CARET] = "None here.",
            [NV_PHRASE_NONE_OTHER] = "Search first.",
            [NV_PHRASE_NO_WORDING_CHOSEN] = "No words.",
            [NV_PHRASE_NO_OWN] = "No translation.",
            [NV_PHRASE_NO_CHAIN] = "No answers.",
            [NV_PHRASE_NO_LIST] = "No list.",
            [NV_PHRASE_NO_TIMELINE] = "No timeline.",
            [NV_PHRASE_NOT_DONE] = "Not done: {1}",
            [NV_PHRASE_NOT_THERE] = "Not there.",
            [NV_PHRASE_TEXT_LONG] = "Too long.",
            [NV_PHRASE_CARET_NOTE] = "In note {1}.",
            [NV_PHRASE_CARET_TEXT] = "In the text.",
            [NV_PHRASE_CARET_BY_HAND] = "By hand: {1}",
            [NV_PHRASE_CARET_LOST] = "Lost: {1}",
            [NV_PHRASE_CARET_ADD] = "Added to {1}.",
            [NV_PHRASE_OFFERED] = "Offered.",
            [NV_PHRASE_ATTENTION] = "Attention: {1} of {2}",
            [NV_PHRASE_IN_NOTE] = "Note {1}",
            [NV_PHRASE_IN_TEXT] = "Text",
            [NV_PHRASE_CITATION] = "{1}: {2}",
            [NV_PHRASE_CITATION_STATE] = "{1}, {3}: {2}",
            [NV_PHRASE_STATES] = "right,stale,by hand,lost",
            [NV_PHRASE_SAYS] = "Says: {1}",
            [NV_PHRASE_SHOULD_SAY] = "Should say: {1}",
            [NV_PHRASE_ROW_STARRED] = "* {1}",
            [NV_PHRASE_DESK] = "Cited and starred",
            [NV_PHRASE_FOUND_NONE] = "None found.",
            [NV_PHRASE_DAY_OF_YEAR] = "{1} {2}",
            [NV_PHRASE_FIRST_OF_YEAR] = "1st {1}",
            [NV_PHRASE_UNDERSTOOD] = "Understood: {1}",
            [NV_PHRASE_WANT_WORD] = "'{1}'",
            [NV_PHRASE_WANT_DATE] = "on {1}",
            [NV_PHRASE_WANT_KIND] = "kind {1}",
            [NV_PHRASE_WANT_PARTY] = "party {1}",
            [NV_PHRASE_WANT_BY] = "by {1}",
            [NV_PHRASE_WANT_PLACE] = "place {1}",
            [NV_PHRASE_WANT_LANGUAGE] = "in {1}",
            [NV_PHRASE_WANT_WITHIN] = "within {1}",
            [NV_PHRASE_WANT_FROM] = "from {1}",
            [NV_PHRASE_WANT_TO] = "until {1}",
            [NV_PHRASE_WANT_WITHOUT] = "without {1}",
            [NV_PHRASE_DESK_DAMAGED] = "Desk {1} is damaged.",
            [NV_PHRASE_DESK_NEWER] = "Desk {1} is newer.",
            [NV_PHRASE_DESK_NOT_KEPT] = "Desk {1} is not kept.",
        },
};

/* Styles of ours, small ones: notes begin with the title of their style. */

/* Writes one into the folder `styles`; `info` and `macro` are XML. */
static inline void write_style(const char *id, const char *title,
                               const char *info, const char *macro)
{
    char file[60];
    nv_buffer xml = NV_BUFFER_INIT;

    snprintf(file, sizeof file, "styles/%s.csl", id);
    nv_buffer_add_format(
        &xml,
        "<style xmlns='http://purl.org/net/xbiblio/csl' class='note' "
        "version='1.0'><info><title>%s</title><id>http://test/%s</id>%s"
        "<updated>2026-01-01T00:00:00Z</updated></info>%s"
        "<citation><layout suffix='.'><group delimiter=', '>"
        "<text value='%s'/><text variable='description'/>"
        "<date variable='event-date' form='text'/>"
        "<text variable='quotation' quotes='true'/>"
        "<text variable='end-pinpoint'/><text macro='source'/>"
        "</group></layout></citation></style>",
        title, id, info, macro, title);
    write_bytes(at(file), xml.text, xml.len);
    nv_buffer_release(&xml);
}

#define SOURCE                                               \
    "<macro name='source'><text variable='container-title' " \
    "font-style='italic'/></macro>"

/* One for each language that has its own, and two to choose from. */
static inline void write_styles(void)
{
    assert_int_equal(mkdir(at("styles"), 0700), 0);
    write_style("chicago-17", "Chicago", "", SOURCE);
    write_style("histoire", "Histoire", "", SOURCE);
    write_style("geschichte", "Geschichte", "", SOURCE);
    write_style("a-plain", "A plain one", "", SOURCE);
    write_style("broken", "Broken", "", "");
}

static inline nv_library *open_styles(void)
{
    const nv_style_folder folders[] = {{.path = at("styles"), .is_ours = true}};
    nv_library *library =
        nv_library_open(folders, 1, NV_BUILD "/locales", NULL);

    assert_non_null(library);
    return library;
}

/* Packs that pack, under another name if need be, into a file. */
static inline void write_small(const char *file, const char *name)
{
    const char *own = strstr(pack, "core"), *xml_path = at("small.xml");
    nv_buffer xml = NV_BUFFER_INIT, packed = NV_BUFFER_INIT;

    nv_buffer_add(&xml, pack, (size_t)(own - pack));
    nv_buffer_add_text(&xml, name);
    nv_buffer_add_text(&xml, own + strlen("core"));
    write_bytes(xml_path, xml.text, xml.len);
    assert_true(nv_pack(&xml_path, 1, &packed, NULL, NULL));
    write_bytes(at(file), packed.text, packed.len);
    nv_buffer_release(&xml);
    nv_buffer_release(&packed);
}

static inline void type_query(nv_state *state, const char *text)
{
    nv_state_set_query(state, text, strlen(text));
}

static inline const char *chosen_id(const nv_state *state)
{
    const nv_hit *hit = nv_state_hit(state);

    return hit ? hit->card.id : NULL;
}

/* What `describe` says of the state; static, until the next call. */
static inline const char *said(void (*describe)(nv_buffer *, const nv_phrases *,
                                                const nv_state *),
                               const nv_state *state)
{
    static nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_truncate(&text, 0);
    describe(&text, &english, state);
    return text.text;
}

static inline const char *said_at(void (*describe)(nv_buffer *,
                                                   const nv_phrases *,
                                                   const nv_state *, size_t),
                                  const nv_state *state, size_t index)
{
    static nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_truncate(&text, 0);
    describe(&text, &english, state, index);
    return text.text;
}

#endif
