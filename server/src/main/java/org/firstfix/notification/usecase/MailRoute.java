package org.firstfix.notification.usecase;

import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The way out of the house: the operator's mail server, if there is one. */
@Component
public class MailRoute {
    private final JavaMailSender sender;
    private final String host;
    private final String from;
    private final String fromName;
    private final String replyTo;

    @Autowired
    public MailRoute(JavaMailSender sender, @Value("${spring.mail.host:}") String host,
            @Value("${firstfix.mail.from:}") String from, @Value("${firstfix.mail.from-name:Firstfix}") String fromName,
            @Value("${firstfix.mail.reply-to:}") String replyTo) {
        this.sender = sender;
        this.host = host.strip();
        this.from = from.isBlank() ? "firstfix@localhost" : from.strip();
        this.fromName = fromName.strip();
        this.replyTo = replyTo.strip();
    }

    /** Without a host mails wait; nothing is tried and nothing is lost. */
    public boolean exists() {
        return !host.isEmpty();
    }

    public String host() {
        return host;
    }

    public String from() {
        return from;
    }

    String fromName() {
        return fromName;
    }

    String replyTo() {
        return replyTo;
    }

    /** What Message-IDs of this house end with. */
    String house() {
        return from.substring(from.indexOf('@') + 1);
    }

    MimeMessage newMessage() {
        return sender.createMimeMessage();
    }

    void send(MimeMessage message) {
        sender.send(message);
    }
}
