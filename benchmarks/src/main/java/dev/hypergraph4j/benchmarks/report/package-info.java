/** Runs measurements in rounds and puts them into Markdown tables, ready for {@code benchmarks/README.md}. Knows nothing of what is measured. */
package dev.hypergraph4j.benchmarks.report;
