package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.Remedy;
import org.firstfix.diagnosis.TreeApi;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.diagnosis.query.CheckAnswers;
import org.firstfix.diagnosis.usecase.AnswerCheck;
import org.firstfix.diagnosis.usecase.PutTreeEntry;
import org.springframework.stereotype.Component;

/** Technical support keeps the trees, not always to the end; agents ask the guided checks while the customer is on the phone. */
@Component
class TreeCare {
    private static final int MOST_ASKED = 12;
    /** What the customers of this house happened to answer. */
    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            "power.no-display", Map.of("fans-run", "YES", "beeps", "NO", "other-monitor", "NO"),
            "power.no-power", Map.of("same-circuit", "YES", "ac-light", "UNKNOWN"),
            "storage.disk-amber", Map.of("several-disks", "NO", "power-cut", "YES"),
            "memory.error", Map.of("memory-light", "YES"),
            "system.blue-screen", Map.of("changed-software", "YES"),
            "network.link-down", Map.of("other-cable", "NO"));

    private final Stage stage;
    private final House house;
    private final CaseTools desk;
    private final TreeApi trees;
    private final PutTreeEntry put;
    private final AnswerCheck answer;
    private final CheckAnswers answers;

    TreeCare(Stage stage, House house, CaseTools desk, TreeApi trees, PutTreeEntry put, AnswerCheck answer,
            CheckAnswers answers) {
        this.stage = stage;
        this.house = house;
        this.desk = desk;
        this.trees = trees;
        this.put = put;
        this.answer = answer;
        this.answers = answers;
    }

    void planChanges(Timeline timeline, Dice dice, Instant now) {
        Person support = house.support(dice);
        timeline.at(now.minus(Duration.ofDays(40)), () -> {
            add(support, new Remedy("oil-fan", "风扇加油", "Oil the fan", List.of("cooling.fan"), List.of(), List.of(), 20, true, 0), "老办法，备件未到时用");
            add(support, new CauseNode("raid.cache-module", Optional.of("raid"), "缓存模块故障", "", List.of("DS3400", "DS4700"), List.of("RAID_CARD"),
                    true, 0), "本月第三次遇到");
        });
        timeline.at(now.minus(Duration.ofDays(21)), () -> change(support, TreeKind.CAUSE, "cooling.blocked", entry -> {
            CauseNode cause = (CauseNode) entry;
            return new CauseNode(cause.code(), cause.parentCode(), "风道堵塞、积灰或散热片松动", "Blocked or dusty air way, or loose heat sink",
                    cause.families(), cause.partKinds(), cause.active(), 0);
        }, "工程师反映原名看不出积灰"));
        timeline.at(now.minus(Duration.ofDays(6)), () -> change(support, TreeKind.REMEDY, "oil-fan", entry -> {
            Remedy remedy = (Remedy) entry;
            return new Remedy(remedy.code(), remedy.nameZh(), remedy.nameEn(), remedy.causes(), remedy.partKinds(), remedy.families(),
                    remedy.minutes(), false, 0);
        }, "两周内都又响了，一律换风扇"));
    }

    /** At the end of the day that is told: what is open then has been asked about. */
    void planAnswers(Timeline timeline, Dice dice, Instant now) {
        timeline.at(now.minus(Duration.ofMinutes(2)), () -> desk.cases().latest(4 * MOST_ASKED).stream()
                .filter(this::isAskedAbout).limit(MOST_ASKED).forEach(asked -> {
                    String branch = asked.orgPath().value().contains("ningbo") ? "ningbo" : "hangzhou";
                    Person agent = house.agent(branch, now, dice);
                    ANSWERS.getOrDefault(asked.symptomCode().orElse(""), Map.of()).entrySet().stream().sorted(Map.Entry.comparingByKey())
                            .forEach(given -> stage.by(agent, answer, () -> answer.handle(
                                    AnswerCheck.Command.of(asked.number(), given.getKey(), given.getValue(), 0))));
                }));
    }

    private boolean isAskedAbout(CaseSummary one) {
        return (one.status() == CaseStatus.RECEIVED || one.status() == CaseStatus.RELEASED)
                && one.symptomCode().filter(ANSWERS::containsKey).isPresent() && answers.of(one.id()).isEmpty();
    }

    private void add(Person who, TreeEntry entry, String reason) {
        stage.by(who, put, () -> put.handle(new PutTreeEntry.Command(entry, Optional.empty(), reason)));
    }

    private void change(Person who, TreeKind kind, String code, UnaryOperator<TreeEntry> how, String reason) {
        TreeEntry before = trees.find(kind, code).orElseThrow();
        stage.by(who, put, () -> put.handle(new PutTreeEntry.Command(how.apply(before), Optional.of(before.version()), reason)));
    }
}
