package dev.hypergraph4j.samples.census;

import java.util.List;
import java.util.Locale;

/** Draws charts one below the other, as one SVG picture that needs nothing beside it. */
final class SvgDrawing {
    private static final int WIDTH = 900;
    private static final int BARS_FROM = 400;
    private static final int LONGEST_BAR = 400;
    private static final int ROW = 22;
    private static final int TITLE = 44;
    private static final int MARGIN = 20;

    private final StringBuilder shapes = new StringBuilder();
    private int y = MARGIN;

    private SvgDrawing() {}

    static String of(List<BarChart> charts) {
        SvgDrawing drawing = new SvgDrawing();
        charts.forEach(drawing::draw);
        return drawing.svg();
    }

    private void draw(BarChart chart) {
        y += TITLE;
        shape("<text class='title' x='%d' y='%d'>%s</text>", MARGIN, y - 14, escaped(chart.title()));
        for (Ranking.Entry entry : chart.ranking().largest()) {
            double length = LONGEST_BAR * chart.length(entry);
            shape("<text class='label' x='%d' y='%d'>%s</text>", BARS_FROM - 8, y + 12, escaped(entry.label()));
            shape("<rect x='%d' y='%d' width='%.1f' height='%d'/>", BARS_FROM, y, length, ROW - 6);
            shape("<text x='%.1f' y='%d'>%,d</text>", BARS_FROM + length + 6, y + 12, entry.count());
            y += ROW;
        }
    }

    private String svg() {
        return String.format(Locale.ROOT, """
                <svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d'>
                <style>
                  text { font: 13px 'DejaVu Sans', Verdana, sans-serif; fill: #333 }
                  .title { font-weight: bold; font-size: 16px }
                  .label { text-anchor: end }
                  rect { fill: #3a7ca5 }
                </style>
                <rect width='100%%' height='100%%' style='fill: white'/>
                %3$s</svg>
                """, WIDTH, y + MARGIN, shapes);
    }

    private void shape(String format, Object... values) {
        shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
