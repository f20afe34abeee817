package dev.hypergraph4j.samples.ask;

import static java.util.stream.Collectors.joining;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Walks through one Markdown document and collects its sections. */
final class SectionSplitter extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private final String file;
    private final List<Section> sections = new ArrayList<>();

    // The section that is being read
    private final List<Heading> headings = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();

    private SectionSplitter(String file) {
        this.file = file;
    }

    /** The sections of a file, in order; headings with nothing below them are left out. */
    static List<Section> split(MarkdownFile file) {
        SectionSplitter splitter = new SectionSplitter(file.name());
        PARSER.parse(file.text()).accept(splitter);
        splitter.endSection();
        return List.copyOf(splitter.sections);
    }

    @Override
    public void visit(Heading heading) {
        endSection();
        headings.removeIf(above -> above.getLevel() >= heading.getLevel());
        headings.add(heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        sentences(PlainText.of(paragraph)).map(Passage::prose).forEach(passages::add);
    }

    /** A row of a table reads as one sentence. In a table of contents it leads to an answer, and is none. */
    @Override
    public void visit(CustomNode node) {
        if (!(node instanceof TableRow)) {
            visitChildren(node);
        } else if (node.getParent() instanceof TableBody && !leadsToAnotherFile(node)) {
            passages.add(Passage.prose(children(node)
                    .map(PlainText::of)
                    .filter(cell -> !cell.isBlank())
                    .collect(joining(" | "))));
        }
    }

    @Override
    public void visit(FencedCodeBlock block) {
        if (!block.getInfo().startsWith("mermaid")) { // A drawing: its lines say nothing by themselves.
            passages.add(Passage.code(block.getLiteral().stripTrailing()));
        }
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        passages.add(Passage.code(block.getLiteral().stripTrailing()));
    }

    private void endSection() {
        if (!passages.isEmpty()) {
            sections.add(new Section(file, line(), heading(), passages));
            passages.clear();
        }
    }

    private int line() {
        return headings.isEmpty()
                ? 1
                : headings.get(headings.size() - 1).getSourceSpans().get(0).getLineIndex() + 1;
    }

    private String heading() {
        return headings.isEmpty() ? file : headings.stream().map(PlainText::of).collect(joining(" > "));
    }

    private static Stream<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            if (sentence.contains(" ") || end == text.length()) { // A single word leads to the sentence after it.
                sentences.add(sentence);
                start = end;
            }
        }
        return sentences.stream().filter(sentence -> !sentence.isEmpty());
    }

    private static boolean leadsToAnotherFile(Node row) {
        return row.getFirstChild().getFirstChild() instanceof Link link
                && link.getDestination().contains(".md");
    }

    private static Stream<Node> children(Node node) {
        return Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext);
    }
}
