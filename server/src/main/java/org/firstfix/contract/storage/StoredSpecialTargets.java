package org.firstfix.contract.storage;

import java.util.List;
import org.firstfix.contract.SpecialTarget;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Special targets as a column keeps them. */
@Component
public class StoredSpecialTargets {
    private static final TypeReference<List<SpecialTarget>> TARGETS = new TypeReference<>() {};

    private final JsonMapper json;

    StoredSpecialTargets(JsonMapper json) {
        this.json = json;
    }

    JSONB write(List<SpecialTarget> targets) {
        return JSONB.valueOf(json.writeValueAsString(targets));
    }

    public List<SpecialTarget> read(JSONB stored) {
        return json.readValue(stored.data(), TARGETS);
    }
}
