package org.firstfix.demo.life;

import org.firstfix.demo.scenery.Staff;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.PersonId;

/** Somebody of the house who does things. */
record Person(Staff staff, Actor actor) {
    PersonId id() {
        return actor.personId().orElseThrow();
    }

    String name() {
        return staff.name();
    }

    boolean is(BuiltInRole role) {
        return staff.role().equals(role.name());
    }
}
