package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.RetryRule;
import dev.hypergraph4j.processor.model.Traits;
import dev.hypergraph4j.processor.model.Traits.Streaming;
import java.util.List;

/** The part of a plan that says what a node goes through beside a call of its method: nothing for most. */
final class TraitsCode {
    private TraitsCode() {}

    static CodeBlock of(NodeMethod method) {
        Traits traits = method.traits();
        CodeBlock.Builder code = CodeBlock.builder();
        if (traits.retry() != null) {
            code.add("\n.retries($L)", policy(traits.retry()));
        }
        if (traits.timeoutNanos() != 0) {
            code.add("\n.timeout($LL)", traits.timeoutNanos());
        }
        if (traits.cached()) {
            code.add("\n.cached()");
        }
        if (method.parameters().stream().anyMatch(parameter -> parameter.demand() == Demand.CONTEXT)) {
            code.add("\n.takesContext()");
        }
        if (traits.streaming() == Streaming.PUBLISHER) {
            code.add("\n.publishing()");
        }
        if (traits.effectOnce()) {
            code.add("\n.effectOnce()");
        }
        return code.build();
    }

    private static CodeBlock policy(RetryRule rule) {
        CodeBlock on = rule.on().stream()
                .map(exception -> CodeBlock.of("$T.class", exception.spelling()))
                .collect(Arguments.joined());
        return CodeBlock.of(
                "new $1T($2L,$W$3T.of($4L),$W$5LL,$W$6L,$W$7LL,$W$8L,$W$9L)",
                RuntimeTypes.RETRY_POLICY,
                rule.maxAttempts(),
                List.class,
                on,
                rule.initialDelayNanos(),
                rule.multiplier(),
                rule.maxDelayNanos(),
                rule.jitter(),
                rule.windowNanos() == 0
                        ? CodeBlock.of("$T.ANY_TIME", RuntimeTypes.RETRY_POLICY)
                        : CodeBlock.of("$LL", rule.windowNanos()));
    }
}
