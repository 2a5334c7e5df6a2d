package sourcebook.render.contract;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import sourcebook.render.chart.Chart;
import sourcebook.render.chart.Figures;
import sourcebook.render.chart.Picture;

/** A chart in a page: the picture, which scrolls sideways where the page is narrow, and its figures in a table. */
final class ChartFigure {
    private ChartFigure() {}

    static DomContent of(Chart chart) {
        Picture picture = Picture.of(chart);
        return section(
                        div(rawHtml(picture.svg()))
                                .withClass("wide")
                                .withTabindex(0)
                                .attr("role", "region")
                                .attr("aria-label", "Chart: " + chart.title()),
                        details(summary("The figures as a table"), figures(picture.figures())))
                .withClass("chart");
    }

    private static DomContent figures(Figures figures) {
        return div(table(
                        thead(tr(each(figures.head(), head -> th(head).attr("scope", "col")))),
                        tbody(each(figures.rows(), row -> tr(each(row, cell -> td(cell)))))))
                .withClass("wide")
                .withTabindex(0)
                .attr("role", "region")
                .attr("aria-label", "The figures as a table");
    }
}
