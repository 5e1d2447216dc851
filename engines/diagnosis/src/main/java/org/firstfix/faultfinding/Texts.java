package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;

/** Texts and versions in binary records. */
final class Texts {
    private static final int LONGEST = 1 << 24;

    private Texts() {}

    static void write(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new StreamCorruptedException("a text of " + length + " bytes. Maybe the record is damaged.");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** @throws StreamCorruptedException if the record is of another kind or a later version */
    static void requireVersion(String kind, int newest, DataInput in) throws IOException {
        String found = read(in);
        int version = in.readInt();
        if (!found.equals(kind) || version < 1 || version > newest) {
            throw new StreamCorruptedException("expected a \"" + kind + "\" of version 1 to " + newest + ", found \"" + found + "\" of version " + version
                    + ". Maybe a newer Firstfix wrote it.");
        }
    }
}
