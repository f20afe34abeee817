package dev.hypergraph4j.samples.ask;

import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/** Writes Markdown as it reads in a terminal: code in backticks, links without their addresses, headings without a colon. */
final class PlainText implements NodeRenderer {
    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .nodeRendererFactory(PlainText::new)
            .build();

    private final TextContentNodeRendererContext context;

    private PlainText(TextContentNodeRendererContext context) {
        this.context = context;
    }

    /** The text of a node, on one line. */
    static String of(Node node) {
        return RENDERER.render(node).strip();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Code.class, Heading.class, Link.class, TableCell.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Code code) {
            context.getWriter().write("`" + code.getLiteral() + "`");
        } else {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
