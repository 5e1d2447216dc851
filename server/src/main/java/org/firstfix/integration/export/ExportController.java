package org.firstfix.integration.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firstfix.integration.sheet.SheetWriter;
import org.firstfix.integration.usecase.ExportList;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.web.Performs;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Every list as a file: {@code /api/v1/exports/cases.csv?status=RELEASED} has the rows of {@code /api/v1/cases?status=RELEASED},
 * all pages of it.
 */
@RestController
@RequestMapping("/api/v1/exports")
class ExportController {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern LIST = Pattern.compile("[a-z][a-z-]{1,40}(?:\\.[a-z][a-z-]{1,40})?");
    private static final Set<String> FORMATS = Set.of("csv", "xlsx");
    private static final int LONGEST_FILTER = 500;

    private final ListPages pages;
    private final ExportList export;
    private final ColumnLabels labels;
    private final Clock clock;

    ExportController(ListPages pages, ExportList export, ColumnLabels labels, Clock clock) {
        this.pages = pages;
        this.export = export;
        this.labels = labels;
        this.clock = clock;
    }

    /** @param list as the API calls it; {@code work-orders.unassigned} for {@code /api/v1/work-orders/unassigned} */
    @GetMapping("/{list}.{format}")
    @Performs(ExportList.class)
    void export(@PathVariable String list, @PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!LIST.matcher(list).matches() || !FORMATS.contains(format)) {
            throw Problem.of(404, "integration.list-unknown", Map.of("list", list + "." + format));
        }
        Map<String, String[]> filter = new TreeMap<>(request.getParameterMap());
        filter.remove("limit");
        filter.remove("cursor");
        ListPages.OpenList open = pages.open(list, request);
        // The first page is read before anything is written: a wrong filter or a missing permission is still an ordinary answer.
        ListPages.RowPage page = pages.page(open, filter, Optional.empty(), request, response);
        ZoneId zone = export.handle(new ExportList.Command(list, format, inWords(filter)));
        // Written to the disk first: what breaks off in the middle must not arrive as a file that looks complete.
        Path file = Files.createTempFile("export", "." + format);
        try {
            write(file, format, open, filter, page, zone, request, response);
            describe(response, list, format, zone, Files.size(file));
            try (OutputStream out = response.getOutputStream()) {
                Files.copy(file, out);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(Path file, String format, ListPages.OpenList list, Map<String, String[]> filter, ListPages.RowPage first,
            ZoneId zone, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Language language = Actors.current().language();
        try (OutputStream out = Files.newOutputStream(file); SheetWriter writer = writer(format, out)) {
            writer.headers(list.columns().stream().map(column -> labels.label(language, column, zone)).toList());
            for (ListPages.RowPage page = first; ; page = pages.page(list, filter, page.next(), request, response)) {
                for (JsonNode row : page.rows()) {
                    writer.row(list.columns().stream().map(column -> cell(row, column, zone)).toList());
                }
                if (page.next().isEmpty()) {
                    return;
                }
            }
        }
    }

    private static SheetWriter writer(String format, OutputStream out) throws IOException {
        return format.equals("csv") ? new SheetWriter.Csv(out) : new SheetWriter.Xlsx(out, "Firstfix");
    }

    private void describe(HttpServletResponse response, String list, String format, ZoneId zone, long size) {
        String name = list + "-" + LocalDate.ofInstant(clock.instant(), zone) + "." + format;
        response.setContentType(format.equals("csv") ? "text/csv;charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setContentLengthLong(size);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String inWords(Map<String, String[]> filter) {
        String words = filter.entrySet().stream().map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                .collect(Collectors.joining("&"));
        return words.length() > LONGEST_FILTER ? words.substring(0, LONGEST_FILTER) : words;
    }

    /** Of several things in one cell each says what it has to say: {@code SERVER 3, NETWORK 4}. */
    private static String inOneCell(JsonNode value) {
        return value.isObject() ? value.propertyStream().map(Map.Entry::getValue).filter(part -> part.isValueNode() && !part.isNull())
                .map(JsonNode::asString).collect(Collectors.joining(" ")) : value.asString();
    }

    private static Object cell(JsonNode row, ListColumns.Column column, ZoneId zone) {
        JsonNode value = row;
        for (String name : column.path()) {
            value = value.path(name);
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isArray()) {
            return value.valueStream().map(ExportController::inOneCell).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        }
        return column.moment() ? MOMENT.format(Instant.parse(value.asString()).atZone(zone)) : value.asString("");
    }
}
