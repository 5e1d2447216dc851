package org.firstfix.organization.usecase;

import org.firstfix.organization.storage.Users;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The language one wants to read. */
@Component
@Permission(Permission.SIGNED_IN)
public final class ChangeOwnLanguage {
    private final Work work;
    private final Users users;

    ChangeOwnLanguage(Work work, Users users) {
        this.work = work;
        this.users = users;
    }

    public record Command(Language language) {}

    public void handle(Command command) {
        work.perform(this, () -> users.setLanguage(Actors.current().userId().orElseThrow(), command.language().tag()));
    }
}
