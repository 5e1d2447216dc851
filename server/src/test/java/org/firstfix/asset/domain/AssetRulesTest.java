package org.firstfix.asset.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.Importance;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;
import org.junit.jupiter.api.Test;

/** Each rule where it applies and where it does not. */
class AssetRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final OrgPath HANGZHOU = new OrgPath("house.east.hangzhou");
    private static final AccountId OWNER = new AccountId(UUID.randomUUID());
    private static final ContactId USER = new ContactId(UUID.randomUUID());
    private static final AssetId WHOLE = new AssetId(UUID.randomUUID());

    @Test
    void aWarrantyDoesNotEndBeforeItStarts() {
        assertThat(new Warranty(Optional.of(DAY), Optional.of(DAY)).runsForward()).isTrue();
        assertThat(new Warranty(Optional.of(DAY), Optional.of(DAY.minusDays(1))).runsForward()).isFalse();
        assertThat(new Warranty(Optional.empty(), Optional.of(DAY)).runsForward()).isTrue();
    }

    @Test
    void theFirstAndTheLastDayOfAWarrantyCount() {
        Warranty warranty = new Warranty(Optional.of(DAY), Optional.of(DAY.plusDays(10)));
        assertThat(warranty.on(DAY.minusDays(1))).isEqualTo(Warranty.State.NOT_STARTED);
        assertThat(warranty.on(DAY)).isEqualTo(Warranty.State.RUNNING);
        assertThat(warranty.on(DAY.plusDays(10))).isEqualTo(Warranty.State.RUNNING);
        assertThat(warranty.on(DAY.plusDays(11))).isEqualTo(Warranty.State.EXPIRED);
        assertThat(new Warranty(Optional.of(DAY), Optional.empty()).on(DAY)).isEqualTo(Warranty.State.UNKNOWN);
    }

    @Test
    void retiringIsNoCorrection() {
        assertThat(LifeCycleStage.IN_USE.mayBeCorrectedTo(LifeCycleStage.AGEING)).isTrue();
        assertThat(LifeCycleStage.RETIRED.mayBeCorrectedTo(LifeCycleStage.RETIRED)).isTrue();
        assertThat(LifeCycleStage.IN_USE.mayBeCorrectedTo(LifeCycleStage.RETIRED)).isFalse();
        assertThat(LifeCycleStage.RETIRED.mayBeCorrectedTo(LifeCycleStage.IN_USE)).isFalse();
    }

    @Test
    void aMachineIsNeverPartOfItself() {
        Asset asset = asset(List.of());
        assertThat(asset.wouldBePartOfItself(List.of(WHOLE, asset.id()))).isTrue();
        assertThat(asset.wouldBePartOfItself(List.of(WHOLE))).isFalse();
    }

    @Test
    void aPartStandsWithTheWhole() {
        SiteId here = new SiteId(UUID.randomUUID());
        assertThat(Asset.partStandsWithTheWhole(here, here)).isTrue();
        assertThat(Asset.partStandsWithTheWhole(here, new SiteId(UUID.randomUUID()))).isFalse();
    }

    @Test
    void everyChangedFieldIsOneLineAndSoftwareCountsByItsName() {
        Asset before = asset(List.of(new RelatedSoftware(SoftwareKind.DATABASE, "DB2", "9.1", "FP3"),
                new RelatedSoftware(SoftwareKind.CLUSTER, "HACMP", "5.4", "")));
        Asset after = before.corrected(facts(List.of(new RelatedSoftware(SoftwareKind.DATABASE, "DB2", "9.1", "FP5"),
                new RelatedSoftware(SoftwareKind.MIDDLEWARE, "MQ", "6", ""))), before.stage());
        assertThat(before.changesTo(after)).containsExactlyInAnyOrder(
                new FieldChange("software.DB2", "DATABASE · 9.1 · FP3", "DATABASE · 9.1 · FP5"),
                new FieldChange("software.MQ", "", "MIDDLEWARE · 6"), new FieldChange("software.HACMP", "CLUSTER · 5.4", ""));
        assertThat(before.changesTo(before)).isEmpty();
    }

    @Test
    void aPartThatMovesAloneLeavesItsWholeAndTheUserStaysWithTheOldOwner() {
        Asset.Place sameOwner = new Asset.Place(OWNER, new SiteId(UUID.randomUUID()), HANGZHOU);
        Asset.Place sold = new Asset.Place(new AccountId(UUID.randomUUID()), new SiteId(UUID.randomUUID()), HANGZHOU);
        assertThat(asset(List.of()).movedTo(sameOwner, "R2", false).facts()).satisfies(facts -> {
            assertThat(facts.parent()).isEmpty();
            assertThat(facts.userContact()).contains(USER);
            assertThat(facts.location()).isEqualTo("R2");
        });
        assertThat(asset(List.of()).movedTo(sold, "R2", true).facts()).satisfies(facts -> {
            assertThat(facts.parent()).contains(WHOLE);
            assertThat(facts.userContact()).isEmpty();
        });
    }

    private static Asset asset(List<RelatedSoftware> software) {
        return new Asset(new AssetId(UUID.randomUUID()), "AS-0010001", facts(software), new Asset.Place(OWNER, new SiteId(UUID.randomUUID()), HANGZHOU),
                LifeCycleStage.IN_USE, 0);
    }

    private static Asset.Facts facts(List<RelatedSoftware> software) {
        return new Asset.Facts("99A1234", "7979Q7C", Optional.of(USER), Optional.of(WHOLE), Importance.NORMAL, "", "", "R1", "", "", "",
                Optional.empty(), new Warranty(Optional.empty(), Optional.empty()), software);
    }
}
