package org.firstfix.platform.idempotency;

import static org.firstfix.schema.platform.Tables.IDEMPOTENT_REQUEST;
import static org.jooq.impl.DSL.val;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.schema.platform.tables.records.IdempotentRequestRecord;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an {@code Idempotency-Key} happens once: the same key and body replays the first answer, another body is
 * refused (422), and a key whose first request is still running too (409).
 *
 * <p>The whole request runs in one transaction with the row that remembers its answer, and the answer leaves only after
 * the commit: no crash can leave the deed without the memory or the memory without the deed.
 */
@Component
public final class IdempotencyFilter extends OncePerRequestFilter {
    private static final int LARGEST_BODY = 1 << 20;

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(DSLContext database, PlatformTransactionManager transactions, Clock clock,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getMethod().equals("POST") || request.getHeader("Idempotency-Key") == null
                || !request.getRequestURI().startsWith("/api/")
                || (type != null && type.startsWith("multipart/"))
                || Actors.find().flatMap(Actor::userId).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            once(request, answer, chain);
        } catch (Problem problem) {
            answer.resetBuffer();
            problems.resolveException(request, answer, null, problem);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        answer.copyBodyToResponse();
    }

    private void once(HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain) throws IOException {
        String key = request.getHeader("Idempotency-Key");
        if (key.isBlank() || key.length() > 200) {
            throw Problem.invalid("platform.idempotency-key-malformed", Map.of("length", key.length()));
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Problem.of(413, "platform.body-too-large", Map.of("largest", LARGEST_BODY));
        }
        UserId user = Actors.current().userId().orElseThrow();
        String hash = hash(request, body);
        transaction.executeWithoutResult(status -> {
            if (!takeKey(user, key)) {
                throw Problem.conflict("platform.idempotency-running", Map.of("key", key));
            }
            Optional<IdempotentRequestRecord> earlier = database.selectFrom(IDEMPOTENT_REQUEST)
                    .where(IDEMPOTENT_REQUEST.ACTOR_ID.eq(user.value()), IDEMPOTENT_REQUEST.KEY.eq(key)).fetchOptional();
            if (earlier.isPresent()) {
                replay(earlier.get(), hash, key, answer);
                return;
            }
            try {
                chain.doFilter(new Repeatable(request, body), answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            }
            if (answer.getStatus() >= 400) {
                status.setRollbackOnly();
            } else {
                remember(user, key, hash, answer);
            }
        });
    }

    private boolean takeKey(UserId user, String key) {
        return Boolean.TRUE.equals(database.fetchValue(
                "select pg_try_advisory_xact_lock(hashtextextended({0}, 0))", val(user.value() + " " + key)));
    }

    private static void replay(IdempotentRequestRecord earlier, String hash, String key, ContentCachingResponseWrapper answer) {
        if (!earlier.getRequestHash().equals(hash)) {
            throw Problem.of(422, "platform.idempotency-other-body", Map.of("key", key));
        }
        answer.setStatus(earlier.getStatus());
        answer.setHeader("Idempotency-Replayed", "true");
        answer.setContentType("application/json");
        if (earlier.getEtag() != null) {
            answer.setHeader("ETag", earlier.getEtag());
        }
        try {
            answer.getOutputStream().write(earlier.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(UserId user, String key, String hash, ContentCachingResponseWrapper answer) {
        database.insertInto(IDEMPOTENT_REQUEST)
                .set(IDEMPOTENT_REQUEST.ACTOR_ID, user.value())
                .set(IDEMPOTENT_REQUEST.KEY, key)
                .set(IDEMPOTENT_REQUEST.REQUEST_HASH, hash)
                .set(IDEMPOTENT_REQUEST.STATUS, answer.getStatus())
                .set(IDEMPOTENT_REQUEST.BODY, answer.getContentAsByteArray())
                .set(IDEMPOTENT_REQUEST.ETAG, answer.getHeader("ETag"))
                .set(IDEMPOTENT_REQUEST.CREATED_AT, clock.instant())
                .execute();
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request again, with the body that was read to compare it. */
    private static final class Repeatable extends HttpServletRequestWrapper {
        private final byte[] body;

        Repeatable(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body has already been read.");
                }

                @Override
                public int read() {
                    return bytes.read();
                }
            };
        }
    }
}
