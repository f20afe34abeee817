package dev.hypergraph4j.processor;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.check.GraphChecks;
import dev.hypergraph4j.processor.check.NodeClassChecks;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.read.GraphReader;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.Wirer;
import dev.hypergraph4j.processor.wire.Wiring;
import dev.hypergraph4j.processor.write.GeneratedFile;
import dev.hypergraph4j.processor.write.GeneratedType;
import dev.hypergraph4j.processor.write.GraphWriter;
import dev.hypergraph4j.processor.write.NodesWriter;
import dev.hypergraph4j.processor.write.SkeletonWriter;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Takes one type through the stages: read, wire, check, write. */
final class TypeProcessor {
    private final GraphReader reader;
    private final ProcessingEnvironment environment;
    private final Findings findings;

    TypeProcessor(GraphReader reader, ProcessingEnvironment environment, Findings findings) {
        this.reader = reader;
        this.environment = environment;
        this.findings = findings;
    }

    void processGraph(TypeElement type) throws IOException {
        GraphDeclaration graph = reader.graph(type);
        Report report = new Report();
        graph.nodeClasses().stream()
                .filter(nodeClass -> nodeClass.name().equals(graph.type()))
                .filter(own -> graph.complete())
                .forEach(own -> NodeClassChecks.check(own, report));
        Wiring wiring = Wirer.wire(graph);
        GraphChecks.check(wiring, report);
        findings.add(graph.type().simpleName(), report);
        boolean isRight = graph.complete() && !report.hasErrors() && !hasFaultyNodes(wiring);
        GeneratedFile file = fileBeside(type);
        write(isRight ? new GraphWriter(wiring, file).write() : new SkeletonWriter(wiring, file).write(), type);
    }

    void processNodeClass(TypeElement type) throws IOException {
        NodeClass nodeClass = reader.nodeClass(type);
        Report report = new Report();
        NodeClassChecks.check(nodeClass, report);
        findings.add(nodeClass.name().simpleName(), report);
        write(List.of(new NodesWriter(fileBeside(type)).write(nodeClass)), type);
    }

    /** Faults of a library's methods are reported with the library, but the graphs that use it can't be written either. */
    private static boolean hasFaultyNodes(Wiring wiring) {
        return wiring.declared().stream()
                        .anyMatch(node -> !node.method().faults().isEmpty())
                || wiring.graph().nodeClasses().stream()
                        .anyMatch(nodeClass -> !nodeClass.unfitProviders().isEmpty());
    }

    private GeneratedFile fileBeside(TypeElement type) {
        Elements elements = environment.getElementUtils();
        boolean hasGeneratedAnnotation = elements.getTypeElement("javax.annotation.processing.Generated") != null;
        return new GeneratedFile(hasGeneratedAnnotation, new TypesAround(type, elements));
    }

    private void write(List<GeneratedType> generated, TypeElement origin) throws IOException {
        for (GeneratedType next : generated) {
            try (var writer = environment
                    .getFiler()
                    .createSourceFile(next.qualifiedName(), origin)
                    .openWriter()) {
                writer.write(next.text());
            } catch (FilerException exists) {
                findings.error(origin, exists(next, origin).text());
            }
        }
    }

    private static Message exists(GeneratedType generated, TypeElement origin) {
        return Message.of(
                        "NameCollision",
                        "%s is generated for %s, but there is a type of that name already."
                                .formatted(generated.simpleName(), origin.getSimpleName()))
                .fact("generated", generated.qualifiedName())
                .fix("rename that type, or " + origin.getSimpleName());
    }
}
