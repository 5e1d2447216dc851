package org.firstfix.asset.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.Importance;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** A machine at a customer's, with everything that tells it from its sisters. */
public record Asset(AssetId id, String number, Facts facts, Place place, LifeCycleStage stage, int version) {
    /**
     * What may be corrected where the machine stands.
     *
     * @param userContact who works with it
     * @param parent the machine it is part of
     * @param criticalHours when it must not stand still, in the customer's words
     * @param location room and rack at the site
     * @param software in order of names, each name once
     */
    public record Facts(String serial, String modelCode, Optional<ContactId> userContact, Optional<AssetId> parent,
            Importance importance, String usedFor, String criticalHours, String location, String firmware,
            String operatingSystem, String patchLevel, Optional<LocalDate> installedOn, Warranty warranty,
            List<RelatedSoftware> software) {
        public Facts {
            software = List.copyOf(software);
        }

        Facts detached() {
            return new Facts(serial, modelCode, userContact, Optional.empty(), importance, usedFor, criticalHours, location, firmware,
                    operatingSystem, patchLevel, installedOn, warranty, software);
        }

        Facts movedTo(String nextLocation, boolean sameAccount) {
            return new Facts(serial, modelCode, sameAccount ? userContact : Optional.empty(), parent, importance, usedFor,
                    criticalHours, nextLocation, firmware, operatingSystem, patchLevel, installedOn, warranty, software);
        }
    }

    /** Where it stands and whose it is: the account is always that of the site. */
    public record Place(AccountId accountId, SiteId siteId, OrgPath orgPath) {}

    /** What differs, field by field; related software by its name. */
    public List<FieldChange> changesTo(Asset next) {
        return FieldChange.between(withNamesOf(next), next.withNamesOf(this));
    }

    public Asset corrected(Facts next, LifeCycleStage nextStage) {
        return new Asset(id, number, next, place, nextStage, version + 1);
    }

    /**
     * The machine at another site. A part that goes without the whole is a machine of its own from then on; the user
     * stays behind when the machine changes its owner.
     */
    public Asset movedTo(Place next, String location, boolean withItsWhole) {
        Facts there = facts.movedTo(location, next.accountId().equals(place.accountId()));
        return new Asset(id, number, withItsWhole ? there : there.detached(), next, stage, version + 1);
    }

    public Asset retired() {
        return new Asset(id, number, facts, place, LifeCycleStage.RETIRED, version + 1);
    }

    public Asset backInService() {
        return new Asset(id, number, facts, place, LifeCycleStage.IN_USE, version + 1);
    }

    /**
     * A machine is never part of itself.
     *
     * @param lineOfParent the new parent, what that is part of, and so on
     */
    public boolean wouldBePartOfItself(List<AssetId> lineOfParent) {
        return lineOfParent.contains(id);
    }

    /** A part stands where the whole stands. */
    public static boolean partStandsWithTheWhole(SiteId part, SiteId whole) {
        return part.equals(whole);
    }

    private Map<String, String> withNamesOf(Asset other) {
        Map<String, String> texts = asTexts();
        other.facts.software.forEach(software -> texts.putIfAbsent("software." + software.name(), ""));
        return texts;
    }

    private Map<String, String> asTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("serial", facts.serial);
        texts.put("model", facts.modelCode);
        texts.put("account", place.accountId().value().toString());
        texts.put("site", place.siteId().value().toString());
        texts.put("user", facts.userContact.map(id -> id.value().toString()).orElse(""));
        texts.put("parent", facts.parent.map(id -> id.value().toString()).orElse(""));
        texts.put("importance", facts.importance.name());
        texts.put("usedFor", facts.usedFor);
        texts.put("criticalHours", facts.criticalHours);
        texts.put("location", facts.location);
        texts.put("firmware", facts.firmware);
        texts.put("operatingSystem", facts.operatingSystem);
        texts.put("patchLevel", facts.patchLevel);
        texts.put("installedOn", facts.installedOn.map(LocalDate::toString).orElse(""));
        texts.put("warrantyStart", facts.warranty.start().map(LocalDate::toString).orElse(""));
        texts.put("warrantyEnd", facts.warranty.end().map(LocalDate::toString).orElse(""));
        texts.put("lifeCycleStage", stage.name());
        facts.software.forEach(software -> texts.put("software." + software.name(), software.asText()));
        return texts;
    }
}
