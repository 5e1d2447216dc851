package org.firstfix.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.firstfix.dispatch.query.Branches;
import org.firstfix.dispatch.query.TravelScreen;
import org.firstfix.dispatch.query.TravelledLegList;
import org.firstfix.dispatch.usecase.ChooseTravelProfile;
import org.firstfix.dispatch.usecase.FitTravelAnew;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Travel times of a branch: how good they are, and which profile counts. */
@RestController
@RequestMapping("/api/v1")
class TravelController {
    private final TravelScreen screen;
    private final TravelledLegList legs;
    private final Branches branches;
    private final ChooseTravelProfile chooseTravelProfile;
    private final FitTravelAnew fitTravelAnew;

    TravelController(TravelScreen screen, TravelledLegList legs, Branches branches, ChooseTravelProfile chooseTravelProfile, FitTravelAnew fitTravelAnew) {
        this.screen = screen;
        this.legs = legs;
        this.branches = branches;
        this.chooseTravelProfile = chooseTravelProfile;
        this.fitTravelAnew = fitTravelAnew;
    }

    /** @param number 0: the house's own. @param held whether no night may change it */
    record ProfileChoice(@NotNull @Min(0) Integer number, @NotNull Boolean held, @NotBlank @Size(max = 500) String reason) {}

    record Fitted(FitTravelAnew.Outcome outcome, TravelScreen.View travel) {}

    /** @param branch its code; null: where the caller belongs, or the branch with most legs */
    @GetMapping("/travel")
    @Reads("dispatch.policy")
    ResponseEntity<TravelScreen.View> show(@RequestParam(required = false) @Nullable @Size(max = 40) String branch) {
        return answer(Optional.ofNullable(branch));
    }

    /** The legs behind the figures, the newest first. @param branch its code; null: all the caller may see */
    @GetMapping("/travel-legs")
    @Reads("dispatch.policy")
    Page<TravelledLegList.Row> legs(@RequestParam(required = false) @Nullable @Size(max = 40) String branch,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return legs.list(Actors.current().scope(), Optional.ofNullable(branch).map(branches::pathOf), PageRequest.of(limit, cursor));
    }

    /** Takes a profile over, or goes back to an older one. */
    @PutMapping("/travel/{branch}")
    @Performs(ChooseTravelProfile.class)
    ResponseEntity<TravelScreen.View> choose(@PathVariable @Size(max = 40) String branch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @Valid @RequestBody ProfileChoice choice) {
        chooseTravelProfile.handle(new ChooseTravelProfile.Command(branches.pathOf(branch), choice.number(), choice.held(), choice.reason().strip(),
                Versioned.expected(ifMatch)));
        return answer(Optional.of(branch));
    }

    /** What happens each night, now. */
    @PostMapping("/travel/{branch}/fits")
    @Performs(FitTravelAnew.class)
    Fitted fit(@PathVariable @Size(max = 40) String branch) {
        FitTravelAnew.Outcome outcome = fitTravelAnew.handle(new FitTravelAnew.Command(branches.pathOf(branch)));
        return new Fitted(outcome, screen.show(Actors.current().scope(), Optional.of(branch)));
    }

    private ResponseEntity<TravelScreen.View> answer(Optional<String> branch) {
        TravelScreen.View view = screen.show(Actors.current().scope(), branch);
        return Versioned.ok(view, view.version());
    }
}
