package org.firstfix.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.usecase.RecordCallEvent;
import org.firstfix.platform.web.OpenToAnyone;
import org.firstfix.platform.work.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the telephone system tells about calls. */
@RestController
@RequestMapping("/api/v1/hooks/calls")
class CallHookController {
    private final Work work;
    private final RecordCallEvent recordCallEvent;

    CallHookController(Work work, RecordCallEvent recordCallEvent) {
        this.work = work;
        this.recordCallEvent = recordCallEvent;
    }

    /**
     * @param event ringing, answered or ended
     * @param externalId the telephone system's own id of the call; the same message again changes nothing
     * @param number who calls, however it is written
     * @param line which telephone line was called
     * @param at when; now if left out
     */
    record CallEvent(@NotNull Event event, @NotBlank @Size(max = 100) String externalId, @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 60) String line, @Nullable Instant at) {}

    enum Event {
        ringing,
        answered,
        ended
    }

    record Received(UUID callId) {}

    @PostMapping
    @OpenToAnyone(because = "the telephone system has no session; it sends a token, which is asked before anything else")
    Received receive(@Valid @RequestBody CallEvent event) {
        RecordCallEvent.Event kind = RecordCallEvent.Event.valueOf(event.event().name().toUpperCase(Locale.ROOT));
        return work.asTheHouse("telephone system", () -> new Received(recordCallEvent.handle(new RecordCallEvent.Command(kind,
                event.externalId(), event.number(), event.line(), Optional.ofNullable(event.at()).map(Moments::check)))));
    }
}
