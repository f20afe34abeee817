package dev.hypergraph4j.samples.approval;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the program is told to do.
 *
 * @param command the command
 * @param words what comes after the command
 * @param orders the file with the orders; the budgets are beside it
 * @param database the file that all is kept in
 */
record Arguments(String command, List<String> words, Path orders, Path database) {
    static final String USAGE = """
            What shall be done?
              start                          take on what is new in the orders, and do what there is to do
              pending                        list the questions
              answer ORDER approve|reject    answer one, and go on
              status                         list the orders
            Options: --orders FILE, with budgets.csv beside it, and --db FILE""";

    static Arguments parse(Path home, List<String> arguments) {
        Path orders = home.resolve("orders.csv");
        Path database = home.resolve("target/approval.db");
        List<String> words = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--orders" -> orders = file(left);
                case "--db" -> database = file(left);
                default -> words.add(word);
            }
        }
        if (words.isEmpty()) {
            throw new ApprovalException(USAGE);
        }
        return new Arguments(words.get(0), words.subList(1, words.size()), orders, database);
    }

    private static Path file(Deque<String> left) {
        if (left.isEmpty()) {
            throw new ApprovalException(USAGE);
        }
        return Path.of(left.pop());
    }

    Path budgets() {
        return orders.resolveSibling("budgets.csv");
    }

    String word(int place) {
        if (place >= words.size()) {
            throw new ApprovalException(USAGE);
        }
        return words.get(place);
    }
}
