package sourcebook.render.chart;

/** A chart drawn: the same shapes as SVG and as PNG, and what they show in words and as a table. Immutable. */
public final class Picture {
    private final Chart chart;
    private final Drawing drawing;

    private Picture(Chart chart, Drawing drawing) {
        this.chart = chart;
        this.drawing = drawing;
    }

    public static Picture of(Chart chart) {
        return new Picture(
                chart,
                switch (chart) {
                    case Chart.Timeline timeline -> TimelineDrawing.of(timeline);
                    case Chart.Bars bars -> BarsDrawing.of(bars);
                    case Chart.Pipeline pipeline -> PipelineDrawing.of(pipeline);
                });
    }

    /** An {@code svg} element that may stand in a page; it holds its own title and description. */
    public String svg() {
        return Svg.of(drawing, chart.title(), alt());
    }

    public byte[] png() {
        return Png.of(drawing);
    }

    /** The picture in words. */
    public String alt() {
        return Figures.inWords(chart);
    }

    /** All of its figures. */
    public Figures figures() {
        return Figures.of(chart);
    }
}
