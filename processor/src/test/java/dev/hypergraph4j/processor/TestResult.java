package dev.hypergraph4j.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What came of a {@link TestCompilation}. */
public final class TestResult {
    private final Compilation compilation;
    private final List<File> classPath;

    TestResult(Compilation compilation, List<File> classPath) {
        this.compilation = compilation;
        this.classPath = classPath;
    }

    /** Asserts that the compilation succeeded, and that the compiler had nothing to say at all. */
    public TestResult succeedsInSilence() {
        assertThat(messages()).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        return this;
    }

    /** Everything the compiler said, in its order: {@code error Rag.java:14: [Hypergraph/UnknownInput] ...}. */
    public List<String> messages() {
        return compilation.diagnostics().stream().map(TestResult::shown).toList();
    }

    /** The first lines of the errors, in the compiler's order. */
    public List<String> errors() {
        return compilation.errors().stream()
                .map(TestResult::shown)
                .map(text -> text.lines().findFirst().orElse(""))
                .toList();
    }

    /** What was generated, by the qualified name of the type. */
    public Map<String, String> generatedSources() {
        Map<String, String> sources = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            String path = file.toUri().getPath().replaceFirst("^/?SOURCE_OUTPUT/", "");
            sources.put(path.replaceFirst("\\.java$", "").replace('/', '.'), text(file));
        }
        return sources;
    }

    /** The text of a generated type. */
    public String generated(String type) {
        Map<String, String> sources = generatedSources();
        assertThat(sources).containsKey(type);
        return sources.get(type);
    }

    /** The class files, by the binary name of the type. */
    public Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath().replaceFirst("^/?CLASS_OUTPUT/", "");
                classes.put(path.replaceFirst("\\.class$", "").replace('/', '.'), bytes(file));
            }
        }
        return classes;
    }

    /** Writes the class files into a jar. */
    public Path intoJar(Path jar) {
        return intoJar(jar, type -> true);
    }

    /** Writes the class files of types whose binary names are {@code wanted} into a jar. */
    public Path intoJar(Path jar, Predicate<String> wanted) {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> type : classes().entrySet()) {
                if (!wanted.test(type.getKey())) {
                    continue;
                }
                entries.putNextEntry(new JarEntry(type.getKey().replace('.', '/') + ".class"));
                entries.write(type.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return jar;
    }

    /** Calls a public static method without parameters, and gives what it returned. */
    public Object call(String type, String method) {
        try {
            Method called =
                    new MemoryClassLoader(classes(), classPath).loadClass(type).getMethod(method);
            called.setAccessible(true);
            return called.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw sneaky(thrown.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    private static String shown(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        JavaFileObject file = diagnostic.getSource();
        String path = file == null ? "" : file.getName();
        String place = path.isEmpty()
                ? ""
                : " " + path.substring(path.lastIndexOf('/') + 1) + ":" + diagnostic.getLineNumber();
        return kind + place + ": " + diagnostic.getMessage(null);
    }

    private static String text(JavaFileObject file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
