/* SPDX-License-Identifier: MPL-2.0 */
/* The styles of test_incremental.c: one with ibid and notes, one with names and
 * years told apart, one with numbers by the order of the bibliography, one with
 * numbers by the order of the cites. */
#ifndef NV_TESTS_CITATION_INCREMENTAL_H
#define NV_TESTS_CITATION_INCREMENTAL_H

#define STYLE(class_, body)                                               \
    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' "       \
    "class='" class_ "'><info><title>t</title><id>t</id>"                 \
    "<updated>2020-01-01T00:00:00Z</updated></info>"                      \
    "<macro name='year'><date variable='issued'><date-part name='year'/>" \
    "</date></macro>"                                                     \
    "<macro name='author'><names variable='author'><name form='short' "   \
    "initialize-with='. ' delimiter=', '/><substitute><text "             \
    "variable='title'/>"                                                  \
    "</substitute></names></macro>" body "</style>"

static const char *const styles[] = {
    STYLE("note",
          "<citation near-note-distance='2'><layout delimiter='; ' suffix='.'>"
          "<choose><if position='ibid-with-locator'><text value='Ibid.'/>"
          "<text variable='locator' prefix=', '/></if>"
          "<else-if position='ibid'><text value='Ibid.'/></else-if>"
          "<else-if position='near-note'><text macro='author'/>"
          "<text value=', near'/></else-if>"
          "<else-if position='subsequent'><text macro='author'/>"
          "<text variable='first-reference-note-number' prefix=', n. '/>"
          "</else-if><else><group delimiter=', '><text macro='author'/>"
          "<text variable='title' quotes='true'/><text macro='year'/>"
          "<text variable='locator'/></group></else></choose></layout>"
          "</citation><bibliography subsequent-author-substitute='---'><sort>"
          "<key macro='author'/><key variable='title'/></sort>"
          "<layout suffix='.'><group delimiter=', '><text macro='author'/>"
          "<text variable='title'/></group></layout></bibliography>"),
    STYLE("in-text",
          "<citation disambiguate-add-names='true' "
          "disambiguate-add-givenname='true' "
          "disambiguate-add-year-suffix='true' et-al-min='2' "
          "et-al-use-first='1' collapse='year-suffix' "
          "cite-group-delimiter=', '>"
          "<sort><key macro='author'/><key macro='year'/></sort>"
          "<layout prefix='(' suffix=')' delimiter='; '>"
          "<group delimiter=' '><text macro='author'/><text macro='year'/>"
          "<text variable='locator' prefix=': '/></group></layout></citation>"
          "<bibliography><sort><key macro='author'/><key macro='year'/>"
          "<key variable='title'/></sort><layout><group delimiter=' '>"
          "<text macro='author'/><text macro='year'/><text variable='title'/>"
          "</group></layout></bibliography>"),
    STYLE("in-text",
          "<citation collapse='citation-number'><sort>"
          "<key variable='citation-number'/></sort>"
          "<layout prefix='[' suffix=']' delimiter=','>"
          "<text variable='citation-number'/></layout></citation>"
          "<bibliography><sort><key macro='author'/><key variable='title'/>"
          "</sort><layout><text variable='citation-number' suffix='. '/>"
          "<text macro='author'/><text variable='title' prefix=', '/></layout>"
          "</bibliography>"),
    STYLE("in-text",
          "<citation><layout delimiter=','><text variable='citation-number' "
          "vertical-align='sup'/></layout></citation>"),
};

#endif
