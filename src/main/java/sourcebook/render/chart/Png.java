package sourcebook.render.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sourcebook.render.chart.Drawing.Box;
import sourcebook.render.chart.Drawing.Ink;
import sourcebook.render.chart.Drawing.Line;
import sourcebook.render.chart.Drawing.Shape;
import sourcebook.render.chart.Drawing.Words;

/** Paints a drawing as PNG, twice as fine as a page's pixels. Needs neither a display nor fonts of the system. */
final class Png {
    private static final int FINE = 2;
    private static final float[] DASH = {5, 3};

    private Png() {}

    static byte[] of(Drawing drawing) {
        BufferedImage image =
                new BufferedImage(Drawing.WIDTH * FINE, drawing.height() * FINE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(FINE, FINE);
            drawing.shapes().forEach(shape -> paint(graphics, shape));
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    private static void paint(Graphics2D graphics, Shape shape) {
        switch (shape) {
            case Box box -> {
                Rectangle2D rectangle = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
                graphics.setColor(colour(box.fill()));
                graphics.fill(rectangle);
                graphics.setColor(colour(box.edge()));
                graphics.setStroke(new BasicStroke(1));
                graphics.draw(rectangle);
            }
            case Line line -> {
                graphics.setColor(colour(line.ink()));
                graphics.setStroke(
                        line.dashed()
                                ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASH, 0)
                                : new BasicStroke(1));
                graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
            }
            case Words words -> {
                graphics.setColor(colour(words.ink()));
                graphics.fill(Typeface.outline(words.text(), words.left(), words.y(), words.size()));
            }
        }
    }

    private static Color colour(Ink ink) {
        return Color.decode(ink.hex);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java platform cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
