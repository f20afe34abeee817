/**
 * Findings on their way to the user: rules add them to a {@link dev.hypergraph4j.processor.report.Report}, which sorts them as the source does,
 * drops what was silenced, and cuts a flood. Nothing here knows the compiler.
 */
@NullMarked
package dev.hypergraph4j.processor.report;

import org.jspecify.annotations.NullMarked;
