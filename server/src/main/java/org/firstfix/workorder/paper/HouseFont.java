package org.firstfix.workorder.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one font of everything on paper, from the jar and never from the machine. Parsed once; used by one at a time. */
@Component
class HouseFont {
    private @Nullable TrueTypeFont regular;
    private @Nullable TrueTypeFont bold;

    synchronized TrueTypeFont regular() {
        TrueTypeFont parsed = regular == null ? parse("NotoSansSC_400Regular.ttf") : regular;
        regular = parsed;
        return parsed;
    }

    synchronized TrueTypeFont bold() {
        TrueTypeFont parsed = bold == null ? parse("NotoSansSC_700Bold.ttf") : bold;
        bold = parsed;
        return parsed;
    }

    /** The outlines of a line of text, its baseline at y = 0, one em high: no font of the machine takes part. */
    synchronized Path2D outlines(String text) {
        TrueTypeFont font = regular();
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            float em = font.getUnitsPerEm();
            Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double x = 0;
            for (int codePoint : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(codePoint);
                GlyphData shape = font.getGlyph().getGlyph(glyph);
                if (shape != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(1 / em, -1 / em);
                    line.append(shape.getPath().getPathIterator(place), false);
                }
                x += font.getAdvanceWidth(glyph) / em;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parse(String name) {
        try (InputStream stream = Objects.requireNonNull(HouseFont.class.getResourceAsStream("/fonts/" + name),
                "The font " + name + " is not in the jar. Maybe server/fonts was not built.")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
