package org.firstfix.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import javax.sql.DataSource;
import org.firstfix.platform.work.ScopedTransactions;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: embedded or the operator's own, migrated before anything else looks at it. */
@Configuration
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    RunningDatabase runningDatabase(DatabaseSettings settings) throws IOException {
        Files.createDirectories(settings.folder());
        String applicationPassword = SecretFile.readOrCreate(settings.folder().resolve("application.password"));
        boolean interrupted = Founding.wasInterrupted(settings.folder());
        if (settings.embedded()) {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(
                    settings.folder().resolve("database").toAbsolutePath(), settings.port(), interrupted);
            Founding.clear(settings.folder());
            Migration.run(embedded.url(), "firstfix_owner", embedded.password(), applicationPassword);
            return new RunningDatabase(embedded.url(), applicationPassword, embedded);
        }
        String url = Objects.requireNonNull(settings.url());
        if (interrupted) {
            throw new IllegalStateException("An earlier start stopped while it filled the database at " + url
                    + " for the first time. Create that database anew, remove the file 'founding' in " + settings.folder() + ", and start again.");
        }
        Migration.run(url, Objects.requireNonNullElse(settings.owner(), "postgres"),
                Objects.requireNonNullElse(settings.ownerPassword(), ""), applicationPassword);
        return new RunningDatabase(url, applicationPassword, null);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(RunningDatabase database, DatabaseSettings settings) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.url());
        source.setUsername(Migration.APPLICATION_ROLE);
        source.setPassword(database.applicationPassword());
        source.setMaximumPoolSize(settings.connections());
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("ApplicationName", "firstfix");
        // There are some hundreds of different statements; with the driver's 256 they would push each other out and be planned again.
        source.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        source.addDataSourceProperty("preparedStatementCacheSizeMiB", "16");
        return source;
    }

    @Bean
    ScopedTransactions transactionManager(DataSource dataSource) {
        return new ScopedTransactions(dataSource);
    }

    @Bean
    Settings jooqSettings() {
        return new Settings().withRenderFormatted(false).withExecuteLogging(false).withInListPadding(true);
    }

    record RunningDatabase(String url, String applicationPassword, @Nullable EmbeddedDatabase embedded)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
