package org.firstfix.customer.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.firstfix.customer.InteractionId;
import org.firstfix.platform.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A promise as people write it down.
 *
 * @param owner who keeps it; nothing for whoever writes
 * @param interactionId the contact in which it was made
 */
public record PromiseInput(@NotBlank @Size(max = 500) String what, @NotNull Instant dueAt, @Nullable UserId owner,
        @Nullable InteractionId interactionId) {
    public PromiseInput {
        what = Input.text(what);
    }
}
