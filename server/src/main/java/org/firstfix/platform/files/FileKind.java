package org.firstfix.platform.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of file that are taken in, told by their content and never by their name. */
public enum FileKind {
    PNG("image/png", true),
    JPEG("image/jpeg", true),
    WEBP("image/webp", true),
    PDF("application/pdf", false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    TEXT("text/plain", false);

    private final String mediaType;
    private final boolean image;

    FileKind(String mediaType, boolean image) {
        this.mediaType = mediaType;
        this.image = image;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isImage() {
        return image;
    }

    /** Looks at the first bytes; nothing if it is none of the kinds. */
    static Optional<FileKind> of(byte[] head) {
        if (starts(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(head, 'R', 'I', 'F', 'F') && head.length > 12 && new String(head, 8, 4, StandardCharsets.US_ASCII).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (starts(head, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return Optional.of(XLSX);
        }
        return isText(head) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** No control characters; the encoding is the reader's business, since Chinese sheets often come as GB18030. */
    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b == 0 || (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r')) {
                return false;
            }
        }
        return true;
    }
}
