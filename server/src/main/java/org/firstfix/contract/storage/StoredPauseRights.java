package org.firstfix.contract.storage;

import java.util.List;
import java.util.Optional;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Pause rights as a column keeps them; nothing where nothing of its own was agreed. */
@Component
public class StoredPauseRights {
    private static final TypeReference<List<PauseRight>> RIGHTS = new TypeReference<>() {};

    private final JsonMapper json;

    StoredPauseRights(JsonMapper json) {
        this.json = json;
    }

    @Nullable JSONB write(Optional<PauseRights> rights) {
        return rights.map(own -> JSONB.valueOf(json.writeValueAsString(own.rights()))).orElse(null);
    }

    public Optional<PauseRights> read(@Nullable JSONB stored) {
        return Optional.ofNullable(stored).map(own -> new PauseRights(json.readValue(own.data(), RIGHTS)));
    }
}
