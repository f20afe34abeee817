package dev.hypergraph4j.samples.census;

/** How much there is of everything. */
record Totals(
        long modules, long packages, long classes, long sealedTypes, long methods, long instructions, long strings) {}
