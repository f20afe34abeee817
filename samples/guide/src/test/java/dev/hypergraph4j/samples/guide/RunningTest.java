package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.NodeExecutionException;
import dev.hypergraph4j.runtime.RunHandle;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.samples.guide.start.Invoice;
import dev.hypergraph4j.samples.guide.start.Invoice.Item;
import dev.hypergraph4j.samples.guide.start.InvoiceGraph;
import dev.hypergraph4j.samples.guide.start.InvoiceInputs;
import dev.hypergraph4j.samples.guide.start.InvoiceOutputs;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {
    private final InvoiceGraph invoice = InvoiceGraph.create(new Invoice());
    private final List<Item> items = List.of(new Item("pen", 2, new BigDecimal("1.50")));
    private final List<Item> broken = List.of(new Item("pen", 2, new BigDecimal("1E-2147483647")));

    @Test
    void anotherRunnerIsSetOnTheGraphOrAskedToRunIt() throws Exception {
        // tag::runners
        AsyncRunner atMostFour = AsyncRunner.builder().maxConcurrency(4).build();

        invoice.with(atMostFour).run(items); // set on the graph
        atMostFour.run(invoice, InvoiceInputs.of(items)); // asked to run it
        RunHandle<InvoiceOutputs> handle = invoice.runAsync(InvoiceInputs.of(items)); // on other threads
        handle.thenAccept(result -> System.out.println(result.outputs().total()));
        // end::runners
        assertThat(handle.await().outputs().total()).isEqualByComparingTo("3.57");
    }

    @Test
    void aRunIsStoppedByItsHandle() throws Exception {
        // tag::stop
        RunHandle<InvoiceOutputs> handle = invoice.runAsync(InvoiceInputs.of(items));
        handle.stop("the customer left");
        RunResult<InvoiceOutputs> result = handle.await(); // STOPPED, or COMPLETED if it was faster
        // end::stop
        assertThat(result.status()).isIn(RunStatus.STOPPED, RunStatus.COMPLETED);
    }

    @Test
    void anExceptionOfANodeIsTheCause() {
        // tag::raise
        try {
            invoice.run(broken);
        } catch (NodeExecutionException failed) {
            failed.nodePath(); // "tax"
            failed.source(); // Invoice.java:23
            failed.getCause(); // what the node threw
        }
        // end::raise
        assertThatThrownBy(() -> invoice.run(broken))
                .isInstanceOf(NodeExecutionException.class)
                .hasCauseInstanceOf(ArithmeticException.class)
                .hasMessageContaining("Node 'tax' of 'invoice' threw ArithmeticException");
    }

    @Test
    void underContinueAFailedRunGivesBackWhatThereIs() {
        // tag::continue
        RunOptions options = RunOptions.workflow("invoice-17").onError(ErrorHandling.CONTINUE);
        RunResult<InvoiceOutputs> result = invoice.run(InvoiceInputs.of(broken), options);

        result.status(); // FAILED
        result.values(); // what the other nodes gave: {net=...}
        result.error(); // what the first failing node threw
        // end::continue
        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.values()).containsOnlyKeys("net");
        assertThat(result.error())
                .get()
                .isInstanceOfSatisfying(
                        NodeExecutionException.class,
                        failed -> assertThat(failed.nodePath()).isEqualTo("tax"));
        assertThat(result.runId()).isEqualTo("invoice-17");
    }

    @Test
    void theLogTellsWhatARunDid() {
        // tag::log
        RunResult<InvoiceOutputs> result =
                invoice.run(InvoiceInputs.of(items), RunOptions.defaults().captureValues());

        result.log().summary(); // "3 nodes, 310 us, 0 errors | slowest: sum (290 us)"
        result.log().executionTrace(); // a table for people
        result.log().toJson(); // for programs
        for (NodeRecord step : result.log().steps()) {
            step.waiting(); // between being ready and starting
            step.working(); // between starting and ending
            step.inputs(); // only because values were captured
        }
        // end::log
        assertThat(result.log().steps()).extracting(NodeRecord::node).containsExactly("sum", "tax", "total");
        assertThat(result.log().steps().get(2).inputs()).containsOnlyKeys("net", "tax");
        assertThat(result.log().toJson()).contains("\"tax\"");
    }
}
