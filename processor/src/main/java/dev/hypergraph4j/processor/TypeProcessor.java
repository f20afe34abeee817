package dev.hypergraph4j.processor;

import com.palantir.javapoet.JavaFile;
import dev.hypergraph4j.processor.check.GraphChecks;
import dev.hypergraph4j.processor.check.NodeClassChecks;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.read.GraphReader;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.Wirer;
import dev.hypergraph4j.processor.wire.Wiring;
import dev.hypergraph4j.processor.write.GeneratedFile;
import dev.hypergraph4j.processor.write.GraphWriter;
import dev.hypergraph4j.processor.write.NodesWriter;
import dev.hypergraph4j.processor.write.SkeletonWriter;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Takes one type through the stages: read, wire, check, write. */
final class TypeProcessor {
    private final GraphReader reader;
    private final GeneratedFile file;
    private final Filer filer;
    private final Findings findings;

    TypeProcessor(GraphReader reader, GeneratedFile file, Filer filer, Findings findings) {
        this.reader = reader;
        this.file = file;
        this.filer = filer;
        this.findings = findings;
    }

    void processGraph(TypeElement type) {
        findings.guard(type, () -> {
            GraphDeclaration graph = reader.graph(type);
            Report report = new Report();
            graph.nodeClasses().stream()
                    .filter(nodeClass -> nodeClass.name().equals(graph.type()))
                    .filter(own -> graph.complete())
                    .forEach(own -> NodeClassChecks.check(own, report));
            Wiring wiring = Wirer.wire(graph);
            boolean isRight = GraphChecks.check(wiring, report);
            findings.add(graph.type().simpleName(), report);
            write(isRight ? new GraphWriter(wiring, file).write() : new SkeletonWriter(wiring, file).write(), type);
        });
    }

    void processNodeClass(TypeElement type) {
        findings.guard(type, () -> {
            NodeClass nodeClass = reader.nodeClass(type);
            Report report = new Report();
            NodeClassChecks.check(nodeClass, report);
            findings.add(nodeClass.name().simpleName(), report);
            write(List.of(new NodesWriter(file).write(nodeClass)), type);
        });
    }

    private void write(List<JavaFile> files, TypeElement origin) throws IOException {
        for (JavaFile javaFile : files) {
            String name = javaFile.packageName().isEmpty()
                    ? javaFile.typeSpec().name()
                    : javaFile.packageName() + "." + javaFile.typeSpec().name();
            try (var writer = filer.createSourceFile(name, origin).openWriter()) {
                javaFile.writeTo(writer);
            }
        }
    }
}
