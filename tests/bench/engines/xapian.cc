// SPDX-License-Identifier: MPL-2.0
// Xapian, as one would set it up for this: BM25, words of weighty fields
// counted more often, fields as prefixes, the last word a partial one.
#include <cctype>
#include <cstdio>
#include <string>

#include <xapian.h>

#include "engine.h"
#include "typed.h"

namespace
{

const unsigned parser_flags = Xapian::QueryParser::FLAG_PHRASE |
                              Xapian::QueryParser::FLAG_LOVEHATE |
                              Xapian::QueryParser::FLAG_PARTIAL;

// "XTITLE" and so on: prefixes of one's own begin with X.
std::string prefix_of(size_t column)
{
    std::string prefix = "X";

    for (const char *at = bench_column_names[column]; *at; at++)
        prefix += static_cast<char>(std::toupper(*at));
    return prefix;
}

struct builder {
    Xapian::WritableDatabase database;
    Xapian::TermGenerator generator;
};

bool is_field(size_t column)
{
    return column == BENCH_KIND || column == BENCH_DATE || column == BENCH_BY ||
           column == BENCH_PARTY || column == BENCH_PLACE;
}

bool insert(void *to, const char *const texts[BENCH_COLUMNS])
{
    builder *b = static_cast<builder *>(to);
    Xapian::Document document;

    b->generator.set_document(document);
    b->generator.set_termpos(0);
    for (size_t i = 0; i < BENCH_COLUMNS; i++) {
        const Xapian::termcount weight = bench_column_weights[i];

        b->generator.index_text(texts[i], weight);
        b->generator.increase_termpos();
        if (is_field(i))
            b->generator.index_text_without_positions(texts[i], 1,
                                                      prefix_of(i));
    }
    b->database.add_document(document);
    return true;
}

bool build(const char *pack, const char *index)
{
    try {
        builder b;

        b.database = Xapian::WritableDatabase(
            index, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
        if (!bench_texts_read(pack, insert, &b))
            return false;
        b.database.commit();
        return true;
    } catch (const Xapian::Error &error) {
        std::fprintf(stderr, "Xapian: %s\n", error.get_description().c_str());
        return false;
    }
}

struct searcher {
    Xapian::Database database;
    Xapian::QueryParser parser;
};

void *open_xapian(const char *, const char *index)
{
    try {
        searcher *s = new searcher{Xapian::Database(index), {}};

        s->parser.set_database(s->database);
        s->parser.set_default_op(Xapian::Query::OP_AND);
        for (size_t i = 0; i < BENCH_COLUMNS; i++)
            if (is_field(i))
                s->parser.add_prefix(bench_column_names[i], prefix_of(i));
        return s;
    } catch (const Xapian::Error &error) {
        std::fprintf(stderr, "Xapian: %s\n", error.get_description().c_str());
        return nullptr;
    }
}

void close_xapian(void *opened)
{
    delete static_cast<searcher *>(opened);
}

// In Xapian's language of queries, which is much like ours.
std::string translate(const std::string &query)
{
    const char *at = query.c_str();
    std::string text;
    bench_typed typed;

    while (bench_typed_next(&at, &typed)) {
        const char *mark = typed.is_phrase ? "\"" : "";

        text += text.empty() ? "" : " ";
        text += typed.is_excluded ? "-" : "";
        if (typed.column >= 0)
            text += std::string(bench_column_names[typed.column]) + ":";
        text += mark + std::string(typed.text) + mark;
    }
    return text;
}

size_t find(void *opened, const char *query, size_t len)
{
    searcher *s = static_cast<searcher *>(opened);

    try {
        Xapian::Enquire enquire(s->database);

        enquire.set_query(s->parser.parse_query(
            translate(std::string(query, len)), parser_flags));
        return enquire.get_mset(0, BENCH_HITS).size();
    } catch (const Xapian::Error &error) {
        std::fprintf(stderr, "Xapian: %s\n", error.get_description().c_str());
        return 0;
    }
}

} // namespace

extern "C" const bench_engine_class bench_engine = {build, open_xapian,
                                                    close_xapian, find, false};
