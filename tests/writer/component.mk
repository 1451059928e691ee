# SPDX-License-Identifier: MPL-2.0
# The extension that lets tests and bench call the writer room in a running
# office. Calls of the binding go through the component's own first, which can
# make any one of them fail.
WRITER_TEST_SRC := $(wildcard tests/writer/*.c) tests/bench/bench.c
WRITER_TEST_OBJ := $(WRITER_TEST_SRC:%.c=$(BUILD)/%.o)
WRITER_TEST_WRAP := -Wl,--wrap=nv_uno_call,--wrap=nv_uno_query,--wrap=nv_uno_need
WRITER_ROOMS := $(CORE_OBJ) $(BUILD)/css/css.o \
  $(patsubst %.c,$(BUILD)/%.o,$(wildcard plugin/uno/*.c plugin/writer/*.c))

office-run bench round-trip soak: $(BUILD)/tests/writer.oxt

.PHONY: round-trip soak
round-trip: oxt
	@$(PYTHON) tests/writer/test_round_trip.py 100
soak: oxt
	@$(PYTHON) tests/writer/soak.py

$(WRITER_TEST_OBJ): EXTRA := -DLINUX -isystem $(SDK) -I$(BUILD)/css -Itests
$(WRITER_TEST_OBJ): | $(CSS) $(DEPS)/.done
$(BUILD)/tests/writer.oxt: $(WRITER_TEST_OBJ) $(WRITER_ROOMS) $(shell find tests/writer/oxt -type f)
	@echo "  ZIP  $@"
	@rm -rf $(BUILD)/tests/writer.stage $@
	@cp -R tests/writer/oxt $(BUILD)/tests/writer.stage
	@$(CC) $(CFLAGS) -shared $(WRITER_TEST_OBJ) $(WRITER_ROOMS) $(ARCHIVES) $(WRITER_TEST_WRAP) \
	  -Wl,--version-script=packaging/exports.map,--gc-sections,-Bsymbolic,-z,defs \
	  -L$(OFFICE)/sdk/lib -luno_cppu -luno_sal -lm -o $(BUILD)/tests/writer.stage/writer.uno.so
	@cd $(BUILD)/tests/writer.stage && zip -X -q -r ../writer.oxt .
