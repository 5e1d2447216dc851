package org.firstfix.platform.search;

import static org.firstfix.schema.platform.Tables.SEARCH_ENTRY;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What {@code Ctrl+K} finds: numbers, the last digits of serials and phones, names, pinyin initials. Each module writes
 * the entries of its own things in the transaction that changes them.
 */
@Component
public class SearchIndex {
    private static final int LONGEST_TOKEN = 60;
    private static final int MOST_TOKENS = 40;

    private final DSLContext database;

    SearchIndex(DSLContext database) {
        this.database = database;
    }

    /** One findable thing. {@code number} is what its address on the screen is made of. */
    public record Entry(String kind, Id subject, String number, String title, String subtitle, OrgPath orgPath,
            Tokens tokens) {}

    /** Puts or replaces the entries of a thing: one statement, the same for any number of tokens, so that it is planned once. */
    public void put(Entry entry) {
        String[] tokens = entry.tokens().texts().toArray(String[]::new);
        database.execute("""
                with gone as (delete from platform.search_entry where kind = ? and subject_id = ? and token <> all(?::text[]))
                insert into platform.search_entry (kind, subject_id, token, number, title, subtitle, org_path)
                select ?, ?, token, ?, ?, ?, ?::ltree from unnest(?::text[]) token
                on conflict (token, kind, subject_id) do update
                set number = excluded.number, title = excluded.title, subtitle = excluded.subtitle, org_path = excluded.org_path""",
                entry.kind(), entry.subject().value(), tokens, entry.kind(), entry.subject().value(), entry.number(), entry.title(),
                entry.subtitle(), entry.orgPath().value(), tokens);
    }

    public void remove(String kind, Id subject) {
        database.deleteFrom(SEARCH_ENTRY)
                .where(SEARCH_ENTRY.KIND.eq(kind), SEARCH_ENTRY.SUBJECT_ID.eq(subject.value())).execute();
    }

    /** The ways to ask for one thing. */
    public static final class Tokens {
        private final Set<String> texts = new LinkedHashSet<>();

        /** Found by its beginning. */
        public Tokens startingWith(String text) {
            add(normal(text));
            return this;
        }

        /** Found by its end as well: the last digits of a serial, of a phone, of a number. */
        public Tokens endingWith(String text) {
            String normal = normal(text);
            add(normal);
            if (!normal.isEmpty()) {
                add("<" + new StringBuilder(normal).reverse());
            }
            return this;
        }

        /** Found by its beginning, by any later character of a Chinese name, and by pinyin initials. */
        public Tokens name(String name) {
            String normal = normal(name);
            add(normal);
            for (int i = 1; i < normal.length(); i++) {
                if (Character.UnicodeScript.of(normal.charAt(i)) == Character.UnicodeScript.HAN || normal.charAt(i - 1) == ' ') {
                    add(normal.substring(i));
                }
            }
            String initials = Pinyin.initials(name);
            add(initials);
            return this;
        }

        public Tokens names(Collection<String> names) {
            names.forEach(this::name);
            return this;
        }

        /** As they are stored. */
        public List<String> texts() {
            return texts.stream().limit(MOST_TOKENS).toList();
        }

        private void add(String token) {
            if (!token.isEmpty()) {
                texts.add(token.length() > LONGEST_TOKEN ? token.substring(0, LONGEST_TOKEN) : token);
            }
        }
    }

    /** Width, case and punctuation do not matter when somebody asks. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }
}
