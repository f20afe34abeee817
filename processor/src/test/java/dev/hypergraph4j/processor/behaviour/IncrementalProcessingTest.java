package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.HypergraphProcessor;
import dev.hypergraph4j.processor.TestCompilation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What Gradle asks of processors that it lets work on changed files alone. */
class IncrementalProcessingTest {

    @Test
    void processorSaysThatItWorksInIsolation() throws IOException {
        String path = "/META-INF/gradle/incremental.annotation.processors";
        try (InputStream declared = HypergraphProcessor.class.getResourceAsStream(path)) {
            assertThat(declared).isNotNull();
            assertThat(new String(declared.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("dev.hypergraph4j.processor.HypergraphProcessor,isolating");
        }
    }

    @Test
    void eachFileHasTheOneTypeItWasGeneratedForAsItsOrigin() {
        Map<String, List<String>> origins = new TreeMap<>();
        TestCompilation.of("""
                        package p;

                        @Graph(nodes = Library.class)
                        class Right {}
                        """, """
                        package p;

                        class Library {
                            @Node(outputName = "x")
                            int x(int y) {
                                return y;
                            }
                        }
                        """, """
                        package p;

                        class Outer {
                            @Graph(nodes = Library.class, select = "nothing")
                            interface Wrong {}
                        }
                        """).compile(new Spy(origins));

        assertThat(origins)
                .isEqualTo(Map.of(
                        "p.RightGraph", List.of("p.Right"),
                        "p.RightInputs", List.of("p.Right"),
                        "p.RightOutputs", List.of("p.Right"),
                        "p.Library_Nodes", List.of("p.Library"),
                        "p.Outer_WrongGraph", List.of("p.Outer.Wrong"),
                        "p.Outer_WrongInputs", List.of("p.Outer.Wrong"),
                        "p.Outer_WrongOutputs", List.of("p.Outer.Wrong")));
    }

    /** Our processor, with an eye on what it tells the filer. */
    private static final class Spy extends AbstractProcessor {
        private final HypergraphProcessor ours = new HypergraphProcessor();
        private final Map<String, List<String>> origins;

        Spy(Map<String, List<String>> origins) {
            this.origins = origins;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Filer spied = wrapped(Filer.class, environment.getFiler(), (method, arguments) -> {
                if (method.equals("createSourceFile")) {
                    List<String> elements = Arrays.stream((Element[]) arguments[1])
                            .map(Element::toString)
                            .toList();
                    origins.put(arguments[0].toString(), elements);
                }
                return null;
            });
            ours.init(wrapped(
                    ProcessingEnvironment.class,
                    environment,
                    (method, arguments) -> method.equals("getFiler") ? spied : null));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return ours.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return ours.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            ours.process(annotations, round);
            return false;
        }

        private interface Answer {
            Object to(String method, Object[] arguments);
        }

        private static <T> T wrapped(Class<T> type, T delegate, Answer answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object answered = answer.to(method.getName(), arguments);
                        try {
                            return answered != null ? answered : method.invoke(delegate, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }));
        }
    }
}
