package org.firstfix.workorder.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Pages filled from top to bottom: text is wrapped the way Chinese and English are, and a new page begins where the old
 * one is full. Measures are points; y counts downwards from the top edge.
 */
final class Sheet implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float MARGIN = 50;
    static final float INNER = WIDTH - 2 * MARGIN;
    static final float BOTTOM = HEIGHT - 58;
    static final Color INK = new Color(0x1b2130);
    static final Color QUIET = new Color(0x4a5160);
    static final Color HOUSE = new Color(0x175cd3);
    static final Color LINE = new Color(0xd5dae2);
    static final Color PANEL = new Color(0xf5f6f8);
    static final Color FAULT = new Color(0xb42318);
    /** No line begins with these. */
    private static final String NOT_FIRST = "，。、；：！？）》」』】％,.;:!?)]}%°℃”’";

    private final PDDocument document;
    private final Face regular;
    private final Face bold;
    private PDPageContentStream stream;
    private float y;

    Sheet(PDDocument document, Face regular, Face bold) throws IOException {
        this.document = document;
        this.regular = regular;
        this.bold = bold;
        this.stream = begin();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = MARGIN;
        return new PDPageContentStream(document, page);
    }

    /** Makes room for something that high, on a new page if need be. */
    void room(float height) throws IOException {
        if (y + height > BOTTOM) {
            stream.close();
            stream = begin();
        }
    }

    void space(float height) {
        y += height;
    }

    float y() {
        return y;
    }

    void y(float value) {
        y = value;
    }

    Face regular() {
        return regular;
    }

    Face bold() {
        return bold;
    }

    /** One line of text whose baseline lies {@code size} below {@code top}. */
    void text(String text, float x, float top, Face font, float size, Color colour) throws IOException {
        stream.beginText();
        stream.setFont(font.font(), size);
        stream.setNonStrokingColor(colour);
        stream.newLineAtOffset(x, HEIGHT - top - size);
        stream.showText(font.printable(text));
        stream.endText();
    }

    /** Ends at {@code right}. */
    void textRight(String text, float right, float top, Face font, float size, Color colour) throws IOException {
        text(text, right - width(text, font, size), top, font, size, colour);
    }

    void line(float x1, float y1, float x2, float y2, float thickness, Color colour) throws IOException {
        stream.setStrokingColor(colour);
        stream.setLineWidth(thickness);
        stream.moveTo(x1, HEIGHT - y1);
        stream.lineTo(x2, HEIGHT - y2);
        stream.stroke();
    }

    void box(float x, float top, float width, float height, Color colour) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.addRect(x, HEIGHT - top - height, width, height);
        stream.fill();
    }

    void frame(float x, float top, float width, float height, Color colour) throws IOException {
        stream.setStrokingColor(colour);
        stream.setLineWidth(0.6f);
        stream.addRect(x, HEIGHT - top - height, width, height);
        stream.stroke();
    }

    /** The strokes of a pen, drawn as lines, scaled into a box. */
    void strokes(List<List<Integer>> lines, float x, float top, float scale) throws IOException {
        stream.setStrokingColor(INK);
        stream.setLineWidth(1.1f);
        stream.setLineCapStyle(1);
        stream.setLineJoinStyle(1);
        for (List<Integer> line : lines) {
            stream.moveTo(x + line.get(0) * scale, HEIGHT - top - line.get(1) * scale);
            stream.lineTo(x + line.get(0) * scale, HEIGHT - top - line.get(1) * scale);
            for (int i = 2; i < line.size(); i += 2) {
                stream.lineTo(x + line.get(i) * scale, HEIGHT - top - line.get(i + 1) * scale);
            }
            stream.stroke();
        }
    }

    /** Wrapped text in a column; breaks pages between lines. */
    void paragraph(String text, float x, float width, Face font, float size, Color colour) throws IOException {
        float leading = size * 1.5f;
        for (String line : wrap(text, font, size, width)) {
            room(leading);
            text(line, x, y, font, size, colour);
            y += leading;
        }
    }

    float width(String text, Face font, float size) throws IOException {
        return font.width(text, size);
    }

    /** Breaks at spaces, and between any two Chinese characters, but never before closing punctuation. */
    List<String> wrap(String text, Face font, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.replace("\r", "").replace('\t', ' ').split("\n", -1)) {
            String rest = paragraph.strip();
            while (width(rest, font, size) > width) {
                int cut = breakBefore(rest, font, size, width);
                lines.add(rest.substring(0, cut).stripTrailing());
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    private int breakBefore(String text, Face font, float size, float width) throws IOException {
        int fits = 1;
        int good = 0;
        float used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int next = i + Character.charCount(text.codePointAt(i));
            used += width(text.substring(i, next), font, size);
            if (used > width) {
                break;
            }
            fits = next;
            if (next < text.length() && mayBreak(text, i, next)) {
                good = next;
            }
        }
        return good > 0 ? good : fits;
    }

    private static boolean mayBreak(String text, int last, int next) {
        int before = text.codePointAt(last);
        int after = text.codePointAt(next);
        if (NOT_FIRST.indexOf(after) >= 0) {
            return false;
        }
        return before == ' ' || after == ' ' || before == '-' || isWide(before) || isWide(after);
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= 0x2E80 && codePoint <= 0xFFEF || codePoint >= 0x20000;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
