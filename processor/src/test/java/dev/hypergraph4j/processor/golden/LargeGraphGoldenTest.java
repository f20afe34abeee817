package dev.hypergraph4j.processor.golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is generated for graphs whose code would not fit into one method, or one line. */
class LargeGraphGoldenTest {
    @RegisterExtension
    final Golden golden = new Golden();

    @Test
    void seventyNodesInTwoPieces() {
        StringBuilder nodes = new StringBuilder();
        for (int i = 1; i <= 70; i++) {
            nodes.append("    @Node(outputName = \"v%d\") static int node%d(int v%d) { return v%d + 1; }\n"
                    .formatted(i, i, i - 1, i - 1));
        }
        golden.compare("package app;\n\n@Graph\npublic class Chain {\n" + nodes + "}\n");
    }

    @Test
    void manyValuesOnWrappedLines() {
        golden.compare("""
                package app;

                @Graph
                public class Forecast {
                    public record Outlook(String morning, String afternoon, String evening, String night) {}

                    @Node(outputName = {"morning", "afternoon", "evening", "night"})
                    static Outlook forecast(String station, double temperature, double pressure, double humidity,
                            Optional<String> windDirection, @Default("0.0") double windSpeed,
                            @Default("PT24H") java.time.Duration period, @Default("a \\"long\\" text") String remark) {
                        return new Outlook("", "", "", "");
                    }
                }
                """);
    }
}
