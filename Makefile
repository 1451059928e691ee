# SPDX-License-Identifier: MPL-2.0
# make run        set up, build, install in a profile of its own, open Writer
# make test       set up and run every test, in a real LibreOffice too
# make            build/noteverbale.oxt and build/nv
# make check      the tests that need no LibreOffice (seconds)
# make office     the tests inside LibreOffice
# make sanitize   the plain C tests under address and undefined-behaviour checks
# make fuzz       what reads bytes of others, fed with bytes at random (clang)
# make valgrind   a scripted session of the office under valgrind
# make bench      figures beside their peers (fifteen minutes at most)
# make bench-large  those that take longer
# make office-long  tests of the document that take minutes
# make round-trip  100 citations through every format, and a table of it (minutes)
# make soak       2,000 acts at random, after each of which all must be right (minutes)
# make bench-citation  citations beside all that citeproc-js takes long for
# make csl-suite  the official tests of CSL, in ../shared/csl-suite
# make styles-report  what published styles lose of an event (minutes)
# make essays     one essay of forty notes in six styles, as PDF, to be read
# make pictures   the picture of README.md, and the panel in every language,
#                 theme and size, to be looked at (ten minutes)
# make format     lay out the C files
# Everything made is under build/; `rm -r build` forgets it.

BUILD ?= build
DEPS := build/deps
CC := gcc
CFLAGS ?= -O2 -g
PYTHON := /usr/bin/python3
OFFICE := /usr/lib/libreoffice
SDK := /usr/include/libreoffice
PLATFORM := Linux_X86_64
VERSION := $(shell cat packaging/VERSION)

# No tables for unwinding in the library: debuggers have their own.
BASE := -std=c11 -D_POSIX_C_SOURCE=200809L -fPIC -fvisibility=hidden -MMD -MP \
  -fno-asynchronous-unwind-tables \
  -Wall -Wextra -Wpedantic -Werror=incompatible-pointer-types \
  -Werror=int-conversion -Werror=implicit-function-declaration \
  -I. -Iplugin -isystem $(DEPS)/include -isystem $(DEPS)/include/libxml2 \
  -DLIBXML_STATIC -DUTF8PROC_STATIC
ARCHIVES := $(DEPS)/lib/libxml2.a $(DEPS)/lib/libz.a -l:libutf8proc.a -l:libstemmer.a

# The rooms, by what they may know: CORE never sees the SDK, nor does PLAIN, the
# part of the panel that has no window. TOOL is what only nv needs: it stays out
# of the extension.
CORE_SRC := $(wildcard plugin/base/*.c registry/*.c registry/text/*.c registry/index/*.c registry/search/*.c registry/exchange/*.c plugin/citation/*.c plugin/words/*.c plugin/note/*.c plugin/own/*.c)
TOOL_SRC := $(wildcard registry/check/*.c plugin/citation/suite/*.c)
PLAIN := deeds desk desk_hits editing exchange exchange_draw filtering find_style \
  first_wording own_form pack_set phrases places reading reading_record \
  result_lines result_plan result_rows \
  reading_sources say say_citation say_event say_filter setting state style_set \
  troubles understood vocabulary
PLAIN_SRC := $(PLAIN:%=plugin/sidebar/%.c) plugin/options/settings_file.c
OFFICE_SRC := $(filter-out $(PLAIN_SRC),$(wildcard $(addprefix plugin/,uno/*.c writer/*.c sidebar/*.c commands/*.c options/*.c))) \
  plugin/component.c
CORE_OBJ := $(CORE_SRC:%.c=$(BUILD)/%.o) $(BUILD)/words/table.o
TOOL_OBJ := $(TOOL_SRC:%.c=$(BUILD)/%.o) $(addprefix $(BUILD)/embedded/,registry.rng.o example.xml.o)
PLAIN_OBJ := $(PLAIN_SRC:%.c=$(BUILD)/%.o)
OFFICE_OBJ := $(OFFICE_SRC:%.c=$(BUILD)/%.o) $(BUILD)/css/css.o
NV_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(wildcard plugin/nv*.c))
CSS := $(BUILD)/css/css.h
# Published styles and the locales of CSL, as Debian has them.
CSL := /usr/share/citation-style-language
STYLES := $(patsubst plugin/note/%,$(BUILD)/%,$(wildcard plugin/note/styles/*.csl)) \
  $(BUILD)/published/.done $(BUILD)/locales/.done

.PHONY: all oxt styles run test check office sanitize valgrind bench pictures format clean deps
all: oxt $(BUILD)/nv

deps:
	@packaging/deps
oxt: $(BUILD)/noteverbale.oxt
styles: $(STYLES)

$(DEPS)/.done:
	@packaging/deps
$(CORE_OBJ) $(TOOL_OBJ) $(PLAIN_OBJ) $(OFFICE_OBJ) $(NV_OBJ): | $(DEPS)/.done
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	@$(CC) $(BASE) $(EXTRA) $(CFLAGS) -c $< -o $@

# What C says in every tongue: see plugin/words/words.h.
$(BUILD)/words/table.o: $(BUILD)/words/table.c
	@echo "  CC   $<"
	@$(CC) $(BASE) $(CFLAGS) -c $< -o $@
$(BUILD)/words/table.c: plugin/words/table $(wildcard dialogs/words_*.properties)
	@mkdir -p $(@D)
	@echo "  WORD $@"
	@$^ >$@.new && mv $@.new $@

# A file of registry/schema/ as an array of C: see registry/check/embedded.h.
$(BUILD)/embedded/%.o: registry/schema/%
	@mkdir -p $(@D)
	@echo "  CC   $<"
	@{ echo '#include "registry/check/embedded.h"'; \
	  echo 'const char nv_$(subst .,_,$*)[] = {'; \
	  od -An -v -td1 $< | sed 's/[-0-9][0-9]*/&,/g'; \
	  echo '0}; const size_t nv_$(subst .,_,$*)_len = sizeof nv_$(subst .,_,$*) - 1;'; } | \
	  $(CC) $(BASE) $(CFLAGS) -c -x c - -o $@

# Only these see the SDK: a UNO include in the core cannot compile.
$(OFFICE_OBJ): EXTRA := -DLINUX -isystem $(SDK) -I$(BUILD)/css
$(OFFICE_OBJ): | $(CSS)
$(BUILD)/plugin/sidebar/details.o: EXTRA += -DNV_VERSION='"$(VERSION)"'
$(BUILD)/plugin/sidebar/details.o: packaging/VERSION
# The tables of all interfaces: the linker drops those that nobody implements.
$(BUILD)/css/css.o: $(BUILD)/css/css.c
	@echo "  CC   $<"
	@$(CC) $(BASE) $(EXTRA) $(CFLAGS) -ffunction-sections -fdata-sections -c $< -o $@
$(BUILD)/css/css.c: $(CSS)
$(CSS): $(BUILD)/cunomaker plugin/uno/types.list
	@mkdir -p $(@D)
	@echo "  UNO  $@"
	@$< --reader $(OFFICE)/sdk/bin/unoidl-read --types plugin/uno/types.list --out $(BUILD)/css \
	  $(OFFICE)/program/types.rdb $(OFFICE)/program/types/offapi.rdb
$(BUILD)/cunomaker: $(wildcard plugin/uno/cunomaker/*.c) $(BUILD)/plugin/base/buffer.o \
  $(BUILD)/plugin/base/error.o $(BUILD)/plugin/base/sentence.o $(BUILD)/plugin/base/arena.o \
  $(wildcard plugin/uno/cunomaker/*.h) | $(DEPS)/.done
	@echo "  LD   $@"
	@$(CC) $(BASE) $(CFLAGS) -MF $@.d $(filter-out %.h,$^) -o $@

# A style of ours with what it shares with others; xmllint says what is wrong.
$(BUILD)/styles/%.csl: plugin/note/styles/%.csl $(wildcard plugin/note/styles/shared/*.xml)
	@mkdir -p $(@D)
	@echo "  CSL  $<"
	@xmllint --nonet --xinclude --noxincludenode --nofixup-base-uris $< -o $@.new && mv $@.new $@
$(BUILD)/published/.done: packaging/styles.list | $(DEPS)/.done
	@[ -d $(CSL)/styles ] || packaging/deps
	@echo "  CSL  $(@D)"
	@rm -rf $(@D) && mkdir -p $(@D)
	@sed -n 's|^[^#].*|$(CSL)/styles/&.csl|p' $< | xargs cp -t $(@D)
	@touch $@
$(BUILD)/locales/.done: | $(DEPS)/.done
	@[ -d $(CSL)/locales ] || packaging/deps
	@echo "  CSL  $(@D)"
	@mkdir -p $(@D)
	@cp -t $(@D) $(CSL)/locales/locales-*.xml
	@touch $@

$(BUILD)/nv: $(NV_OBJ) $(TOOL_OBJ) $(CORE_OBJ) | $(STYLES)
	@echo "  LD   $@"
	@$(CC) $(CFLAGS) $^ -o $@ $(ARCHIVES) -lm
# The pack, and the index that nv pack writes beside it.
$(BUILD)/registry.xml.gz $(BUILD)/registry.idx &: $(BUILD)/nv $(wildcard registry/events/*.xml) registry/names.xml registry/statements.xml
	@echo "  PACK $(BUILD)/registry.xml.gz"
	@$(BUILD)/nv pack -o $(BUILD)/registry.xml.gz registry/events/*.xml registry/names.xml registry/statements.xml

# One .so, everything but the office's own libraries inside and hidden; old
# symbol versions, so that it loads on every Linux LibreOffice still met.
$(BUILD)/noteverbale.uno.so: $(CORE_OBJ) $(PLAIN_OBJ) $(OFFICE_OBJ) packaging/glibc.c packaging/exports.map
	@echo "  LD   $@"
	@$(CC) $(CFLAGS) -std=gnu11 -fPIC -fno-builtin -c packaging/glibc.c -o $(BUILD)/glibc.o
	@$(CC) $(CFLAGS) -shared $(CORE_OBJ) $(PLAIN_OBJ) $(OFFICE_OBJ) $(BUILD)/glibc.o $(ARCHIVES) -o $@ \
	  $$(sed -nE 's/^(OLDEST\([^,]*,|KERNEL\()([a-z0-9_]*),.*/-Wl,--wrap=\2/p' packaging/glibc.c) \
	  -Wl,--version-script=packaging/exports.map,--exclude-libs=ALL,--gc-sections,-Bsymbolic,-z,defs,-z,relro,-z,now \
	  -L$(OFFICE)/sdk/lib -luno_cppu -luno_sal -lm
$(BUILD)/noteverbale.oxt: $(BUILD)/noteverbale.uno.so $(BUILD)/registry.xml.gz $(BUILD)/registry.idx $(STYLES) packaging/oxt \
  $(shell find packaging dialogs -type f) LICENSE
	@echo "  ZIP  $@"
	@packaging/oxt $(BUILD) $(PLATFORM) $(VERSION)

run: deps
	@$(MAKE) -s oxt $(BUILD)/nv
	@packaging/run
test: deps
	@$(MAKE) -s check-run office-run
	@tests/run --summary $(BUILD)
check: deps
	@$(MAKE) -s check-run
	@tests/run --summary $(BUILD)
office: deps
	@$(MAKE) -s office-run
	@tests/run --summary $(BUILD)
include tests/tests.mk

format:
	@clang-format -i $$(git ls-files '*.c' '*.h')
clean:
	@rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
