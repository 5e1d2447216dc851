package org.firstfix.durability;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestClient.Answer;
import org.jspecify.annotations.Nullable;

/** People at work: they open cases, write notes, attach files and release cases, and remember what they were told. */
final class Load {
    private final List<TestClient> clients;
    private final String siteNumber;
    private final @Nullable String assetSerial;
    private final Random random;
    private final List<Deed> deeds = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private final List<Thread> threads = new ArrayList<>();

    Load(List<TestClient> clients, String siteNumber, @Nullable String assetSerial, Random random) {
        this.clients = clients;
        this.siteNumber = siteNumber;
        this.assetSerial = assetSerial;
        this.random = random;
    }

    enum Kind { CASE, NOTE, RELEASE, FILE, ATTACH }

    /** Something that was asked of the server, and what it answered. Without an answer nobody knows. */
    static final class Deed {
        final Kind kind;
        final String path;
        final Map<String, Object> body;
        final byte[] content;
        final String key = UUID.randomUUID().toString();
        volatile @Nullable Answer answer;

        Deed(Kind kind, String path, Map<String, Object> body, byte[] content) {
            this.kind = kind;
            this.path = path;
            this.body = body;
            this.content = content;
        }

        boolean acknowledged() {
            return answer != null;
        }

        Answer answer() {
            Answer known = answer;
            if (known == null) {
                throw new IllegalStateException("not acknowledged");
            }
            return known;
        }

        /** Of the case it opened or of the case it is about. */
        String number() {
            return kind == Kind.CASE ? answer().json().path("number").asString() : path.split("/")[4];
        }

        String text(String field) {
            return String.valueOf(body.get(field));
        }

        String hash() {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    TestClient somebody() {
        return clients.getFirst();
    }

    List<Deed> deeds() {
        return deeds;
    }

    List<Deed> acknowledged(Kind kind) {
        return deeds.stream().filter(deed -> deed.kind == kind && deed.acknowledged()).toList();
    }

    /** Answers that nobody expects from a server that is well. */
    List<String> complaints() {
        return complaints;
    }

    void begin() {
        over = false;
        for (TestClient client : clients) {
            Random own = new Random(random.nextLong());
            threads.add(Thread.ofVirtual().start(() -> work(client, own)));
        }
    }

    /** From now on failures are no surprise. */
    void end() {
        over = true;
    }

    void join() {
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        threads.clear();
    }

    private void work(TestClient client, Random own) {
        List<Deed> mine = new ArrayList<>();
        while (!over) {
            Deed deed = next(own, mine);
            deeds.add(deed);
            try {
                Answer answer = perform(client, deed);
                if (answer.status() >= 300) {
                    if (!over) {
                        complaints.add(deed.kind + " " + deed.path + " -> " + answer.status() + " " + answer.text());
                    }
                    return;
                }
                deed.answer = answer;
                mine.add(deed);
            } catch (UncheckedIOException gone) {
                if (!over) {
                    complaints.add(deed.kind + " " + deed.path + " -> " + gone);
                }
                return;
            }
        }
    }

    static Answer perform(TestClient client, Deed deed) {
        return deed.kind == Kind.FILE ? client.upload(deed.path, deed.text("fileName"), deed.content)
                : client.post(deed.path, deed.body, deed.key);
    }

    private Deed next(Random own, List<Deed> mine) {
        List<Deed> opened = mine.stream().filter(deed -> deed.kind == Kind.CASE).toList();
        Deed last = mine.isEmpty() ? null : mine.getLast();
        if (last != null && last.kind == Kind.FILE) {
            return new Deed(Kind.ATTACH, "/api/v1/cases/" + opened.getLast().number() + "/attachments",
                    Map.of("fileId", last.answer().json().path("id").asString()), new byte[0]);
        }
        int choice = own.nextInt(100);
        if (opened.isEmpty() || choice < 55) {
            String name = "Fault " + UUID.randomUUID();
            Map<String, Object> body = new HashMap<>(Map.of("subject", name, "description", "Reported as " + name
                    + ", 开机无显示", "symptomCode", "power.no-display", "siteNumber", siteNumber, "impact", "DEGRADED", "urgency", "MEDIUM"));
            if (assetSerial != null) {
                body.put("assetSerial", assetSerial);
            }
            return new Deed(Kind.CASE, "/api/v1/cases", body, new byte[0]);
        }
        Deed about = opened.get(own.nextInt(opened.size()));
        String path = "/api/v1/cases/" + about.number();
        boolean released = mine.stream().anyMatch(deed -> deed.kind == Kind.RELEASE && deed.number().equals(about.number()));
        if (choice < 70 && !released) {
            return new Deed(Kind.RELEASE, path + "/release", Map.of(), new byte[0]);
        }
        if (choice < 80) {
            byte[] content = HexFormat.of().formatHex(bytes(own)).getBytes(StandardCharsets.US_ASCII);
            return new Deed(Kind.FILE, "/api/v1/files", Map.of("fileName", "log.txt"), content);
        }
        return new Deed(Kind.NOTE, path + "/notes", Map.of("text", "Note " + UUID.randomUUID() + " 备注", "audience", "INTERNAL"), new byte[0]);
    }

    private static byte[] bytes(Random own) {
        byte[] bytes = new byte[500 + own.nextInt(20_000)];
        own.nextBytes(bytes);
        return bytes;
    }
}
