package org.firstfix.knowledge;

import java.util.UUID;
import org.firstfix.platform.id.Id;

public record ArticleId(UUID value) implements Id {}
