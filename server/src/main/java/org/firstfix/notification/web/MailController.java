package org.firstfix.notification.web;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.notification.domain.MailStatus;
import org.firstfix.notification.query.MailList;
import org.firstfix.notification.usecase.ResendMail;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mails to customers. */
@RestController
@RequestMapping("/api/v1/mails")
class MailController {
    private static final String READ_MAIL = "notification.read-mail";

    private final MailList mails;
    private final ResendMail resend;

    MailController(MailList mails, ResendMail resend) {
        this.mails = mails;
        this.resend = resend;
    }

    @GetMapping
    @Reads(READ_MAIL)
    Page<MailList.MailRow> page(@RequestParam(required = false) @Nullable MailStatus status,
            @RequestParam(required = false) @Nullable @Size(max = 40) String reference,
            @RequestParam(required = false) @Nullable @Size(max = 254) String address,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return mails.page(new MailList.Filter(Optional.ofNullable(status), given(reference), given(address)),
                PageRequest.of(limit, cursor));
    }

    @GetMapping("/summary")
    @Reads(READ_MAIL)
    MailList.MailSummary summary() {
        return mails.summary();
    }

    @GetMapping("/{id}")
    @Reads(READ_MAIL)
    MailList.MailView one(@PathVariable UUID id) {
        return mails.one(id);
    }

    @PostMapping("/{id}/resend")
    @Performs(ResendMail.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(@PathVariable UUID id) {
        resend.handle(new ResendMail.Command(id));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
