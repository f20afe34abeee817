package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code weather} gives; see {@link WeatherGraph}.
 *
 * @param colour from {@code Weather.sky}
 * @param report from {@code Weather.report}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record WeatherOutputs(String colour, String report) {
    /** Checks that nothing is {@code null}. */
    public WeatherOutputs {
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(report, "report");
    }
}
