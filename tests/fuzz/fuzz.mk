# SPDX-License-Identifier: MPL-2.0
# The fuzz targets, one of each tests/fuzz/*.c. With replay.c they are programs
# that `make check` and `make sanitize` run; with libFuzzer, what `make fuzz`
# runs, FUZZ_SECONDS each: `make fuzz FUZZ_TARGETS="query note"`.

FUZZ_SECONDS ?= 60
FUZZ_SRC := $(filter-out tests/fuzz/replay.c,$(wildcard tests/fuzz/*.c))
FUZZ_TARGETS ?= $(basename $(notdir $(FUZZ_SRC)))
FUZZ_REPLAY := $(FUZZ_SRC:%.c=$(BUILD)/%)
FUZZ_MAIN := $(BUILD)/tests/fuzz/replay.o
FUZZ_CHECKS := address,undefined -fno-sanitize-recover=undefined

$(BUILD)/tests/fuzz/replay.o: | $(DEPS)/.done
$(BUILD)/tests/fuzz/%: tests/fuzz/%.c $(CORE_OBJ) $(TOOL_OBJ) $(filter %.o,$(FUZZ_MAIN)) | $(STYLES)
	@mkdir -p $(@D)
	@echo "  CC   $<"
	@$(CC) $(BASE) -MF $@.d -Itests -DNV_BUILD='"$(BUILD)"' $(CFLAGS) $< $(FUZZ_MAIN) $(CORE_OBJ) $(TOOL_OBJ) -o $@ $(ARCHIVES) -lm

.PHONY: fuzz fuzz-build
fuzz:
	@command -v clang >/dev/null || { echo "make fuzz needs clang, which is not" \
	  "installed: sudo apt-get install clang" >&2; exit 1; }
	@$(MAKE) -s fuzz-build BUILD=$(BUILD)/fuzz CC=clang FUZZ_MAIN=-fsanitize=fuzzer \
	  CFLAGS='-O2 -g -fsanitize=fuzzer-no-link,$(FUZZ_CHECKS)'
	@tests/fuzz/run $(BUILD)/fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)
fuzz-build: $(FUZZ_TARGETS:%=$(BUILD)/tests/fuzz/%)
