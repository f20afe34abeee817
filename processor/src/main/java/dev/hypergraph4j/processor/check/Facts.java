package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.Take;
import java.util.Collection;
import java.util.function.BiFunction;

/** The lines of a message that say who takes and gives a value, cut at ten. */
final class Facts {
    private Facts() {}

    /** A line for each parameter: {@code docs : List<Doc>  parameter of Answering.generate(question, docs)}. */
    static Message takes(Message message, Collection<Take> takes, Spelling spelling) {
        return lines(
                message,
                takes,
                (told, take) ->
                        told.fact(take.value(), spelling.type(take.parameter().type()), spelling.role(take)));
    }

    /** A line for each output: {@code docs : List<Doc>  output of Retrieval.retrieve}. */
    static Message gives(Message message, Collection<Give> gives, Spelling spelling) {
        return lines(
                message,
                gives,
                (told, give) ->
                        told.fact(give.value(), spelling.type(give.port().type()), spelling.role(give)));
    }

    private static <T> Message lines(Message message, Collection<T> all, BiFunction<Message, T, Message> line) {
        Message told = message;
        for (T one : all.stream().limit(Lists.MOST).toList()) {
            told = line.apply(told, one);
        }
        return all.size() > Lists.MOST ? told.fact("and", all.size() - Lists.MOST + " more") : told;
    }
}
