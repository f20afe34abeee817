package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.SourcePosition;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDEs and build tools wrap javac's environment, and the syntax trees are then out of reach. */
class WrappedEnvironmentTest {
    private static final String GRAPH =
            "package p; @Graph(nodes = {lib.Lib.class, A.class}) class X {}\nclass A {\n@Node void second() {}\n@Node void first() {} }";

    @TempDir
    private Path classes;

    @Test
    void whatOnlyTreesTellIsLeftOut() {
        Reading.of("package lib; public class Lib { @Node(outputName = \"a\") public int a(int x) { return x; } }")
                .compileInto(classes, "-g:none");
        List<Diagnostic<? extends JavaFileObject>> shown = Reading.of(GRAPH)
                .classes(classes)
                .firstRound((reader, environment, round) -> {
                    GraphDeclaration graph =
                            new GraphReader(wrapped(environment)).graph(Reading.type(environment, "p.X"));
                    assertThat(graph.nodeClasses())
                            .extracting(NodeClass::origin)
                            .containsExactly(Origin.SOURCE, Origin.NAMELESS_CLASS_FILE, Origin.SOURCE);
                    List<NodeMethod> methods = graph.nodeClasses().get(2).methods();
                    assertThat(methods).extracting(NodeMethod::method).containsExactly("second", "first");
                    assertThat(methods).extracting(NodeMethod::hash).containsOnly("");
                    assertThat(methods).extracting(NodeMethod::position).containsOnly(SourcePosition.UNKNOWN);
                    assertThat(methods.get(0).site()).isLessThan(methods.get(1).site());
                    ((JavacSite) methods.get(1).site()).print(environment.getMessager(), Diagnostic.Kind.NOTE, "here");
                });
        assertThat(shown).extracting(Diagnostic::getLineNumber).containsExactly(4L);
    }

    private static ProcessingEnvironment wrapped(ProcessingEnvironment environment) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                WrappedEnvironmentTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> method.invoke(environment, arguments));
    }
}
