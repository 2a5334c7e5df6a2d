package sourcebook.teams.manifest;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The two icons that Teams asks for: opening quotation marks, drawn without any font. */
final class Icons {
    private static final int COLOUR_SIDE = 192;
    private static final int OUTLINE_SIDE = 32;
    private static final Color GROUND = new Color(0x1d3557);

    private Icons() {}

    /** White on the app's colour, 192 by 192, the marks within the middle that Teams never cuts away. */
    static byte[] colour() {
        return png(COLOUR_SIDE, GROUND, 96);
    }

    /** White on nothing, 32 by 32. */
    static byte[] outline() {
        return png(OUTLINE_SIDE, new Color(0, true), 26);
    }

    private static byte[] png(int side, Color ground, double width) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(ground);
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(Color.WHITE);
        double mark = width * 0.44;
        double top = (side - mark * 1.5) / 2;
        graphics.fill(mark((side - width) / 2, top, mark));
        graphics.fill(mark((side + width) / 2 - mark, top, mark));
        graphics.dispose();
        return written(image);
    }

    /** One mark of that width: a drop that hangs from the upper right. */
    private static Area mark(double left, double top, double width) {
        double height = width * 1.5;
        Area mark = new Area(new Ellipse2D.Double(left, top + height - width, width, width));
        Path2D tail = new Path2D.Double();
        tail.moveTo(left, top + height - width / 2);
        tail.quadTo(left, top + width * 0.2, left + width * 0.85, top);
        tail.lineTo(left + width, top + width * 0.28);
        tail.quadTo(left + width * 0.5, top + width * 0.4, left + width * 0.5, top + height - width * 0.9);
        tail.closePath();
        mark.add(new Area(tail));
        return mark;
    }

    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
