package org.firstfix.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.values;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.firstfix.customer.ContactId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Work;
import org.firstfix.testing.ServerTest;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row1;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A list filtered by text: few hits are fetched, many are looked for along the list's own order. Both find the same. */
@ServerTest
class SearchTest {
    private static final int PEOPLE = 900;

    @Autowired private Work work;
    @Autowired private SearchIndex index;
    @Autowired private Search search;
    @Autowired private DSLContext database;

    @Test
    void aListFindsTheSameWhetherFewOrManyThingsFit() {
        work.asTheHouse("search test", () -> {
            List<UUID> people = IntStream.range(0, PEOPLE).mapToObj(i -> UUID.randomUUID()).toList();
            IntStream.range(0, PEOPLE).forEach(i -> index.put(new SearchIndex.Entry("contact", new ContactId(people.get(i)), "Q" + i, "Q", "",
                    new OrgPath("house"), new SearchIndex.Tokens().startingWith(i % 2 == 0 ? "qq%zx-" + i : "other-" + i).endingWith("77" + i + "41"))));
            assertThat(found(people, "QQ%zx-")).as("many").hasSize(PEOPLE / 2).contains(people.get(0)).doesNotContain(people.get(1));
            assertThat(found(people, "qq%zx-88")).as("few").containsExactlyInAnyOrder(people.get(88), people.get(880), people.get(882), people.get(884),
                    people.get(886), people.get(888));
            assertThat(found(people, "8941")).as("few, by the end").contains(people.get(89), people.get(189)).hasSize(PEOPLE / 100);
            assertThat(found(people, "qq_zx-")).as("no pattern signs").isEmpty();
            assertThat(found(people, "")).as("no text").hasSize(PEOPLE);
        });
    }

    private List<UUID> found(List<UUID> people, String text) {
        Field<UUID> id = field(name("people", "id"), UUID.class);
        List<Row1<UUID>> rows = new ArrayList<>(people.stream().map(person -> row(person)).toList());
        @SuppressWarnings({"unchecked", "rawtypes"})
        Row1<UUID>[] all = rows.toArray(new Row1[0]);
        return database.select(id).from(values(all).as("people", "id")).where(search.matches(id, "contact", text)).fetch(id);
    }
}
