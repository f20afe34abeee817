package dev.hypergraph4j.processor;

import static com.google.testing.compile.Compiler.compiler;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Sources to be compiled in memory with the processor, as strictly as any user may: {@code -Xlint:all -Werror}. Each source starts with its
 * package, if it has one, and is named after its first type; our annotations, our runtime, collections and concurrency are imported.
 *
 * <p>Immutable: each method gives another compilation.
 */
public final class TestCompilation {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TYPE = Pattern.compile(
            "^[^/*]*?\\b(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final String IMPORTS = "import dev.hypergraph4j.*; import dev.hypergraph4j.runtime.*;"
            + " import java.util.*; import java.util.concurrent.*; import org.jspecify.annotations.Nullable;";

    private final JavaCompiler compiler;
    private final List<String> sources;
    private final List<Processor> processors;
    private final List<String> options;
    private final List<File> classPath;

    private TestCompilation(
            JavaCompiler compiler,
            List<String> sources,
            List<Processor> processors,
            List<String> options,
            List<File> classPath) {
        this.compiler = compiler;
        this.sources = sources;
        this.processors = processors;
        this.options = options;
        this.classPath = classPath;
    }

    /** A compilation of {@code sources}. */
    public static TestCompilation of(String... sources) {
        return new TestCompilation(
                ToolProvider.getSystemJavaCompiler(),
                List.of(sources),
                List.of(),
                List.of("-Xlint:all", "-Werror"),
                ClassPath.ofUsers());
    }

    /** The same with another compiler than javac. */
    public TestCompilation by(JavaCompiler other) {
        return new TestCompilation(other, sources, processors, options, classPath);
    }

    /** The same with more sources. */
    public TestCompilation and(String... more) {
        return new TestCompilation(compiler, plus(sources, List.of(more)), processors, options, classPath);
    }

    /** The same with another processor beside ours, before it. */
    public TestCompilation beside(Processor... others) {
        return new TestCompilation(compiler, sources, plus(processors, List.of(others)), options, classPath);
    }

    /** The same with these options of the compiler and no others. */
    public TestCompilation withOptions(String... only) {
        return new TestCompilation(compiler, sources, processors, List.of(only), classPath);
    }

    /** The same with jars or folders on the class path, behind our own. */
    public TestCompilation using(Path... libraries) {
        List<File> files = Stream.of(libraries).map(Path::toFile).toList();
        return new TestCompilation(compiler, sources, processors, options, plus(classPath, files));
    }

    /** The same with a class path that has nothing but {@code only}. */
    public TestCompilation withClassPath(List<File> only) {
        return new TestCompilation(compiler, sources, processors, options, only);
    }

    /** Compiles. */
    public TestResult compile() {
        return compile(new HypergraphProcessor());
    }

    /** Compiles with {@code ours} in the place of our processor. */
    public TestResult compile(Processor ours) {
        List<Processor> all = new ArrayList<>(processors);
        all.add(ours);
        Compilation compilation = compiler(compiler)
                .withProcessors(all)
                .withOptions(options)
                .withClasspath(classPath)
                .compile(sources.stream().map(TestCompilation::file).toList());
        return new TestResult(compilation, classPath);
    }

    /** Compiles without a complaint, and gives the value of a Java expression that stands in the package of the first source. */
    public Object evaluate(String expression) {
        Matcher declared = PACKAGE.matcher(sources.get(0));
        String packageName = declared.find() ? declared.group(1) : "";
        String evaluation = """
                public class Evaluation {
                    public static Object value() throws Throwable {
                        return %s;
                    }
                }
                """.formatted(expression);
        String prefix = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
        TestResult result = and(prefix + evaluation).compile();
        result.succeedsInSilence();
        return result.call(packageName.isEmpty() ? "Evaluation" : packageName + ".Evaluation", "value");
    }

    private static JavaFileObject file(String text) {
        Matcher packaged = PACKAGE.matcher(text);
        boolean isPackaged = packaged.find();
        Matcher type = TYPE.matcher(text);
        assertThat(type.find()).as("a type in\n%s", text).isTrue();
        String name = isPackaged ? packaged.group(1) + "." + type.group(1) : type.group(1);
        String imported = isPackaged ? packaged.replaceFirst("package $1; " + IMPORTS) : IMPORTS + text;
        return JavaFileObjects.forSourceString(name, imported);
    }

    private static <T> List<T> plus(List<T> list, List<? extends T> more) {
        List<T> all = new ArrayList<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }
}
