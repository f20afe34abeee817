package dev.hypergraph4j.samples.ask;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How documents and questions become terms: both in the same way, or they would not meet. It is what {@link EnglishAnalyzer} does, and takes
 * names of code apart as well: {@code AsyncRunner} is also found as {@code async} and {@code runner}.
 */
final class English extends Analyzer {
    static final English ANALYZER = new English();

    private static final CharArraySet STOP_WORDS = stopWords();
    private static final int CODE_NAMES = PRESERVE_ORIGINAL | GENERATE_WORD_PARTS | SPLIT_ON_CASE_CHANGE;

    private English() {}

    /** The distinct terms of a text, in order. */
    static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A string is read from memory.
        }
        return terms.stream().distinct().toList();
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream terms = new EnglishPossessiveFilter(words);
        terms = new FlattenGraphFilter(new WordDelimiterGraphFilter(terms, CODE_NAMES, null));
        terms = new StopFilter(new LowerCaseFilter(terms), STOP_WORDS);
        return new TokenStreamComponents(words, new PorterStemFilter(terms));
    }

    /** Lucene's, and the words that make a sentence a question. */
    private static CharArraySet stopWords() {
        CharArraySet words = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
        words.addAll(
                List.of("how", "what", "which", "who", "when", "where", "why", "do", "does", "did", "has", "have"));
        words.addAll(List.of("how", "what", "which", "who", "when", "where", "why", "there"));
        words.addAll(List.of("do", "does", "did", "has", "have", "can", "could", "may", "should", "would"));
        words.addAll(List.of("i", "me", "my", "we", "our", "us", "you", "your"));
        words.addAll(List.of("get", "make", "mean", "means", "need", "use", "happens"));
        return words;
    }
}
