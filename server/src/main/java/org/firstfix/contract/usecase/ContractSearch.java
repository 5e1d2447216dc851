package org.firstfix.contract.usecase;

import org.firstfix.contract.domain.Contract;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.search.SearchIndex;
import org.springframework.stereotype.Component;

/** How a contract is found: by its number, its title and the customer's name. */
@Component
class ContractSearch {
    private final SearchIndex index;
    private final CustomerApi customers;

    ContractSearch(SearchIndex index, CustomerApi customers) {
        this.index = index;
        this.customers = customers;
    }

    void put(Contract contract) {
        AccountSummary account = customers.account(contract.accountId());
        String title = contract.terms().title().isBlank() ? account.name() : contract.terms().title();
        index.put(new SearchIndex.Entry("contract", contract.id(), contract.number(), title,
                account.name() + " · " + contract.terms().endsOn(), contract.orgPath(), new SearchIndex.Tokens()
                        .endingWith(contract.number()).name(contract.terms().title()).name(account.name()).name(account.shortName())));
    }
}
