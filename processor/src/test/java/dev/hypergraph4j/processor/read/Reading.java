package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.HypergraphProcessor;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Reads sources inside a compiler, and hands what was read to the test while the compiler is still there. */
final class Reading {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum|@interface) (\\w+)");
    private static final String IMPORTS =
            "import dev.hypergraph4j.*; import java.util.*; import java.util.concurrent.*; ";

    /** What a test does in a round of processing. */
    interface Round {
        void run(GraphReader reader, ProcessingEnvironment environment, RoundEnvironment round) throws Exception;
    }

    private final JavaCompiler compiler;
    private final List<JavaFileObject> sources;
    private final List<String> options = new ArrayList<>();
    private final List<Processor> others = new ArrayList<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private String classPath = System.getProperty("java.class.path");

    private Reading(JavaCompiler compiler, List<JavaFileObject> sources) {
        this.compiler = compiler;
        this.sources = sources;
    }

    /** Sources for javac, each starting with its package; the annotations and collections are imported. */
    static Reading of(String... sources) {
        return new Reading(
                ToolProvider.getSystemJavaCompiler(),
                Stream.of(sources).map(Reading::file).toList());
    }

    /** Sources for ECJ, which wants them as files in a folder. */
    static Reading withEcj(Path folder, String... sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            JavaFileObject file = file(source);
            Path path = folder.resolve(file.toUri().getPath().substring(1));
            Files.createDirectories(path.getParent());
            files.add(Files.writeString(path, file.getCharContent(true)));
        }
        JavaCompiler compiler = new EclipseCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        compiler.getStandardFileManager(null, null, null)
                .getJavaFileObjectsFromPaths(files)
                .forEach(units::add);
        Reading reading = new Reading(compiler, units);
        reading.options.addAll(List.of("--release", "17"));
        return reading;
    }

    /** Adds a folder of class files. */
    Reading classes(Path folder) {
        classPath = folder + System.getProperty("path.separator") + classPath;
        return this;
    }

    /** Adds another processor, which runs before the test's and writes into a folder. */
    Reading processor(Processor other, Path folder) {
        others.add(other);
        options.addAll(List.of("-d", folder.toString(), "-s", folder.toString()));
        return this;
    }

    /** Asserts something of a graph. */
    void graph(String type, Consumer<GraphDeclaration> assertions) {
        firstRound((reader, environment, round) -> assertions.accept(reader.graph(type(environment, type))));
    }

    /** Asserts something of a node class. */
    void nodeClass(String type, Consumer<NodeClass> assertions) {
        firstRound((reader, environment, round) -> assertions.accept(reader.nodeClass(type(environment, type))));
    }

    /** Asserts something of the node methods of a class. */
    void methods(String type, Consumer<List<NodeMethod>> assertions) {
        nodeClass(type, nodeClass -> assertions.accept(nodeClass.methods()));
    }

    /** Asserts something of the only node method of {@code p.X}. */
    void method(Consumer<NodeMethod> assertions) {
        methods("p.X", methods -> {
            assertThat(methods).hasSize(1);
            assertions.accept(methods.get(0));
        });
    }

    /** Does something in the first round. */
    List<Diagnostic<? extends JavaFileObject>> firstRound(Round first) {
        boolean[] done = {false};
        List<Diagnostic<? extends JavaFileObject>> shown = rounds((reader, environment, round) -> {
            if (!done[0]) {
                done[0] = true;
                first.run(reader, environment, round);
            }
        });
        assertThat(done[0]).as("a round was run: " + shown).isTrue();
        return shown;
    }

    /** Does something in each round, and returns what the compiler had to say. */
    List<Diagnostic<? extends JavaFileObject>> rounds(Round each) {
        List<Throwable> failures = new ArrayList<>();
        List<Processor> processors = new ArrayList<>(others);
        processors.add(new RoundProcessor(each, failures));
        options.addAll(List.of("-classpath", classPath, "-proc:only"));
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
        JavaCompiler.CompilationTask task =
                compiler.getTask(new StringWriter(), files, diagnostics, options, null, sources);
        task.setProcessors(processors);
        task.call();
        if (!failures.isEmpty()) {
            throw sneaky(failures.get(0));
        }
        return diagnostics.getDiagnostics();
    }

    /** Compiles the sources into {@code folder} without processors. */
    void compileInto(Path folder, String... moreOptions) {
        options.add("-proc:none");
        compile(folder, List.of(moreOptions), List.of());
    }

    /** Compiles the sources into {@code folder} with the processor, and without the names of parameters in the class files. */
    void processInto(Path folder) {
        compile(folder, List.of("-g:none"), List.of(new HypergraphProcessor()));
    }

    private void compile(Path folder, List<String> moreOptions, List<Processor> processors) {
        options.addAll(List.of("-classpath", classPath, "-d", folder.toString()));
        options.addAll(moreOptions);
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
        JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, options, null, sources);
        if (!processors.isEmpty()) {
            task.setProcessors(processors);
        }
        assertThat(task.call()).as(diagnostics.getDiagnostics().toString()).isTrue();
    }

    static TypeElement type(ProcessingEnvironment environment, String name) {
        TypeElement type = environment.getElementUtils().getTypeElement(name);
        assertThat(type).as(name).isNotNull();
        return type;
    }

    /** A source file of that text, whose name follows from its package and first type. */
    static JavaFileObject file(String text) {
        Matcher packageName = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        assertThat(packageName.find() && type.find()).as(text).isTrue();
        String path = packageName.group(1).replace('.', '/') + "/" + type.group(1) + ".java";
        String imported = packageName.replaceFirst("package $1; " + IMPORTS);
        return new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return imported;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    private static final class RoundProcessor extends AbstractProcessor {
        private final Round each;
        private final List<Throwable> failures;

        RoundProcessor(Round each, List<Throwable> failures) {
            this.each = each;
            this.failures = failures;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        @SuppressWarnings("CatchThrowable")
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            try {
                each.run(new GraphReader(processingEnv), processingEnv, round);
            } catch (Throwable failure) {
                failures.add(failure);
            }
            return false;
        }
    }
}
