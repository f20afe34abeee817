package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Objects;

/** The components of a generated record, none of which may be {@code null}. */
final class RecordConstructor {
    private final MethodSpec.Builder components = MethodSpec.constructorBuilder();
    private final CodeBlock.Builder checks = CodeBlock.builder();

    void add(TypeName type, String name) {
        components.addParameter(type, name);
        if (!type.isPrimitive()) {
            checks.addStatement("$T.requireNonNull($N, $S)", Objects.class, name, name);
        }
    }

    void writeInto(TypeSpec.Builder record) {
        record.recordConstructor(components.build());
        if (!checks.isEmpty()) {
            record.addMethod(MethodSpec.compactConstructorBuilder()
                    .addJavadoc("Checks that nothing is {@code null}.\n")
                    .addModifiers(PUBLIC)
                    .addCode(checks.build())
                    .build());
        }
    }
}
