package dev.hypergraph4j.samples.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An English question, cut into the words that mean something.
 *
 * @param words numbers, names of units, operators, parentheses and {@code sqrt}, in their order
 * @param target the unit that the answer is wanted in; {@code null} where the question does not say
 */
record Wording(List<Word> words, @Nullable String target) {
    private static final String NUMBER = "\\d+(?:\\.\\d+)?|\\.\\d+";
    private static final String UNIT = UnitTable.names().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")(?![\\p{L}\\d/²³])"));
    private static final Pattern HOW_MANY = Pattern.compile("\\bhow (?:many|much)\\s+(" + UNIT + ")");
    private static final Pattern INTO = Pattern.compile("\\b(?:in|to|into|as)\\s+(" + UNIT + ")");
    private static final Pattern WORD = Pattern.compile("(?<number>" + NUMBER + ")|(?<unit>(?<![\\p{L}])" + UNIT
            + ")|(?<sign>[-+*/^()])|(?<word>[\\p{L}']+)|(?<other>\\S)");
    private static final Set<String> FILLERS = Set.of(
            "what",
            "what's",
            "whats",
            "is",
            "are",
            "how",
            "many",
            "much",
            "the",
            "an",
            "of",
            "please",
            "convert",
            "calculate",
            "compute",
            "tell",
            "me",
            "equal",
            "equals",
            "does",
            "do",
            "make",
            "in",
            "there",
            "result",
            "sum",
            "total",
            "a",
            "to",
            "degrees",
            "give",
            "far",
            "long",
            "heavy",
            "big",
            "fast",
            "hot",
            "cold");

    /** What a word is. */
    enum Kind {
        NUMBER,
        UNIT,
        SIGN
    }

    /** A word that means something. */
    record Word(Kind kind, String text) {}

    /** Cuts {@code question}. */
    static Wording of(String question) {
        String text = spelledOut(question);
        String target = null;
        for (Pattern wanted : List.of(HOW_MANY, INTO)) {
            Matcher matcher = wanted.matcher(text);
            if (target == null && matcher.find()) {
                target = matcher.group(1);
                text = text.substring(0, matcher.start()) + " " + text.substring(matcher.end());
            }
        }
        return new Wording(words(text), target);
    }

    /** In small letters, with signs for operators. */
    private static String spelledOut(String question) {
        return question.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[?!]|[.](?!\\d)", " ")
                .replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "")
                .replace('−', '-')
                .replace('÷', '/')
                .replaceAll("(?<=[\\d)])\\s*[x×]\\s*(?=[\\d(])", " * ")
                .replaceAll("(?<=\\d)\\s*in\\s+(?=(?:in|to|into|as)\\b)", " inches ")
                .replaceAll("\\bthe square root of\\b|\\bsquare root of\\b", " sqrt ")
                .replaceAll("\\bproduct of\\s+(" + NUMBER + ")\\s+and\\b", " $1 * ")
                .replaceAll("\\bquotient of\\s+(" + NUMBER + ")\\s+and\\b", " $1 / ")
                .replaceAll("\\bdifference (?:of|between)\\s+(" + NUMBER + ")\\s+and\\b", " $1 - ")
                .replaceAll("(" + NUMBER + ")\\s*(?:%|percent)\\s+of\\b", " $1 / 100 * ")
                .replaceAll("\\bdivided by\\b|\\bover\\b", " / ")
                .replaceAll("\\bmultiplied by\\b|\\btimes\\b", " * ")
                .replaceAll("\\bto the power of\\b", " ^ ")
                .replaceAll("\\bsquared\\b", " ^ 2 ")
                .replaceAll("\\bcubed\\b", " ^ 3 ")
                .replaceAll("\\bplus\\b|\\band\\b", " + ")
                .replaceAll("\\bminus\\b", " - ");
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.group("number") != null) {
                words.add(new Word(Kind.NUMBER, matcher.group()));
            } else if (matcher.group("unit") != null) {
                words.add(new Word(Kind.UNIT, matcher.group()));
            } else if (matcher.group("sign") != null || matcher.group().equals("sqrt")) {
                words.add(new Word(Kind.SIGN, matcher.group()));
            } else if (matcher.group("word") == null || !FILLERS.contains(matcher.group())) {
                throw new NotUnderstoodException("I do not understand '" + matcher.group() + "'.");
            }
        }
        return List.copyOf(words);
    }
}
