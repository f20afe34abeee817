package dev.hypergraph4j.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDrawingTest {

    @Test
    void everyEntryIsABarWithItsLabelAndItsCount() throws Exception {
        Document svg = parsed(SvgDrawing.of(List.of(
                new BarChart("Sizes", Ranking.of(Map.of("half", 500L, "whole", 1000L), 2)),
                new BarChart("Names", Ranking.of(Map.of("<init> & others", 1L, "rest", 0L), 1)))));

        assertThat(texts(svg))
                .containsExactly("Sizes", "whole", "1,000", "half", "500", "Names", "<init> & others", "1");
        assertThat(barWidths(svg)).containsExactly("400.0", "200.0", "400.0");
    }

    @Test
    void emptyChartIsATitle() throws Exception {
        Document svg = parsed(SvgDrawing.of(List.of(new BarChart("Nothing", Ranking.of(Map.of(), 3)))));

        assertThat(texts(svg)).containsExactly("Nothing");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    /** The first rectangle is the ground. */
    private static List<String> barWidths(Document svg) {
        return elements(svg, "rect").stream()
                .skip(1)
                .map(bar -> bar.getAttribute("width"))
                .toList();
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
