package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.customer.AccountId;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.DataScope;

/** Engineers with their diaries. */
public interface Engineers {
    /** Locked until the transaction ends: bookings of one engineer happen one after the other. */
    Engineer load(String code);

    Optional<Engineer> find(PersonId id);

    Engineer get(String code);

    /** By code, at most 500; those with the skill at any level, if one is named. */
    List<Engineer> inUse(DataScope scope, Optional<String> skill);

    boolean isTaken(String code);

    void add(Engineer engineer);

    void save(Engineer engineer);

    List<Shift> shifts(PersonId engineer, Period within);

    List<Absence> absences(PersonId engineer, Period within);

    /** @return false if the engineer has a shift then already */
    boolean addShift(Engineer engineer, Shift shift);

    boolean removeShift(Engineer engineer, UUID shift);

    void addAbsence(Engineer engineer, Absence absence);

    boolean removeAbsence(Engineer engineer, UUID absence);

    Optional<DispatchApi.Dedication> dedicationOf(AccountId account);

    void dedicate(DispatchApi.Dedication dedication, Engineer engineer);

    void endDedication(AccountId account);
}
