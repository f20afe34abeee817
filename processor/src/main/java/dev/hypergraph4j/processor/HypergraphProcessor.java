package dev.hypergraph4j.processor;

import com.google.auto.service.AutoService;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.processor.read.GraphReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Turns types with {@link Graph} and classes with {@link Node} methods into code. Each goes through the stages by itself: a graph's file depends on
 * its own sources only, so Gradle may process files in isolation.
 *
 * <p>A type that mentions one which another processor has yet to generate waits for the next round.
 */
@AutoService(Processor.class)
public final class HypergraphProcessor extends AbstractProcessor {
    /** Types that wait for another round, by name: elements are good for one round. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** Said once, it makes everything else idle. */
    private boolean runtimeIsMissing;

    /** Ours, and the one that marks generated code: javac's lint complains of annotations in it that nobody claims. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.hypergraph4j.*", "javax.annotation.processing.Generated");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    // They are ours alone, and javac's lint complains of annotations that nobody claims.
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<TypeElement> types = typesOf(round);
        if (types.isEmpty() || runtimeIsMissing) {
            return true;
        }
        Findings findings = new Findings(processingEnv.getMessager());
        runtimeIsMissing = !RuntimeCheck.passes(types, processingEnv.getElementUtils(), findings);
        if (!runtimeIsMissing) {
            process(types, round.processingOver(), findings);
        }
        findings.print();
        return true;
    }

    private void process(List<TypeElement> types, boolean isLastRound, Findings findings) {
        GraphReader reader = new GraphReader(processingEnv);
        reader.expect(types.stream().filter(HypergraphProcessor::isGraph).toList());
        TypeProcessor stages = new TypeProcessor(reader, processingEnv, findings);
        for (TypeElement type : types) {
            findings.guard(type, () -> {
                if (!isLastRound && reader.needsAnotherRound(type)) {
                    waiting.add(type.getQualifiedName().toString());
                } else if (isGraph(type)) {
                    stages.processGraph(type);
                } else if (!isLastRound) {
                    stages.processNodeClass(type);
                }
            });
        }
    }

    /** The types of this round and those that waited for it, in the order of the source. */
    private List<TypeElement> typesOf(RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (String name : waiting) {
            types.add(Objects.requireNonNull(processingEnv.getElementUtils().getTypeElement(name)));
        }
        waiting.clear();
        for (Element graph : round.getElementsAnnotatedWith(Graph.class)) {
            types.add((TypeElement) graph);
        }
        for (Element node : round.getElementsAnnotatedWith(Node.class)) {
            types.add((TypeElement) node.getEnclosingElement());
        }
        return new ArrayList<>(types);
    }

    /** Not by {@code getAnnotation}, which fails where {@code nodes} lists a class that does not exist. */
    static boolean isGraph(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
                .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(Graph.class.getName()));
    }
}
