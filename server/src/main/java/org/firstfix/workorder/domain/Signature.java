package org.firstfix.workorder.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.problem.Problem;

/**
 * A customer's signature, bound to the document it was given for: its seal is a hash over the document's hash, the name,
 * the strokes, the picture and the time, so that none of them can be exchanged unnoticed.
 *
 * @param document what was shown and signed, as {@link CanonicalJson} writes it
 * @param documentSha256 hash of the canonical text, in hex
 * @param pictureSha256 hash of the picture's content, in hex
 * @param seal in hex
 */
public record Signature(String name, Strokes strokes, FileId picture, String pictureSha256, Map<String, Object> document,
        String documentSha256, String seal, Instant at) {

    public static Signature of(String name, Strokes strokes, FileId picture, String pictureSha256,
            Map<String, Object> document, Instant at) {
        String hash = hash(document);
        return new Signature(name, strokes, picture, pictureSha256, document, hash,
                seal(name, strokes, pictureSha256, hash, at), at);
    }

    /** The hash of a document: SHA-256 of its canonical text, in hex. */
    public static String hash(Map<String, Object> document) {
        return sha256(CanonicalJson.write(document));
    }

    /** Whether the document still is the one whose hash was signed. */
    public boolean documentMatches() {
        return hash(document).equals(documentSha256);
    }

    /** Whether name, strokes, picture and time still are those that were bound to the document. */
    public boolean signatureMatches(String pictureFoundSha256) {
        return pictureFoundSha256.equals(pictureSha256)
                && seal(name, strokes, pictureFoundSha256, documentSha256, at).equals(seal);
    }

    private static String seal(String name, Strokes strokes, String pictureSha256, String documentSha256, Instant at) {
        return sha256(CanonicalJson.write(Map.of("document", documentSha256, "name", name, "picture", pictureSha256,
                "signedAt", at.toString(), "strokes", strokes.lines())));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The lines of the pen: per line x, y, x, y, ... in pixels of the signature box, {@value #WIDTH} by {@value #HEIGHT}.
     * None at all: who cannot draw has typed the name.
     */
    public record Strokes(List<List<Integer>> lines) {
        public static final int WIDTH = 600;
        public static final int HEIGHT = 200;
        private static final int MOST_POINTS = 20_000;

        public Strokes {
            lines = lines.stream().map(List::copyOf).toList();
            int numbers = lines.stream().mapToInt(List::size).sum();
            boolean odd = lines.stream().anyMatch(line -> line.size() % 2 != 0 || line.isEmpty());
            boolean outside = lines.stream().anyMatch(Strokes::leavesTheBox);
            if (numbers > 0 && numbers < 4 || numbers > 2 * MOST_POINTS || odd || outside) {
                throw Problem.invalidField("strokes", "workorder.signature-unreadable", Map.of("most", MOST_POINTS));
            }
        }

        public boolean isTyped() {
            return lines.isEmpty();
        }

        private static boolean leavesTheBox(List<Integer> line) {
            for (int i = 0; i < line.size(); i++) {
                int limit = i % 2 == 0 ? WIDTH : HEIGHT;
                if (line.get(i) < 0 || line.get(i) > limit) {
                    return true;
                }
            }
            return false;
        }
    }
}
