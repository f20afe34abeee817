package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.GraphConfigException;
import dev.hypergraph4j.runtime.MapHandle;
import dev.hypergraph4j.runtime.MapIterator;
import dev.hypergraph4j.runtime.MapResult;
import dev.hypergraph4j.runtime.NodeExecutionException;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.samples.guide.start.Invoice;
import dev.hypergraph4j.samples.guide.start.Invoice.Item;
import dev.hypergraph4j.samples.guide.start.InvoiceGraph;
import dev.hypergraph4j.samples.guide.start.InvoiceInputs;
import dev.hypergraph4j.samples.guide.start.InvoiceOutputs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingTest {
    private final InvoiceGraph invoice = InvoiceGraph.create(new Invoice());
    private final List<Item> pens = List.of(new Item("pen", 2, new BigDecimal("1.50")));
    private final List<Item> books = List.of(new Item("book", 1, new BigDecimal("20.00")));
    private final List<Item> broken = List.of(new Item("pen", 2, new BigDecimal("1E-2147483647")));

    @Test
    void aGraphRunsOnceForEachItem() {
        // tag::map
        MapResult<InvoiceOutputs> result = invoice.map(List.of(InvoiceInputs.of(pens), InvoiceInputs.of(books)));

        result.status(); // COMPLETED
        result.outputs(); // a place for each item, in order
        result.results().get(1).outputs().total(); // of the second item: 23.8000
        // end::map
        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.results().get(1).outputs().total()).isEqualByComparingTo("23.80");
    }

    @Test
    void inputsVaryOrAreTheSameForAll() {
        // tag::each
        invoice.map(m -> m.itemsEach(List.of(pens, books)).taxPercent(7)); // two items, both with 7 %
        invoice.map(m -> m.itemsEach(List.of(pens, books)).taxPercentEach(List.of(7, 19))); // two: 7 %, then 19 %
        invoice.map(m ->
                m.itemsEach(List.of(pens, books)).taxPercentEach(List.of(7, 19)).product()); // four: each with each
        // end::each
        assertThat(invoice.map(m -> m.itemsEach(List.of(pens, books))
                                .taxPercentEach(List.of(7, 19))
                                .product())
                        .size())
                .isEqualTo(4);
        assertThatThrownBy(
                        () -> invoice.map(m -> m.itemsEach(List.of(pens, books)).taxPercentEach(List.of(7))))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("'items' has 2 and 'taxPercent' has 1");
    }

    @Test
    void underContinueAFailedItemIsAnEmptyPlace() {
        // tag::errors
        RunOptions options = RunOptions.defaults().onError(ErrorHandling.CONTINUE);
        MapResult<InvoiceOutputs> result = invoice.map(m -> m.itemsEach(List.of(pens, broken, books)), options);

        result.status(); // PARTIAL
        result.outputs(); // [Optional[...], Optional.empty, Optional[...]]
        result.errors(); // by item: {1=...}
        result.results().get(1).values(); // what the failed item gave until then
        // end::errors
        assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(result.outputs()).extracting(Optional::isPresent).containsExactly(true, false, true);
        assertThat(result.errors()).containsOnlyKeys(1);
        assertThat(result.results().get(1).values()).containsOnlyKeys("net");
        assertThatThrownBy(() -> invoice.map(m -> m.itemsEach(List.of(pens, broken, books))))
                .isInstanceOfSatisfying(
                        NodeExecutionException.class,
                        failed -> assertThat(failed.item()).hasValue(1));
    }

    @Test
    void resultsComeOneByOne() {
        Stream<InvoiceInputs> manyInvoices =
                Stream.generate(() -> InvoiceInputs.of(pens)).limit(1_000);
        BigDecimal sum = BigDecimal.ZERO;
        // tag::iter
        try (MapIterator<InvoiceOutputs> results = invoice.mapIter(manyInvoices.iterator())) {
            while (results.hasNext()) {
                sum = sum.add(results.next().outputs().total());
            }
        }
        // end::iter
        assertThat(sum).isEqualByComparingTo("3570");
    }

    @Test
    void itemsOverlapAndAMapIsStopped() throws InterruptedException {
        List<InvoiceInputs> inputs = List.of(InvoiceInputs.of(pens), InvoiceInputs.of(books));
        // tag::async
        AsyncRunner atMostEight = AsyncRunner.builder().maxConcurrency(8).build();

        invoice.with(atMostEight).map(inputs); // never more than eight nodes at once, over all items
        MapHandle<InvoiceOutputs> handle = invoice.with(atMostEight).mapAsync(inputs); // on other threads
        handle.stop("closing time");
        MapResult<InvoiceOutputs> result = handle.await(); // STOPPED, or COMPLETED if it was faster
        result.unstarted(); // the places of the items that did not start
        // end::async
        assertThat(result.status()).isIn(RunStatus.STOPPED, RunStatus.COMPLETED);
        assertThat(result.size()).isEqualTo(2);
    }

    @Test
    void theLogAddsUpWhatTheItemsDid() {
        // tag::log
        MapResult<InvoiceOutputs> result = invoice.map(m -> m.itemsEach(List.of(pens, books)));

        result.log().summary(); // "2 items, 80 us | sum: avg 12 us | tax: avg 3 us | total: avg 1 us"
        result.log().stats("tax").p95(); // over all items
        result.results().get(0).log(); // what one item did
        // end::log
        assertThat(result.log().summary()).startsWith("2 items, ").contains(" | sum: avg ");
        assertThat(result.log().stats("tax").count()).isEqualTo(2);
    }
}
