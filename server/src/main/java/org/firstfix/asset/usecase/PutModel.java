package org.firstfix.asset.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.firstfix.asset.ModelPut;
import org.firstfix.asset.domain.Catalogue;
import org.firstfix.asset.domain.Catalogue.ProductModel;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a model to the catalogue or corrects it. */
@Component
@Permission("catalogue.maintain")
public final class PutModel {
    private final Work work;
    private final Inputs inputs;
    private final Catalogue catalogue;
    private final Announcements announcements;
    private final Clock clock;

    PutModel(Work work, Inputs inputs, Catalogue catalogue, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.catalogue = catalogue;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param family models of one family share their faults and their parts */
    public record ModelInput(@NotBlank @Size(max = 100) String family, @NotBlank @Size(max = 200) String nameZh,
            @NotBlank @Size(max = 200) String nameEn, @Size(max = 100) String maker, @NotBlank @Size(max = 60) String category,
            @Nullable LocalDate endOfService) {}

    /** @param basedOn the version that was corrected; nothing to add the model or to replace whatever is there */
    public record Command(@NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*") String code, ModelInput model,
            Optional<Integer> basedOn) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            ModelInput input = inputs.checked(command.model());
            Optional<ProductModel> before = catalogue.findModelForChange(command.code());
            int version = before.map(ProductModel::version).orElse(-1);
            command.basedOn().filter(basedOn -> basedOn != version).ifPresent(basedOn -> {
                throw before.map(current -> Problem.stale(basedOn, version, current))
                        .orElseGet(() -> Problem.notFound("model", command.code()));
            });
            catalogue.put(new ProductModel(command.code(), input.family().strip(), input.nameZh().strip(), input.nameEn().strip(),
                    Input.text(input.maker()), input.category().strip(),
                    Input.date("endOfService", input.endOfService()), version + 1));
            announcements.announce(new ModelPut(command.code(), input.family(),
                    Actors.current().homeOrHouse(), clock.instant(), ""));
        });
    }
}
