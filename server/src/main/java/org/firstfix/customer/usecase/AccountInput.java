package org.firstfix.customer.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.firstfix.customer.domain.AccountTier;
import org.jspecify.annotations.Nullable;

/**
 * An account as people fill it in.
 *
 * @param parentNumber the account it belongs to; nothing if it heads its group
 * @param debtorNumber the legal person that owes the money; nothing if it pays itself
 * @param orgUnitCode who in the house owns the relation
 * @param reason why it is changed, for the history
 */
public record AccountInput(@NotBlank @Size(max = 200) String name, @Size(max = 60) String shortName,
        @NotNull AccountTier tier, @Size(max = 100) String industry, @NotNull @Pattern(regexp = "zh-CN|en") String language,
        boolean overdue, @Size(max = 4000) String remarks, @Nullable Boolean active, @NotBlank @Size(max = 60) String orgUnitCode,
        @Nullable @Size(max = 40) String parentNumber, @Nullable @Size(max = 40) String debtorNumber,
        @Size(max = 500) String reason) {
    public AccountInput {
        name = Input.text(name);
        shortName = Input.text(shortName);
        industry = Input.text(industry);
        remarks = Input.text(remarks);
        orgUnitCode = Input.text(orgUnitCode);
        parentNumber = Input.optional(parentNumber);
        debtorNumber = Input.optional(debtorNumber);
        reason = Input.text(reason);
    }
}
