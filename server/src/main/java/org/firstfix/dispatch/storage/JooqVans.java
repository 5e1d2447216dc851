package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.VAN;
import static org.firstfix.schema.dispatch.Tables.VAN_PART;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Vans;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqVans implements Vans {
    private final DSLContext database;

    JooqVans(DSLContext database) {
        this.database = database;
    }

    @Override
    public Van of(PersonId engineer) {
        return database.select(VAN.VERSION).from(VAN).where(VAN.ENGINEER_ID.eq(engineer.value())).fetchOptional(VAN.VERSION)
                .map(version -> new Van(version, parts(List.of(engineer)).getOrDefault(engineer, Map.of()))).orElse(Van.EMPTY);
    }

    @Override
    public Map<PersonId, Map<String, Integer>> parts(Collection<PersonId> engineers) {
        Map<PersonId, Map<String, Integer>> found = new HashMap<>();
        database.selectFrom(VAN_PART).where(VAN_PART.ENGINEER_ID.in(engineers.stream().map(Id::value).toList())).forEach(row ->
                found.computeIfAbsent(new PersonId(row.getEngineerId()), id -> new HashMap<>()).put(row.getPartNumber(), row.getQuantity()));
        return found;
    }

    @Override
    public boolean load(Engineer engineer, Map<String, Integer> parts, int expectedVersion) {
        UUID id = engineer.id().value();
        // The row is there before the first loading, so that two people who load an empty van meet at it.
        database.insertInto(VAN).set(VAN.ENGINEER_ID, id).set(VAN.ORG_PATH, engineer.orgPath().value()).onConflictDoNothing().execute();
        int changed = database.update(VAN).set(VAN.VERSION, VAN.VERSION.plus(1)).where(VAN.ENGINEER_ID.eq(id), VAN.VERSION.eq(expectedVersion)).execute();
        if (changed == 0) {
            return false;
        }
        database.deleteFrom(VAN_PART).where(VAN_PART.ENGINEER_ID.eq(id)).execute();
        database.batch(parts.entrySet().stream().map(part -> database.insertInto(VAN_PART)
                .set(VAN_PART.ENGINEER_ID, id).set(VAN_PART.PART_NUMBER, part.getKey()).set(VAN_PART.QUANTITY, part.getValue())).toList()).execute();
        return true;
    }

    @Override
    public void take(PersonId engineer, Collection<String> parts) {
        if (parts.isEmpty() || database.update(VAN).set(VAN.VERSION, VAN.VERSION.plus(1)).where(VAN.ENGINEER_ID.eq(engineer.value())).execute() == 0) {
            return;
        }
        for (String part : parts) {
            int last = database.deleteFrom(VAN_PART)
                    .where(VAN_PART.ENGINEER_ID.eq(engineer.value()), VAN_PART.PART_NUMBER.eq(part), VAN_PART.QUANTITY.eq(1)).execute();
            if (last == 0) {
                database.update(VAN_PART).set(VAN_PART.QUANTITY, VAN_PART.QUANTITY.minus(1))
                        .where(VAN_PART.ENGINEER_ID.eq(engineer.value()), VAN_PART.PART_NUMBER.eq(part)).execute();
            }
        }
    }
}
