package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command on a store: opens it, does what it does, and tells the outcome or what is in the way. */
abstract class StoreCommand implements Callable<Integer> {
    static final int REFUSED = 1;
    static final int STORE_FAILED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private WorkflowsCommand root;

    /** Does what the command does. */
    abstract Reply reply(WorkflowOperations operations);

    /** Values as they are to be shown here. */
    final ShownValues shown(WorkflowOperations operations) {
        return new ShownValues(new Values(operations.store().codec()), root.isFull());
    }

    @Override
    public final Integer call() {
        try (OpenStore store = root.open()) {
            Reply reply = reply(root.operations(store.checkpointer()));
            PrintWriter out = spec.commandLine().getOut();
            out.print(root.isJson() ? Documents.text(reply.document()) + "\n" : reply.text());
            out.flush();
            return 0;
        } catch (RefusedException refused) {
            return failed(Problem.of(refused), REFUSED);
        } catch (StoreException broken) {
            return failed(Problem.of(broken), STORE_FAILED);
        } catch (Error broken) { // Picocli's handler is told of exceptions alone.
            return failed(Problem.unforeseen(broken), STORE_FAILED);
        }
    }

    private int failed(Problem problem, int code) {
        problem.tell(spec.commandLine(), root.isJson());
        return code;
    }
}
