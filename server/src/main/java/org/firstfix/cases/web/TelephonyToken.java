package org.firstfix.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.firstfix.cases.usecase.Telephony;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks the telephone system for its token before its message is even read. */
@Component
class TelephonyToken implements HandlerInterceptor, WebMvcConfigurer {
    private static final String BEARER = "Bearer ";

    private final Telephony telephony;

    TelephonyToken(Telephony telephony) {
        this.telephony = telephony;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/hooks/calls/**");
    }

    /** Compared in constant time: how long the refusal takes says nothing about the token. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String header = request.getHeader("Authorization");
        String sent = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        boolean right = MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), telephony.token().getBytes(StandardCharsets.UTF_8));
        if (telephony.token().isBlank() || !right) {
            throw Problem.of(401, "cases.call-token-refused", Map.of());
        }
        return true;
    }
}
