package org.firstfix.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.firstfix.platform.work.Permission;

/** An endpoint that only reads, and the permission it asks for; {@link #SIGNED_IN} is enough for one's own things. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {
    String SIGNED_IN = Permission.SIGNED_IN;

    String value();
}
