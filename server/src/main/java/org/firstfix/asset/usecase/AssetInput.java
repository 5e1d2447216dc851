package org.firstfix.asset.usecase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.firstfix.asset.Importance;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.domain.SoftwareKind;
import org.firstfix.customer.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A machine as people fill it in.
 *
 * @param serial letters, digits, dot, dash and underscore; capital letters count as small ones
 * @param siteNumber where it stands; its account is the site's. Changed by moving, not by correcting
 * @param userContactId who works with it, a contact of the same account
 * @param parentSerial the machine it is part of, at the same site
 * @param criticalHours when it must not stand still, in the customer's words
 * @param location room and rack
 * @param reason why it is changed, for the history
 */
public record AssetInput(@NotBlank @Size(max = 60) @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]*") String serial,
        @NotBlank @Size(max = 40) String modelCode, @NotBlank @Size(max = 40) String siteNumber, @Nullable ContactId userContactId,
        @Nullable @Size(max = 60) String parentSerial, @NotNull Importance importance, @Size(max = 300) String usedFor,
        @Size(max = 200) String criticalHours, @Size(max = 200) String location, @Size(max = 100) String firmware,
        @Size(max = 100) String operatingSystem, @Size(max = 200) String patchLevel, @Nullable LocalDate installedOn,
        @Nullable LocalDate warrantyStart, @Nullable LocalDate warrantyEnd, @Nullable LifeCycleStage lifeCycleStage,
        @NotNull @Size(max = 50) List<@NotNull @Valid Software> software, @Size(max = 500) String reason) {
    public record Software(@NotNull SoftwareKind kind, @NotBlank @Size(max = 100) String name, @Size(max = 100) String release,
            @Size(max = 100) String patchLevel) {
        public Software {
            name = Input.text(name);
            release = Input.text(release);
            patchLevel = Input.text(patchLevel);
        }
    }

    public AssetInput {
        serial = normalSerial(serial);
        modelCode = Input.text(modelCode);
        siteNumber = Input.text(siteNumber);
        parentSerial = parentSerial == null || parentSerial.isBlank() ? null : normalSerial(parentSerial);
        usedFor = Input.text(usedFor);
        criticalHours = Input.text(criticalHours);
        location = Input.text(location);
        firmware = Input.text(firmware);
        operatingSystem = Input.text(operatingSystem);
        patchLevel = Input.text(patchLevel);
        software = software == null ? List.of() : software;
        reason = Input.text(reason);
    }

    /** A serial is read from a sticker: case and surrounding blanks mean nothing. */
    public static String normalSerial(@Nullable String written) {
        return Input.text(written).toUpperCase(Locale.ROOT);
    }
}
