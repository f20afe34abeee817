package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code crawl} gives; see {@link CrawlGraph}.
 *
 * @param lines from {@code Crawl.split}
 * @param news from {@code Crawl.watch}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record CrawlOutputs(List<String> lines, List<Integer> news) {
    /** Checks that nothing is {@code null}. */
    public CrawlOutputs {
        Objects.requireNonNull(lines, "lines");
        Objects.requireNonNull(news, "news");
    }
}
