# SPDX-License-Identifier: MPL-2.0
# How the tests are built and run. Each tests/ROOM/test_*.c is a cmocka program
# of its own, linked with all that needs no office; each tests/ROOM/test_*.py or
# .sh is run as it is; tests/office/ needs a running LibreOffice;
# tests/fuzz/fuzz.mk has the fuzz targets.

CHECK_SRC := $(wildcard $(foreach room,base registry citation note options own sidebar,tests/$(room)/test_*.c))
CHECK_BIN := $(CHECK_SRC:%.c=$(BUILD)/%)
CHECK_SCRIPTS := $(wildcard tests/*/test_*.py tests/*/test_*.sh)
include tests/fuzz/fuzz.mk
OFFICE_ALL := $(filter tests/office/% tests/uno/% tests/sidebar/% tests/writer/%,$(CHECK_SCRIPTS))
# Those that take minutes, or pass through every format: `make office-long`.
OFFICE_LONG := $(addprefix tests/writer/test_,bibliography.py convert.py hostile.py round_trip.py soak.py timeline.py) \
  tests/office/test_styles.py tests/sidebar/test_own.py
OFFICE_SCRIPTS := $(filter-out $(OFFICE_LONG),$(OFFICE_ALL))

$(BUILD)/tests/%: tests/%.c $(CORE_OBJ) $(TOOL_OBJ) $(PLAIN_OBJ) tests/check.h
	@mkdir -p $(@D)
	@echo "  CC   $<"
	@$(CC) $(BASE) -MF $@.d -Itests -DNV_BUILD='"$(BUILD)"' $(CFLAGS) $< $(CORE_OBJ) $(TOOL_OBJ) $(PLAIN_OBJ) -o $@ $(ARCHIVES) -lcmocka -lm

.PHONY: check-run office-run office-long
office-long: oxt $(BUILD)/nv $(BUILD)/tests/writer.oxt
	@tests/run --two $(BUILD)/results/office $(OFFICE_LONG)
	@tests/run --summary $(BUILD)
check-run: $(CHECK_BIN) $(FUZZ_REPLAY) $(BUILD)/nv oxt
	@tests/run --two $(BUILD)/results/check $(CHECK_BIN) $(FUZZ_REPLAY) $(filter-out $(OFFICE_ALL),$(CHECK_SCRIPTS))
office-run: oxt $(BUILD)/nv
	@tests/run --two $(BUILD)/results/office $(OFFICE_SCRIPTS)

sanitize:
	@$(MAKE) -s sanitize-run BUILD=$(BUILD)/sanitize \
	  CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover'
	@tests/run --summary $(BUILD)/sanitize
.PHONY: sanitize-run
# The command line and the maker of the binding, too: whatever is not inside the
# office.
sanitize-run: $(CHECK_BIN) $(FUZZ_REPLAY) $(BUILD)/nv $(BUILD)/registry.xml.gz $(CSS)
	@tests/run $(BUILD)/results/check $(CHECK_BIN) $(FUZZ_REPLAY) tests/registry/test_nv.sh
valgrind: oxt
	@tests/office/valgrind
# The list has a line "NAME: reason" for each test that is known to fail; one
# that passes all the same has to leave it.
SUITE ?= ../shared/csl-suite
.PHONY: csl-suite
csl-suite: $(BUILD)/nv
	@$(BUILD)/nv csl --verbose --known tests/citation/suite-failures.txt $(SUITE)
pictures: oxt
	@packaging/run --pictures
	@tests/sidebar/pictures.py
include tests/bench/bench.mk
include tests/note/essays.mk
include tests/note/report.mk
include tests/writer/component.mk
include tests/bench/citation.mk
