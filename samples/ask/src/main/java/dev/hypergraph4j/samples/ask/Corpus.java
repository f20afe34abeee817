package dev.hypergraph4j.samples.ask;

import dev.hypergraph4j.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the documents of a folder searchable. The nodes are static: they need nothing but what they are given. */
public final class Corpus {
    private Corpus() {}

    /** The Markdown files in the folder and below, by name. */
    @Node(outputName = "files")
    static List<MarkdownFile> read(Path folder) throws IOException {
        List<MarkdownFile> files = MarkdownFolder.read(folder);
        if (files.isEmpty()) {
            throw new AskException("There is no Markdown file (*.md) in " + folder.toAbsolutePath()
                    + ". Ask about a folder whose documents are Markdown.");
        }
        return files;
    }

    /** The sections of the files, in order; headings with nothing below them are left out. */
    @Node(outputName = "sections")
    static List<Section> split(List<MarkdownFile> files) {
        return files.stream()
                .flatMap(file -> SectionSplitter.split(file).stream())
                .toList();
    }

    /**
     * What {@link #index} gives: two outputs of one node.
     *
     * @param sectionIndex to find out where something is said
     * @param passageIndex to find out what is said there
     */
    record Indexes(TextIndex<Section> sectionIndex, TextIndex<Quote> passageIndex) {}

    /** Indexes the sections, and each passage by itself. */
    @Node(outputName = {"sectionIndex", "passageIndex"})
    static Indexes index(List<Section> sections) throws IOException {
        List<Quote> quotes = sections.stream()
                .flatMap(section -> section.passages().stream().map(passage -> new Quote(section, passage)))
                .toList();
        return new Indexes(
                TextIndex.of(sections, Section::heading, Section::text, 2),
                TextIndex.of(
                        quotes,
                        quote -> quote.section().heading(),
                        quote -> quote.passage().text(),
                        0.5f));
    }
}
