package org.firstfix.dispatch.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** One engineer owns a customer, another one stands in; or nobody does any more. */
@Component
@Permission("engineer.maintain")
public final class DedicateEngineer {
    private final Work work;
    private final Engineers engineers;
    private final CustomerApi customers;

    DedicateEngineer(Work work, Engineers engineers, CustomerApi customers) {
        this.work = work;
        this.engineers = engineers;
        this.customers = customers;
    }

    /** @param engineerCode none ends it */
    public record Command(String customerNumber, Optional<String> engineerCode, Optional<String> standInCode) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            AccountSummary account = customers.findAccountByNumber(command.customerNumber())
                    .orElseThrow(() -> Problem.notFound("customer", command.customerNumber()));
            if (command.engineerCode().isEmpty()) {
                engineers.endDedication(account.id());
                return;
            }
            if (command.engineerCode().equals(command.standInCode())) {
                throw Problem.invalidField("standInCode", "dispatch.stands-in-for-himself", Map.of());
            }
            Engineer engineer = engineers.get(command.engineerCode().get());
            engineers.dedicate(new DispatchApi.Dedication(account.id(), engineer.id(),
                    command.standInCode().map(engineers::get).map(Engineer::id)), engineer);
        });
    }
}
