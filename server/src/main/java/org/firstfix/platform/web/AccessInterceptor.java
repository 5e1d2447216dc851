package org.firstfix.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks every endpoint what it demands before its input is even parsed. */
@Component
class AccessInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // The end of an answer that was let in at its beginning: nobody is signed in on the thread that finishes it.
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return true;
        }
        // Libraries bring handlers of their own (the OpenAPI document, error pages); ours all declare what they demand.
        if (!(handler instanceof HandlerMethod method) || !method.getBeanType().getName().startsWith("org.firstfix.")) {
            return true;
        }
        EndpointAccess access = EndpointAccess.of(method.getMethod()).orElseThrow(() -> new IllegalStateException(
                method + " declares no access. Maybe @Performs, @Reads or @OpenToAnyone is missing."));
        switch (access) {
            case EndpointAccess.Anyone() -> {}
            case EndpointAccess.SignedIn() -> itIsReallyTheUserWhoActs(method);
            case EndpointAccess.With(String permission) -> {
                itIsReallyTheUserWhoActs(method);
                if (!Actors.current().may(permission)) {
                    throw Problem.forbidden(permission);
                }
            }
        }
        return true;
    }

    /** A password that an administrator or the launcher chose is known to two people; until it is changed it opens nothing. */
    private static void itIsReallyTheUserWhoActs(HandlerMethod endpoint) {
        if (Actors.current().mustChangePassword() && !endpoint.hasMethodAnnotation(BeforePasswordChange.class)) {
            throw Problem.of(403, "platform.password-must-change", Map.of());
        }
    }
}
