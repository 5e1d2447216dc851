package org.firstfix.platform.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a use case asks of its actor, in business words: {@code case.open}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permission {
    /** Being signed in is enough: for one's own things. */
    String SIGNED_IN = "signed-in";

    String value();
}
