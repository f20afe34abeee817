package dev.hypergraph4j.samples.agent;

import dev.hypergraph4j.samples.agent.Wording.Kind;
import dev.hypergraph4j.samples.agent.Wording.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.units.indriya.unit.Units;

/**
 * What is to be computed: an expression of numbers or of quantities, which are numbers with units.
 *
 * @param parts the expression
 * @param target the unit of the result; {@code null} where it is a number
 */
record Problem(List<Part> parts, @Nullable String target) {

    /**
     * A number or sign of an expression.
     *
     * @param text how it is written
     * @param unit the unit that the number measures in; {@code null} without one
     */
    record Part(String text, @Nullable String unit) {
        @Override
        public String toString() {
            return unit == null ? text : text + " " + unit;
        }
    }

    /** Understands {@code question}. */
    static Problem of(String question) {
        Wording wording = Wording.of(question);
        if (wording.words().isEmpty()) {
            throw new NotUnderstoodException("I see nothing to compute.");
        }
        return new Reader(wording).problem();
    }

    /** The parts with units. */
    List<Part> quantities() {
        return parts.stream().filter(part -> part.unit() != null).toList();
    }

    /** The expression, with each part written as told. */
    String text(Function<Part, String> writing) {
        return parts.stream()
                .map(writing)
                .collect(Collectors.joining(" "))
                .replace("( ", "(")
                .replace(" )", ")")
                .replace("sqrt (", "sqrt(")
                .replaceAll("(^|[-+*/^(] ?)- ", "$1-");
    }

    /** Reads an expression by its grammar, and sees to it that numbers and quantities are not mixed up. */
    private static final class Reader {
        private final List<Word> words;
        private final @Nullable String wanted;
        private final List<Part> parts = new ArrayList<>();
        private int next;

        Reader(Wording wording) {
            this.words = wording.words();
            this.wanted = wording.target();
        }

        Problem problem() {
            boolean isQuantity = sum();
            if (next < words.size()) {
                throw new NotUnderstoodException(
                        "I do not know what to do with '" + words.get(next).text() + "'.");
            }
            if (!isQuantity && wanted != null) {
                throw new NotUnderstoodException("I do not know which unit is to be converted to '" + wanted + "'.");
            }
            if (parts.size() > 1 && parts.stream().anyMatch(Reader::isTemperature)) {
                throw new NotUnderstoodException("I convert temperatures, but do not compute with them.");
            }
            return new Problem(List.copyOf(parts), isQuantity ? target() : null);
        }

        /** Their zeros differ: a sum of them depends on the scale that it is computed on. */
        private static boolean isTemperature(Part part) {
            return part.unit() != null && UnitTable.unit(part.unit()).isCompatible(Units.KELVIN);
        }

        private String target() {
            return wanted != null
                    ? wanted
                    : parts.stream()
                            .map(Part::unit)
                            .filter(unit -> unit != null)
                            .findFirst()
                            .orElseThrow();
        }

        private boolean sum() {
            boolean isQuantity = product();
            while (isNext("+") || isNext("-")) {
                take();
                if (product() != isQuantity) {
                    throw new NotUnderstoodException("I can't add a number without a unit to one with a unit.");
                }
            }
            return isQuantity;
        }

        private boolean product() {
            boolean isQuantity = power();
            while (isNext("*") || isNext("/")) {
                boolean divides = isNext("/");
                take();
                boolean other = power();
                if (other && (isQuantity || divides)) {
                    throw new NotUnderstoodException("I can multiply and divide quantities by numbers only.");
                }
                isQuantity |= other;
            }
            return isQuantity;
        }

        private boolean power() {
            boolean isQuantity = factor();
            if (isNext("^")) {
                take();
                if (factor() | isQuantity) {
                    throw new NotUnderstoodException("I can raise numbers without units only.");
                }
            }
            return isQuantity;
        }

        private boolean factor() {
            if (isNext("-") && isNext(Kind.NUMBER, 1) && isNext(Kind.UNIT, 2)) {
                next++;
                return number("-");
            }
            if (isNext("-")) {
                take();
                return factor();
            }
            if (isNext("sqrt")) {
                return root();
            }
            if (isNext("(")) {
                take();
                boolean isQuantity = sum();
                close();
                return isQuantity;
            }
            return number("");
        }

        private boolean root() {
            take();
            boolean isOpen = isNext("(");
            if (!isOpen) {
                parts.add(new Part("(", null));
            }
            if (factor()) {
                throw new NotUnderstoodException("I can take roots of numbers without units only.");
            }
            if (!isOpen) {
                parts.add(new Part(")", null));
            }
            return false;
        }

        private void close() {
            if (!isNext(")")) {
                throw new NotUnderstoodException("A parenthesis is not closed.");
            }
            take();
        }

        /** A number, with the unit behind it. 5 feet 11 inches are one quantity, and so are -5 feet 11 inches. */
        private boolean number(String sign) {
            int from = parts.size();
            boolean isQuantity = single(sign);
            boolean isCompound = false;
            while (isQuantity && isNext(Kind.NUMBER, 0) && isNext(Kind.UNIT, 1)) {
                parts.add(new Part("+", null));
                single(sign);
                isCompound = true;
            }
            if (isCompound && (from > 0 || next < words.size())) {
                parts.add(from, new Part("(", null));
                parts.add(new Part(")", null));
            }
            return isQuantity;
        }

        private boolean single(String sign) {
            if (!isNext(Kind.NUMBER, 0)) {
                throw new NotUnderstoodException(
                        next < words.size()
                                ? "I miss a number before '" + words.get(next).text() + "'."
                                : "I miss a number at the end.");
            }
            String number = words.get(next++).text();
            String unit = isNext(Kind.UNIT, 0) ? words.get(next++).text() : null;
            parts.add(new Part(sign + number, unit));
            return unit != null;
        }

        private boolean isNext(String sign) {
            return isNext(Kind.SIGN, 0) && words.get(next).text().equals(sign);
        }

        private boolean isNext(Kind kind, int ahead) {
            return next + ahead < words.size() && words.get(next + ahead).kind() == kind;
        }

        private void take() {
            parts.add(new Part(words.get(next++).text(), null));
        }
    }
}
