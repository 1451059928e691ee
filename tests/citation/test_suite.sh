#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# The official test suite of CSL: what passes, and that those of
# suite-failures.txt are the only ones that do not.
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
SUITE=${SUITE:-../shared/csl-suite}
rule="the official suite passes but for the tests of suite-failures.txt"

if [ ! -d "$SUITE" ]; then
    echo "skip - $rule: there is no folder $SUITE"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
printed=$("$BUILD/nv" csl --known tests/citation/suite-failures.txt "$SUITE" 2>&1)
if [ $? = 0 ]; then
    echo "# $(echo "$printed" | tail -n 1)"
    echo "ok - $rule"
    echo "1 passed, 0 failed"
else
    echo "$printed" | grep -v '^ok - \|^known - '
    echo "not ok - $rule: see the lines above"
    echo "0 passed, 1 failed"
    exit 1
fi
