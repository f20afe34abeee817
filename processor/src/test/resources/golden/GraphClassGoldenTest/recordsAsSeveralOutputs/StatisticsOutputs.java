package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code statistics} gives; see {@link StatisticsGraph}.
 *
 * @param report from {@code Statistics.report}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record StatisticsOutputs(String report) {
    /** Checks that nothing is {@code null}. */
    public StatisticsOutputs {
        Objects.requireNonNull(report, "report");
    }
}
