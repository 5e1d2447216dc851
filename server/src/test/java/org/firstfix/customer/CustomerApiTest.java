package org.firstfix.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.CustomerApi.NewAccount;
import org.firstfix.customer.CustomerApi.NewContact;
import org.firstfix.customer.CustomerApi.NewInteraction;
import org.firstfix.customer.CustomerApi.NewSite;
import org.firstfix.platform.problem.Problem;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the modules above ask of customers, on a real database. */
@ServerTest
class CustomerApiTest {
    private final CustomerApi customers;
    private final TestHouse house;

    @Autowired
    CustomerApiTest(CustomerApi customers, TestHouse house) {
        this.customers = customers;
        this.house = house;
    }

    @Test
    void aRegisteredAccountIsFoundByIdNumberAndName() {
        AccountId id = house.as("agent.hangzhou", () -> customers.registerAccount(account("杭州维荣科技信息有限公司", "hangzhou", Optional.empty())));
        AccountSummary found = house.asTheHouse(() -> customers.account(id));
        assertThat(found.number()).startsWith("CU-");
        assertThat(house.asTheHouse(() -> customers.findAccountByNumber(found.number()))).contains(found);
        assertThat(house.asTheHouse(() -> customers.findAccountByName("杭州维荣科技信息有限公司"))).contains(found);
    }

    @Test
    void anotherBranchSeesNothingOfIt() {
        AccountId id = house.as("agent.hangzhou", () -> customers.registerAccount(account("省地税局", "hangzhou", Optional.empty())));
        house.as("agent.ningbo", () -> {
            assertThat(customers.accounts(List.of(id))).isEmpty();
            assertThat(customers.findAccountByName("省地税局")).isEmpty();
            assertThatThrownBy(() -> customers.account(id)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.status()).isEqualTo(404));
        });
    }

    @Test
    void nobodyRegistersIntoAnotherBranch() {
        house.as("agent.ningbo", () -> assertThatThrownBy(() -> customers.registerAccount(account("别家", "hangzhou", Optional.empty())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields()).extracting("field").containsExactly("orgUnitCode")));
    }

    @Test
    void parentsAndGroupAreKnownAcrossBranches() {
        AccountId head = house.asTheHouse(() -> customers.registerAccount(account("集团", "hangzhou", Optional.empty())));
        String headNumber = house.asTheHouse(() -> customers.account(head).number());
        AccountId daughter = house.asTheHouse(() -> customers.registerAccount(account("宁波子公司", "ningbo", Optional.of(headNumber))));
        String daughterNumber = house.asTheHouse(() -> customers.account(daughter).number());
        AccountId grandDaughter = house.asTheHouse(() -> customers.registerAccount(account("孙公司", "ningbo", Optional.of(daughterNumber))));
        house.as("agent.ningbo", () -> {
            assertThat(customers.parentsOf(grandDaughter)).containsExactly(daughter, head);
            assertThat(customers.groupOf(head)).containsExactly(head, daughter, grandDaughter);
        });
    }

    @Test
    void whoCallsIsFoundHoweverTheNumberIsWritten() {
        house.as("agent.hangzhou", () -> {
            AccountId account = customers.registerAccount(account("中萃", "hangzhou", Optional.empty()));
            SiteId site = customers.registerSite(new NewSite(account, "机房", "文三路 1 号", "杭州", "西湖", "Asia/Shanghai",
                    Optional.of(30.27), Optional.of(120.13), "", "hangzhou"));
            ContactId contact = customers.registerContact(new NewContact(account, Optional.of(site), "王伟", "IT 主管", "IT_MANAGER",
                    "0571-88881234-802", "138 0571 2345", "wang@example.com", "PHONE", "zh-CN"));
            assertThat(customers.contactsByPhone("+8613805712345")).extracting(ContactSummary::id).containsExactly(contact);
            assertThat(customers.contactsByPhone("0086 571 8888 1234")).extracting(ContactSummary::id).containsExactly(contact);
            assertThat(customers.contactsByPhone("057188881235")).isEmpty();
            assertThat(customers.contactsByPhone("anonymous")).isEmpty();
            assertThat(customers.sitesOf(account)).singleElement().satisfies(found -> assertThat(found.latitude()).contains(30.27));
            assertThat(customers.contactsOf(account)).extracting(ContactSummary::siteId).containsExactly(Optional.of(site));
            customers.recordInteraction(new NewInteraction(account, Optional.of(contact), "PHONE", true, Instant.EPOCH, "报修", "", "C-1"));
        });
        house.as("agent.ningbo", () -> assertThat(customers.contactsByPhone("13805712345")).isEmpty());
    }

    private static NewAccount account(String name, String orgUnit, Optional<String> parent) {
        return new NewAccount(name, "", "ORDINARY", "zh-CN", "", orgUnit, parent);
    }
}
