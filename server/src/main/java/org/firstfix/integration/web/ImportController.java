package org.firstfix.integration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.Finding;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.query.ImportList;
import org.firstfix.integration.usecase.OpenImport;
import org.firstfix.integration.usecase.ReadColumnsAs;
import org.firstfix.integration.usecase.StartImport;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Taking files in: open, look at the findings of the dry run, correct the columns, run. */
@RestController
@RequestMapping("/api/v1")
class ImportController {
    private static final String IMPORT = "import.run";

    private final ImportList imports;
    private final OpenImport open;
    private final ReadColumnsAs readColumnsAs;
    private final StartImport start;

    ImportController(ImportList imports, OpenImport open, ReadColumnsAs readColumnsAs, StartImport start) {
        this.imports = imports;
        this.open = open;
        this.readColumnsAs = readColumnsAs;
        this.start = start;
    }

    record ColumnInput(@Min(0) @Max(100) int index, @NotBlank @Size(max = 40) String field) {}

    /** @param columns the columns that are read; the others are left out */
    record ColumnsInput(@NotNull @Size(max = 100) List<@Valid ColumnInput> columns) {}

    @GetMapping("/import-kinds")
    @Reads(IMPORT)
    List<ImportList.KindView> kinds() {
        return imports.kinds();
    }

    @GetMapping("/imports")
    @Reads(IMPORT)
    Page<ImportList.ImportRow> page(@RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return imports.page(PageRequest.of(limit, cursor));
    }

    @PostMapping(value = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Performs(OpenImport.class)
    ResponseEntity<ImportList.ImportView> open(@RequestParam("file") MultipartFile file, @RequestParam ImportKind kind,
            @RequestParam(required = false) @Nullable @Size(max = 60) String orgUnit) throws IOException {
        String name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            ImportId id = open.handle(new OpenImport.Command(kind, name == null || name.isBlank() ? "file" : name, content,
                    Optional.ofNullable(orgUnit).filter(code -> !code.isBlank())));
            return view(id, HttpStatus.CREATED);
        }
    }

    @GetMapping("/imports/{id}")
    @Reads(IMPORT)
    ResponseEntity<ImportList.ImportView> one(@PathVariable ImportId id) {
        return view(id, HttpStatus.OK);
    }

    /** @param severity none for errors and warnings; NEW, CHANGED and SAME tell what becomes of each row */
    @GetMapping("/imports/{id}/findings")
    @Reads(IMPORT)
    Page<ImportList.FindingView> findings(@PathVariable ImportId id, @RequestParam(defaultValue = "") List<Finding.Severity> severity,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return imports.findings(id, severity, PageRequest.of(limit, cursor));
    }

    @PutMapping("/imports/{id}/columns")
    @Performs(ReadColumnsAs.class)
    ResponseEntity<ImportList.ImportView> readColumnsAs(@PathVariable ImportId id, @Valid @RequestBody ColumnsInput input,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
        Map<Integer, String> fields = new HashMap<>();
        input.columns().forEach(column -> {
            if (fields.put(column.index(), column.field()) != null) {
                throw Problem.invalid("integration.column-read-twice", Map.of("column", column.index()));
            }
        });
        readColumnsAs.handle(new ReadColumnsAs.Command(id, fields, Versioned.expected(ifMatch)));
        return view(id, HttpStatus.OK);
    }

    @PostMapping("/imports/{id}/run")
    @Performs(StartImport.class)
    ResponseEntity<ImportList.ImportView> run(@PathVariable ImportId id) {
        start.handle(new StartImport.Command(id));
        return view(id, HttpStatus.ACCEPTED);
    }

    private ResponseEntity<ImportList.ImportView> view(ImportId id, HttpStatus status) {
        ImportList.ImportView view = imports.one(id);
        return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
    }
}
