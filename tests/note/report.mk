# SPDX-License-Identifier: MPL-2.0
# make styles-report  what published styles lose of events (a few minutes): a
#                     summary on the screen, all of it in styles-report.txt
.PHONY: styles-report
styles-report: $(BUILD)/tests/note/styles_report | $(STYLES)
	@$< >$(BUILD)/styles-report.txt
	@tail -1 $(BUILD)/styles-report.txt
