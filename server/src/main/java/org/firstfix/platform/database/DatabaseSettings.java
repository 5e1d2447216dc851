package org.firstfix.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data are.
 *
 * @param folder the data folder: files, and the embedded database unless {@code url} is set
 * @param port of the embedded database; fixed, so that a second server on the same folder is noticed
 * @param url JDBC address of an own PostgreSQL; then {@code owner} must be able to create schemas and roles
 */
@ConfigurationProperties("firstfix.data")
public record DatabaseSettings(@DefaultValue(".data/serve") Path folder, @DefaultValue("54329") int port,
        @Nullable String url, @Nullable String owner, @Nullable String ownerPassword,
        @DefaultValue("30") int connections) {
    boolean embedded() {
        return url == null || url.isBlank();
    }
}
