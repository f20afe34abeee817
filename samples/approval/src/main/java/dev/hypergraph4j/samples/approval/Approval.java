package dev.hypergraph4j.samples.approval;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes purchase orders from a file, asks people about the dear ones, and has the others paid. */
public final class Approval {
    private final PrintStream out;
    private final PrintStream err;

    Approval(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Does what the arguments say; without any, says what they may be. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("approval.home", ""));
        int status = new Approval(System.out, System.err).run(home, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs a command, whose files are in {@code home} unless the arguments say otherwise. */
    int run(Path home, String... arguments) {
        try {
            run(Arguments.parse(home, List.of(arguments)));
            return 0;
        } catch (ApprovalException | StoreException | IOException explained) {
            err.println(explained.getMessage());
            return 1;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void run(Arguments arguments) throws IOException, InterruptedException {
        Files.createDirectories(arguments.database().toAbsolutePath().getParent());
        Budgets budgets = Table.budgets(arguments.budgets());
        try (Desk desk = new Desk(arguments.database(), budgets, new Progress(out))) {
            switch (arguments.command()) {
                case "start" -> start(desk, Table.orders(arguments.orders()));
                case "answer" -> answer(desk, arguments.word(0), decision(arguments.word(1)));
                case "pending" -> desk.pending().forEach(question -> print(question, desk.question(question)));
                case "status" -> print(desk.standings());
                default -> throw new ApprovalException(Arguments.USAGE);
            }
        }
    }

    private void start(Desk desk, List<Order> orders) throws InterruptedException {
        for (Order order : orders) {
            try {
                if (desk.submit(order)) {
                    out.println(order.id() + "  is new");
                }
            } catch (ConflictException changed) {
                err.println(order.id() + " was another order when it was taken on, and stays what it was.");
            }
        }
        desk.work();
        print(desk.standings());
    }

    private void answer(Desk desk, String order, Decision decision) throws InterruptedException {
        Optional<AnswerReceipt> receipt = desk.answer(order, decision, System.getProperty("user.name"));
        if (receipt.isEmpty()) {
            throw new ApprovalException("Nobody has asked about " + order + ". The questions are listed by: pending");
        }
        if (!receipt.get().accepted()) {
            out.println(order + "  was answered before, by "
                    + receipt.get().question().answeredBy());
        }
        desk.work();
        print(desk.standings().stream()
                .filter(standing -> standing.order().id().equals(order))
                .toList());
    }

    private static Decision decision(String word) {
        return Arrays.stream(Decision.values())
                .filter(decision -> name(decision).equals(word))
                .findFirst()
                .orElseThrow(() -> new ApprovalException("'" + word + "' is no answer: approve or reject?"));
    }

    private static String name(Object decision) {
        return decision.toString().toLowerCase(Locale.ROOT);
    }

    private void print(PendingQuestion pending, Question<?> question) {
        out.println(pending.workflow() + "  " + question.prompt() + " "
                + question.options().stream().map(Approval::name).toList() + " " + question.evidence());
    }

    private void print(List<Standing> standings) {
        out.println();
        for (Standing standing : standings) {
            Order order = standing.order();
            out.println(String.format(
                            Locale.ROOT,
                            "%-11s %-8s %-20s %12s  %-10s %s",
                            order.id(),
                            order.department(),
                            order.item(),
                            order.amount(),
                            standing.status(),
                            standing.remark())
                    .stripTrailing());
        }
    }
}
