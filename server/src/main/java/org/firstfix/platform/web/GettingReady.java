package org.firstfix.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in before the house is ready: whoever opens the address early sees how far it is, and is in as soon as it
 * is done. Health is answered all the time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class GettingReady extends OncePerRequestFilter {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
            <meta name="color-scheme" content="light dark"><title>Firstfix</title></head>
            <body style="font:16px system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;text-align:center">
            <p>Firstfix is getting ready … %1$d %%</p><p lang="zh-CN">正在准备 …</p><p><progress max="100" value="%1$d"></progress></p></body></html>
            """;

    private final ApplicationAvailability availability;
    private volatile double done;

    GettingReady(ApplicationAvailability availability) {
        this.availability = availability;
    }

    /** @param share of the work before the house is ready, from 0 to 1 */
    public void done(double share) {
        done = share;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC || request.getRequestURI().startsWith("/actuator/")) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(PAGE.formatted(Math.round(100 * done)));
    }
}
