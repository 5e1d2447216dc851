package org.firstfix.cases.domain;

import java.util.Optional;
import java.util.UUID;

/** All calls. Loading one for a change locks it until the transaction ends. */
public interface PhoneCalls {
    Optional<PhoneCall> findForChange(UUID id);

    /** Also keeps a second message about the same call waiting until this one is stored. */
    Optional<PhoneCall> findByExternalIdForChange(String externalId);

    void add(PhoneCall call);

    void save(PhoneCall call);
}
