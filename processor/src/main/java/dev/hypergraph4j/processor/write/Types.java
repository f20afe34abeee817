package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Map;

/** Types of the JDK that generated code uses with arguments. */
final class Types {
    private Types() {}

    static TypeName mapOf(Class<?> keys, Class<?> values) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(keys), ClassName.get(values));
    }
}
