package org.firstfix.dispatch.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.firstfix.dispatch.domain.GroundMap;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operator's map, for those who may see the board. */
@RestController
@RequestMapping("/api/v1")
class GroundMapController {
    private final GroundMap map;

    GroundMapController(GroundMap map) {
        this.map = map;
    }

    /**
     * Browsers ask for ranges of bytes: the tiles that are in sight.
     *
     * @param version from the places of the board; it keeps browsers from mixing tiles of two files
     */
    @GetMapping("/map-file")
    @Reads("dispatch.read")
    ResponseEntity<Resource> mapFile(@RequestParam(required = false) @Nullable String version) {
        Path file = map.file().orElseThrow(() -> Problem.of(404, "dispatch.no-map-file", Map.of()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate()).eTag(GroundMap.versionOf(file)).body(new FileSystemResource(file));
    }
}
