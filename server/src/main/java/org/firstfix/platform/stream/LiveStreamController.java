package org.firstfix.platform.stream;

import java.time.Duration;
import java.util.OptionalLong;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/stream")
class LiveStreamController {
    private static final Duration OLDEST_PAGE = Duration.ofHours(1);

    private final LiveStream stream;

    LiveStreamController(LiveStream stream) {
        this.stream = stream;
    }

    /**
     * @param after the newest event the browser knows
     * @param age without one: how many milliseconds old the browser's page may be; what happened since is told first
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Reads(Reads.SIGNED_IN)
    ResponseEntity<SseEmitter> open(@RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "0") long age) {
        // A browser sends the header only when it reconnects by itself; our client opens anew and says it in the address.
        String last = after != null ? after : lastSeen;
        OptionalLong seen = last != null && last.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(last)) : OptionalLong.empty();
        Duration young = Duration.ofMillis(Math.clamp(age, 0, OLDEST_PAGE.toMillis()));
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").header("Cache-Control", "no-store")
                .body(stream.open(Actors.current(), seen, young));
    }
}
