package org.firstfix.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.contract.ContractFixture;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.EntitlementApi.NewContract;
import org.firstfix.customer.CustomerApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class RunOutContractsTest {
    @Autowired
    TestHouse house;
    @Autowired
    EntitlementApi entitlements;
    @Autowired
    CustomerApi customers;
    @Autowired
    AssetApi assets;
    @Autowired
    EndRunOutContracts.RunOutContracts runOut;

    @Test
    void whatRanOutIsEndedAndWhatRunsStays() {
        ContractFixture customer = ContractFixture.make(house, customers, assets, Optional.empty(), Optional.empty());
        register(customer.contract("5x9", "ACCOUNT", LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31")));
        register(customer.contract("5x9", "ACCOUNT", LocalDate.parse("2020-01-01"), LocalDate.parse("2190-12-31")));
        runOut.end();
        JsonNode contracts = house.client("agent.hangzhou").get("/api/v1/contracts?account=" + customer.accountNumber()).expect(200).json();
        assertThat(contracts.path("items").valueStream().map(row -> row.path("status").asString())).containsExactly("ENDED", "ACTIVE");
        assertThat(contracts.path("items").get(0).path("endsOn").asString()).isEqualTo("2020-12-31");
    }

    private void register(NewContract contract) {
        house.as("service_manager.hangzhou", () -> entitlements.registerContract(contract));
    }
}
