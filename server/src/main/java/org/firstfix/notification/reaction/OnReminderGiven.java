package org.firstfix.notification.reaction;

import org.firstfix.notification.usecase.TellReminded;
import org.firstfix.reminder.ReminderGiven;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody is reminded: inbox and mail, as the policy says. */
@Component
class OnReminderGiven {
    private final TellReminded telling;

    OnReminderGiven(TellReminded telling) {
        this.telling = telling;
    }

    @EventListener
    void on(ReminderGiven given) {
        telling.tell(given);
    }
}
