package sourcebook.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import sourcebook.render.chart.Chart.Bar;
import sourcebook.render.chart.Chart.Bars;
import sourcebook.render.chart.Chart.Month;
import sourcebook.render.chart.Chart.Pipeline;
import sourcebook.render.chart.Chart.Stretch;
import sourcebook.render.chart.Chart.Timeline;

class PictureTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    static final Timeline TIMELINE = new Timeline(
            "Contracts of Example Borough Council",
            TODAY,
            List.of(
                    new Stretch(
                            "Payroll and finance – Example Services Limited",
                            day("2015-09-01"),
                            day("2025-08-31"),
                            null),
                    new Stretch(
                            "Refuse collection and street cleansing across the whole of the borough, with fleet and depots – Example Waste",
                            day("2020-04-01"),
                            day("2027-03-31"),
                            day("2030-03-31")),
                    new Stretch("Leisure centres <Lot 2> – Example & Sons", null, day("2026-12-31"), null),
                    new Stretch("Highways – Example Facilities", day("2024-01-01"), null, null),
                    new Stretch("Catering – Example Catering", day("2024-01-01"), day("2023-01-01"), null),
                    new Stretch("Parking – no dates", null, null, null)));

    static final Bars BARS = new Bars(
            "Value by supplier",
            "GBP, award value, total",
            List.of(
                    new Bar("Example Services Limited", new BigDecimal("216000000"), "£216,000,000"),
                    new Bar("Example Waste", new BigDecimal("95000000"), "£95,000,000"),
                    new Bar("Example Digital", new BigDecimal("750000"), "£750,000"),
                    new Bar("Example Credit", new BigDecimal("-5000"), "−£5,000")));

    static final Pipeline PIPELINE = new Pipeline(
            "Contracts ending in the next 12 months",
            IntStream.range(0, 12)
                    .mapToObj(i -> new Month(YearMonth.of(2026, 11).plusMonths(i), (i * 7) % 11, (i * 7) % 11 / 2))
                    .toList());

    static final List<Chart> ALL = List.of(TIMELINE, BARS, PIPELINE);

    @ParameterizedTest
    @FieldSource("ALL")
    void aPngHasTheSizeOfTheSvgTwiceAsFineAndIsNotBlank(Chart chart) throws Exception {
        Picture picture = Picture.of(chart);
        Element svg = parsed(picture.svg()).getDocumentElement();

        BufferedImage png = ImageIO.read(new ByteArrayInputStream(picture.png()));

        assertThat(png.getWidth()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("width")));
        assertThat(png.getHeight()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("height")));
        assertThat(inked(png)).isBetween(0.005, 0.5);
    }

    @Test
    void wordsArePaintedWhereTheSvgHasThem() throws IOException {
        BufferedImage png =
                ImageIO.read(new ByteArrayInputStream(Picture.of(BARS).png()));

        BufferedImage title = png.getSubimage(2 * 12, 2 * 12, 2 * 140, 2 * 16);

        assertThat(inked(title)).isBetween(0.05, 0.5);
        assertThat(inked(png.getSubimage(2 * 400, 2 * 12, 2 * 200, 2 * 16))).isZero();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noWordLeavesThePictureOrIsWiderThanIt(Chart chart) throws Exception {
        NodeList words = parsed(Picture.of(chart).svg()).getElementsByTagName("text");

        for (int i = 0; i < words.getLength(); i++) {
            Element text = (Element) words.item(i);
            double width = Typeface.width(text.getTextContent(), Double.parseDouble(text.getAttribute("font-size")));
            double x = Double.parseDouble(text.getAttribute("x"));
            double left = switch (text.getAttribute("text-anchor")) {
                case "start" -> x;
                case "middle" -> x - width / 2;
                default -> x - width;
            };
            assertThat(left).as(text.getTextContent()).isGreaterThanOrEqualTo(0);
            assertThat(left + width).as(text.getTextContent()).isLessThanOrEqualTo(Drawing.WIDTH);
        }
    }

    @Test
    void hostileLabelsStayWords() throws Exception {
        String label = "</text><script>alert(1)</script>\u0000\uFFFF &amp; \"'";

        String svg = Picture.of(new Bars(label, label, List.of(new Bar(label, BigDecimal.ONE, label))))
                .svg();

        assertThat(svg).doesNotContain("<script").doesNotContain("style=");
        assertThat(parsed(svg).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("</text><script>alert(1)</script> &amp; \"'");
    }

    @Test
    void whatIsNotStatedIsSaidAndNotDrawnAsIfItWere() {
        String svg = Picture.of(TIMELINE).svg();

        assertThat(svg).contains("start not stated", "end not stated", "ends before it starts");
        assertThat(svg).contains("… and 1 in the table only");
        assertThat(Picture.of(TIMELINE).figures().rows())
                .contains(List.of("Parking – no dates", "not stated", "not stated", ""));
    }

    @Test
    void theFiguresAreThereInWords() {
        assertThat(Picture.of(BARS).alt())
                .isEqualTo("Value by supplier (GBP, award value, total): Example Services Limited £216,000,000;"
                        + " Example Waste £95,000,000; Example Digital £750,000; Example Credit −£5,000.");
        assertThat(Picture.of(TIMELINE).alt())
                .contains("from 1 April 2020 to 31 March 2027, with options to 31 March 2030");
        assertThat(Picture.of(new Pipeline("Ending", List.of())).alt()).isEqualTo("Ending: none.");
    }

    @Test
    void theTableHasEveryRowAlsoThoseThatAreNotDrawn() {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            bars.add(new Bar("Example " + i, BigDecimal.valueOf(i), "£" + i));
        }

        Picture picture = Picture.of(new Bars("Many", "GBP", bars));

        assertThat(picture.figures().rows()).hasSize(60);
        assertThat(picture.svg()).contains("… and 40 in the table only").doesNotContain("Example 20<");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyKindIsDrawnWithNothingInIt(Chart chart) throws Exception {
        Chart empty = switch (chart) {
            case Timeline timeline -> new Timeline(timeline.title(), TODAY, List.of());
            case Bars bars -> new Bars(bars.title(), bars.basis(), List.of());
            case Pipeline pipeline -> new Pipeline(pipeline.title(), List.of());
        };

        assertThat(parsed(Picture.of(empty).svg()).getDocumentElement().getTagName())
                .isEqualTo("svg");
        assertThat(Picture.of(empty).png()).isNotEmpty();
    }

    /** Contrast as WCAG 2.2 defines it: words 4.5 to 1 on white, and the two sorts of bars 3 to 1 between each other. */
    @Test
    void inksAreTellableApartByLightnessAlone() {
        assertThat(contrast("#595959", "#ffffff")).isGreaterThan(4.5);
        assertThat(contrast(Drawing.Ink.MARK.hex, "#ffffff")).isGreaterThan(3);
        assertThat(contrast(Drawing.Ink.SOLID.hex, Drawing.Ink.PALE.hex)).isGreaterThan(3);
        assertThat(contrast(Drawing.Ink.SOLID.hex, "#ffffff")).isGreaterThan(3);
    }

    private static double contrast(String one, String other) {
        double a = luminance(Color.decode(one));
        double b = luminance(Color.decode(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double inked(BufferedImage image) {
        long inked = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                inked += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
            }
        }
        return inked / (double) (image.getWidth() * image.getHeight());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
