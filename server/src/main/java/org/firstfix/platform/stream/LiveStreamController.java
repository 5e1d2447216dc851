package org.firstfix.platform.stream;

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
    private final LiveStream stream;

    LiveStreamController(LiveStream stream) {
        this.stream = stream;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Reads(Reads.SIGNED_IN)
    ResponseEntity<SseEmitter> open(@RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(required = false) @Nullable String after) {
        // A browser sends the header only when it reconnects by itself; our client opens anew and says it in the address.
        String last = after != null ? after : lastSeen;
        long seen = last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : -1;
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").header("Cache-Control", "no-store")
                .body(stream.open(Actors.current(), seen));
    }
}
