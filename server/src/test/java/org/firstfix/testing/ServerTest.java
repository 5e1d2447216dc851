package org.firstfix.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.firstfix.FirstfixApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the running server: real HTTP on a free port, real PostgreSQL. All such classes share one server; each
 * class begins with a fresh clone of the seeded database (see {@link TestHouse} for who and what is in it).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = FirstfixApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"firstfix.mode=test", "firstfix.password-cost=4", "firstfix.telephony.token=a token for tests",
                "firstfix.telephony.lines.4008001234=hangzhou"})
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(TestHouse.class)
@ExtendWith(FreshDatabase.class)
public @interface ServerTest {}
