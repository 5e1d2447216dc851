package org.firstfix.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser: signs in for real, keeps the session, sends the CSRF token. */
final class Visitor {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Visitor(String url, String userName, String password) throws IOException, InterruptedException {
        this.url = url;
        get("/api/v1/sign-in-options");
        HttpResponse<byte[]> answer = post("/api/v1/session", Map.of("userName", userName, "password", password));
        if (answer.statusCode() != 200) {
            throw new IOException("Sign-in of " + userName + " was refused: " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " -> " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    HttpResponse<byte[]> post(String path, Object body) throws IOException, InterruptedException {
        return http.send(request(path).header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> put(String path, Object body) throws IOException, InterruptedException {
        return http.send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(),
                BodyHandlers.ofByteArray());
    }

    static JsonNode read(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue)
                .findFirst().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }
}
