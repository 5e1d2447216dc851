package org.firstfix.platform.web;

import java.lang.reflect.Method;
import java.util.Optional;
import org.firstfix.platform.work.Permission;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What an endpoint asks of its caller. Every endpoint declares exactly one of {@link Performs}, {@link Reads} and
 * {@link OpenToAnyone}; one that declares nothing is refused to everybody.
 */
public sealed interface EndpointAccess {
    record Anyone() implements EndpointAccess {}

    record SignedIn() implements EndpointAccess {}

    record With(String permission) implements EndpointAccess {}

    static Optional<EndpointAccess> of(Method endpoint) {
        Performs performs = AnnotatedElementUtils.findMergedAnnotation(endpoint, Performs.class);
        if (performs != null) {
            return Optional.of(fromPermission(performs.value().getAnnotation(Permission.class).value()));
        }
        Reads reads = AnnotatedElementUtils.findMergedAnnotation(endpoint, Reads.class);
        if (reads != null) {
            return Optional.of(fromPermission(reads.value()));
        }
        return AnnotatedElementUtils.hasAnnotation(endpoint, OpenToAnyone.class)
                ? Optional.of(new Anyone())
                : Optional.empty();
    }

    private static EndpointAccess fromPermission(String permission) {
        return permission.equals(Reads.SIGNED_IN) ? new SignedIn() : new With(permission);
    }
}
