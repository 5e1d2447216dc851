package org.firstfix.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.contract.EntitlementApi.NewContract;
import org.firstfix.contract.EntitlementApi.NewLine;
import org.firstfix.contract.Fault;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What may be claimed, on a real database. */
@ServerTest
class EntitlementTest {
    private static final Instant JUNE = Instant.parse("2026-06-15T02:00:00Z");

    @Autowired
    TestHouse house;
    @Autowired
    EntitlementApi entitlements;
    @Autowired
    CustomerApi customers;
    @Autowired
    AssetApi assets;

    @Test
    void theMostSpecificLineWins() {
        ContractFixture customer = customer();
        register(customer.contract("5x9", "ACCOUNT"));
        assertClaim(customer, "contract-line-account", "5x9");
        register(customer.contract("7x24x8", "FAMILY"));
        assertClaim(customer, "contract-line-family", "7x24x8");
        register(customer.contract("5x9", "SITE"));
        assertClaim(customer, "contract-line-site", "5x9");
        register(customer.contract("7x24x8", "SITE"));
        assertClaim(customer, "contract-line-site", "7x24x8");
        register(customer.contract("7x24x4", "ASSET"));
        Entitlement entitlement = assertClaim(customer, "contract-line-asset", "7x24x4");
        assertThat(entitlement.targets().of(Fault.of(Priority.P1)).get(Milestone.ON_SITE)).isEqualTo(Duration.ofHours(4));
        assertThat(entitlement.calendarCode()).contains("ALWAYS");
        assertThat(entitlement.specialTerms()).isEqualTo("先找值班经理");
    }

    @Test
    void theParentsContractCoversTheSubsidiaryInAnotherBranch() {
        ContractFixture parent = customer();
        ContractFixture daughter = ContractFixture.make(house, customers, assets, Optional.of(parent.accountNumber()), Optional.empty(), "ningbo");
        register(parent.contract("7x24x8", "ACCOUNT"));
        JsonNode answer = house.client("agent.ningbo").get("/api/v1/entitlements?site=" + daughter.siteNumber() + "&at=" + JUNE).expect(200).json();
        assertThat(answer.path("reason").asString()).isEqualTo("contract-line-account");
        assertThat(answer.path("coverage").path("code").asString()).isEqualTo("7x24x8");
        // The other way round nothing is covered.
        ContractFixture other = customer();
        ContractFixture child = ContractFixture.make(house, customers, assets, Optional.of(other.accountNumber()), Optional.empty());
        register(child.contract("7x24x8", "ACCOUNT"));
        assertThat(claim(other, JUNE).covered()).isFalse();
    }

    @Test
    void withoutALineTheWarrantyCountsAsFiveByNine() {
        ContractFixture customer = ContractFixture.make(house, customers, assets, Optional.empty(), Optional.of(LocalDate.parse("2026-06-15")));
        Entitlement entitlement = claim(customer, JUNE);
        assertThat(entitlement.basis()).isEqualTo(Entitlement.Basis.WARRANTY);
        assertThat(entitlement.reason()).isEqualTo("warranty");
        assertThat(entitlement.coverageCode()).contains("5x9");
        // 16:00 of the 15th in London is the 16th in Shanghai: the day of the site counts.
        assertThat(claim(customer, Instant.parse("2026-06-15T16:00:00Z")).reason()).isEqualTo("nothing");
    }

    @Test
    void aContractIsBetterThanTheWarranty() {
        ContractFixture customer = ContractFixture.make(house, customers, assets, Optional.empty(), Optional.of(LocalDate.parse("2030-01-01")));
        register(customer.contract("7x24x4", "ACCOUNT"));
        assertThat(claim(customer, JUNE).basis()).isEqualTo(Entitlement.Basis.CONTRACT);
    }

    @Test
    void whatEndedOrHasNotStartedOrIsSuspendedIsTold() {
        ContractFixture customer = customer();
        assertThat(claim(customer, JUNE).reason()).isEqualTo("nothing");
        register(customer.contract("7x24x4", "ACCOUNT", LocalDate.parse("2025-01-01"), LocalDate.parse("2026-06-14")));
        assertThat(claim(customer, JUNE).reason()).isEqualTo("contract-ended");
        register(customer.contract("7x24x4", "ACCOUNT", LocalDate.parse("2026-06-16"), LocalDate.parse("2027-06-15")));
        Entitlement notStarted = claim(customer, JUNE);
        assertThat(notStarted.reason()).isEqualTo("contract-not-started");
        assertThat(notStarted.contractNumber()).isPresent();
        assertThat(notStarted.targets().isEmpty()).isTrue();
        JsonNode contract = manager().post("/api/v1/contracts", Map.of("accountNumber", customer.accountNumber(), "inForce", true, "paper",
                Map.of("title", "", "startsOn", "2026-01-01", "endsOn", "2026-12-31", "specialTerms", "", "currency", "CNY",
                        "lines", List.of(Map.of("coverageCode", "7x24x4", "covers", "ACCOUNT"))))).expect(201).json();
        assertThat(claim(customer, JUNE).covered()).isTrue();
        manager().post("/api/v1/contracts/" + contract.path("number").asString() + "/suspend", Map.of("reason", "欠费"),
                contract.path("version").asLong()).expect(200);
        assertThat(claim(customer, JUNE).reason()).isEqualTo("contract-suspended");
    }

    @Test
    void nobodyPromisesServiceForAStrangersMachine() {
        ContractFixture customer = customer();
        ContractFixture stranger = customer();
        NewContract foreign = new NewContract(customer.account(), Optional.empty(), "", ContractFixture.FIRST, ContractFixture.LAST, "",
                List.of(new NewLine("5x9", "ASSET", Optional.of(stranger.asset()), Optional.empty(), Optional.empty())));
        assertThatThrownBy(() -> register(foreign)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.fields()).extracting("code").containsExactly("contract.asset-of-another-account"));
        NewContract twice = new NewContract(customer.account(), Optional.empty(), "", ContractFixture.FIRST, ContractFixture.LAST, "",
                List.of(new NewLine("5x9", "ASSET", Optional.of(customer.asset()), Optional.of(customer.site()), Optional.empty())));
        assertThatThrownBy(() -> register(twice)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.fields()).extracting("code").containsExactly("contract.line-names-something-else"));
    }

    @Test
    void theCheckTellsEveryLineThatWasLookedAt() {
        ContractFixture customer = customer();
        register(customer.contract("5x9", "ACCOUNT"));
        register(customer.contract("7x24x4", "ASSET"));
        register(customer.contract("7x24x4", "ASSET", LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31")));
        JsonNode answer = house.client("agent.hangzhou").get("/api/v1/entitlements?asset=" + customer.serial() + "&at=" + JUNE).expect(200).json();
        assertThat(answer.path("reason").asString()).isEqualTo("contract-line-asset");
        assertThat(answer.path("coverage").path("targets").size()).isEqualTo(20);
        assertThat(answer.path("siteNumber").asString()).isEqualTo(customer.siteNumber());
        assertThat(answer.path("lines").valueStream().map(line -> line.path("verdict").asString()))
                .containsExactly("WINS", "LESS_SPECIFIC", "ENDED");
        JsonNode account = house.client("agent.hangzhou").get("/api/v1/entitlements?account=" + customer.accountNumber() + "&at=" + JUNE)
                .expect(200).json();
        assertThat(account.path("reason").asString()).isEqualTo("contract-line-account");
        house.client("agent.ningbo").get("/api/v1/entitlements?asset=" + customer.serial()).expect(404);
        assertThat(house.client("agent.hangzhou").get("/api/v1/entitlements").expect(400).code()).isEqualTo("contract.claim-about-nothing");
        house.client("agent.hangzhou").get("/api/v1/entitlements?asset=x&at=0000-01-01T00:00:00Z").expect(400);
    }

    private ContractFixture customer() {
        return ContractFixture.make(house, customers, assets, Optional.empty(), Optional.empty());
    }

    private ContractId register(NewContract contract) {
        return house.as("service_manager.hangzhou", () -> entitlements.registerContract(contract));
    }

    private Entitlement claim(ContractFixture customer, Instant at) {
        return house.asTheHouse(() -> entitlements.entitlementOf(customer.account(), customer.site(), Optional.of(customer.asset()), at));
    }

    private Entitlement assertClaim(ContractFixture customer, String reason, String coverage) {
        Entitlement entitlement = claim(customer, JUNE);
        assertThat(entitlement.reason()).isEqualTo(reason);
        assertThat(entitlement.coverageCode()).contains(coverage);
        return entitlement;
    }

    private TestClient manager() {
        return house.client("service_manager.hangzhou");
    }
}
