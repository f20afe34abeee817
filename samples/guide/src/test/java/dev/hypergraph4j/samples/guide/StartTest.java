package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.samples.guide.start.Invoice;
import dev.hypergraph4j.samples.guide.start.Invoice.Item;
import dev.hypergraph4j.samples.guide.start.InvoiceGraph;
import dev.hypergraph4j.samples.guide.start.InvoiceInputs;
import dev.hypergraph4j.samples.guide.start.InvoiceOutputs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartTest {
    private final List<Item> items = List.of(new Item("pen", 2, new BigDecimal("1.50")));

    @Test
    void aGraphIsRunWithItsRequiredInputs() {
        // tag::run
        InvoiceGraph invoice = InvoiceGraph.create(new Invoice());
        RunResult<InvoiceOutputs> result = invoice.run(items);
        BigDecimal total = result.outputs().total(); // typed, never null
        // end::run
        assertThat(total).isEqualByComparingTo("3.57");
        assertThat(result.log().summary()).startsWith("3 nodes, ").contains(", 0 errors | slowest: ");
    }

    @Test
    void optionalInputsGoThroughTheRecordTheBuilderOrTheirName() {
        InvoiceGraph invoice = InvoiceGraph.create(new Invoice());
        // tag::optional
        invoice.run(InvoiceInputs.of(items).withTaxPercent(7)); // through the inputs record
        invoice.run(in -> in.items(items).taxPercent(7)); // through its builder
        invoice.runByName(Map.of("items", items, "taxPercent", 7)); // by name, for tools
        // end::optional
        assertThat(invoice.run(in -> in.items(items).taxPercent(7)).outputs().total())
                .isEqualByComparingTo("3.21")
                .isEqualTo(invoice.run(InvoiceInputs.of(items).withTaxPercent(7))
                        .outputs()
                        .total())
                .isEqualTo(invoice.runByName(Map.of("items", items, "taxPercent", 7))
                        .outputs()
                        .total());
    }

    @Test
    void boundInputsNeedNotBeGiven() {
        // tag::bind
        InvoiceGraph reduced = InvoiceGraph.create(new Invoice()).bind(in -> in.taxPercent(7));
        reduced.run(items); // with 7 %
        reduced.unbind("taxPercent").run(items); // with 19 % again
        // end::bind
        assertThat(reduced.run(items).outputs().total()).isEqualByComparingTo("3.21");
        assertThat(reduced.unbind("taxPercent").run(items).outputs().total()).isEqualByComparingTo("3.57");
        assertThat(reduced.inputs().bound()).containsExactly("taxPercent");
    }

    @Test
    void theMethodsStayPlainMethods() {
        assertThat(InvoiceGraph.create(new Invoice()).inputs().required()).containsExactly("items");
        assertThat(InvoiceInputs.SPEC.toString()).isEqualTo("invoice(List<Item> items, int taxPercent = 19)");
    }
}
