package org.firstfix.dispatch.usecase;

import java.util.List;
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

/** One engineer owns a customer, others stand in, one after the other; or nobody does any more. */
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

    static final int MOST_STAND_INS = 5;

    /** @param engineerCode none ends it. @param standInCodes in the order in which they are asked, at most five */
    public record Command(String customerNumber, Optional<String> engineerCode, List<String> standInCodes) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            AccountSummary account = customers.findAccountByNumber(command.customerNumber())
                    .orElseThrow(() -> Problem.notFound("customer", command.customerNumber()));
            if (command.engineerCode().isEmpty()) {
                engineers.endDedication(account.id());
                return;
            }
            Engineer engineer = engineers.get(command.engineerCode().get());
            requireOrder(engineer, command.standInCodes());
            engineers.dedicate(new DispatchApi.Dedication(account.id(), engineer.id(),
                    command.standInCodes().stream().map(engineers::get).map(Engineer::id).toList()), engineer);
        });
    }

    private static void requireOrder(Engineer engineer, List<String> standIns) {
        if (standIns.contains(engineer.code())) {
            throw Problem.invalidField("standInCodes", "dispatch.stands-in-for-himself", Map.of());
        }
        if (standIns.size() > MOST_STAND_INS || standIns.stream().distinct().count() < standIns.size()) {
            throw Problem.invalidField("standInCodes", "dispatch.stand-ins-not-possible", Map.of("most", MOST_STAND_INS));
        }
    }
}
