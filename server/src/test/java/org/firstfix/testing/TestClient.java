package org.firstfix.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a screen: cookies, CSRF token, JSON. Every POST gets a new Idempotency-Key unless one is given. */
public final class TestClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private @Nullable String csrfOverride;
    private @Nullable String bearer;
    private @Nullable String device;

    public TestClient(int port) {
        this.port = port;
    }

    /** An answer: its status, and its body as text or JSON. */
    public record Answer(int status, byte[] bytes, Map<String, List<String>> headers) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).getFirst();
        }

        /** The code of a problem. */
        public String code() {
            return json().path("code").asString("");
        }

        /** This answer, if it has that status; otherwise the test fails and shows what came instead. */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but got " + status + ": " + text());
            }
            return this;
        }
    }

    public TestClient signIn(String userName, String password) {
        get("/api/v1/sign-in-options");
        post("/api/v1/session", Map.of("userName", userName, "password", password)).expect(200);
        return this;
    }

    /** Sends this instead of the right CSRF token from now on. */
    public TestClient withCsrfToken(String token) {
        csrfOverride = token;
        return this;
    }

    /** Sends this token, as a machine without a session does. */
    public TestClient withBearer(String token) {
        bearer = token;
        return this;
    }

    /** Names this device from now on, as the field pages of a phone do. */
    public TestClient on(String phone) {
        device = phone;
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Bytes of a file, the last one included. */
    public Answer getRange(String path, long from, long to) {
        return send(request(path).header("Range", "bytes=" + from + "-" + to).GET().build());
    }

    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return send(request(path).header("Idempotency-Key", idempotencyKey).header("Content-Type", "application/json")
                .POST(json(body)).build());
    }

    /** A business verb on what was read with that version. */
    public Answer post(String path, Object body, long version) {
        return send(request(path).header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"" + version + "\"")
                .header("Content-Type", "application/json").POST(json(body)).build());
    }

    /** @param version as the ETag said it, without quotes */
    public Answer postVersioned(String path, Object body, long version) {
        return send(request(path).header("If-Match", "\"" + version + "\"").header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json").POST(json(body)).build());
    }

    /** @param version as the ETag said it, without quotes */
    public Answer put(String path, Object body, long version) {
        return send(request(path).header("If-Match", "\"" + version + "\"").header("Content-Type", "application/json")
                .PUT(json(body)).build());
    }

    public Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)).build());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** Any method with a raw body. */
    public Answer send(String method, String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(body)).build());
    }

    /** An answer that does not end: its bytes as they come. Close it. */
    public InputStream stream(String path, @Nullable String lastEventId) {
        HttpRequest.Builder request = request(path).GET();
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "firstfix" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60)).header("Accept-Language", "en");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (device != null) {
            request.header("Firstfix-Device", device);
        }
        String token = csrfOverride != null ? csrfOverride : cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElse("");
        return token.isEmpty() ? request : request.header("X-XSRF-TOKEN", token);
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
