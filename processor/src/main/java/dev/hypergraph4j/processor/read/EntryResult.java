package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.EntryMethod.Result;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What an entry method returns.
 *
 * @param type the type of the output; {@code null} for a whole result and where nothing is returned
 * @param fault why it can't be returned, as the end of a sentence; empty where it can
 */
record EntryResult(
        boolean asynchronous, Result result, @Nullable TypeMirror type, String fault) {
    private static final String RUN_RESULT = "dev.hypergraph4j.runtime.RunResult";

    /**
     * Tells what {@code returnType} stands for.
     *
     * @param outputs the simple name of the graph's outputs record, which does not exist before it is generated
     */
    static EntryResult of(TypeMirror returnType, String outputs, Compilation compilation) {
        Elements elements = compilation.elements();
        Returned returned = Returned.by(returnType, compilation);
        TypeMirror type = returned.type();
        String fault = returned.asynchronous() && !canBeMade(returnType)
                ? "returns " + TypeDisplay.simple(returnType) + " and not CompletionStage or CompletableFuture"
                : "";
        if (type != null && Bounds.isClass(type, RUN_RESULT)) {
            boolean fits = isOf(outputs, (DeclaredType) type);
            String whole = "returns " + TypeDisplay.simple(type) + " and not RunResult<" + outputs + ">";
            return new EntryResult(returned.asynchronous(), Result.RUN_RESULT, null, fits ? fault : whole);
        }
        if (type != null && Bounds.isClass(type, Optional.class)) {
            TypeMirror value = Bounds.argument(type, elements);
            return new EntryResult(returned.asynchronous(), Result.OPTIONAL_OUTPUT, value, fault);
        }
        return new EntryResult(returned.asynchronous(), Result.OUTPUT, type, fault);
    }

    private static boolean canBeMade(TypeMirror stage) {
        return Bounds.isClass(stage, CompletionStage.class) || Bounds.isClass(stage, CompletableFuture.class);
    }

    /** Whether the result is of the outputs record, or does not say of what. */
    private static boolean isOf(String outputs, DeclaredType runResult) {
        return runResult.getTypeArguments().stream()
                .allMatch(argument -> argument.getKind() == TypeKind.WILDCARD
                        || (argument instanceof DeclaredType declared
                                && declared.asElement().getSimpleName().contentEquals(outputs)));
    }
}
