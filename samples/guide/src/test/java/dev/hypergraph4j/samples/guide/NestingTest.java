package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.MapResult;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.samples.guide.nesting.BilingualGraph;
import dev.hypergraph4j.samples.guide.nesting.GlossaryGraph;
import dev.hypergraph4j.samples.guide.nesting.GlossaryOutputs;
import dev.hypergraph4j.samples.guide.nesting.Lookup;
import dev.hypergraph4j.samples.guide.nesting.LookupGraph;
import dev.hypergraph4j.samples.guide.nesting.TranslationGraph;
import dev.hypergraph4j.samples.guide.nesting.TranslationOutputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestingTest {
    private static final Map<String, String> ENGLISH_TO_GERMAN = Map.of("book", "Buch", "case", "Kasten");
    private static final Map<String, String> ENGLISH_TO_FRENCH = Map.of("book", "livre", "case", "boîte");

    @Test
    void itsNamesJoinThoseOfTheGraphAroundIt() {
        // tag::flat
        LookupGraph lookup = LookupGraph.create(new Lookup(ENGLISH_TO_GERMAN));
        TranslationGraph translation = TranslationGraph.create(lookup);

        RunResult<TranslationOutputs> result = translation.run("Bookcase"); // 'most' is 3, as in Lookup
        result.outputs().answer(); // "Bookcase: Buch, Kasten"
        result.child("lookup").values(); // {meaning=Buch, Kasten}
        result.log().child("lookup"); // the log of its run
        translation.run(in -> in.text("Bookcase").most(1)).outputs().answer(); // "Bookcase: Buch"
        // end::flat
        assertThat(result.outputs().answer()).isEqualTo("Bookcase: Buch, Kasten");
        assertThat(result.child("lookup").values()).isEqualTo(Map.of("meaning", "Buch, Kasten"));
        assertThat(result.log().child("lookup")).isPresent();
        assertThat(translation.run(in -> in.text("Bookcase").most(1)).outputs().answer())
                .isEqualTo("Bookcase: Buch");
    }

    @Test
    void oneGraphIsNestedTwice() {
        // tag::twice
        BilingualGraph bilingual = BilingualGraph.builder()
                .german(LookupGraph.create(new Lookup(ENGLISH_TO_GERMAN)))
                .french(LookupGraph.create(new Lookup(ENGLISH_TO_FRENCH)))
                .build();

        bilingual.run("bookcase").outputs().both(); // "Buch, Kasten | livre"
        // end::twice
        assertThat(bilingual.run("bookcase").outputs().both()).isEqualTo("Buch, Kasten | livre");
    }

    @Test
    void aRunnerOfItsOwnWins() {
        LookupGraph lookup = LookupGraph.create(new Lookup(ENGLISH_TO_GERMAN));
        // tag::runner
        TranslationGraph translation =
                TranslationGraph.create(lookup.with(SyncRunner.create())).with(AsyncRunner.create());
        // end::runner
        assertThat(translation.run("book").outputs().answer()).isEqualTo("book: Buch");
    }

    @Test
    void aMappedGraphRunsOnceForEachElement() {
        GlossaryGraph glossary = GlossaryGraph.create(LookupGraph.create(new Lookup(ENGLISH_TO_GERMAN)));
        // tag::mapped
        RunResult<GlossaryOutputs> result = glossary.run("book case");

        result.outputs().known(); // [Buch, Kasten]
        MapResult<?> items = result.mappedChild("lookup");
        items.status(); // COMPLETED
        items.log().summary(); // "2 items, 90 us | search: avg 20 us | explain: avg 9 us"
        // end::mapped
        assertThat(result.outputs().known()).isEqualTo(List.of("Buch", "Kasten"));
        assertThat(items.isCompleted()).isTrue();
        assertThat(items.log().summary()).startsWith("2 items, ");
    }
}
