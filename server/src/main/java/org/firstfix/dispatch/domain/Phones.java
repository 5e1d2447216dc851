package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.firstfix.platform.identity.PersonId;

/** When the field pages of the phones were last heard of. */
public interface Phones {
    /** Written at most once a minute for a device, so that it may be called with every request. */
    void heard(PersonId person, String device);

    /** By any device; those who never used one are missing. */
    Map<PersonId, Instant> lastHeard(Collection<PersonId> people);
}
