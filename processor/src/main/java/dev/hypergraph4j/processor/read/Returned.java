package dev.hypergraph4j.processor.read;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a method returns once it is done.
 *
 * @param asynchronous whether it comes by a {@code CompletionStage}
 * @param type its type: of a {@code CompletionStage<T>} {@code T}; {@code null} for {@code void} and {@code Void}
 * @param untyped whether the stage does not say what it gives ({@code CompletionStage<?>}), so that this may be nothing
 */
record Returned(boolean asynchronous, @Nullable TypeMirror type, boolean untyped) {

    static Returned by(TypeMirror returnType, Compilation compilation) {
        DeclaredType stage = stage(returnType, compilation);
        if (stage == null) {
            return new Returned(false, valueOf(returnType), false);
        }
        boolean untyped = stage.getTypeArguments().isEmpty()
                || Bounds.isUnbounded(stage.getTypeArguments().get(0));
        return new Returned(true, valueOf(Bounds.argument(stage, compilation.elements())), untyped);
    }

    private static @Nullable TypeMirror valueOf(TypeMirror type) {
        return type.getKind() == TypeKind.VOID || Bounds.isClass(type, Void.class) ? null : type;
    }

    /** The supertype {@code CompletionStage<T>} of {@code type}, or one with the same argument; {@code null} where it has none. */
    private static @Nullable DeclaredType stage(TypeMirror type, Compilation compilation) {
        return Bounds.isClass(type, CompletableFuture.class)
                ? (DeclaredType) type
                : Supertypes.of(type, CompletionStage.class, compilation);
    }
}
