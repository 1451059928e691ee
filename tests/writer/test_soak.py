#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""A short run of soak.py with seeds that stay, and a rule for each fault that a
longer one found."""
from room import office
import rules
import soak

SEEDS, ACTS = (1941, 1991), 75


for seed in SEEDS:
    rules.rule("after each of %d acts at random (seed %d) and a refresh all are "
               "right" % (ACTS, seed))(lambda seed=seed: soak.run(seed, ACTS))


if __name__ == "__main__":
    with office:
        rules.main()
