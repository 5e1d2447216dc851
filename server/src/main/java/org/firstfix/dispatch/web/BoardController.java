package org.firstfix.dispatch.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.query.BestCandidates;
import org.firstfix.dispatch.query.BoardMap;
import org.firstfix.dispatch.query.BoardScreen;
import org.firstfix.dispatch.query.BoardWeek;
import org.firstfix.dispatch.query.DayMaterials;
import org.firstfix.dispatch.query.WhyHere;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dispatcher's board, and why it is as it is. */
@RestController
@RequestMapping("/api/v1")
class BoardController {
    /** Whoever has missed more than that asks for the whole board. */
    private static final int MOST_CHANGES = 100;

    private final Areas areas;
    private final BoardScreen board;
    private final BestCandidates suggestions;
    private final WhyHere why;
    private final BoardWeek week;
    private final BoardMap map;

    BoardController(Areas areas, BoardScreen board, BestCandidates suggestions, WhyHere why, BoardWeek week, BoardMap map) {
        this.areas = areas;
        this.board = board;
        this.week = week;
        this.map = map;
        this.suggestions = suggestions;
        this.why = why;
    }

    /** @param territory its code; null: all of the branch where the caller belongs. @param date null: today there */
    @GetMapping("/board")
    @Reads("dispatch.read")
    BoardScreen.Board board(@RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        return board.show(Actors.current().scope(), areas.choose(Optional.ofNullable(territory), Optional.ofNullable(date)));
    }

    /**
     * The same board with the rows only that changes concern: for those who have it already and hear of them.
     *
     * @param subject ids of appointments, work orders or engineers, as live events name them; at most 100
     * @param engineer codes whose rows are wanted as well; at most 100
     */
    @GetMapping("/board/changes")
    @Reads("dispatch.read")
    BoardScreen.Changes changes(@RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Set<UUID> subject, @RequestParam(required = false) @Nullable Set<String> engineer) {
        DayMaterials.Concerned concerned = new DayMaterials.Concerned(subject == null ? Set.of() : subject, engineer == null ? Set.of() : engineer);
        if (concerned.subjects().size() > MOST_CHANGES || concerned.engineers().size() > MOST_CHANGES) {
            throw Problem.invalid("dispatch.too-many-changes", Map.of("most", MOST_CHANGES,
                    "count", Math.max(concerned.subjects().size(), concerned.engineers().size())));
        }
        return board.changes(Actors.current().scope(), areas.choose(Optional.ofNullable(territory), Optional.ofNullable(date)), concerned);
    }

    /** How full each engineer's days are, Monday to Sunday of the week of the date. */
    @GetMapping("/board/week")
    @Reads("dispatch.read")
    BoardWeek.Week week(@RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        return week.show(Actors.current().scope(), areas.choose(Optional.ofNullable(territory), Optional.ofNullable(date)));
    }

    /** Where the engineers and the work of that day are, in degrees WGS-84. */
    @GetMapping("/board/map")
    @Reads("dispatch.read")
    BoardMap.Places map(@RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        return map.show(Actors.current().scope(), areas.choose(Optional.ofNullable(territory), Optional.ofNullable(date)));
    }

    /** The three best for each open work order on that day, for the sixty that are due first. */
    @GetMapping("/board/suggestions")
    @Reads("dispatch.read")
    BestCandidates.Answer suggestions(@RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        return suggestions.show(Actors.current().scope(), areas.choose(Optional.ofNullable(territory), Optional.ofNullable(date)));
    }

    /** What a visit costs where it is, rule by rule, and who else could go. */
    @GetMapping("/appointments/{number}/why")
    @Reads("dispatch.read")
    WhyHere.Answer why(@PathVariable String number) {
        return why.why(Actors.current().scope(), number);
    }
}
