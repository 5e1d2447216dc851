package org.firstfix.reminder.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.PromiseHandedOver;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.PromiseMade;
import org.firstfix.customer.PromiseSettled;
import org.firstfix.reminder.ReminderApi;
import org.springframework.stereotype.Component;

/** A promise is a duty of the one who keeps it, until it is settled. */
@Component
public class PromiseDuties {
    public static final String SUBJECT = "promise";
    private static final String KIND = "keep";
    private static final String POLICY = "PROMISE";

    private final ReminderApi reminders;
    private final CustomerApi customers;

    PromiseDuties(ReminderApi reminders, CustomerApi customers) {
        this.reminders = reminders;
        this.customers = customers;
    }

    public void made(PromiseMade promise) {
        AccountSummary account = customers.account(promise.accountId());
        String name = account.shortName().isBlank() ? account.name() : account.shortName();
        reminders.entrust(new ReminderApi.NewDuty(key(promise.promiseId()), account.number(), "/customers/" + account.number(),
                new ReminderApi.Title.Key("reminder.promise.title", Map.of("customer", name, "what", promise.what())), promise.owner(),
                promise.orgPath(), promise.dueAt(), Optional.empty(), Optional.empty(), POLICY, false));
    }

    public void handedOver(PromiseHandedOver promise) {
        reminders.move(key(promise.promiseId()), Optional.of(promise.owner()), Optional.empty(), promise.reason());
    }

    public void settled(PromiseSettled promise) {
        reminders.withdraw(key(promise.promiseId()), promise.reason());
    }

    private static ReminderApi.Key key(PromiseId promise) {
        return new ReminderApi.Key(SUBJECT, promise.value().toString(), KIND);
    }
}
