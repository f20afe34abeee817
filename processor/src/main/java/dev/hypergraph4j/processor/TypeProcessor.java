package dev.hypergraph4j.processor;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.internal.Lists;
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
    private final Rounds rounds;

    TypeProcessor(GraphReader reader, ProcessingEnvironment environment, Findings findings, Rounds rounds) {
        this.reader = reader;
        this.environment = environment;
        this.findings = findings;
        this.rounds = rounds;
    }

    /** @param isIncomplete whether it mentions types that do not exist, of which the compiler tells */
    void processGraph(TypeElement type, boolean isIncomplete) throws IOException {
        GraphDeclaration graph = reader.graph(type);
        Report report = new Report();
        graph.nodeClasses().stream()
                .filter(nodeClass -> nodeClass.name().equals(graph.type()))
                .filter(own -> graph.complete())
                .forEach(own -> NodeClassChecks.check(own, report));
        Wiring wiring = Wirer.wire(graph);
        boolean isSound = GraphChecks.check(wiring, report);
        findings.add(graph.type().simpleName(), report);
        GeneratedFile file = fileBeside(type);
        SkeletonWriter skeleton = new SkeletonWriter(wiring, file, rounds::haveBrought);
        boolean isRight = isSound && !report.hasErrors() && !hasFaultyNodes(wiring);
        if (refuseNamesTaken(skeleton.types(), type) || !isRight) {
            write(skeleton.write(), type);
        } else {
            write(new GraphWriter(wiring, file).write(), type);
        }
    }

    /** @param isIncomplete whether it mentions types that do not exist, of which the compiler tells */
    void processNodeClass(TypeElement type, boolean isIncomplete) throws IOException {
        if (isIncomplete) {
            return;
        }
        NodeClass nodeClass = reader.nodeClass(type);
        Report report = new Report();
        NodeClassChecks.check(nodeClass, report);
        findings.add(nodeClass.name().simpleName(), report);
        if (!refuseNamesTaken(List.of(NodesWriter.nameFor(nodeClass.name())), type)) {
            write(List.of(new NodesWriter(fileBeside(type)).write(nodeClass)), type);
        }
    }

    /**
     * Sees to it that the compiler goes another round, where {@code type} waits for types that nobody else can bring. In that round it gets what is
     * needed to tell of the missing types alone. It takes a file of no
     * use to bring that about; a compilation that succeeds has none.
     */
    void askForAnotherRound(TypeElement type) throws IOException {
        if (OtherProcessors.areNone() && rounds.askForAnother()) {
            write(List.of(fileBeside(type).ofNothing(ClassName.get(type), rounds::haveBrought)), type);
        }
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

    static Message cameTooLate(TypeElement type) {
        return Message.of(
                        "MissingTypes",
                        "%s was written before all types that it mentions were generated."
                                .formatted(type.getSimpleName()))
                .fix("mention only types that are there, or are generated, in the first round of processing");
    }

    private boolean refuseNamesTaken(List<ClassName> names, TypeElement origin) {
        List<String> taken = names.stream()
                .filter(name -> rounds.haveBrought(name.canonicalName()))
                .map(ClassName::simpleName)
                .toList();
        if (!taken.isEmpty()) {
            refuse(taken, taken.size() == 1 ? "exists" : "exist", origin);
        }
        return !taken.isEmpty();
    }

    private void refuse(List<String> taken, String exist, TypeElement origin) {
        String types = taken.size() == 1 ? "that type" : "these types";
        String sentence = "%s would be generated for %s, but %s already.";
        Message message = Message.of(
                        "NameCollision", sentence.formatted(Lists.enumerated(taken), origin.getSimpleName(), exist))
                .fix("rename %s, or %s".formatted(types, origin.getSimpleName()));
        findings.error(origin, message.text());
    }

    private void write(List<GeneratedType> generated, TypeElement origin) throws IOException {
        if (rounds.isLast()) {
            // Code that uses the types would not see them, and the compiler would warn of them.
            return;
        }
        for (GeneratedType next : generated) {
            rounds.wrote(next.qualifiedName());
            try (var writer = environment
                    .getFiler()
                    .createSourceFile(next.qualifiedName(), origin)
                    .openWriter()) {
                writer.write(next.text());
            } catch (FilerException faster) { // Another processor has written it in this round.
                refuse(List.of(next.simpleName()), "is generated", origin);
            }
        }
    }
}
