package org.firstfix.platform.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/files")
class FileController {
    private final StoreFile storeFile;
    private final FileStore files;
    private final TransactionTemplate reading;

    FileController(StoreFile storeFile, FileStore files, PlatformTransactionManager transactions) {
        this.storeFile = storeFile;
        this.files = files;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Performs(StoreFile.class)
    @ResponseStatus(HttpStatus.CREATED)
    StoredFile store(@RequestParam("file") MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return storeFile.handle(new StoreFile.Command(name == null || name.isBlank() ? "file" : name, content));
        }
    }

    @GetMapping("/{id}")
    @Reads(Reads.SIGNED_IN)
    ResponseEntity<Resource> content(@PathVariable FileId id, @RequestParam(defaultValue = "false") boolean download) {
        StoredFile file = reading.execute(status -> files.find(id));
        boolean inline = !download && (file.mediaType().startsWith("image/") || file.mediaType().equals("application/pdf"));
        ContentDisposition disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.fileName(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .eTag("\"" + file.sha256() + "\"")
                .body(new FileSystemResource(files.content(file)));
    }
}
