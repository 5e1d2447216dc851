package org.firstfix.notification.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Message-ID of a mail. It follows from what the mail is about, so that a mail sent a second time after a crash is
 * recognised as the same by every mail server on its way.
 */
public final class MessageId {
    private MessageId() {}

    public static String of(String onceKey, int resends, String house) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((onceKey + "#" + resends).getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(digest, 0, 20) + "@" + house + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
