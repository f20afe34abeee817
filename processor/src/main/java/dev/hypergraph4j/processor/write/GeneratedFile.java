package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** What all generated files have in common: markers, suppressions, layout. */
public final class GeneratedFile {
    private static final ClassName MARKER = ClassName.get("dev.hypergraph4j.metadata", "HypergraphGenerated");
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final String PROCESSOR = "dev.hypergraph4j.processor.HypergraphProcessor";

    /**
     * Lint that generated code may set off by no fault of the user: it is compiled with the user's {@code -Xlint:all -Werror}. Pieces fall through
     * by design, casts and raw types come from the user's own signatures, and so do deprecated types and those that a module does not export.
     */
    private static final List<String> SUPPRESSED =
            List.of("cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked");

    private final boolean hasGeneratedAnnotation;
    private final Surroundings surroundings;

    /**
     * Files that are generated beside a user's type.
     *
     * @param hasGeneratedAnnotation whether the compilation can see {@code javax.annotation.processing.Generated}
     */
    public GeneratedFile(boolean hasGeneratedAnnotation, Surroundings surroundings) {
        this.hasGeneratedAnnotation = hasGeneratedAnnotation;
        this.surroundings = surroundings;
    }

    /** The types around the user's. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** The file with {@code type}, which extends the user's type and so inherits what is nested in it. */
    GeneratedType ofSubtype(String packageName, TypeSpec.Builder type) {
        type.alwaysQualify(surroundings.nestedTypes().toArray(String[]::new));
        return of(packageName, type);
    }

    /**
     * A file of no use beside {@code type}.
     *
     * @param isTaken whether there is a type of that name
     */
    public GeneratedType ofNothing(ClassName type, Predicate<String> isTaken) {
        String name = String.join("_", type.simpleNames()) + "_Pending";
        while (isTaken.test(ClassName.get(type.packageName(), name).canonicalName())) {
            name += "_";
        }
        return of(
                type.packageName(),
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                "Makes the compiler go another round for {@link $T}, which mentions missing types.\n",
                                type)
                        .addModifiers(Modifier.FINAL));
    }

    /** The file with {@code type}. */
    GeneratedType of(String packageName, TypeSpec.Builder type) {
        type.addAnnotation(MARKER);
        if (hasGeneratedAnnotation) {
            type.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        CodeBlock suppressed =
                SUPPRESSED.stream().map(lint -> CodeBlock.of("$S", lint)).collect(CodeBlock.joining(", ", "{", "}"));
        type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", suppressed)
                .build());
        TypeSpec spec = type.build();
        String code = JavaFile.builder(packageName, spec).indent("    ").build().toString();
        return new GeneratedType(packageName, spec.name(), Layout.of(code, surroundings::hides));
    }
}
