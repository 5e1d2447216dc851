package org.firstfix.demo.scenery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.Content;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The articles of the demo, from {@code demo/knowledge.json}, in the order they were written. The last one waits for its review. */
public final class KnowledgeBook {
    public record Entry(ArticleKind kind, Content content) {}

    private KnowledgeBook() {}

    public static List<Entry> all() {
        try (InputStream file = KnowledgeBook.class.getResourceAsStream("/demo/knowledge.json")) {
            return List.copyOf(JsonMapper.builder().build().readValue(file, new TypeReference<List<Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
