package org.firstfix.platform.stream;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stream")
class LiveStreamController {
    private static final Duration OLDEST_PAGE = Duration.ofHours(1);

    private final LiveStream stream;

    LiveStreamController(LiveStream stream) {
        this.stream = stream;
    }

    /**
     * Answers as long as the browser listens.
     *
     * @param after the newest event the browser knows
     * @param age without one: how many milliseconds old the browser's page may be; what happened since is told first
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Reads(Reads.SIGNED_IN)
    @ApiResponse(responseCode = "200", description = "Endless. The data of an unnamed event is as shown; heartbeat comes when nothing else did for 15 s, resync asks to fetch anew.",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(implementation = LiveStream.LiveEvent.class)))
    void open(@RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "0") long age, HttpServletResponse response) throws IOException {
        // A browser sends the header only when it reconnects by itself; our client opens anew and says it in the address.
        String last = after != null ? after : lastSeen;
        OptionalLong seen = last != null && last.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(last)) : OptionalLong.empty();
        Duration young = Duration.ofMillis(Math.clamp(age, 0, OLDEST_PAGE.toMillis()));
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        stream.write(Actors.current(), seen, young, response.getOutputStream());
    }
}
