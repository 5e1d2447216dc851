package org.firstfix.asset.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.PartPut;
import org.firstfix.asset.domain.Catalogue;
import org.firstfix.asset.domain.Catalogue.Part;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds a part to the catalogue or corrects it. */
@Component
@Permission("catalogue.maintain")
public final class PutPart {
    private final Work work;
    private final Inputs inputs;
    private final Catalogue catalogue;
    private final Announcements announcements;
    private final Clock clock;

    PutPart(Work work, Inputs inputs, Catalogue catalogue, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.catalogue = catalogue;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param families it fits; empty for all */
    public record PartInput(@NotBlank @Size(max = 200) String nameZh, @NotBlank @Size(max = 200) String nameEn,
            @NotBlank @Size(max = 60) String kind, @NotNull @Size(max = 100) List<@NotBlank @Size(max = 100) String> families) {}

    /** @param basedOn the version that was corrected; nothing to add the part or to replace whatever is there */
    public record Command(@NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*") String number, PartInput part,
            Optional<Integer> basedOn) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            PartInput input = inputs.checked(command.part());
            Optional<Part> before = catalogue.findPartForChange(command.number());
            int version = before.map(Part::version).orElse(-1);
            command.basedOn().filter(basedOn -> basedOn != version).ifPresent(basedOn -> {
                throw before.map(current -> Problem.stale(basedOn, version, current))
                        .orElseGet(() -> Problem.notFound("part", command.number()));
            });
            catalogue.put(new Part(command.number(), input.nameZh().strip(), input.nameEn().strip(), input.kind().strip(),
                    input.families().stream().map(String::strip).distinct().sorted().toList(), version + 1));
            announcements.announce(new PartPut(command.number(), input.kind(),
                    Actors.current().homeOrHouse(), clock.instant(), ""));
        });
    }
}
