package org.firstfix.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A large day of one branch, over HTTP as people would: engineers, sites, calls; the day planned from nothing and taken over; then
 * candidates, slots, "why here" and the repair after an illness, asked one after the other by one person.
 *
 * <p>{@code ServedDay --url http://localhost:8080 --password FIRST-PASSWORD [--engineers 200] [--visits 1000] [--times 100]}: on a
 * server that has been started on an empty data folder; the first password is the one it printed. Filling is not measured.
 */
public final class ServedDay {
    private static final String PASSWORD = BulkData.PASSWORD;
    private static final String ONCE = "only the first time";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HANDS = 4;
    private static final int SITES_OF_A_CUSTOMER = 5;

    private final String url;
    private final int engineers;
    private final int visits;
    private final int times;
    private final LocalDate day = LocalDate.now(ZONE).plusDays(1);
    private final Random random = new Random(20_261_128);

    private ServedDay(String url, int engineers, int visits, int times) {
        this.url = url;
        this.engineers = engineers;
        this.visits = visits;
        this.times = times;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Options options = new Options(arguments);
        ServedDay big = new ServedDay(options.text("url", "http://localhost:8080"), options.number("engineers", 200), options.number("visits", 1_000),
                options.number("times", 100));
        List<String> orders = big.fill(options.text("password", ""));
        big.measure(orders);
    }

    private List<String> fill(String first) throws IOException, InterruptedException, ExecutionException {
        Visitor admin = new Visitor(url, "admin", first.isEmpty() ? PASSWORD : first);
        if (!first.isEmpty()) {
            expect(admin.put("/api/v1/session/password", Map.of("oldPassword", first, "newPassword", PASSWORD)));
            expect(admin.post("/api/v1/org-units", Map.of("code", "hangzhou", "kind", "BRANCH", "nameZh", "杭州", "nameEn", "Hangzhou", "parentCode", "house",
                    "zone", ZONE.getId())));
            hire(admin, "dispatcher", "DISPATCHER+SERVICE_MANAGER");
            expect(new Visitor(url, "dispatcher", ONCE).put("/api/v1/session/password", Map.of("oldPassword", ONCE, "newPassword", PASSWORD)));
        }
        Visitor dispatcher = new Visitor(url, "dispatcher", PASSWORD);
        inParallel(IntStream.rangeClosed(1, engineers).<Callable<Void>>mapToObj(i -> () -> engineer(admin, dispatcher, i)).toList());
        List<String> sites = new ArrayList<>();
        for (List<String> of : inParallel(IntStream.range(0, Math.max(1, visits / 10)).<Callable<List<String>>>mapToObj(i -> () -> customer(dispatcher, i)).toList())) {
            sites.addAll(of);
        }
        return inParallel(IntStream.range(0, visits).<Callable<String>>mapToObj(i -> () -> call(dispatcher, sites.get(i % sites.size()), i)).toList());
    }

    private static String hire(Visitor admin, String name, String role) throws IOException, InterruptedException {
        JsonNode user = expect(admin.post("/api/v1/users", Map.of("userName", name, "password", ONCE, "name", name, "phone", "",
                "email", name + "@house.example", "language", "en", "orgUnitCode", "hangzhou", "roles", Arrays.stream(role.split("\\+")).map(one -> Map.of("role", one, "orgUnitCode", "hangzhou")).toList())));
        return user.path("personId").asString();
    }

    private Void engineer(Visitor admin, Visitor dispatcher, int number) throws IOException, InterruptedException {
        String code = "E%03d".formatted(number);
        Map<String, Object> body = new HashMap<>(Map.of("personId", hire(admin, "engineer" + number, "ENGINEER"), "code", code, "skills",
                List.of(Map.of("code", "SERVER", "level", 1 + number % 5))));
        Map<String, Object> home = place();
        body.putAll(Map.of("homeLatitude", home.get("latitude"), "homeLongitude", home.get("longitude")));
        expect(dispatcher.post("/api/v1/engineers", body));
        expect(dispatcher.post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.plusDays(1).toString(), "weekdays",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"), "startsAt", "08:00", "endsAt", "20:00", "kind", "NORMAL")));
        return null;
    }

    /** Somewhere within half an hour of the middle of town. */
    private synchronized Map<String, Object> place() {
        return Map.of("latitude", 30.27 + random.nextGaussian() * 0.05, "longitude", 120.13 + random.nextGaussian() * 0.05);
    }

    private List<String> customer(Visitor dispatcher, int number) throws IOException, InterruptedException {
        String customer = expect(dispatcher.post("/api/v1/customers", Map.of("name", "Customer " + number, "tier", "IMPORTANT", "language", "zh-CN", "overdue", false,
                "orgUnitCode", "hangzhou"))).path("number").asString();
        expect(dispatcher.post("/api/v1/contracts", Map.of("accountNumber", customer, "inForce", true, "paper", Map.of("title", "维保", "startsOn",
                day.minusYears(1).toString(), "endsOn", day.plusYears(1).toString(), "specialTerms", "", "currency", "CNY", "lines",
                List.of(Map.of("coverageCode", "7x24x4", "covers", "ACCOUNT"))))));
        List<String> sites = new ArrayList<>();
        for (int i = 0; i < SITES_OF_A_CUSTOMER; i++) {
            Map<String, Object> site = new HashMap<>(Map.of("name", "Site " + i, "address", "文三路 " + i, "city", "杭州", "district", "西湖区", "zone", ZONE.getId(),
                    "accessNotes", "", "orgUnitCode", "hangzhou", "reason", ""));
            site.putAll(place());
            sites.add(expect(dispatcher.post("/api/v1/customers/" + customer + "/sites", site)).path("number").asString());
        }
        return sites;
    }

    private static String call(Visitor dispatcher, String site, int number) throws IOException, InterruptedException {
        String found = expect(dispatcher.post("/api/v1/cases", Map.of("subject", "Fault " + number, "description", "开机无显示", "symptomCode", "power.no-display",
                "siteNumber", site, "impact", "DEGRADED", "urgency", "MEDIUM"))).path("number").asString();
        expect(dispatcher.post("/api/v1/cases/" + found + "/release", Map.of()));
        return dispatcher.json("/api/v1/work-orders?caseNumber=" + found).path("items").get(0).path("number").asString();
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(HANDS)) {
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
        }
        return results;
    }

    private static JsonNode expect(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body().length == 0 ? NullNode.getInstance() : Visitor.read(answer);
    }

    private void measure(List<String> orders) throws IOException, InterruptedException {
        Visitor dispatcher = new Visitor(url, "dispatcher", PASSWORD);
        System.out.printf("%d engineers, %d visits, %s%n%n| what | times | p50 ms | p99 ms | slowest ms |%n| --- | ---: | ---: | ---: | ---: |%n", engineers, visits, day);
        long began = System.nanoTime();
        JsonNode plan = planned(dispatcher, expect(dispatcher.post("/api/v1/plans", Map.of("date", day.toString()))).path("id").asString());
        line("plan from nothing", new double[] {since(began)});
        began = System.nanoTime();
        expect(dispatcher.post("/api/v1/plan-versions/" + plan.path("id").asString() + "/publish", Map.of("reason", "measured")));
        line("taking it over (%d changes)".formatted(plan.path("changes").size()), new double[] {since(began)});
        String asked = orders.getLast();
        asks(dispatcher, "candidates of one order", "/api/v1/work-orders/" + asked + "/candidates?date=" + day + "&limit=200");
        asks(dispatcher, "slots of one day", "/api/v1/work-orders/" + asked + "/slots?days=1&from=" + day);
        asks(dispatcher, "slots of five days", "/api/v1/work-orders/" + asked + "/slots?from=" + day);
        asks(dispatcher, "the board", "/api/v1/board?date=" + day);
        began = System.nanoTime();
        JsonNode ill = expect(dispatcher.post("/api/v1/engineers/E001/ill", Map.of("date", day.toString())));
        JsonNode repaired = planned(dispatcher, ill.path("plan").path("id").asString());
        line("repair after an illness (%d changes)".formatted(repaired.path("changes").size()), new double[] {since(began)});
    }

    private static JsonNode planned(Visitor dispatcher, String version) throws IOException, InterruptedException {
        JsonNode found = dispatcher.json("/api/v1/plan-versions/" + version);
        while (found.path("status").asString().equals("COMPUTING")) {
            Thread.sleep(Duration.ofMillis(50));
            found = dispatcher.json("/api/v1/plan-versions/" + version);
        }
        return found;
    }

    private void asks(Visitor dispatcher, String what, String path) throws IOException, InterruptedException {
        for (int i = 0; i < times / 4; i++) {
            dispatcher.json(path);
        }
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            dispatcher.json(path);
            took[i] = since(began);
        }
        line(what, took);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void line(String what, double[] took) {
        double[] sorted = Arrays.stream(took).sorted().toArray();
        System.out.printf("| %s | %d | %.0f | %.0f | %.0f |%n", what, sorted.length, sorted[sorted.length / 2], sorted[(int) Math.ceil(sorted.length * 0.99) - 1],
                sorted[sorted.length - 1]);
    }
}
