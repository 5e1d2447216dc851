package org.firstfix.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One person asks every list with every filter and every two of them, in both orders, on the first page and far down;
 * then the next person does: of the house, of a large branch, of a branch with hardly any customers. Nobody else is
 * there, so what is slow here is a question that touches too many rows. On a database that {@link BulkData} filled.
 *
 * <p>{@code EveryList --url http://localhost:8080 [--slow 50] [--only cases]}: prints each request that took longer than
 * that many milliseconds, and a table with one line for each list.
 */
public final class EveryList {
    /** A question is asked once to warm up and then so often; the fastest counts. */
    private static final int TIMES = 2;

    private final Visitor visitor;
    private final String who;
    private final int slow;
    private final String only;
    private final Map<String, List<Asked>> asked = new LinkedHashMap<>();

    private EveryList(String url, String who, int slow, String only) throws IOException, InterruptedException {
        visitor = new Visitor(url, who, BulkData.PASSWORD);
        this.who = who;
        this.slow = slow;
        this.only = only;
    }

    private record Asked(String path, double milliseconds) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(arguments);
        String url = options.text("url", "http://localhost:8080");
        for (String who : List.of("service_manager" + (BulkData.BRANCHES * 17 + 1) + ".house", "service_manager6.b01",
                "service_manager" + ((BulkData.BRANCHES - 1) * 17 + 6) + ".b" + BulkData.BRANCHES)) {
            EveryList lists = new EveryList(url, who, options.number("slow", 50), options.text("only", ""));
            lists.ask();
            lists.table();
        }
    }

    private void ask() throws IOException, InterruptedException {
        List<JsonNode> cases = items("/api/v1/cases?limit=100&status=CLOSED&reportedTo=" + day(300));
        JsonNode it = cases.get(cases.size() / 2);
        String account = it.path("customer").path("number").asString();
        String serial = it.path("asset").path("serial").asString();
        List<String> branch = List.of("branch=house.east.b01", "branch=house.north.b20", "branch=house.south");
        if (wanted("cases")) {
            for (String sort : List.of("&sort=REPORTED", "&sort=DUE")) {
                pairs("case list", "/api/v1/cases?limit=50" + sort, List.of(
                        List.of("status=CLOSED", "status=CANCELLED", "status=RECEIVED", "status=RECEIVED&status=RELEASED&status=WITH_VENDOR&status=WAITING_FOR_CUSTOMER"),
                        List.of("priority=P1", "priority=P1&priority=P2", "priority=P3"), List.of("symptom=storage.disk-amber", "symptom=cooling.overheat"),
                        List.of("mine=true"), List.of("overdue=true"), List.of("atRisk=true"), List.of("watched=true"),
                        List.of("account=" + account), List.of("site=" + it.path("site").path("number").asString()), List.of("asset=" + serial), branch,
                        List.of("q=" + it.path("number").asString(), "q=C-2025-4", "q=C-", "q=XYZ"),
                        List.of("reportedFrom=" + day(7), "reportedFrom=" + day(1000) + "&reportedTo=" + day(993), "reportedTo=" + day(1200))));
            }
            for (String far : List.of("&cursor=" + cursor("reported", day(1100), UUID.randomUUID().toString()))) {
                pairs("case list, far down", "/api/v1/cases?limit=50" + far, List.of(List.of("status=CLOSED", "status=CANCELLED", "status=RECEIVED"),
                        List.of("priority=P1"), List.of("symptom=cooling.overheat"), List.of("mine=true"), List.of("account=" + account), branch));
            }
            one("case list, far down", "/api/v1/cases?limit=50&sort=DUE&cursor=" + cursor("due", day(-1), UUID.randomUUID().toString()));
        }
        if (wanted("at-risk")) {
            pairs("at-risk list", "/api/v1/at-risk?limit=100", List.of(List.of("missed=true", "missed=false"),
                    List.of("milestone=RESPONSE", "milestone=ON_SITE", "milestone=RESTORE"), List.of("within=PT1H", "within=P7D")));
        }
        if (wanted("search")) {
            for (String text : List.of(it.path("number").asString(), "c-2025-4", "c-", end(it.path("number").asString(), 5), end(serial, 4), end(serial, 3),
                    "138", end(House.mobile(4_711), 6), House.mobile(4_711).substring(0, 6), "杭州", "信", "王", "hz", "h", "x3650", "zzzzqq", "没有的名字", "0")) {
                one("search", "/api/v1/search?q=" + Visitor.encoded(text));
                one("search", "/api/v1/search?kind=contact&q=" + Visitor.encoded(text));
            }
        }
        if (wanted("customer")) {
            for (String path : List.of("", "/group", "/history?limit=50", "/interactions?limit=50", "/interactions?limit=50&channel=VISIT")) {
                one("customer 360", "/api/v1/customers/" + account + path);
            }
            for (String list : List.of("cases?limit=50&", "assets?limit=50&", "contacts?limit=50&", "sites?limit=50&", "contracts?limit=50&", "assets/fleet?",
                    "promises?limit=50&status=OPEN&", "promises?limit=50&", "entitlements?")) {
                one("customer 360", "/api/v1/" + list + "account=" + account);
            }
            one("customer 360", "/api/v1/work-orders?limit=50&customer=" + account);
            one("screen pop", "/api/v1/case-intakes?account=" + account);
            one("site", "/api/v1/sites/" + it.path("site").path("number").asString());
            one("site", "/api/v1/sites/" + it.path("site").path("number").asString() + "/history");
        }
        if (wanted("asset")) {
            for (String path : List.of("", "/service-file?limit=50", "/service-file?only=CHANGES", "/tree")) {
                one("asset 360", "/api/v1/assets/" + serial + path);
            }
            one("asset 360", "/api/v1/cases?limit=50&asset=" + serial);
        }
        if (wanted("lists")) {
            pairs("customers", "/api/v1/customers?limit=50", List.of(List.of("text=hz", "text=" + Visitor.encoded("信"), "text=zzzq"),
                    List.of("tier=VIP", "tier=PROSPECT"), List.of("orgUnit=b01", "orgUnit=b20", "orgUnit=south"), List.of("overdue=true"), List.of("active=false")));
            pairs("people", "/api/v1/contacts?limit=50", List.of(List.of("text=w", "text=" + end(House.mobile(4_711), 6), "text=zzzq"), List.of("account=" + account),
                    List.of("phone=" + House.mobile(4_711)), List.of("active=false")));
            pairs("sites", "/api/v1/sites?limit=50", List.of(List.of("text=hz", "text=zzzq"), List.of("account=" + account), List.of("city=" + Visitor.encoded("丽水")),
                    List.of("active=false")));
            pairs("machines", "/api/v1/assets?limit=50", List.of(List.of("text=x3650", "text=" + end(serial, 4), "text=zzzq"), List.of("account=" + account),
                    List.of("model=7979Q7C", "model=7979"), List.of("family=x3650", "family=6623"), List.of("importance=CRITICAL", "importance=LOW"),
                    List.of("stage=IN_USE", "stage=RETIRED"), List.of("warrantyBefore=2020-06-01", "warrantyBefore=2019-01-01")));
            pairs("contracts", "/api/v1/contracts?limit=50", List.of(List.of("account=" + account), List.of("status=ACTIVE", "status=ENDED"),
                    List.of("endingBefore=2030-01-01"), List.of("endingFrom=2030-01-01"), List.of("coverage=7x24x4")));
            pairs("promises", "/api/v1/promises?limit=50", List.of(List.of("account=" + account), List.of("mine=true"), List.of("status=OPEN", "status=WITHDRAWN"),
                    List.of("overdue=true", "overdue=false")));
        }
        if (wanted("work-orders")) {
            pairs("work orders", "/api/v1/work-orders?limit=50", List.of(List.of("status=COMPLETED", "status=CANCELLED", "status=RELEASED&status=IN_WORK"),
                    List.of("outcome=REPAIRED", "outcome=PART_MISSING"), List.of("engineer=" + UUID.randomUUID()), List.of("customer=" + account),
                    List.of("caseNumber=" + it.path("number").asString()), List.of("from=" + day(7)), List.of("to=" + day(1000))));
            one("unassigned", "/api/v1/work-orders/unassigned?limit=50");
            one("unassigned", "/api/v1/work-orders/unassigned?limit=500");
            for (String place : List.of("b01", "south", "b20")) {
                one("day list", "/api/v1/days?branch=" + place + "&date=" + LocalDate.now());
                one("engineers", "/api/v1/engineers?branch=" + place);
            }
            String number = items("/api/v1/work-orders?limit=5&status=RELEASED").stream().findFirst().map(order -> order.path("number").asString()).orElse("");
            if (!number.isEmpty()) {
                for (String path : List.of("", "/candidates", "/completion", "/report", "/verification")) {
                    one("work order", "/api/v1/work-orders/" + number + path);
                }
                one("work order", "/api/v1/appointments?workOrder=" + number);
            }
        }
        if (wanted("rest")) {
            String number = it.path("number").asString();
            for (String path : List.of("", "/activity", "/attachments", "/diagnosis", "/watches")) {
                one("case", "/api/v1/cases/" + number + path);
            }
            one("case", "/api/v1/appointments?caseNumber=" + number);
            one("case", "/api/v1/counted-causes?symptom=memory.error&family=x3650");
            one("case", "/api/v1/case-duplicates?site=" + it.path("site").path("number").asString() + "&asset=" + serial);
            for (String list : List.of("inbox?limit=50", "inbox?limit=50&unread=true", "inbox/unread-count", "calls?limit=50", "calls?limit=50&status=RINGING",
                    "calls?limit=50&status=MISSED", "mails?limit=50", "mails?limit=50&address=nobody", "mails?reference=" + number, "mails/summary",
                    "diagnoses?waitingFor=DIAGNOSIS", "diagnoses?waitingFor=REVIEW", "diagnosis-scores", "diagnosis-scores?from=" + day(30), "users?limit=50",
                    "org-units", "session", "parts?text=mem", "models?text=x3650", "symptoms", "overlap-policies")) {
                one(list, "/api/v1/" + list);
            }
        }
    }

    private boolean wanted(String part) {
        return only.isEmpty() || only.equals(part);
    }

    /** Nothing, each filter, each two filters of different kinds. */
    private void pairs(String list, String path, List<List<String>> kinds) throws IOException, InterruptedException {
        one(list, path);
        for (int first = 0; first < kinds.size(); first++) {
            for (String value : kinds.get(first)) {
                one(list, path + "&" + value);
                for (int second = first + 1; second < kinds.size(); second++) {
                    for (String other : kinds.get(second)) {
                        one(list, path + "&" + value + "&" + other);
                    }
                }
            }
        }
    }

    private void one(String list, String path) throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i <= TIMES; i++) {
            long from = System.nanoTime();
            HttpResponse<byte[]> answer = visitor.get(path);
            double took = (System.nanoTime() - from) / 1e6;
            if (answer.statusCode() >= 300 && answer.statusCode() != 404 && answer.statusCode() != 403) {
                System.out.println(answer.statusCode() + " " + path + " " + new String(answer.body(), StandardCharsets.UTF_8));
                return;
            }
            best = Math.min(best, took);
            if (took < slow / 2.0) {
                break;
            }
        }
        asked.computeIfAbsent(list, any -> new ArrayList<>()).add(new Asked(path, best));
        if (best > slow) {
            System.out.printf("%7.0f ms  %s  %s%n", best, who, path);
        }
    }

    private void table() {
        System.out.printf("%n%s, alone, best of up to %d%n%n| list | questions | median ms | slowest ms | slowest question |%n| --- | ---: | ---: | ---: | --- |%n", who, TIMES + 1);
        asked.forEach((list, all) -> {
            List<Asked> sorted = all.stream().sorted(Comparator.comparingDouble(Asked::milliseconds)).toList();
            Asked worst = sorted.getLast();
            System.out.printf("| %s | %d | %.0f | %.0f | `%s` |%n", list, sorted.size(), sorted.get(sorted.size() / 2).milliseconds(), worst.milliseconds(),
                    worst.path().replace("/api/v1/", ""));
        });
        System.out.println();
    }

    private List<JsonNode> items(String path) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        visitor.json(path).path("items").forEach(all::add);
        return all;
    }

    private static String cursor(String order, String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((order + "\u001f" + String.join("\u001f", parts)).getBytes(StandardCharsets.UTF_8));
    }

    private static String day(int ago) {
        return LocalDate.now().minusDays(ago) + "T00:00:00Z";
    }

    private static String end(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }
}
