package org.firstfix.customer.usecase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A site as people fill it in.
 *
 * @param zone an IANA time zone, such as {@code Asia/Shanghai}
 * @param latitude degrees WGS-84, north positive
 * @param longitude degrees WGS-84, east positive
 * @param accessNotes how an engineer gets in
 * @param orgUnitCode the branch that serves the site
 */
public record SiteInput(@NotBlank @Size(max = 200) String name, @Size(max = 300) String address, @Size(max = 100) String city,
        @Size(max = 100) String district, @NotBlank @Size(max = 60) String zone, @Nullable @Min(-90) @Max(90) Double latitude,
        @Nullable @Min(-180) @Max(180) Double longitude, @Size(max = 2000) String accessNotes, @Nullable Boolean active,
        @NotBlank @Size(max = 60) String orgUnitCode, @Size(max = 500) String reason) {
    public SiteInput {
        name = Input.text(name);
        address = Input.text(address);
        city = Input.text(city);
        district = Input.text(district);
        zone = Input.text(zone);
        accessNotes = Input.text(accessNotes);
        orgUnitCode = Input.text(orgUnitCode);
        reason = Input.text(reason);
    }
}
