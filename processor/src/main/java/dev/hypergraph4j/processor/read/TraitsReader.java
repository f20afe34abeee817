package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.Effect;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.RetryRule;
import dev.hypergraph4j.processor.model.Traits;
import dev.hypergraph4j.processor.model.ValueType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what one node method does beside taking and giving values, and what is wrong with it. */
final class TraitsReader {
    private static final double USUAL_MULTIPLIER = 2;
    /** A wait may be none; a limit that is none would let nothing happen. */
    private enum Use {
        WAIT,
        LIMIT
    }

    private final Scope scope;
    private final List<Fault> faults = new ArrayList<>();

    TraitsReader(Scope scope) {
        this.scope = scope;
    }

    /** The traits of the method with {@code mark}, of which {@code result} tells a part. */
    Traits read(NodeMark mark, Result result) {
        AnnotationUse annotation = mark.annotation();
        AnnotationValue retry = annotation.value("retry");
        boolean cached = annotation.flag("cache", false);
        if (cached && result.outputs().isEmpty() && result.decision() == null) {
            faults.add(new Fault(Fault.Kind.NOTHING_TO_CACHE, ""));
        }
        return new Traits(
                result.decision(),
                mark.kind() == NodeMark.Kind.INTERRUPT,
                result.streaming(),
                scope.names(annotation, "emit"),
                scope.names(annotation, "waitFor"),
                cached,
                retry != null && retry.getValue() instanceof AnnotationMirror mirror
                        ? retry(new AnnotationUse(annotation.element(), mirror))
                        : null,
                nanos(annotation, "timeout", 0, Use.LIMIT),
                annotation.text("effect", "").equals(Effect.ONCE.name()));
    }

    /** What is wrong with the traits that were read. */
    List<Fault> faults() {
        return faults;
    }

    private @Nullable RetryRule retry(AnnotationUse retry) {
        int attempts = retry.number("maxAttempts", 1);
        double multiplier = retry.decimal("multiplier", USUAL_MULTIPLIER);
        double jitter = retry.decimal("jitter", 1);
        require(attempts >= 1, Fault.Kind.BAD_ATTEMPTS, attempts);
        require(multiplier >= 1 && multiplier <= Double.MAX_VALUE, Fault.Kind.BAD_MULTIPLIER, multiplier);
        require(jitter >= 0 && jitter <= 1, Fault.Kind.BAD_JITTER, jitter);
        RetryRule rule = new RetryRule(
                attempts,
                exceptions(retry),
                nanos(retry, "initialDelay", TimeUnit.SECONDS.toNanos(1), Use.WAIT),
                multiplier,
                nanos(retry, "maxDelay", TimeUnit.MINUTES.toNanos(1), Use.WAIT),
                jitter,
                nanos(retry, "window", 0, Use.LIMIT));
        return attempts == 1 ? null : rule;
    }

    private void require(boolean isRight, Fault.Kind kind, Number number) {
        if (!isRight) {
            faults.add(new Fault(kind, number.toString()));
        }
    }

    private List<ValueType> exceptions(AnnotationUse retry) {
        List<ValueType> exceptions = new ArrayList<>();
        for (AnnotationValue value : retry.values("on")) {
            if (value.getValue() instanceof TypeMirror exception) {
                exceptions.add(scope.type(exception));
            } else {
                scope.addUnresolved(AnnotationUse.UNRESOLVED);
            }
        }
        return exceptions;
    }

    /** The duration that {@code attribute} gives, in nanoseconds; {@code otherwise} where it gives none. */
    private long nanos(AnnotationUse annotation, String attribute, long otherwise, Use use) {
        String text = scope.text(annotation, attribute, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && (use == Use.WAIT || !duration.isZero())) {
                return duration.toNanos();
            }
        } catch (DateTimeParseException | ArithmeticException noneOrTooLong) {
            // Told below, as one that is negative.
        }
        faults.add(new Fault(Fault.Kind.BAD_DURATION, "%s = \"%s\"".formatted(attribute, text)));
        return otherwise;
    }
}
