package dev.hypergraph4j.processor;

import com.google.auto.service.AutoService;
import dev.hypergraph4j.Graph;
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
import javax.lang.model.util.Elements;

/**
 * Turns types with {@link Graph} and classes with node methods into code. Each goes through the stages by itself: a graph's file depends on
 * its own sources only, so Gradle may process files in isolation.
 *
 * <p>A type that mentions one which another processor has yet to generate waits for the next round; see {@link Rounds}.
 */
@AutoService(Processor.class)
public final class HypergraphProcessor extends AbstractProcessor {
    /** Types that wait for another round, by name: elements are good for one round. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** Those that waited for types which nobody brought, by name. */
    private final Set<String> givenUp = new LinkedHashSet<>();

    private final Rounds rounds = new Rounds();

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
        rounds.begin(round);
        Findings findings = new Findings(processingEnv.getMessager());
        if (rounds.isLast()) {
            refuseThoseGivenUpTooEarly(findings);
        }
        List<TypeElement> types = typesOf(round);
        if (types.isEmpty() || runtimeIsMissing) {
            return true;
        }
        runtimeIsMissing = !RuntimeCheck.passes(types, processingEnv.getElementUtils(), findings);
        if (!runtimeIsMissing) {
            process(types, findings);
        }
        findings.print();
        return true;
    }

    private void process(List<TypeElement> types, Findings findings) {
        GraphReader reader = new GraphReader(processingEnv);
        reader.expect(types.stream().filter(HypergraphProcessor::isGraph).toList());
        TypeProcessor stages = new TypeProcessor(reader, processingEnv, findings, rounds);
        for (TypeElement type : types) {
            findings.guard(type, () -> {
                boolean isIncomplete = reader.needsAnotherRound(type);
                if (isIncomplete && rounds.mayBringMore()) {
                    waiting.add(type.getQualifiedName().toString());
                    return;
                }
                if (isIncomplete) {
                    givenUp.add(type.getQualifiedName().toString());
                }
                if (isGraph(type)) {
                    stages.processGraph(type, isIncomplete);
                } else {
                    stages.processNodeClass(type, isIncomplete);
                }
            });
        }
        types.stream()
                .filter(type -> waiting.contains(type.getQualifiedName().toString()))
                .findFirst()
                .ifPresent(type -> findings.guard(type, () -> stages.askForAnotherRound(type)));
    }

    /** No compilation succeeds with a skeleton, whatever came after it. */
    private void refuseThoseGivenUpTooEarly(Findings findings) {
        GraphReader reader = new GraphReader(processingEnv);
        for (TypeElement type : elements(givenUp)) {
            findings.guard(type, () -> {
                if (!reader.needsAnotherRound(type)) {
                    findings.error(type, TypeProcessor.cameTooLate(type).text());
                }
            });
        }
    }

    private List<TypeElement> elements(Set<String> names) {
        Elements elements = processingEnv.getElementUtils();
        return names.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The types of this round and those that waited for it, in the order of the source. */
    private List<TypeElement> typesOf(RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>(elements(waiting));
        waiting.clear();
        for (Element graph : round.getElementsAnnotatedWith(Graph.class)) {
            types.add((TypeElement) graph);
        }
        for (Element node : round.getElementsAnnotatedWithAny(GraphReader.nodeAnnotations())) {
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
