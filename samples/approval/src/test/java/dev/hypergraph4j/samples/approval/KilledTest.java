package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program for real, as kill -9 does, while it works. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Fails instead of hanging.
class KilledTest {
    private static final List<String> PAID = List.of(
            "order-1001",
            "order-1002",
            "order-1003",
            "order-1004",
            "order-1005",
            "order-1006",
            "order-1007",
            "order-1010");

    @TempDir
    Path folder;

    @Test
    void everyApprovedOrderIsPaidOnceHoweverOftenTheProgramIsKilled() throws IOException, InterruptedException {
        Killed program = new Killed(folder, 4711);

        program.run(6, 14, "start");
        program.run(1, 4, "answer", "order-1005", "approve");
        program.run(1, 4, "answer", "order-1007", "approve");
        program.run(1, 4, "answer", "order-1008", "reject");
        program.run(1, 4, "answer", "order-1010", "approve");
        List<String> status = program.run("status");

        assertThat(orders(read("payments.csv").map(line -> line.split(",", 3)[1])))
                .containsExactlyElementsOf(PAID);
        assertThat(read("notifications.txt")).hasSize(13).doesNotHaveDuplicates();
        Map<String, String> expected = new TreeMap<>();
        PAID.forEach(order -> expected.put(order, "paid"));
        Stream.of("order-1008", "order-1009", "order-1011", "order-1012", "order-1013")
                .forEach(order -> expected.put(order, "refused"));
        assertThat(statuses(status)).isEqualTo(expected);
        assertThat(program.kills()).as("kills").isGreaterThanOrEqualTo(6); // An answer may be done before it is killed.
    }

    private Stream<String> read(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream();
    }

    private static List<String> orders(Stream<String> orders) {
        return orders.sorted().toList();
    }

    /** What the table says, by order. */
    private static Map<String, String> statuses(List<String> lines) {
        Map<String, String> statuses = new TreeMap<>();
        lines.stream().filter(line -> !line.isEmpty()).forEach(line -> {
            String[] cells = line.split("(?<=\\.\\d\\d)  ", 2);
            statuses.put(line.substring(0, 10), cells[1].split(" ", 2)[0]);
        });
        return statuses;
    }
}
