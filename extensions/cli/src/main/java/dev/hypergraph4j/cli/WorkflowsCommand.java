package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * A command line that looks after the workflows of a store. It is a program, and a part for programs that have a command line of their own, or know the store:
 *
 * <pre>{@code
 * CommandLine line = WorkflowsCommand.on(store).serve(approval).commandLine();
 * System.exit(line.execute(args));
 * }</pre>
 *
 * <p>Not thread-safe; each command line is used once at a time.
 */
@Command(
        name = "hypergraph4j",
        description = "Looks after the workflows of a store.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            StepsCommand.class,
            JournalCommand.class,
            LineageCommand.class,
            PendingCommand.class,
            AnswerCommand.class,
            SendCommand.class,
            InboxCommand.class,
            ResumeCommand.class,
            RetryCommand.class,
            ForkCommand.class,
            SettleCommand.class,
            CancelCommand.class,
            OutboxCommand.class,
            RedeliverCommand.class,
            StrikeOutCommand.class,
            CompactCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused, for the reason that is told",
            "2:not understood",
            "3:the store can't be opened, read or written, or something unforeseen happened"
        })
public final class WorkflowsCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Says how it is used.")
    @SuppressWarnings("UnusedVariable") // Picocli looks at it.
    private boolean wantsHelp;

    @Option(
            names = "--store",
            paramLabel = "PLACE",
            scope = ScopeType.INHERIT,
            description = "The store: a file of SQLite, or a JDBC URL of SQLite or PostgreSQL.")
    private @Nullable String place;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            defaultValue = "",
            description = "Who connects to PostgreSQL.")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:HYPERGRAPH_PASSWORD}",
            description = "Their password. Better set HYPERGRAPH_PASSWORD: others see the arguments of a process.")
    private @Nullable String password;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints one JSON document, for programs.")
    private boolean isJson;

    @Option(
            names = "--full",
            scope = ScopeType.INHERIT,
            description = "Prints values whole, that are cut at 2 KB otherwise.")
    private boolean isFull;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    private final @Nullable Checkpointer store;
    private CompiledGraph<?, ?>[] served = {};

    private WorkflowsCommand(@Nullable Checkpointer store) {
        this.store = store;
    }

    /** The commands on the store that {@code --store} names, which is opened for each. */
    public static WorkflowsCommand create() {
        return new WorkflowsCommand(null);
    }

    /** The commands on {@code store}, whatever {@code --store} says. It stays its owner's to close. */
    public static WorkflowsCommand on(Checkpointer store) {
        return new WorkflowsCommand(Objects.requireNonNull(store, "store"));
    }

    /** Has forks of these graphs be exact, and adds a command {@code work}, which runs their workflows here. */
    public WorkflowsCommand serve(CompiledGraph<?, ?>... graphs) {
        served = graphs.clone();
        return this;
    }

    /** The command line, to be executed, or to be made a subcommand of another one. Its exit codes are 0 to 3. */
    public CommandLine commandLine() {
        CommandLine line = new CommandLine(this);
        if (served.length > 0) {
            line.addSubcommand(new WorkCommand());
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(this::notUnderstood)
                .setExecutionExceptionHandler((failure, failed, parsed) -> unforeseen(failure, failed));
    }

    /** Runs a command, and ends this process with its exit code. */
    public static void main(String[] args) {
        System.exit(create().commandLine().execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    // For the commands

    OpenStore open() {
        if (store != null) {
            return new OpenStore(store, false);
        }
        if (place == null) {
            throw new ParameterException(spec.commandLine(), "The store is missing: --store FILE");
        }
        return OpenStore.at(place, user, password == null ? "" : password);
    }

    WorkflowOperations operations(Checkpointer opened) {
        return WorkflowOperations.on(opened, served);
    }

    boolean isJson() {
        return isJson;
    }

    boolean isFull() {
        return isFull;
    }

    private int notUnderstood(ParameterException wrong, String[] args) {
        Problem.of(wrong).tell(wrong.getCommandLine(), isJson || wantsJson(args));
        return CommandLine.ExitCode.USAGE;
    }

    /** Whether a document is wanted, where the parser may have stopped before it came to that. */
    private static boolean wantsJson(String[] args) {
        return Stream.of(args).takeWhile(each -> !each.equals("--")).anyMatch(each -> each.equals("--json"));
    }

    private int unforeseen(Exception failure, CommandLine line) {
        Problem.unforeseen(failure).tell(line, isJson);
        return StoreCommand.STORE_FAILED;
    }
}
