# SPDX-License-Identifier: MPL-2.0
# make essays   one essay of forty notes in six styles and three languages, for
#               people to read: build/essays/*.pdf
.PHONY: essays
essays: $(BUILD)/nv $(BUILD)/registry.xml.gz
	@BUILD=$(BUILD) tests/note/essay.py
