package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, in this process. */
class ApprovalTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs a command on the sample's orders, and gives what it printed. */
    private String run(String... words) {
        assertThat(status(Path.of(""), words)).as(printed(err)).isZero();
        return printed(out);
    }

    private int status(Path home, String... words) {
        out.reset();
        err.reset();
        String[] arguments = new String[words.length + 2];
        System.arraycopy(words, 0, arguments, 0, words.length);
        arguments[words.length] = "--db";
        arguments[words.length + 1] = folder.resolve("approval.db").toString();
        return new Approval(utf8(out), utf8(err)).run(home, arguments);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void startDoesWhatThereIsToDoAndSaysWhoIsAsked() {
        assertThat(run("start"))
                .startsWith("order-1001  is new\n")
                .contains("order-1001  validate\norder-1001  check\norder-1001  findBudget\n")
                .contains("order-1001  the bank pays 64.80\n")
                .contains("order-1001  IT       8 network cables            64.80  paid\n")
                .contains("order-1007  IT       Storage server            7400.00  waits      for Ada\n")
                .contains("order-1011  IT       Data centre             250000.00  refused    more than the 20000.00");
        assertThat(folder.resolve("payments.csv")).content().hasLineCount(5);
        assertThat(folder.resolve("notifications.txt")).content().hasLineCount(9);
    }

    @Test
    void secondStartFindsNothingToDo() {
        run("start");

        assertThat(run("start")).startsWith("\norder-1001  IT").isEqualTo(run("status"));
    }

    @Test
    void pendingListsTheQuestions() {
        run("start");

        assertThat(run("pending").lines())
                .hasSize(4)
                .contains("order-1007  Buy 'Storage server' for 7400.00? [approve, reject]"
                        + " {asked=Ada, supplier=Rack & Stack Ltd}");
    }

    @Test
    void approvedOrderIsPaidAndRejectedOneIsNot() {
        run("start");

        assertThat(run("answer", "order-1007", "approve"))
                .contains("order-1007  the bank pays 7400.00\n")
                .endsWith("\norder-1007  IT       Storage server            7400.00  paid\n");
        assertThat(run("answer", "order-1008", "reject")).endsWith("refused    rejected by Kitchen\n");
        assertThat(run("pending").lines()).hasSize(2);
    }

    @Test
    void firstAnswerCounts() {
        run("start");
        run("answer", "order-1007", "reject");

        assertThat(run("answer", "order-1007", "approve"))
                .startsWith("order-1007  was answered before, by " + System.getProperty("user.name"))
                .endsWith("refused    rejected by IT\n");
    }

    @Test
    void answerThatIsNoneAndQuestionThatWasNotAskedAreRefused() {
        run("start");

        assertThat(status(Path.of(""), "answer", "order-1007", "maybe")).isOne();
        assertThat(printed(err)).isEqualTo("'maybe' is no answer: approve or reject?\n");
        assertThat(status(Path.of(""), "answer", "order-1001", "approve")).isOne();
        assertThat(printed(err)).startsWith("Nobody has asked about order-1001.");
    }

    @Test
    void orderThatWasChangedStaysWhatItWas() throws IOException {
        run("start");
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.copy(Path.of("budgets.csv"), home.resolve("budgets.csv"));
        Files.writeString(
                home.resolve("orders.csv"),
                Files.readString(Sample.ORDERS).replace("8 network cables", "9 network cables"));

        assertThat(status(home, "start")).isZero();

        assertThat(printed(err))
                .isEqualTo("order-1001 was another order when it was taken on, and stays what it was.\n");
        assertThat(printed(out)).contains("8 network cables").doesNotContain("9 network cables");
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        assertThat(status(Path.of(""))).isOne();
        assertThat(printed(err)).startsWith("What shall be done?\n");
        assertThat(status(Path.of(""), "stop")).isOne();
        assertThat(status(Path.of(""), "answer", "order-1007")).isOne();
    }

    @Test
    void ordersThatAreNotThereAreNamed() {
        assertThat(status(folder, "start")).isOne();
        assertThat(printed(err)).contains("budgets.csv can't be read");
    }
}
