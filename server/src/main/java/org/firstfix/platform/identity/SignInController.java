package org.firstfix.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.BeforePasswordChange;
import org.firstfix.platform.web.OpenToAnyone;
import org.firstfix.platform.web.Reads;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1")
class SignInController {
    private final SignIn signIn;
    private final UserDirectory users;
    private final SecurityContextRepository contexts;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final SignInOptions options;

    SignInController(SignIn signIn, UserDirectory users, SecurityContextRepository contexts,
            FindByIndexNameSessionRepository<?> sessions, SignInOptions options) {
        this.signIn = signIn;
        this.users = users;
        this.contexts = contexts;
        this.sessions = sessions;
        this.options = options;
    }

    record SignInRequest(@NotBlank @Size(max = 100) String userName, @NotBlank @Size(max = 200) String password) {}

    /** Who is signed in and what they may do; the screens show nothing that is not in {@code permissions}. */
    record SessionView(UserId userId, String userName, String displayName, String language, Set<String> permissions,
            List<String> roles, UserDirectory.HomeUnit orgUnit, boolean mustChangePassword) {}

    @GetMapping("/sign-in-options")
    @OpenToAnyone(because = "the sign-in page shows the version and, in the demo, its accounts")
    SignInOptions.View options() {
        return options.view();
    }

    @PostMapping("/session")
    @OpenToAnyone(because = "this is how a session begins")
    SessionView signIn(@Valid @RequestBody SignInRequest input, HttpServletRequest request, HttpServletResponse response) {
        UserId user = signIn.check(input.userName(), input.password(), request.getRemoteAddr());
        request.getSession(true);
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.value().toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return view(user);
    }

    @GetMapping("/session")
    @BeforePasswordChange
    @Reads(Reads.SIGNED_IN)
    SessionView session() {
        return view(Actors.current().userId().orElseThrow());
    }

    @DeleteMapping("/session")
    @BeforePasswordChange
    @Reads(Reads.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @DeleteMapping("/sessions")
    @BeforePasswordChange
    @Reads(Reads.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(HttpServletRequest request) {
        String principal = Actors.current().userId().orElseThrow().value().toString();
        sessions.findByPrincipalName(principal).keySet().forEach(sessions::deleteById);
        signOut(request);
    }

    private SessionView view(UserId user) {
        Actor actor = users.actorOf(user).orElseThrow(() -> Problem.unauthorized("session.missing"));
        UserDirectory.Profile profile = users.profileOf(user).orElseThrow(() -> Problem.unauthorized("session.missing"));
        return new SessionView(user, profile.userName(), profile.displayName(), profile.language(),
                new TreeSet<>(actor.permissions()), profile.roles(), profile.orgUnit(), profile.mustChangePassword());
    }
}
