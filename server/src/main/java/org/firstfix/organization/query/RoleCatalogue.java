package org.firstfix.organization.query;

import static org.firstfix.schema.organization.Tables.CUSTOM_ROLE;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** All roles, built-in ones first, and what each may do. */
@Query
public class RoleCatalogue {
    private final DSLContext database;

    RoleCatalogue(DSLContext database) {
        this.database = database;
    }

    public record Role(String code, String nameZh, String nameEn, boolean builtIn, List<String> permissions) {}

    public List<Role> show() {
        Stream<Role> builtIn = Arrays.stream(BuiltInRole.values()).map(role -> new Role(role.name(), role.nameZh(), role.nameEn(),
                true, List.copyOf(new TreeSet<>(role.permissions()))));
        Stream<Role> own = database.selectFrom(CUSTOM_ROLE).orderBy(CUSTOM_ROLE.CODE).limit(200).fetch(role -> new Role(role.getCode(),
                role.getNameZh(), role.getNameEn(), false, List.of(role.getPermissions()))).stream();
        return Stream.concat(builtIn, own).toList();
    }
}
