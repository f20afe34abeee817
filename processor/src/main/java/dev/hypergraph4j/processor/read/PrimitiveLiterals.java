package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/** Texts as Java expressions of primitive types, which fit their boxes as well. */
final class PrimitiveLiterals {
    private PrimitiveLiterals() {}

    /** The expression; empty where the text is no value of that type. */
    static Optional<CodeBlock> code(String text, TypeKind type) {
        try {
            return switch (type) {
                case BOOLEAN ->
                    text.equals("true") || text.equals("false")
                            ? Optional.of(CodeBlock.of("$L", text))
                            : Optional.empty();
                case BYTE -> Optional.of(CodeBlock.of("(byte) $L", Byte.parseByte(text)));
                case SHORT -> Optional.of(CodeBlock.of("(short) $L", Short.parseShort(text)));
                case INT -> Optional.of(CodeBlock.of("$L", Integer.parseInt(text)));
                case LONG -> Optional.of(CodeBlock.of("$LL", Long.parseLong(text)));
                case FLOAT -> real(Float.parseFloat(text), text, "Float", "F");
                case DOUBLE -> real(Double.parseDouble(text), text, "Double", "");
                case CHAR ->
                    text.length() == 1 ? Optional.of(CodeBlock.of("'$L'", escaped(text.charAt(0)))) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<CodeBlock> real(Number value, String text, String box, String suffix) {
        double number = value.doubleValue();
        if (Double.isNaN(number)) {
            return Optional.of(CodeBlock.of("$L.NaN", box));
        }
        if (Double.isInfinite(number)) {
            // A number too large to be written is a mistake; only the word stands for infinity.
            return text.contains("Infinity")
                    ? Optional.of(CodeBlock.of("$L.$L_INFINITY", box, number > 0 ? "POSITIVE" : "NEGATIVE"))
                    : Optional.empty();
        }
        return Optional.of(CodeBlock.of("$L$L", value, suffix));
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrintable(character) ? String.valueOf(character) : "\\u%04x".formatted((int) character);
        };
    }

    private static boolean isPrintable(char character) {
        boolean isAscii = character >= ' ' && character <= '~';
        return isAscii || Character.isLetterOrDigit(character);
    }
}
