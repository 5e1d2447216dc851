package org.firstfix.workorder.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.firstfix.workorder.domain.Signature;
import org.springframework.stereotype.Component;

/** A signature as a PNG, black on white: the strokes of the pen, or the name where the customer typed it. */
@Component
public class SignaturePicture {
    private static final double MARGIN = 20;
    private static final double LARGEST = 80;

    private final HouseFont font;

    SignaturePicture(HouseFont font) {
        this.font = font;
    }

    public byte[] png(Signature.Strokes strokes, String name) {
        BufferedImage image = new BufferedImage(Signature.Strokes.WIDTH, Signature.Strokes.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (strokes.isTyped()) {
            write(pen, name);
        }
        for (List<Integer> line : strokes.lines()) {
            Path2D path = new Path2D.Double();
            path.moveTo(line.get(0), line.get(1));
            path.lineTo(line.get(0), line.get(1));
            for (int i = 2; i < line.size(); i += 2) {
                path.lineTo(line.get(i), line.get(i + 1));
            }
            pen.draw(path);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Graphics2D pen, String name) {
        Path2D outlines = font.outlines(name);
        Rectangle2D ink = outlines.getBounds2D();
        double scale = Math.min(LARGEST, (Signature.Strokes.WIDTH - 2 * MARGIN) / Math.max(ink.getWidth(), 0.1));
        AffineTransform place = AffineTransform.getTranslateInstance(MARGIN, Signature.Strokes.HEIGHT / 2.0 + scale * 0.35);
        place.scale(scale, scale);
        pen.fill(place.createTransformedShape(outlines));
    }
}
