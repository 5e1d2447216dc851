package org.firstfix.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.identity.UserId;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the signed-in user to the request. Roles are read anew for every request, so that what was taken away is gone
 * at once.
 */
final class ActorFilter extends OncePerRequestFilter {
    private final UserDirectory users;

    ActorFilter(UserDirectory users) {
        this.users = users;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor = signedInUser().flatMap(users::actorOf);
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Throwable[] failure = new Throwable[1];
        Actors.actingAs(actor.get(), () -> {
            try {
                chain.doFilter(request, response);
            } catch (IOException | ServletException e) {
                failure[0] = e;
            }
        });
        switch (failure[0]) {
            case IOException e -> throw e;
            case ServletException e -> throw e;
            case null, default -> {}
        }
    }

    private static Optional<UserId> signedInUser() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(new UserId(UUID.fromString(authentication.getName())));
    }
}
