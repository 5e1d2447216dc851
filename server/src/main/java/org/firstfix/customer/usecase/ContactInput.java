package org.firstfix.customer.usecase;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.domain.ContactPosition;
import org.firstfix.customer.domain.PreferredChannel;
import org.jspecify.annotations.Nullable;

/**
 * A contact as people fill it in.
 *
 * @param siteNumber where the person works; nothing if at no particular site
 * @param decides what this person decides, in words
 * @param reportsTo the superior, a contact of the same account
 * @param phone one or several numbers, written in any way; several are separated by {@code /} or {@code ;}
 * @param interests what is worth knowing for a talk
 */
public record ContactInput(@NotBlank @Size(max = 100) String name, @Size(max = 100) String jobTitle,
        @NotNull ContactPosition position, @Size(max = 500) String decides, @Nullable ContactId reportsTo,
        @Nullable @Size(max = 40) String siteNumber, @Size(max = 100) String phone, @Size(max = 100) String mobile,
        @Email @Size(max = 200) String email, @NotNull PreferredChannel preferredChannel,
        @NotNull @Pattern(regexp = "zh-CN|en") String language, @Size(max = 1000) String interests, @Nullable Boolean active,
        @Size(max = 500) String reason) {
    public ContactInput {
        name = Input.text(name);
        jobTitle = Input.text(jobTitle);
        decides = Input.text(decides);
        siteNumber = Input.optional(siteNumber);
        phone = Input.text(phone);
        mobile = Input.text(mobile);
        email = Input.text(email);
        interests = Input.text(interests);
        reason = Input.text(reason);
    }
}
