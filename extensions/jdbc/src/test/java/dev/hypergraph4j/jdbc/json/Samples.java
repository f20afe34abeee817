package dev.hypergraph4j.jdbc.json;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types of values as users have them. */
final class Samples {
    private Samples() {}

    enum Color {
        RED,
        GREEN {
            @Override
            String hint() {
                return "go";
            }
        };

        String hint() {
            return "";
        }
    }

    record Line(String article, int count) {}

    record Order(
            UUID id,
            List<Line> lines,
            Optional<String> note,
            @Nullable LocalDate due,
            Map<Color, Long> counts) {}

    record Pair<A, B>(A left, B right) {}

    record Tree(String name, List<Tree> branches) {}

    record Empty() {}

    record Numbers(byte b, short s, int i, long l, float f, double d, char c, boolean z) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Arrays(int[] ints, String[][] grid, byte[] bytes) {}

    sealed interface Payment permits Cash, Card, Deferred, Currency {}

    record Cash(long cents) implements Payment {}

    record Card(String number, Duration valid) implements Payment {}

    sealed interface Deferred extends Payment permits Invoice, Instalments {}

    record Invoice(LocalDate due) implements Deferred {}

    record Instalments(List<Payment> parts) implements Deferred {}

    enum Currency implements Payment {
        EUR,
        USD {
            @Override
            public String toString() {
                return "dollar";
            }
        }
    }

    sealed interface Result<T> permits Ok, Failure {}

    record Ok<T>(T value) implements Result<T> {}

    record Failure<T>(String why, Set<T> seen) implements Result<T> {}

    // What can't be written

    record HoldsObject(List<Part> parts) {}

    record Part(String name, Object value) {}

    static final class Plain {
        int field = 1;
    }

    record HoldsPlain(Plain plain) {}

    interface Open {}

    record HoldsOpen(Map<String, Open> all) {}

    sealed interface Leaky permits LeakyOne {}

    static final class LeakyOne implements Leaky {}

    record Endless<T>(T value, @Nullable Endless<List<T>> next) {}

    record Picky(int positive) {
        Picky {
            if (positive < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    record Broken(String name) {
        @Override
        public String name() {
            throw new IllegalStateException("no name");
        }
    }

    record Grumpy(String name) {
        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("no equality");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("no hash");
        }
    }
}
