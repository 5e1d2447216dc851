package org.firstfix.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.platform.search.Pinyin;
import tools.jackson.databind.JsonNode;

/**
 * Fifty people at once on a database that {@link BulkData} filled: lists with many filters, search, customer 360, new
 * cases. Prints a table for {@code docs/operations/figures.md}.
 *
 * <p>{@code LoadTest --url http://localhost:8080 [--users 50] [--seconds 60] [--warm-up 20] [--think 1000]}: think is
 * the average pause of a person between two requests, in milliseconds; 0 asks without pause, which measures how much
 * the machine can do instead of how long people wait. Afterwards {@code --open-seconds 20} of opening cases only.
 */
public final class LoadTest {
    private final String url;
    private final int think;
    private final Map<String, ConcurrentLinkedQueue<Long>> times = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedQueue<String>> failures = new ConcurrentHashMap<>();
    private volatile boolean measuring;
    private volatile boolean over;

    private LoadTest(String url, int think) {
        this.url = url;
        this.think = think;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(arguments);
        LoadTest test = new LoadTest(options.text("url", "http://localhost:8080"), options.number("think", 1000));
        List<Person> people = test.arrive(options.number("users", 50));
        test.mix(people, Duration.ofSeconds(options.number("warm-up", 20)), Duration.ofSeconds(options.number("seconds", 60)));
        int opening = options.number("open-seconds", 20);
        if (opening > 0) {
            test.openOnly(people, Duration.ofSeconds(opening));
        }
    }

    @FunctionalInterface
    private interface Deed {
        HttpResponse<byte[]> doIt() throws IOException, InterruptedException;
    }

    /** Somebody with things to ask about: numbers, serials, names of their own branch. */
    private final class Person {
        private final Visitor visitor;
        private final Random random;
        private final String branch;
        private final List<JsonNode> cases = new ArrayList<>();
        private final List<JsonNode> accounts = new ArrayList<>();
        private final List<JsonNode> contacts = new ArrayList<>();
        /** Code of the branch somebody belongs to; headquarters look at that of {@link #branch}. */
        private final String home;
        private String deep = "";
        private String deepDue = "";

        Person(String userName, int seed) throws IOException, InterruptedException {
            visitor = new Visitor(url, userName, BulkData.PASSWORD);
            random = new Random(seed);
            int number = 1 + random.nextInt(BulkData.BRANCHES);
            branch = userName.endsWith(".house") ? "house." + List.of("east", "south", "west", "north").get((number - 1) % 4) + ".b%02d".formatted(number) : "";
            int own = userName.endsWith(".house") ? number : Integer.parseInt(userName.substring(userName.length() - 2));
            home = "b%02d".formatted(own);
            for (String page : List.of("limit=100", "limit=100&reportedTo=" + day(900), "limit=100&status=CLOSED&reportedTo=" + day(300))) {
                visitor.json("/api/v1/cases?" + page).path("items").forEach(cases::add);
            }
            visitor.json("/api/v1/customers?limit=100").path("items").forEach(accounts::add);
            visitor.json("/api/v1/contacts?limit=100").path("items").forEach(contacts::add);
        }

        private static String day(int ago) {
            return LocalDate.now().minusDays(ago) + "T00:00:00Z";
        }

        private String text(List<JsonNode> of, String... path) {
            JsonNode node = of.get(random.nextInt(of.size()));
            for (String name : path) {
                node = node.path(name);
            }
            return node.asString("");
        }

        private static String end(String text, int length) {
            return text.substring(Math.max(0, text.length() - length));
        }

        void act() throws InterruptedException {
            int choice = random.nextInt(100);
            if (choice < 30) {
                caseList();
            } else if (choice < 42) {
                twoFilters();
            } else if (choice < 49) {
                atRisk();
            } else if (choice < 67) {
                search();
            } else if (choice < 80) {
                customer360();
            } else if (choice < 84) {
                asset360();
            } else if (choice < 91) {
                dispatchBoard();
            } else if (choice < 97) {
                String number = text(cases, "number");
                get("case", "/api/v1/cases/" + number);
                get("case: activity", "/api/v1/cases/" + number + "/activity");
                get("case: diagnosis", "/api/v1/cases/" + number + "/diagnosis");
                get("case: visits", "/api/v1/appointments?caseNumber=" + number);
                get("inbox", "/api/v1/inbox?limit=50");
                get("inbox: unread", "/api/v1/inbox/unread-count");
                get("calls", "/api/v1/calls?limit=50");
            } else {
                open();
            }
        }

        private void caseList() throws InterruptedException {
            int ago = 30 + random.nextInt(1300);
            String list = "/api/v1/cases?limit=50";
            switch (random.nextInt(24)) {
                case 0 -> get("case list: all", list);
                case 1 -> get("case list: status (open)", list + "&status=RECEIVED&status=RELEASED");
                case 2 -> get("case list: status (cancelled)", list + "&status=CANCELLED");
                case 3 -> get("case list: priority", list + "&priority=P1");
                case 4 -> get("case list: customer", list + "&account=" + text(accounts, "number"));
                case 5 -> get("case list: site", list + "&site=" + text(cases, "site", "number"));
                case 6 -> get("case list: machine", list + "&asset=" + text(cases, "asset", "serial"));
                case 7 -> get("case list: symptom (frequent)", list + "&symptom=storage.disk-amber");
                case 8 -> get("case list: symptom (rare)", list + "&symptom=cooling.overheat");
                case 9 -> get("case list: mine", list + "&mine=true");
                case 10 -> get("case list: mine, open, by due", list + "&mine=true&sort=DUE");
                case 11 -> get("case list: branch", list + (branch.isEmpty() ? "" : "&branch=" + branch));
                case 12 -> get("case list: overdue", list + "&overdue=true");
                case 13 -> get("case list: at risk, by due", list + "&atRisk=true&sort=DUE");
                case 14 -> get("case list: a month long ago", list + "&reportedFrom=" + day(ago) + "&reportedTo=" + day(ago - 30));
                case 15 -> get("case list: month, symptom, priority", list + "&symptom=memory.error&priority=P2&reportedFrom=" + day(ago)
                        + "&reportedTo=" + day(ago - 30));
                case 16 -> get("case list: number begins", list + "&q=C-202" + (3 + random.nextInt(3)) + "-" + (10 + random.nextInt(80)));
                case 17 -> get("case list: by due", list + "&sort=DUE");
                case 18 -> get("case list: by due, priority", list + "&sort=DUE&priority=P1");
                case 19 -> get("case list: status, priority, rare symptom", list + "&status=CANCELLED&priority=P1&symptom=cooling.overheat");
                case 20 -> get("case list: watched", list + "&watched=true");
                case 21 -> deepPage();
                case 22 -> get("case list: customer, open", list + "&account=" + text(accounts, "number") + "&status=RECEIVED&status=RELEASED");
                default -> get("case list: branch, priority, status", list + (branch.isEmpty() ? "" : "&branch=" + branch) + "&priority=P3&status=WITH_VENDOR");
            }
        }

        /** Whatever the screen's filter bar can put together, in either order. */
        private void twoFilters() throws InterruptedException {
            int ago = 30 + random.nextInt(1300);
            List<String> filters = new ArrayList<>(List.of("status=" + one("CLOSED", "CANCELLED", "RECEIVED", "RELEASED", "WITH_VENDOR", "WORK_DONE"),
                    "priority=" + one("P1", "P2", "P3", "P4"), "symptom=" + one("storage.disk-amber", "memory.error", "system.restart", "cooling.overheat"),
                    "mine=true", "overdue=true", "atRisk=true", "watched=true", "account=" + text(accounts, "number"), "site=" + text(cases, "site", "number"),
                    "asset=" + text(cases, "asset", "serial"), "reportedFrom=" + day(ago) + "&reportedTo=" + day(ago - 7), "q=C-202" + (3 + random.nextInt(3)) + "-" + random.nextInt(10)));
            if (!branch.isEmpty()) {
                filters.add("branch=" + branch);
            }
            String path = "/api/v1/cases?limit=50&sort=" + one("REPORTED", "DUE");
            for (int i = 0; i < 2; i++) {
                path += "&" + filters.remove(random.nextInt(filters.size()));
            }
            get("case list: any two filters", path);
        }

        private String one(String... of) {
            return of[random.nextInt(of.length)];
        }

        /** Page after page, as somebody who scrolls on and on. */
        private void deepPage() throws InterruptedException {
            String cursor = deep;
            deep = next(get("case list: pages deep down", "/api/v1/cases?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            cursor = deepDue;
            deepDue = next(get("case list: pages deep down, by due", "/api/v1/cases?limit=200&sort=DUE" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
        }

        private static String next(Optional<HttpResponse<byte[]>> answer) {
            return answer.map(Visitor::read).map(page -> page.path("nextCursor").asString("")).map(Visitor::encoded).orElse("");
        }

        private void atRisk() throws InterruptedException {
            switch (random.nextInt(3)) {
                case 0 -> get("at-risk list", "/api/v1/at-risk?limit=100");
                case 1 -> get("at-risk list: overdue", "/api/v1/at-risk?limit=100&missed=true");
                default -> get("at-risk list: response only", "/api/v1/at-risk?limit=100&milestone=RESPONSE");
            }
        }

        private void search() throws InterruptedException {
            String find = "/api/v1/search?q=";
            String name = text(accounts, "shortName");
            switch (random.nextInt(10)) {
                case 7 -> get("search: nothing there", find + one("zzqx", "C-2031", "99999999999", Visitor.encoded("查无此人")));
                case 8 -> get("search: the first letters", find + one("c-2", "hz", "x3", "138", Visitor.encoded("杭"), Visitor.encoded("王")));
                case 9 -> get("search: a whole telephone number", find + text(contacts, "mobile"));
                case 0 -> get("search: case number", find + text(cases, "number"));
                case 1 -> get("search: end of a number", find + end(text(cases, "number"), 5));
                case 2 -> get("search: end of a serial", find + Visitor.encoded(end(text(cases, "asset", "serial"), 4)));
                case 3 -> get("search: end of a telephone number", find + end(text(contacts, "mobile"), 6));
                case 4 -> get("search: name", find + Visitor.encoded(name));
                case 5 -> get("search: later characters of a name", find + Visitor.encoded(end(name, 2)));
                default -> get("search: pinyin initials", find + Pinyin.initials(name));
            }
        }

        /** Everything the page of a customer loads. */
        private void customer360() throws InterruptedException {
            String number = text(accounts, "number");
            get("customer 360: head", "/api/v1/customers/" + number);
            get("customer 360: conversations", "/api/v1/customers/" + number + "/interactions?limit=50");
            get("customer 360: cases", "/api/v1/cases?limit=50&account=" + number);
            get("customer 360: machines", "/api/v1/assets?limit=50&account=" + number);
            get("customer 360: people", "/api/v1/contacts?limit=50&account=" + number);
            get("customer 360: sites", "/api/v1/sites?limit=50&account=" + number);
            get("customer 360: contracts", "/api/v1/contracts?limit=50&account=" + number);
            get("customer 360: history", "/api/v1/customers/" + number + "/history?limit=50");
            get("customer 360: group", "/api/v1/customers/" + number + "/group");
            get("customer 360: fleet", "/api/v1/assets/fleet?account=" + number);
            get("customer 360: promises", "/api/v1/promises?limit=50&account=" + number);
        }

        private void asset360() throws InterruptedException {
            String serial = text(cases, "asset", "serial");
            get("machine", "/api/v1/assets/" + serial);
            get("machine: service file", "/api/v1/assets/" + serial + "/service-file?limit=50");
            get("machine: cases", "/api/v1/cases?limit=50&asset=" + serial);
            get("machines: list", "/api/v1/assets?limit=50&importance=" + one("CRITICAL", "HIGH", "LOW"));
        }

        private void dispatchBoard() throws InterruptedException {
            get("work orders: unassigned", "/api/v1/work-orders/unassigned?limit=50");
            get("work orders: list", "/api/v1/work-orders?limit=50&status=" + one("RELEASED", "COMPLETED", "CANCELLED"));
            get("day list", "/api/v1/days?branch=" + home + "&date=" + LocalDate.now());
            get("customers: list", "/api/v1/customers?limit=50" + one("", "&tier=VIP", "&text=hz"));
        }

        void open() throws InterruptedException {
            JsonNode like = cases.get(random.nextInt(cases.size()));
            measure("open case", () -> visitor.post("/api/v1/cases", Map.of("subject", "开机无显示", "description", "客户来电报修。", "symptomCode", "power.no-display",
                    "assetSerial", like.path("asset").path("serial").asString(), "impact", "DEGRADED", "urgency", "MEDIUM")));
        }

        private Optional<HttpResponse<byte[]>> get(String name, String path) throws InterruptedException {
            return measure(name, () -> visitor.get(path));
        }
    }

    private Optional<HttpResponse<byte[]>> measure(String name, Deed deed) throws InterruptedException {
        long from = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = deed.doIt();
            if (answer.statusCode() < 300) {
                if (measuring) {
                    times.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - from);
                }
                return Optional.of(answer);
            }
            fail(name, answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            fail(name, e.toString());
        }
        return Optional.empty();
    }

    private void fail(String name, String what) {
        failures.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>()).add(what);
    }

    /** Two of each branch, and the rest at headquarters, who see everything. */
    private List<Person> arrive(int users) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (int branch = 0; branch < BulkData.BRANCHES; branch++) {
            int before = branch * 17;
            String code = ".b%02d".formatted(branch + 1);
            names.add("agent" + (before + 1) + code);
            names.add(branch % 2 == 0 ? "dispatcher" + (before + 4) + code : "service_manager" + (before + 6) + code);
        }
        int last = BulkData.BRANCHES * 17;
        List<String> head = List.of("service_manager" + (last + 1), "service_manager" + (last + 2), "service_manager" + (last + 3),
                "dispatcher" + (last + 4), "agent" + (last + 5));
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            // Four of five belong to a branch.
            String name = i % 5 == 4 ? head.get(i / 5 % head.size()) + ".house" : names.get((i - i / 5) % names.size());
            people.add(new Person(name, i));
        }
        System.out.println(users + " people signed in.");
        return people;
    }

    private void mix(List<Person> people, Duration warmUp, Duration time) throws InterruptedException {
        List<Thread> threads = people.stream().map(person -> Thread.ofVirtual().start(() -> work(person))).toList();
        Thread.sleep(warmUp);
        measuring = true;
        Thread.sleep(time);
        measuring = false;
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        table("%d people, %d ms between two requests, %d s".formatted(people.size(), think, time.toSeconds()), time);
    }

    private void work(Person person) {
        try {
            while (!over) {
                person.act();
                if (think > 0) {
                    Thread.sleep(Duration.ofMillis((long) (think * (0.5 + person.random.nextDouble()))));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void openOnly(List<Person> people, Duration time) throws InterruptedException {
        times.clear();
        failures.clear();
        over = false;
        measuring = true;
        List<Thread> threads = people.stream().limit(8).map(person -> Thread.ofVirtual().start(() -> {
            try {
                while (!over) {
                    person.open();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })).toList();
        Thread.sleep(time);
        measuring = false;
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        table("8 people opening cases without pause, %d s".formatted(time.toSeconds()), time);
    }

    private void table(String title, Duration time) {
        System.out.printf("%n%s%n%n| what | count | p50 ms | p95 ms | p99 ms | max ms | errors |%n| --- | ---: | ---: | ---: | ---: | ---: | ---: |%n", title);
        Map<String, long[]> sorted = new TreeMap<>();
        Stream.concat(times.keySet().stream(), failures.keySet().stream()).forEach(name -> sorted.put(name,
                times.getOrDefault(name, new ConcurrentLinkedQueue<>()).stream().mapToLong(Long::longValue).sorted().toArray()));
        long[] all = sorted.values().stream().flatMapToLong(Arrays::stream).sorted().toArray();
        sorted.forEach(this::line);
        // What the name says before the colon: a list with all its filters, a page with all its questions.
        Map<String, List<long[]>> kinds = sorted.entrySet().stream().filter(entry -> entry.getKey().contains(":")).collect(Collectors.groupingBy(
                entry -> entry.getKey().substring(0, entry.getKey().indexOf(':')), TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        kinds.forEach((kind, parts) -> line("**" + kind + ", all of it**", parts.stream().flatMapToLong(Arrays::stream).sorted().toArray()));
        line("**all**", all);
        System.out.printf("%n%.1f requests/s%n", all.length / (double) time.toSeconds());
        failures.forEach((name, what) -> what.stream().distinct().limit(2).forEach(text ->
                System.out.println("failed: " + name + ": " + text.substring(0, Math.min(400, text.length())))));
    }

    private void line(String name, long[] times) {
        int errors = failures.getOrDefault(name, new ConcurrentLinkedQueue<>()).size();
        System.out.printf("| %s | %d | %s | %s | %s | %s | %d |%n", name, times.length, at(times, 0.5), at(times, 0.95), at(times, 0.99), at(times, 1), errors);
    }

    private static String at(long[] sorted, double share) {
        return sorted.length == 0 ? "" : "%.0f".formatted(sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)] / 1e6);
    }
}
