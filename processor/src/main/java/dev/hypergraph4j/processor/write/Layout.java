package dev.hypergraph4j.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays JavaPoet's code out as people would: documentation of one line on one line, neighbouring fields without a gap, an empty body as {@code {}},
 * and of {@code java.lang} no more imports than are needed. It works on lines, which no string of the code spans.
 */
final class Layout {
    private static final int LONGEST_LINE = 120;
    private static final Pattern FIELD = Pattern.compile("( +(?:(?:public|private|static|final) )+)[^{]*;");
    private static final Pattern JAVA_LANG = Pattern.compile("import java\\.lang\\.(\\w+);");

    private final List<String> lines = new ArrayList<>();
    private final Predicate<String> isHidden;

    private Layout(Predicate<String> isHidden) {
        this.isHidden = isHidden;
    }

    /** @param isHidden tells of a simple name whether it means another type than that of {@code java.lang} */
    static String of(String code, Predicate<String> isHidden) {
        Layout layout = new Layout(isHidden);
        code.lines().forEach(layout::add);
        return String.join("\n", layout.lines) + "\n";
    }

    private void add(String line) {
        Matcher imported = JAVA_LANG.matcher(line);
        if (imported.matches() && !isHidden.test(imported.group(1))) {
            return;
        }
        if (line.isEmpty() && (lines.isEmpty() || last(0).isEmpty())) {
            return;
        }
        lines.add(line);
        joinDocumentation();
        joinFields();
        joinBody();
    }

    private void joinDocumentation() {
        if (lines.size() < 3
                || !last(0).strip().equals("*/")
                || !last(2).strip().equals("/**")) {
            return;
        }
        String text = last(1).strip().substring(1).strip();
        String joined = indentation(last(2)) + "/** " + text + " */";
        if (joined.length() <= LONGEST_LINE) {
            replaceLast(3, joined);
        }
    }

    private void joinFields() {
        if (lines.size() < 3 || !last(1).isEmpty()) {
            return;
        }
        Matcher second = FIELD.matcher(last(0));
        Matcher first = FIELD.matcher(last(2));
        if (second.matches() && first.matches() && first.group(1).equals(second.group(1))) {
            lines.remove(lines.size() - 2);
        }
    }

    private void joinBody() {
        if (lines.size() > 1 && last(0).strip().equals("}") && last(1).endsWith(") {")) {
            if (indentation(last(0)).equals(indentation(last(1)))) {
                replaceLast(2, last(1) + "}");
            }
        }
    }

    private String last(int back) {
        return lines.get(lines.size() - 1 - back);
    }

    private void replaceLast(int count, String line) {
        lines.subList(lines.size() - count, lines.size()).clear();
        lines.add(line);
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
