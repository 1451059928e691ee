# SPDX-License-Identifier: MPL-2.0
# Registries of any size, and how long they take beside their peers: README.md
# says what is measured. What is made stays in $(BUILD)/bench, so that the next
# run is quick.

GENERATOR := $(wildcard tests/bench/generate.c tests/bench/generator/*.c)
GENERATOR_OBJ := $(GENERATOR:%.c=$(BUILD)/%.o) \
  $(addprefix $(BUILD)/,$(addsuffix .o,plugin/base/arena plugin/base/buffer plugin/base/error \
  plugin/base/language registry/element registry/event registry/file registry/gunzip registry/trouble registry/xml))

$(GENERATOR_OBJ): EXTRA := -Itests/bench
$(GENERATOR:%.c=$(BUILD)/%.o): | $(DEPS)/.done
$(BUILD)/tests/bench/generate: $(GENERATOR_OBJ)
	@echo "  LD   $@"
	@$(CC) $(CFLAGS) $^ -o $@ $(ARCHIVES) -lm
