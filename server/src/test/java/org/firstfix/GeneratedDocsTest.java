package org.firstfix;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Channel;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.knowledge.ArticleId;
import org.firstfix.knowledge.domain.About;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.organization.usecase.DefineCustomRole;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.domain.WorkOrder;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The pages of {@code docs/generated} are made from the code and compared with the tree: a page that is out of date fails
 * here. {@code -Dfirstfix.docs.write=true} writes them anew.
 */
class GeneratedDocsTest {
    private static final Path FOLDER = Path.of("../docs/generated");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void modules() throws IOException {
        ApplicationModules modules = ArchitectureTest.MODULES;
        StringBuilder page = new StringBuilder("# Modules\n\nFrom the highest to the lowest; an arrow says \"imports\".\n\n```mermaid\nflowchart TD\n");
        for (String level : ArchitectureTest.LEVELS.reversed()) {
            modules.getModuleByName(level).ifPresent(module -> module.getDirectDependencies(modules).uniqueModules()
                    .map(target -> target.getIdentifier().toString()).filter(target -> !target.equals("platform")).sorted()
                    .forEach(target -> page.append("  ").append(level).append(" --> ").append(target).append('\n')));
        }
        page.append("```\n\nEvery module stands on `platform`; those arrows are left out.\n\n| module | what it is for |\n| --- | --- |\n");
        for (String level : ArchitectureTest.LEVELS.reversed()) {
            Path info = Path.of("src/main/java/org/firstfix", level, "package-info.java");
            if (Files.exists(info)) {
                String purpose = Files.readString(info).lines().dropWhile(line -> !line.startsWith("/**"))
                        .takeWhile(line -> !line.contains("*/") || line.startsWith("/**")).map(line -> line.replaceAll("^/?\\*\\*?/?| \\* ?| \\*/", "").strip())
                        .takeWhile(line -> !line.startsWith("<p>")).collect(Collectors.joining(" ")).replace("*/", "").strip();
                page.append("| `").append(level).append("` | ").append(purpose).append(" |\n");
            }
        }
        compare("modules.md", page.toString());
    }

    @Test
    void events() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Events

                What modules announce: written into the journal and heard by the modules above, in the same transaction.
                The live stream calls an event `<subject type>.<event>`.

                | module | event | carries |
                | --- | --- | --- |
                """);
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS).importPackages("org.firstfix").stream()
                .filter(type -> type.isAssignableTo(DomainEvent.class) && type.isRecord())
                .sorted(Comparator.comparingInt((JavaClass type) -> ArchitectureTest.LEVELS.indexOf(type.getPackageName().split("\\.")[2]))
                        .thenComparing(JavaClass::getSimpleName))
                .forEach(type -> page.append("| ").append(type.getPackageName().split("\\.")[2]).append(" | `").append(type.getSimpleName())
                        .append("` | ").append(Arrays.stream(type.reflect().getRecordComponents()).map(RecordComponent::getName)
                                .filter(name -> !Set.of("orgPath", "occurredAt").contains(name)).collect(Collectors.joining(", "))).append(" |\n"));
        compare("events.md", page.toString());
    }

    @Test
    void permissions() throws IOException {
        List<BuiltInRole> roles = List.of(BuiltInRole.values());
        StringBuilder page = new StringBuilder("# Permissions of the built-in roles\n\n| permission |");
        roles.forEach(role -> page.append(' ').append(role.nameEn()).append(" |"));
        page.append("\n| --- |").append(" :-: |".repeat(roles.size())).append('\n');
        for (String permission : new TreeSet<>(DefineCustomRole.knownPermissions())) {
            page.append("| `").append(permission).append("` |");
            roles.forEach(role -> page.append(role.permissions().contains(permission) ? " yes |" : " |"));
            page.append('\n');
        }
        compare("permissions.md", page.toString());
    }

    @Test
    void lifeCycles() throws IOException {
        String page = "# Life cycles\n\nFound by trying every step in every state of the real aggregates.\n"
                + chart("Case", caseSteps())
                + chart("Work order", declared(WorkOrder.STEPS))
                + chart("Article", articleSteps())
                + chart("Appointment", declared(Appointment.STEPS));
        compare("life-cycles.md", page);
    }

    private static Map<String, String> declared(Map<? extends Enum<?>, ? extends Set<? extends Enum<?>>> steps) {
        Map<String, String> edges = new LinkedHashMap<>();
        steps.keySet().stream().sorted().forEach(from -> steps.get(from).stream().sorted()
                .forEach(to -> edges.put(from.name() + " --> " + to.name(), "")));
        return edges;
    }

    private static Map<String, String> caseSteps() {
        UUID id = new UUID(1, 1);
        Case.Report report = new Case.Report(new CaseId(id), "C-2026-000001", Channel.PHONE, new AccountId(id), new SiteId(id),
                Optional.empty(), NOON, NOON, Optional.empty(), Optional.empty(), new OrgPath("house"));
        Case.Facts facts = new Case.Facts("no display", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Impact.STOPPED, Urgency.HIGH, Priority.P1);
        Map<String, Consumer<Case>> steps = new LinkedHashMap<>();
        steps.put("release", Case::release);
        steps.put("wait for customer", one -> one.waitForCustomer("not ready", NOON));
        steps.put("customer ready", Case::customerReady);
        steps.put("hand to vendor", Case::handToVendor);
        steps.put("take back from vendor", Case::takeBackFromVendor);
        steps.put("resolve remotely", one -> one.resolveRemotely("disk.offline", "rebuilt", NOON));
        steps.put("work done", one -> one.workDone("repaired", NOON));
        steps.put("close", one -> one.close(NOON));
        steps.put("reopen", Case::reopen);
        steps.put("cancel", one -> one.cancel(NOON));
        return explore(() -> Case.received(report, facts, Case.Coverage.NONE), steps, one -> one.status().name());
    }

    private static Map<String, String> articleSteps() {
        Content text = new Content(Audience.STAFF, new Bilingual("", "Memory error"), Bilingual.NOTHING, new Bilingual("", "Reseat it."), List.of(), About.NOTHING);
        Article.Author author = new Article.Author(Optional.of(new UserId(new UUID(1, 1))), "author", NOON);
        Map<String, Consumer<Article>> steps = new LinkedHashMap<>();
        steps.put("write", one -> one.write(text, author, ""));
        steps.put("ask for review", one -> one.askForReview(text, "author", NOON));
        steps.put("send back", one -> one.sendBack("too short", NOON));
        steps.put("publish", one -> one.publish(text, Set.of(new UserId(new UUID(1, 1))), Optional.of(new UserId(new UUID(2, 2))), "reviewer", NOON));
        steps.put("retire", one -> one.retire(NOON));
        steps.put("take up again", one -> one.takeUpAgain(NOON));
        return explore(() -> Article.begun(new Article.Origin(new ArticleId(new UUID(1, 1)), "K-1001", ArticleKind.ARTICLE, Optional.empty()), text, author, ""),
                steps, one -> one.status().name() + (one.awaitsReview() ? "_IN_REVIEW"
                        : one.status() == ArticleStatus.PUBLISHED && one.hasUnpublishedEdition() ? "_BEING_REVISED" : ""));
    }

    /** Walks from the fresh thing through every step that is not refused, state by state. */
    private static <T> Map<String, String> explore(Supplier<T> fresh, Map<String, Consumer<T>> steps, Function<T, String> status) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        Map<String, String> edges = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        String first = status.apply(fresh.get());
        paths.put(first, List.of());
        open.add(first);
        while (!open.isEmpty()) {
            String from = open.poll();
            steps.forEach((name, step) -> {
                T thing = fresh.get();
                paths.get(from).forEach(earlier -> steps.get(earlier).accept(thing));
                try {
                    step.accept(thing);
                } catch (Problem refused) {
                    return;
                }
                String to = status.apply(thing);
                if (!to.equals(from)) {
                    edges.merge(from + " --> " + to, name, (one, other) -> one + ", " + other);
                    if (!paths.containsKey(to)) {
                        List<String> path = new ArrayList<>(paths.get(from));
                        path.add(name);
                        paths.put(to, path);
                        open.add(to);
                    }
                }
            });
        }
        return edges;
    }

    private static String chart(String name, Map<String, String> edges) {
        StringBuilder chart = new StringBuilder("\n## " + name + "\n\n```mermaid\nstateDiagram-v2\n");
        edges.forEach((edge, step) -> chart.append("  ").append(edge).append(step.isEmpty() ? "" : " : " + step).append('\n'));
        return chart.append("```\n").toString();
    }

    private static void compare(String file, String page) throws IOException {
        Path path = FOLDER.resolve(file);
        if (Boolean.getBoolean("firstfix.docs.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, page);
        }
        assertThat(path).as("Run: mvn -pl server -am -Dtest=GeneratedDocsTest -Dfirstfix.docs.write=true test").exists();
        assertThat(Files.readString(path)).isEqualTo(page);
    }
}
