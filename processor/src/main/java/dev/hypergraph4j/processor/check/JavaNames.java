package dev.hypergraph4j.processor.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which names can become names in generated code. */
final class JavaNames {
    /** The reserved words of Java; those that are reserved in places only ({@code record}, {@code yield}) are names of ours everywhere. */
    private static final Set<String> KEYWORDS = Set.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum extends false final"
                            + " finally float for goto if implements import instanceof int interface long native new null package private"
                            + " protected public return short static strictfp super switch synchronized this throw throws transient"
                            + " true try void volatile while")
                    .split(" "));

    private static final Set<String> FORBIDDEN_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final String END = "END";

    private JavaNames() {}

    /** Why {@code name} can't be the name of a node or a value, as the end of a sentence: {@code is a Java keyword}. */
    static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.contains("/") || name.contains(".")) {
            return Optional.of(
                    "contains '%s', which separates the parts of a path".formatted(name.contains("/") ? "/" : "."));
        }
        if (KEYWORDS.contains(name)) {
            return Optional.of("is a Java keyword");
        }
        if (!isIdentifier(name)) {
            return Optional.of("is no Java identifier");
        }
        return name.equals(END) ? Optional.of("is reserved") : Optional.empty();
    }

    /** Whether Java lets no record have a component of that name. */
    static boolean isForbiddenComponent(String name) {
        return FORBIDDEN_COMPONENTS.contains(name);
    }

    /** The name that was probably meant: {@code myDocs} for {@code my-docs}. */
    static Optional<String> mended(String name) {
        StringBuilder mended = new StringBuilder();
        boolean wordEnds = false;
        for (int character : name.codePoints().toArray()) {
            boolean first = mended.isEmpty();
            if (first ? Character.isJavaIdentifierStart(character) : Character.isJavaIdentifierPart(character)) {
                mended.appendCodePoint(wordEnds ? Character.toUpperCase(character) : character);
                wordEnds = false;
            } else {
                wordEnds = !first;
            }
        }
        return Optional.of(name.equals(END) ? name.toLowerCase(Locale.ROOT) : mended.toString())
                .filter(found -> problem(found).isEmpty());
    }

    private static boolean isIdentifier(String name) {
        return Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().skip(1).allMatch(Character::isJavaIdentifierPart);
    }
}
