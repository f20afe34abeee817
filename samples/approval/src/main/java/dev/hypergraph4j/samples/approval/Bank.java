package dev.hypergraph4j.samples.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/**
 * A bank whose whole business is a CSV file of payments: message, order, supplier, account, amount. It knows the messages that it has seen: who tells it twice to
 * pay has it pay once.
 */
final class Bank {
    private final Ledger payments;

    Bank(Path file) {
        this.payments = new Ledger(file);
    }

    /**
     * Pays.
     *
     * @param message the id of the message that says so
     * @return whether it was paid now; {@code false} if that message was obeyed before
     */
    boolean pay(String message, Payment payment) throws IOException {
        return payments.add(
                message + ",",
                CSVFormat.RFC4180.format(
                        message, payment.order(), payment.supplier(), payment.account(), payment.amount()));
    }

    /** The orders that were paid for. */
    Set<String> paid() {
        try {
            return payments.lines().stream().map(line -> line.split(",", 3)[1]).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
