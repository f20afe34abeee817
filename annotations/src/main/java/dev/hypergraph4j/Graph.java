package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a graph of node methods. For a type {@code Rag} the processor generates {@code RagGraph} (run it), {@code RagInputs} (what it
 * takes) and {@code RagOutputs} (what it gives), all in the package of {@code Rag}; for a nested type {@code Outer.Rag} the names start
 * with {@code Outer_Rag}.
 *
 * <p>On a <b>class</b>, the {@link Node} methods of that class, and of the classes named in {@link #nodes()}, are the nodes. Any parameter
 * that no node produces becomes an input of the graph.
 *
 * <pre>{@code
 * @Graph
 * public final class Greeting {
 *   @Node(outputName = "greeting")
 *   String greet(String name) {
 *     return "Hello " + name;
 *   }
 * }
 *
 * GreetingGraph graph = GreetingGraph.create(new Greeting());
 * graph.run("Ada").outputs().greeting(); // "Hello Ada"
 * }</pre>
 *
 * <p>On an <b>interface</b>, the abstract methods are <i>entry methods</i>: their parameters are the inputs of the graph (which closes the
 * set of inputs), their names the outputs, and each runs only the nodes that its result needs. An entry method returns the output itself, a
 * {@code RunResult} of the generated outputs record, or a {@code CompletionStage} of either.
 *
 * <pre>{@code
 * @Graph(nodes = {Retrieval.class, Answering.class})
 * public interface Rag {
 *   String answer(String question, int topK);
 *   List<Doc> docs(String question, int topK); // runs no node of Answering that 'docs' does not need
 * }
 *
 * Rag rag = RagGraph.create(new Retrieval(index), new Answering(llm));
 * }</pre>
 *
 * @see Node
 * @see Use
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Graph {

    /** The graph's name in logs, diagrams and errors; by default the simple name of the type with a small first letter. */
    String name() default "";

    /**
     * Classes whose {@link Node} methods join the graph. Membership is always stated here: a class that merely lies in the same package
     * takes no part.
     */
    Class<?>[] nodes() default {};

    /**
     * The only inputs the graph may have. Without it, every parameter that no node produces is an input; with it, such a parameter that is
     * not listed here is an error, so that a typo can't turn into an input. Entry methods of an interface close the inputs as well.
     */
    String[] inputs() default {};

    /**
     * The outputs to produce; nodes that none of them needs do not run. By default a class's outputs are the values that no node consumes,
     * and an interface's those that its entry methods return.
     */
    String[] select() default {};

    /**
     * Names of the nodes to start from. Only they and what lies downstream of them take part; a value that was produced further up becomes
     * an input of the graph.
     */
    String[] entrypoint() default {};

    /**
     * Values that several nodes give, one after the other. The order must follow from other values, signals or gates; those who take such a value get
     * the latest, and it makes nobody run: it is there to be read, as a list of messages that several nodes add to. What is read before
     * any node gave it is an input of the graph.
     */
    String[] shared() default {};

    /** How often a cycle may turn before the run fails with an {@code InfiniteLoopException}; each cycle counts by itself. */
    int maxIterations() default 1000;

    /** A version of your own, kept in the graph's definition; change it where a change of meaning does not show in the code. */
    String version() default "";

    /**
     * Whether the graph is meant for durable runs, which a store keeps and which go on after a crash. All values of a durable graph, those of its inputs, of
     * what its nodes give and of the answers to its questions, can be written and read back exactly, which the compiler checks: a type that can't is an error.
     * A graph that does not say so may be run durably as well; then a value that can't be written fails the node that gave it.
     */
    boolean durable() default false;
}
