package org.firstfix.reminder.usecase;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The house's service for SMS or chat, if there is one, and how it knows that a message is ours. */
@Component
public class WebhookRoute {
    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<URI> address;
    private final String secret;

    @Autowired
    public WebhookRoute(@Value("${firstfix.reminder.webhook.url:}") String url, @Value("${firstfix.reminder.webhook.secret:}") String secret) {
        this.address = url.isBlank() ? Optional.empty() : Optional.of(URI.create(url.strip()));
        this.secret = secret.strip();
        if (address.isPresent() && this.secret.isEmpty()) {
            throw new IllegalStateException("FIRSTFIX_REMINDER_WEBHOOK_URL is set but FIRSTFIX_REMINDER_WEBHOOK_SECRET is not:"
                    + " without a signature anybody could send such messages.");
        }
        if (address.filter(uri -> uri.getScheme() == null || !uri.getScheme().matches("https?") || uri.getHost() == null).isPresent()) {
            throw new IllegalStateException("FIRSTFIX_REMINDER_WEBHOOK_URL '" + url + "' is no http or https address.");
        }
    }

    public Optional<URI> address() {
        return address;
    }

    /** HMAC-SHA256 over the body as it is sent, in hexadecimal. */
    String signatureOf(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
