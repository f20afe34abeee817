package dev.hypergraph4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What nobody has thought of is told, too, in the way that was asked for. */
class UnforeseenTest {
    private final Checkpointer broken = (Checkpointer) Proxy.newProxyInstance(
            Checkpointer.class.getClassLoader(), new Class<?>[] {Checkpointer.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("codec")) {
                    return null;
                }
                if (method.getName().equals("outbox") || method.getName().equals("undelivered")) {
                    throw new StackOverflowError("the moon is too near");
                }
                throw new IllegalStateException("the moon is full");
            });

    @Test
    void peopleAreToldInALine() {
        assertThat(say("pending"))
                .isEqualTo(new Said(
                        3,
                        "",
                        "Unforeseen: java.lang.IllegalStateException: the moon is full. Report it: it is a mistake of this program"
                                + System.lineSeparator()));
    }

    /** Else it would be taken for a refusal. */
    @Test
    void errorIsToldLikeAnException() {
        assertThat(say("outbox"))
                .isEqualTo(new Said(
                        3,
                        "",
                        "Unforeseen: java.lang.StackOverflowError: the moon is too near. Report it: it is a mistake of this program"
                                + System.lineSeparator()));
    }

    @Test
    void programsAreToldByADocument() {
        assertThat(say("pending", "--json")).isEqualTo(new Said(3, """
                        {
                          "error": "UNFORESEEN",
                          "reason": "IllegalStateException",
                          "message": "java.lang.IllegalStateException: the moon is full.",
                          "facts": {},
                          "mend": "report it: it is a mistake of this program"
                        }
                        """, ""));
    }

    private Said say(String... args) {
        return Said.by(WorkflowsCommand.on(broken).commandLine(), args);
    }
}
