package dev.hypergraph4j.samples.approval;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads orders and budgets from CSV files whose first line names the columns. A line that can't be read is named in the error. */
final class Table {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Path file;

    private Table(Path file) {
        this.file = file;
    }

    static List<Order> orders(Path file) {
        return new Table(file)
                .read(row -> new Order(
                        Integer.parseInt(text(row, "number")),
                        text(row, "department"),
                        text(row, "supplier"),
                        text(row, "account"),
                        text(row, "item"),
                        amount(row, "amount")));
    }

    static Budgets budgets(Path file) {
        return new Budgets(new Table(file)
                .read(row -> new Budget(
                        text(row, "department"), text(row, "head"), amount(row, "free"), amount(row, "most"))));
    }

    private <T> List<T> read(Function<CSVRecord, T> row) {
        List<T> rows = new ArrayList<>();
        try (CSVParser lines = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (CSVRecord line : lines) {
                rows.add(read(line, lines.getCurrentLineNumber(), row));
            }
            return rows;
        } catch (IOException unreadable) {
            throw new ApprovalException(file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private <T> T read(CSVRecord line, long number, Function<CSVRecord, T> row) {
        try {
            return row.apply(line);
        } catch (IllegalArgumentException wrong) {
            throw new ApprovalException(
                    file + ":" + number + " is no line as the others: " + wrong.getMessage(), wrong);
        }
    }

    /** In one line: what is written on is written in lines. */
    private static String text(CSVRecord row, String column) {
        return row.get(column).strip().replaceAll("\\s+", " ");
    }

    private static BigDecimal amount(CSVRecord row, String column) {
        try {
            return new BigDecimal(text(row, column));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'" + row.get(column) + "' is no " + column, noNumber);
        }
    }
}
