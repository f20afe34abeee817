package dev.hypergraph4j.samples.ask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * A Lucene index in memory of things that have a heading and a text. Immutable and thread-safe.
 *
 * @param <T> the type of the things
 */
final class TextIndex<T> {
    private static final String ITEM = "item";
    private static final String HEADING = "heading";
    private static final String TEXT = "text";

    /** How far apart two words may be to be close. */
    private static final int CLOSE = 3;

    /** Lucene's own, but for a lower k1: which terms a sentence holds says more than how often it holds them. */
    private static final Similarity SIMILARITY = new BM25Similarity(0.6f, 0.75f);

    /** What a term that is in both fields gains: enough to win against a term that is in one. */
    private static final float TIE_BREAKER = 0.3f;

    private final List<T> items;
    private final IndexSearcher searcher;
    private final float headingWeight;

    private TextIndex(List<T> items, IndexSearcher searcher, float headingWeight) {
        this.items = items;
        this.searcher = searcher;
        this.headingWeight = headingWeight;
    }

    /**
     * An index of {@code items}.
     *
     * @param headingWeight how much more a term says in the heading than in the text
     */
    static <T> TextIndex<T> of(
            List<T> items, Function<T, String> heading, Function<T, String> text, float headingWeight)
            throws IOException {
        Directory memory = new ByteBuffersDirectory();
        try (IndexWriter writer =
                new IndexWriter(memory, new IndexWriterConfig(English.ANALYZER).setSimilarity(SIMILARITY))) {
            for (int i = 0; i < items.size(); i++) {
                Document document = new Document();
                document.add(new StoredField(ITEM, i));
                document.add(new TextField(HEADING, heading.apply(items.get(i)), Store.NO));
                document.add(new TextField(TEXT, text.apply(items.get(i)), Store.NO));
                writer.addDocument(document);
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
        searcher.setSimilarity(SIMILARITY);
        return new TextIndex<>(List.copyOf(items), searcher, headingWeight);
    }

    /** The items that hold at least half of the terms, best first, {@code count} at most. */
    List<Scored<T>> search(List<String> terms, int count) throws IOException {
        List<Scored<T>> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query(terms), count).scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            found.add(new Scored<>(
                    items.get(document.getField(ITEM).numericValue().intValue()), hit.score));
        }
        return List.copyOf(found);
    }

    /** At least half of the terms; those that follow each other in the question count more where they stand close together. */
    private Query query(List<String> terms) {
        BooleanQuery.Builder words = new BooleanQuery.Builder().setMinimumNumberShouldMatch(terms.size() / 2);
        terms.forEach(term -> words.add(inEitherField(term), Occur.SHOULD));
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
        for (int i = 1; i < terms.size(); i++) {
            query.add(new PhraseQuery(CLOSE, TEXT, terms.get(i - 1), terms.get(i)), Occur.SHOULD);
        }
        return query.build();
    }

    private Query inEitherField(String term) {
        Query heading = new BoostQuery(new TermQuery(new Term(HEADING, term)), headingWeight);
        return new DisjunctionMaxQuery(List.of(heading, new TermQuery(new Term(TEXT, term))), TIE_BREAKER);
    }
}
