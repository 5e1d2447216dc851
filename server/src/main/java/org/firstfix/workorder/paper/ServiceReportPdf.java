package org.firstfix.workorder.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.workorder.domain.ReportDocument;
import org.firstfix.workorder.domain.Signature;
import org.springframework.stereotype.Component;

/**
 * Prints a signed service report: A4, in the customer's language, with the house's own font embedded, and nothing in it
 * that depends on the machine or the moment: the same report gives the same bytes.
 */
@Component
public class ServiceReportPdf {
    private static final float BODY = 9.5f;
    private static final float SMALL = 8;

    private final Texts texts;
    private final HouseFont font;

    ServiceReportPdf(Texts texts, HouseFont font) {
        this.texts = texts;
        this.font = font;
    }

    /** @param zone of the site, for the time of the signature */
    public synchronized byte[] print(ReportDocument report, Signature signature, ZoneId zone) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(UUID.nameUUIDFromBytes(signature.seal().getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
            describe(document, report, signature);
            Face text = new Face(document, font.regular());
            Face heading = new Face(document, font.bold());
            try (Sheet sheet = new Sheet(document, text, heading)) {
                new Layout(sheet, report, Language.of(report.language())).draw(signature, zone);
            }
            footers(document, text, report, signature);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(PDDocument document, ReportDocument report, Signature signature) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(texts.text(Language.of(report.language()), "workorder.paper.title") + " " + report.number());
        about.setAuthor(report.house());
        about.setSubject(report.subject());
        about.setProducer("Firstfix");
        about.setCreationDate(GregorianCalendar.from(signature.at().atZone(ZoneOffset.UTC)));
        document.getDocumentCatalog().setLanguage(report.language());
    }

    /** Page numbers are known at the end only. */
    private void footers(PDDocument document, Face font, ReportDocument report, Signature signature) throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            PDPage page = document.getPage(i);
            try (var stream = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                stream.setNonStrokingColor(Sheet.QUIET);
                stream.beginText();
                stream.setFont(font.font(), 7);
                stream.newLineAtOffset(Sheet.MARGIN, 32);
                stream.showText("SHA-256 " + signature.documentSha256());
                stream.endText();
                String number = texts.text(Language.of(report.language()), "workorder.paper.page",
                        Map.of("number", report.number(), "page", i + 1, "pages", pages));
                stream.beginText();
                stream.setFont(font.font(), 7);
                stream.newLineAtOffset(Sheet.WIDTH - Sheet.MARGIN - font.width(number, 7), 32);
                stream.showText(number);
                stream.endText();
            }
        }
    }

    private final class Layout {
        private final Sheet sheet;
        private final ReportDocument report;
        private final Language language;

        Layout(Sheet sheet, ReportDocument report, Language language) {
            this.sheet = sheet;
            this.report = report;
            this.language = language;
        }

        void draw(Signature signature, ZoneId zone) throws IOException {
            head();
            facts();
            checklist();
            prose("findings", report.findings());
            prose("actions", report.actions());
            parts();
            prose("advice", report.advice());
            pauses();
            photos();
            result();
            signature(signature, zone);
        }

        private String label(String key) {
            return texts.text(language, "workorder.paper." + key);
        }

        private void head() throws IOException {
            sheet.box(0, 0, Sheet.WIDTH, 6, Sheet.HOUSE);
            sheet.text(report.house(), Sheet.MARGIN, 34, sheet.bold(), 10, Sheet.HOUSE);
            sheet.text(label("title"), Sheet.MARGIN, 50, sheet.bold(), 21, Sheet.INK);
            float right = Sheet.WIDTH - Sheet.MARGIN;
            sheet.textRight(report.number(), right, 54, sheet.bold(), 13, Sheet.INK);
            sheet.textRight(texts.text(language, "workorder.paper.visit",
                    Map.of("caseNumber", report.caseNumber(), "visit", report.visitNumber())), right, 36, sheet.regular(), SMALL,
                    Sheet.QUIET);
            sheet.line(Sheet.MARGIN, 82, right, 82, 0.8f, Sheet.LINE);
            sheet.y(92);
        }

        /** Two columns of small facts. */
        private void facts() throws IOException {
            sheet.paragraph(report.subject(), Sheet.MARGIN, Sheet.INNER, sheet.bold(), 12, Sheet.INK);
            sheet.space(4);
            float top = sheet.y();
            float column = Sheet.INNER / 2 - 10;
            fact("customer", report.customer().name() + "  " + report.customer().number(), Sheet.MARGIN, column);
            fact("site", report.customer().site(), Sheet.MARGIN, column);
            fact("address", report.customer().address(), Sheet.MARGIN, column);
            fact("contact", report.customer().contact(), Sheet.MARGIN, column);
            float left = sheet.y();
            sheet.y(top);
            float second = Sheet.MARGIN + Sheet.INNER / 2 + 10;
            fact("machine", report.machine().model(), second, column);
            fact("serial", report.machine().serial(), second, column);
            fact("location", report.machine().location(), second, column);
            fact("engineer", report.engineer(), second, column);
            fact("arrived", report.arrivedAt(), second, column);
            sheet.y(Math.max(left, sheet.y()) + 6);
        }

        private void fact(String key, String value, float x, float width) throws IOException {
            if (value.isBlank()) {
                return;
            }
            float labelWidth = 62;
            sheet.text(label(key), x, sheet.y() + 1, sheet.regular(), SMALL, Sheet.QUIET);
            sheet.paragraph(value.strip(), x + labelWidth, width - labelWidth, sheet.regular(), BODY, Sheet.INK);
            sheet.space(1);
        }

        private void heading(String key) throws IOException {
            sheet.room(44);
            heading(key, Sheet.MARGIN);
        }

        private void heading(String key, float x) throws IOException {
            sheet.space(7);
            sheet.box(x, sheet.y() + 2.5f, 3, 10, Sheet.HOUSE);
            sheet.text(label(key), x + 9, sheet.y(), sheet.bold(), 11, Sheet.INK);
            sheet.space(19);
        }

        private void prose(String key, String text) throws IOException {
            if (!text.isBlank()) {
                heading(key);
                sheet.paragraph(text.strip(), Sheet.MARGIN + 9, Sheet.INNER - 9, sheet.regular(), BODY, Sheet.INK);
            }
        }

        private void checklist() throws IOException {
            if (report.checklist().isEmpty()) {
                return;
            }
            heading("checklist");
            for (ReportDocument.Check check : report.checklist()) {
                float answerAt = Sheet.MARGIN + Sheet.INNER * 0.68f;
                sheet.room(BODY * 1.5f + 5);
                float top = sheet.y();
                sheet.paragraph(check.text(), Sheet.MARGIN + 9, Sheet.INNER * 0.66f - 14, sheet.regular(), BODY, Sheet.INK);
                sheet.text(check.answer(), answerAt, top, check.flagged() ? sheet.bold() : sheet.regular(), BODY,
                        check.flagged() ? Sheet.FAULT : Sheet.INK);
                if (!check.note().isBlank()) {
                    sheet.paragraph(check.note(), Sheet.MARGIN + 18, Sheet.INNER - 18, sheet.regular(), SMALL, Sheet.QUIET);
                }
                sheet.space(1.5f);
                sheet.line(Sheet.MARGIN + 9, sheet.y(), Sheet.WIDTH - Sheet.MARGIN, sheet.y(), 0.4f, Sheet.LINE);
                sheet.space(3.5f);
            }
        }

        private void parts() throws IOException {
            if (report.parts().isEmpty()) {
                return;
            }
            heading("parts");
            float[] columns = {Sheet.MARGIN + 9, Sheet.MARGIN + 95, Sheet.MARGIN + 190, Sheet.MARGIN + 355, Sheet.MARGIN + 395};
            List<String> titles = List.of("part-kind", "part-number", "part-name", "quantity", "part-serial");
            sheet.box(Sheet.MARGIN + 9, sheet.y() - 2, Sheet.INNER - 9, 16, Sheet.PANEL);
            for (int i = 0; i < columns.length; i++) {
                sheet.text(label(titles.get(i)), columns[i] + (i == 0 ? 4 : 0), sheet.y() + 1, sheet.regular(), SMALL, Sheet.QUIET);
            }
            sheet.space(18);
            for (ReportDocument.Part part : report.parts()) {
                sheet.room(18);
                float top = sheet.y();
                sheet.text(part.kind(), columns[0] + 4, top, sheet.regular(), BODY, Sheet.INK);
                sheet.text(part.number(), columns[1], top, sheet.regular(), BODY, Sheet.INK);
                sheet.paragraph(part.name(), columns[2], columns[3] - columns[2] - 8, sheet.regular(), BODY, Sheet.INK);
                sheet.text(String.valueOf(part.quantity()), columns[3], top, sheet.regular(), BODY, Sheet.INK);
                sheet.text(part.serial(), columns[4], top, sheet.regular(), BODY, Sheet.INK);
                sheet.line(Sheet.MARGIN + 9, sheet.y() + 1, Sheet.WIDTH - Sheet.MARGIN, sheet.y() + 1, 0.4f, Sheet.LINE);
                sheet.space(4);
            }
        }

        /** When nobody was waited for but the customer: it did not count for the contract. */
        private void pauses() throws IOException {
            if (report.pauses().isEmpty()) {
                return;
            }
            heading("pauses");
            for (ReportDocument.Pause pause : report.pauses()) {
                sheet.room(BODY * 3);
                sheet.paragraph(pause.reason() + language.choose("：", ": ") + pause.time(), Sheet.MARGIN + 9, Sheet.INNER - 9, sheet.regular(),
                        BODY, Sheet.INK);
                String stretch = pause.from() + " – " + pause.until();
                sheet.paragraph(pause.evidence().isBlank() ? stretch : stretch + " · " + pause.evidence().strip(), Sheet.MARGIN + 18,
                        Sheet.INNER - 18, sheet.regular(), SMALL, Sheet.QUIET);
            }
        }

        /** True cause and outcome, side by side. */
        private void result() throws IOException {
            String note = report.outcomeNote().isBlank() ? "" : language.choose("：", ": ") + report.outcomeNote().strip();
            float half = Sheet.INNER / 2;
            sheet.room(50);
            float top = sheet.y();
            float left = top;
            if (!report.trueCauses().isEmpty()) {
                heading("causes", Sheet.MARGIN);
                sheet.paragraph(String.join(language.choose("、", ", "), report.trueCauses()), Sheet.MARGIN + 9, half - 20,
                        sheet.regular(), BODY, Sheet.INK);
                left = sheet.y();
                sheet.y(top);
            }
            float x = report.trueCauses().isEmpty() ? Sheet.MARGIN : Sheet.MARGIN + half + 10;
            heading("outcome", x);
            sheet.paragraph(report.outcomeText() + note, x + 9, Sheet.WIDTH - Sheet.MARGIN - x - 9, sheet.regular(), BODY, Sheet.INK);
            sheet.y(Math.max(left, sheet.y()));
        }

        private void photos() throws IOException {
            if (report.photos().isEmpty()) {
                return;
            }
            heading("photos");
            for (ReportDocument.Photo photo : report.photos()) {
                sheet.paragraph(photo.moment() + "  SHA-256 " + photo.sha256(), Sheet.MARGIN + 9, Sheet.INNER - 9, sheet.regular(),
                        SMALL, Sheet.QUIET);
            }
        }

        private void signature(Signature signature, ZoneId zone) throws IOException {
            float scale = 0.31f;
            float width = Signature.Strokes.WIDTH * scale;
            float height = Signature.Strokes.HEIGHT * scale;
            sheet.room(height + 50);
            heading("signature", Sheet.MARGIN);
            sheet.paragraph(label(signature.strokes().isTyped() ? "signature-typed" : "signature-text"), Sheet.MARGIN + 9, Sheet.INNER - 9, sheet.regular(), SMALL, Sheet.QUIET);
            sheet.space(4);
            float top = sheet.y();
            sheet.frame(Sheet.MARGIN + 9, top, width, height, Sheet.LINE);
            if (signature.strokes().isTyped()) {
                float fit = Math.min(24, 24 * (width - 20) / Math.max(1, sheet.regular().width(signature.name(), 24)));
                sheet.text(signature.name(), Sheet.MARGIN + 19, top + (height - fit) / 2 - 2, sheet.regular(), fit, Sheet.INK);
            } else {
                sheet.strokes(signature.strokes().lines(), Sheet.MARGIN + 9, top, scale);
            }
            float x = Sheet.MARGIN + 9 + width + 20;
            sheet.text(signature.name(), x, top + 2, sheet.bold(), 12, Sheet.INK);
            sheet.text(ReportTimes.wallClock(signature.at(), zone), x, top + 20, sheet.regular(), BODY, Sheet.INK);
            sheet.text(label("seal"), x, top + 36, sheet.regular(), 7, Sheet.QUIET);
            sheet.text(signature.seal().substring(0, 32), x, top + 45, sheet.regular(), 7, Sheet.QUIET);
            sheet.text(signature.seal().substring(32), x, top + 53, sheet.regular(), 7, Sheet.QUIET);
            sheet.y(top + height);
        }
    }
}
