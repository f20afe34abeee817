package dev.hypergraph4j.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.hypergraph4j.processor.HypergraphProcessor;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Sources after javac and the processor went over them. The expected output is written as a user would read it: file and line, the first line of the
 * message, the line of source with a caret under the column, the rest of the message.
 */
public final class Compiled {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:@?\\w+ )*(?:class|interface|record|enum) (\\w+)");
    private static final Pattern PREFIX = Pattern.compile("\\[Hypergraph/\\w+] ");
    private static final int LONGEST_SENTENCE = 120;

    private final Compilation compilation;
    private final int header;

    private Compiled(Compilation compilation, int header) {
        this.compilation = compilation;
        this.header = header;
    }

    /** Compiles sources, each of which starts with its package and has one top-level type. */
    public static Compiled of(String... sources) {
        return Library.none().compile(sources);
    }

    /**
     * Compiles sources with a compiler that knows no processor yet.
     *
     * @param header how many lines at the start of a source do not count
     */
    static Compiled by(Compiler compiler, int header, String... sources) {
        Compilation compilation = compiler.withProcessors(new HypergraphProcessor())
                .compile(Stream.of(sources).map(Compiled::file).toList());
        return new Compiled(compilation, header);
    }

    /** Expects this output and nothing else. */
    public void prints(String expected) {
        assertThat(output()).isEqualTo(expected);
    }

    /** Expects no error and no warning. */
    public void printsNothing() {
        assertThat(output()).isEmpty();
    }

    /** All errors and warnings in the order in which they come. */
    public String output() {
        List<Diagnostic<? extends JavaFileObject>> shown = diagnostics();
        assertThat(shown)
                .extracting(diagnostic -> sentence(diagnostic))
                .allSatisfy(sentence -> assertThat(sentence).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
        return shown.stream()
                .map(this::shown)
                .flatMap(text -> Stream.concat(text.lines().map(String::stripTrailing), Stream.of("")))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** The errors and warnings. */
    public List<Diagnostic<? extends JavaFileObject>> diagnostics() {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
                .toList();
    }

    private static String sentence(Diagnostic<?> diagnostic) {
        String first = diagnostic.getMessage(null).lines().findFirst().orElse("");
        return PREFIX.matcher(first).replaceFirst("");
    }

    private String shown(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error: " : "warning: ";
        String text = diagnostic.getMessage(null);
        JavaFileObject file = diagnostic.getSource();
        if (file == null) {
            return kind + text;
        }
        String first = text.lines().findFirst().orElse("");
        String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
        String caret = " ".repeat((int) diagnostic.getColumnNumber() - 1) + "^";
        return name + ":" + (diagnostic.getLineNumber() - header) + ": " + kind + first + "\n"
                + line(file, diagnostic.getLineNumber()) + "\n"
                + caret + text.substring(first.length());
    }

    private static String line(JavaFileObject file, long number) {
        try {
            return file.getCharContent(true)
                    .toString()
                    .lines()
                    .skip(number - 1)
                    .findFirst()
                    .orElse("");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A source with the name that it says itself. */
    static JavaFileObject file(String source) {
        return JavaFileObjects.forSourceString(found(PACKAGE, source) + "." + found(TYPE, source), source);
    }

    private static String found(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).as("%s in %s", pattern, source).isTrue();
        return matcher.group(1);
    }
}
