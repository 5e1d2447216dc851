package org.firstfix.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.firstfix.platform.idempotency.IdempotencyFilter;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import tools.jackson.databind.json.JsonMapper;

/**
 * Session cookie and CSRF token for browsers. Who may do what is not decided here but where the use case is declared;
 * this chain only knows who is calling.
 */
@Configuration
class SecurityConfiguration {
    /** Machines that call in authenticate with a token of their own, not with a browser's session. */
    static final String HOOKS = "/api/v1/hooks/**";

    @Bean
    PasswordEncoder passwordEncoder(@Value("${firstfix.password-cost}") int cost) {
        return new BCryptPasswordEncoder(cost);
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, UserDirectory users, IdempotencyFilter idempotency,
            ProblemAdvice problems, JsonMapper json, SecurityContextRepository contexts) throws Exception {
        return http
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers(HOOKS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; img-src 'self' data: blob:;"
                                + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(failures -> failures.accessDeniedHandler((request, response, denied) ->
                        write(problems, json, request, response, Problem.of(403, "platform.csrf-refused", Map.of()))))
                .addFilterAfter(idempotency, AuthorizationFilter.class)
                .addFilterAfter(new ActorFilter(users), CsrfFilter.class)
                .build();
    }

    static void write(ProblemAdvice problems, JsonMapper json, HttpServletRequest request, HttpServletResponse response,
            Problem problem) throws IOException {
        ResponseEntity<ProblemDetail> answer = problems.problem(problem, request);
        response.setStatus(answer.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }
}
