package org.firstfix.notification.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseReceived;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.notification.domain.MailAddress;
import org.firstfix.notification.domain.NewMail;
import org.firstfix.notification.domain.Values;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileKind;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.testing.FreePort;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Mails as a real mail server receives them, sent by the real jobs. */
@ServerTest
class MailTest {
    private static final int PORT = FreePort.find();
    private static GreenMail server = start();

    @Autowired
    TestHouse house;

    @Autowired
    CustomerApi customers;

    @Autowired
    AssetApi assets;

    @Autowired
    CaseApi cases;

    @Autowired
    Postbox postbox;

    @Autowired
    FileStore files;

    @Autowired
    Announcements announcements;

    @Autowired
    Clock clock;

    @Autowired
    DeliverMail delivery;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
        registry.add("firstfix.mail.from", () -> "service@firstfix.test");
        registry.add("firstfix.mail.from-name", () -> "优先修 Firstfix");
    }

    @BeforeEach
    void emptyTheServer() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void confirmsAReportInChineseWithThePromisedTimes() throws Exception {
        CaseSummary received = house.asTheHouse(() -> cases.get(report("王芳", "wang.fang@bank.test", "zh-CN")));
        MimeMessage mail = oneMail();
        assertThat(mail.getSubject()).isEqualTo("已收到您的报修 – " + received.number());
        assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients())).contains("wang.fang@bank.test");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("zh-CN");
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{40}@firstfix\\.test>");
        String text = part(mail, "text/plain");
        assertThat(text).contains("王芳，您好：").contains("案例编号为 " + received.number()).contains("到场时限").contains("中国");
        String html = part(mail, "text/html");
        assertThat(html).contains("<html lang=\"zh-CN\">").contains(received.number()).contains("到场时限");
    }

    @Test
    void confirmsAReportInEnglish() throws Exception {
        CaseSummary received = house.asTheHouse(() -> cases.get(report("John Smith", "john@bank.test", "en")));
        MimeMessage mail = oneMail();
        assertThat(mail.getSubject()).isEqualTo("We have received your report – " + received.number());
        assertThat(part(mail, "text/plain")).contains("Dear John Smith,").contains("Engineer on site by").contains("China");
    }

    @Test
    void theSameNewsTwiceIsOneMail() throws Exception {
        CaseId id = report("李雷", "li.lei@bank.test", "zh-CN");
        oneMail();
        CaseSummary received = house.asTheHouse(() -> cases.get(id));
        house.asTheHouse(() -> {
            announcements.announce(new CaseReceived(id, received.number(), received.orgPath(), clock.instant()));
            return true;
        });
        Thread.sleep(Duration.ofSeconds(4));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatIsUndoneIsNotTold() throws Exception {
        try {
            house.asTheHouse(() -> {
                report("韩梅梅", "han@bank.test", "zh-CN");
                throw new IllegalStateException("undo");
            });
        } catch (IllegalStateException expected) {
            // The case, the mail and its job vanish together.
        }
        Thread.sleep(Duration.ofSeconds(4));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void attachesFilesUnderTheirNames() throws Exception {
        byte[] pdf = "%PDF-1.7 a report".getBytes(StandardCharsets.UTF_8);
        FileId file = house.asTheHouse(() -> files.store(new ByteArrayInputStream(pdf), "服务报告 W-1.pdf", Set.of(FileKind.PDF),
                new OrgPath("house")).id());
        post("attachment:" + UUID.randomUUID(), "张三", List.of(file));
        MimeMessage mail = oneMail();
        BodyPart attachment = ((Multipart) mail.getContent()).getBodyPart(1);
        assertThat(MimeUtility.decodeText(attachment.getFileName())).isEqualTo("服务报告 W-1.pdf");
        assertThat(attachment.getContentType()).startsWith("application/pdf");
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void namesAndTextsCannotBecomeHeaders() throws Exception {
        post("injection:" + UUID.randomUUID(), "Eve\r\nBcc: everybody@firstfix.test\r\nX-Evil: yes", List.of());
        MimeMessage mail = oneMail();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).doesNotContain("\n");
    }

    @Test
    void waitsForAServerThatIsDownAndSaysWhy() throws Exception {
        server.stop();
        try {
            String key = "down:" + UUID.randomUUID();
            post(key, "赵四", List.of());
            JsonNode waiting = waitForRow("/api/v1/mails?status=WAITING&address=someone@bank.test",
                    row -> row.path("attempts").asInt() == 1);
            assertThat(waiting.path("error").asString()).contains("Connect");
            assertThat(waiting.path("nextAttemptAt").isNull()).isFalse();
            assertThat(waiting.path("actions").isEmpty()).isTrue();
        } finally {
            server = start();
        }
        // The next attempt is half a minute away; a second one at once is what that job will do.
        UUID id = UUID.fromString(mails("/api/v1/mails?status=WAITING&address=someone@bank.test").get(0).path("id").asString());
        assertThat(delivery.deliver(id)).isEmpty();
        oneMail();
        assertThat(mails("/api/v1/mails?status=SENT&address=someone@bank.test").get(0).path("attempts").asInt()).isEqualTo(2);
        assertThat(delivery.deliver(id)).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aDeliberateRepetitionHasAnotherMessageIdAndIsAnInteractionToo() throws Exception {
        report("周周", "zhou@bank.test", "zh-CN");
        MimeMessage first = oneMail();
        waitUntil(() -> !mails("/api/v1/mails?status=SENT&address=zhou@bank.test").isEmpty());
        String id = mails("/api/v1/mails?status=SENT&address=zhou@bank.test").get(0).path("id").asString();
        house.client("service_manager.hangzhou").post("/api/v1/mails/" + id + "/resend", Map.of()).expect(204);
        assertThat(server.waitForIncomingEmail(15_000, 2)).isTrue();
        assertThat(server.getReceivedMessages()[1].getMessageID()).isNotEqualTo(first.getMessageID());
        house.client("agent.hangzhou").get("/api/v1/mails").expect(403);
        JsonNode preview = house.client("service_manager.hangzhou").get("/api/v1/mails/" + id).expect(200).json();
        assertThat(preview.path("html").asString()).contains("周周");
    }

    @Test
    void aContactWithoutAnAddressGetsNoMail() throws Exception {
        report("无邮箱", "", "zh-CN");
        Thread.sleep(Duration.ofSeconds(3));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private void post(String onceKey, String name, List<FileId> attachments) {
        house.asTheHouse(() -> {
            Customer customer = customer("某人", "other@bank.test", "zh-CN");
            postbox.post(new NewMail(onceKey, new MailAddress("someone@bank.test"), name, Language.CHINESE, "progress-message",
                    new Values().with("case", "C-1\r\nBcc: x@y.test").with("text", "正在处理").asMap(), Optional.of(customer.account()),
                    Optional.of(customer.contact()), "C-1", attachments, new OrgPath("house.east.hangzhou")));
            return true;
        });
    }

    private record Customer(AccountId account, SiteId site, ContactId contact) {}

    private Customer customer(String name, String mail, String language) {
        AccountId account = customers.registerAccount(new CustomerApi.NewAccount("客户 " + UUID.randomUUID(), "", "ORDINARY", language, "",
                "hangzhou", Optional.empty()));
        SiteId site = customers.registerSite(new CustomerApi.NewSite(account, "机房", "文三路 1 号", "杭州", "西湖", "Asia/Shanghai",
                Optional.empty(), Optional.empty(), "", "hangzhou"));
        ContactId contact = customers.registerContact(new CustomerApi.NewContact(account, Optional.of(site), name, "", "OTHER", "", "", mail,
                "EMAIL", language));
        return new Customer(account, site, contact);
    }

    private CaseId report(String name, String mail, String language) {
        return house.asTheHouse(() -> {
            Customer customer = customer(name, mail, language);
            assets.putModel(new AssetApi.Model("7979Q7C", "7979", "服务器", "Server", "SERVER"));
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var asset = assets.registerAsset(new AssetApi.NewAsset("SN" + UUID.randomUUID(), "7979Q7C", customer.account(), customer.site(),
                    "NORMAL", "", "", "", "", "", Optional.empty(), Optional.of(today.minusYears(1)), Optional.of(today.plusYears(1))));
            return cases.receive(new CaseApi.NewCase("PHONE", "开机无显示", "", Optional.of("power.no-display"), customer.account(),
                    customer.site(), Optional.of(customer.contact()), Optional.of(asset), "STOPPED", "HIGH", clock.instant(), Optional.empty()));
        });
    }

    private MimeMessage oneMail() {
        assertThat(server.waitForIncomingEmail(20_000, 1)).as("a mail arrives").isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        List<String> found = new ArrayList<>();
        collect(mail.getContent(), mail.getContentType(), type, found);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static void collect(Object content, String contentType, String type, List<String> found) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i).getContent(), parts.getBodyPart(i).getContentType(), type, found);
            }
        } else if (contentType.toLowerCase().startsWith(type)) {
            found.add(String.valueOf(content));
        }
    }

    private List<JsonNode> mails(String path) {
        return house.client("service_manager.hangzhou").get(path).expect(200).json().path("items").valueStream().toList();
    }

    private JsonNode waitForRow(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        waitUntil(() -> mails(path).stream().anyMatch(wanted));
        return mails(path).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static void waitUntil(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 100 && !done.getAsBoolean(); i++) {
            Thread.sleep(200);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static GreenMail start() {
        GreenMail fresh = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        fresh.start();
        return fresh;
    }
}
