package org.firstfix.customer.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.domain.Direction;
import org.firstfix.customer.domain.InteractionChannel;
import org.jspecify.annotations.Nullable;

/**
 * A contact with the customer as people write it down.
 *
 * @param occurredAt when it was; nothing for now
 * @param reference the number of the case, work order or contract it was about
 */
public record InteractionInput(@Nullable ContactId contactId, @NotNull InteractionChannel channel, @NotNull Direction direction,
        @Nullable Instant occurredAt, @NotBlank @Size(max = 200) String subject, @Size(max = 8000) String body,
        @Size(max = 60) String reference) {
    public InteractionInput {
        subject = Input.text(subject);
        body = Input.text(body);
        reference = Input.text(reference);
    }
}
