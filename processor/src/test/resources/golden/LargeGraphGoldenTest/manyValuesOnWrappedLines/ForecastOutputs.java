package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code forecast} gives; see {@link ForecastGraph}.
 *
 * @param morning from {@code Forecast.forecast}
 * @param afternoon from {@code Forecast.forecast}
 * @param evening from {@code Forecast.forecast}
 * @param night from {@code Forecast.forecast}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record ForecastOutputs(String morning, String afternoon, String evening, String night) {
    /** Checks that nothing is {@code null}. */
    public ForecastOutputs {
        Objects.requireNonNull(morning, "morning");
        Objects.requireNonNull(afternoon, "afternoon");
        Objects.requireNonNull(evening, "evening");
        Objects.requireNonNull(night, "night");
    }
}
