package sourcebook.render.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Liberation Sans, from the jar of PDFBox, as widths and outlines. Java's own text drawing asks the system for fonts and
 * fails on a server that has none; outlines are filled like any shape. Safe for many threads.
 */
final class Typeface {
    /** For SVG: Liberation Sans has the widths of Arial and Helvetica. */
    static final String FAMILY = "'Liberation Sans', Arial, Helvetica, sans-serif";

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Typeface SANS = new Typeface();

    private record Glyph(double advance, GeneralPath outline) {}

    private final TrueTypeFont font;
    private final CmapLookup places;
    private final double em;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    private Typeface() {
        try (InputStream in = TrueTypeFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar of PDFBox lacks " + FILE);
            }
            font = new TTFParser().parseEmbedded(in);
            places = font.getUnicodeCmapLookup();
            em = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> SANS.glyph(c).advance).sum() * size / SANS.em;
    }

    /** The text's outline with its base line's start at the place; characters that the face lacks are empty boxes. */
    static Path2D outline(String text, double x, double y, double size) {
        Path2D path = new Path2D.Double();
        double scale = size / SANS.em;
        double at = x;
        for (int c : text.codePoints().toArray()) {
            Glyph glyph = SANS.glyph(c);
            path.append(glyph.outline.getPathIterator(new AffineTransform(scale, 0, 0, -scale, at, y)), false);
            at += glyph.advance * scale;
        }
        return path;
    }

    private Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::read);
    }

    /** The font reads from one place at a time. */
    private synchronized Glyph read(int codePoint) {
        try {
            int glyph = places.getGlyphId(codePoint);
            GlyphData data = font.getGlyph().getGlyph(glyph);
            return new Glyph(font.getAdvanceWidth(glyph), data == null ? new GeneralPath() : data.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
