package dev.hypergraph4j.runtime.durable;

/**
 * What a step asks somebody outside.
 *
 * @param key what its answer is given under: the path of the node that asks
 * @param prompt the question, for people
 * @param answerName the name of the value that the answer becomes
 * @param answerType the answer's type as it stands in the source
 * @param schema what an answer looks like, as a JSON schema
 * @param options the answers to choose from, a list of them; an empty list where any will do
 * @param evidence what helps to answer, by name
 */
public record NewQuestion(
        String key,
        String prompt,
        String answerName,
        String answerType,
        String schema,
        Payload options,
        Payload evidence) {}
