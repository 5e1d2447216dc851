package org.firstfix.workorder.paper;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One weight of the font within a document: what it can draw, and how wide. */
final class Face {
    private static final int BOX = 0x25A1;

    private final PDType0Font font;
    private final TrueTypeFont outlines;
    private final CmapLookup glyphs;
    private final float perEm;
    private final Map<Integer, Float> widths = new HashMap<>();

    Face(PDDocument document, TrueTypeFont outlines) throws IOException {
        this.font = PDType0Font.load(document, outlines, true);
        this.outlines = outlines;
        this.glyphs = outlines.getUnicodeCmapLookup();
        this.perEm = outlines.getUnitsPerEm();
    }

    PDType0Font font() {
        return font;
    }

    float width(String text, float size) throws IOException {
        float ems = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            ems += width(text.codePointAt(i));
        }
        return ems * size;
    }

    private float width(int codePoint) throws IOException {
        Float known = widths.get(codePoint);
        if (known == null) {
            known = outlines.getAdvanceWidth(glyphs.getGlyphId(draws(codePoint) ? codePoint : BOX)) / perEm;
            widths.put(codePoint, known);
        }
        return known;
    }

    private boolean draws(int codePoint) {
        return codePoint >= 0x20 && glyphs.getGlyphId(codePoint) != 0;
    }

    /** What the font cannot draw is shown as a box, never dropped. */
    String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().map(codePoint -> draws(codePoint) ? codePoint : BOX).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
