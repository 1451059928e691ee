# SPDX-License-Identifier: MPL-2.0
# Registries of any size, and how long they take beside their peers: README.md
# says what is measured. What is made stays in $(BUILD)/bench, so that the next
# run is quick.

GENERATOR := $(wildcard tests/bench/generate.c tests/bench/generator/*.c)
GENERATOR_OBJ := $(GENERATOR:%.c=$(BUILD)/%.o)

$(GENERATOR_OBJ): EXTRA := -Itests/bench
$(GENERATOR_OBJ): | $(DEPS)/.done
$(BUILD)/tests/bench/generate: $(GENERATOR_OBJ) $(CORE_OBJ)
	@echo "  LD   $@"
	@$(CC) $(CFLAGS) $^ -o $@ $(ARCHIVES) -lm
check-run: $(BUILD)/tests/bench/generate # for test_generate.sh

# One program of measure.c and each engine, and one for Xapian that feed.c feeds;
# the peers only where their libraries are (tests/bench/deps).
ENGINE_OBJ := $(addprefix $(BUILD)/tests/bench/engines/,measure.o ours.o fts5.o feed.o texts.o typed.o)
PEER_TEXTS := $(addprefix $(BUILD)/tests/bench/engines/,texts.o typed.o)
$(ENGINE_OBJ): | $(DEPS)/.done
$(BUILD)/tests/bench/ours: $(BUILD)/tests/bench/engines/measure.o $(BUILD)/tests/bench/engines/ours.o $(CORE_OBJ)
	@echo "  LD   $@"
	@$(CC) $(CFLAGS) $^ -o $@ $(ARCHIVES) -lm
$(BUILD)/tests/bench/fts5: $(addprefix $(BUILD)/tests/bench/engines/,measure.o fts5.o) $(PEER_TEXTS) $(CORE_OBJ)
	@echo "  LD   $@"
	@$(CC) $(CFLAGS) $^ -o $@ $(ARCHIVES) -lsqlite3 -lm
$(BUILD)/tests/bench/feed: $(BUILD)/tests/bench/engines/feed.o $(PEER_TEXTS) $(CORE_OBJ)
	@echo "  LD   $@"
	@$(CC) $(CFLAGS) $^ -o $@ $(ARCHIVES) -lm
$(BUILD)/tests/bench/finding: tests/bench/finding.c $(CORE_OBJ)
	@echo "  CC   $<"
	@$(CC) $(BASE) -MF $@.d $(CFLAGS) $< $(CORE_OBJ) -o $@ $(ARCHIVES) -lm
$(BUILD)/tests/bench/xapian: tests/bench/engines/xapian.py $(BUILD)/tests/bench/feed
	@$(PYTHON) -c 'import xapian'
	@cp $< $@

# Without the largest registry's longest searches, fifteen minutes at most.
.PHONY: bench bench-large
bench: $(addprefix $(BUILD)/tests/bench/,generate ours finding citation) $(BUILD)/registry.xml.gz
	@tests/bench/deps
	@tests/bench/registry
	@tests/bench/citation
	@$(MAKE) -s oxt
	@tests/bench/run
	@tests/office/bench_keys.py
	@tests/bench/typing
bench-large: $(addprefix $(BUILD)/tests/bench/,generate ours finding) $(BUILD)/registry.xml.gz
	@tests/bench/deps
	@tests/bench/registry --large
