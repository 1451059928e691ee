# SPDX-License-Identifier: MPL-2.0
# The citation processor beside citeproc-js and pandoc: citation.md says what is
# measured.
.PHONY: bench-citation
bench-citation: $(BUILD)/tests/bench/citation
	@tests/bench/deps
	@tests/bench/citation --large
