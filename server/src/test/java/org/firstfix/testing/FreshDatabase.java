package org.firstfix.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstfix.diagnosis.usecase.Learner;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives every server a database of its own, and every test class a fresh copy of the seeded state. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeforeAllCallback {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger COPIES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // The database is replaced under the pool's feet: every connection is tested before it is handed out.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        String name = "test_" + COUNT.incrementAndGet();
        TestPostgres.get().cloneTo(name, TestPostgres.MIGRATED);
        try {
            Path folder = Files.createTempDirectory("firstfix-test");
            // The application role belongs to the whole PostgreSQL: every server must know the same password.
            Files.writeString(folder.resolve("application.password"), "application");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", Map.of(
                    "firstfix.data.folder", folder.toString(), "firstfix.data.url", TestPostgres.get().url(name),
                    "firstfix.data.owner", "postgres", "firstfix.test.database", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        String name = context.getEnvironment().getRequiredProperty("firstfix.test.database");
        TestHouse house = context.getBean(TestHouse.class);
        var pool = context.getBean(HikariDataSource.class).getHikariPoolMXBean();
        String seeded = name + "_seeded";
        if (house.seed()) {
            pool.softEvictConnections();
            TestPostgres.get().cloneFrom(seeded, name);
            return;
        }
        pool.softEvictConnections();
        TestPostgres.get().cloneTo(name, seeded);
        pool.softEvictConnections();
        house.forgetSessions();
        // What is held in memory is of the former copy: findings, whose places begin anew, and articles, whose revision may come out the same.
        context.getBean(Learner.class).forget();
        TestPostgres.get().execute(name, "update knowledge.shelf set revision = revision + " + COPIES.addAndGet(1_000_000));
    }
}
