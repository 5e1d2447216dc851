package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.FaultBook;
import org.firstfix.demo.scenery.KnowledgeBook;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.knowledge.domain.ArticleUse;
import org.firstfix.knowledge.domain.Following;
import org.firstfix.knowledge.domain.Following.Result;
import org.firstfix.knowledge.domain.Following.StepResult;
import org.firstfix.knowledge.domain.Following.Tick;
import org.firstfix.knowledge.query.ArticleList;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.knowledge.usecase.AskForReview;
import org.firstfix.knowledge.usecase.BeginArticle;
import org.firstfix.knowledge.usecase.FollowScript;
import org.firstfix.knowledge.usecase.JudgeArticle;
import org.firstfix.knowledge.usecase.PublishArticle;
import org.firstfix.knowledge.usecase.UseArticle;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.PageRequest;
import org.springframework.stereotype.Component;

/** Who wrote which article when, and on which cases it was looked at, followed, and helped. */
@Component
class Bookshelf {
    /** On so many cases somebody looks something up. */
    private static final double LOOKED_UP = 0.3;
    /** What a script finds from afar would often have cost a journey. */
    private static final double HELPS = 0.6;
    private static final double CAN_BE_HELPED = 0.3;
    private static final Duration REVIEWED_AFTER = Duration.ofHours(26);

    private final Stage stage;
    private final House house;
    private final KnowledgeTools tools;
    private final List<Volume> volumes = new ArrayList<>();

    Bookshelf(Stage stage, House house, KnowledgeTools tools) {
        this.stage = stage;
        this.house = house;
        this.tools = tools;
    }

    private record Volume(String number, int steps, List<String> symptoms, List<String> causes) {}

    /** Two of technical support write in turn, and each publishes what the other wrote; an engineer writes the last one. */
    void plan(Timeline timeline, Instant from, Instant until) {
        volumes.clear();
        List<KnowledgeBook.Entry> book = KnowledgeBook.all();
        Duration gap = Duration.between(from, until).dividedBy(2L * book.size());
        for (int i = 0; i < book.size(); i++) {
            KnowledgeBook.Entry entry = book.get(i);
            boolean last = i == book.size() - 1;
            Person author = last ? house.the("engineer") : house.the(i % 2 == 0 ? "support" : "yuan.zhiming");
            Person reviewer = house.the(i % 2 == 0 ? "yuan.zhiming" : "support");
            Instant written = last ? until.minus(Duration.ofHours(20)) : from.plus(Duration.ofDays(2)).plus(gap.multipliedBy(i));
            timeline.at(written, () -> {
                BeginArticle begin = tools.begin();
                String number = stage.by(author, begin, () -> begin.handle(new BeginArticle.Command(entry.kind(), entry.content())));
                AskForReview ask = tools.ask();
                stage.by(author, ask, () -> ask.handle(new AskForReview.Command(number, 0)));
                if (!last) {
                    timeline.at(timeline.now().plus(REVIEWED_AFTER), () -> publish(number, entry, reviewer));
                }
            });
        }
        Instant late = until.minus(Duration.ofDays(3));
        timeline.at(late, () -> judge("agent", 0, true, "电话里照着念就行，客户也听得懂"));
        timeline.at(late.plus(Duration.ofHours(5)), () -> judge("li.qiang", 3, false, "第三步在刀片机型上做不了，建议分开写"));
    }

    private void publish(String number, KnowledgeBook.Entry entry, Person reviewer) {
        PublishArticle publish = tools.publish();
        stage.by(reviewer, publish, () -> publish.handle(new PublishArticle.Command(number, 1)));
        volumes.add(new Volume(number, entry.content().steps().size(), entry.content().about().symptoms(), entry.content().about().causes()));
    }

    private void judge(String who, int which, boolean helpful, String why) {
        if (which < volumes.size()) {
            JudgeArticle judge = tools.judge();
            stage.by(house.the(who), judge, () -> judge.handle(new JudgeArticle.Command(volumes.get(which).number(), helpful, why)));
        }
    }

    /** What an earlier day of the demo has written. */
    void remember() {
        volumes.clear();
        Actors.actingAs(house.manager().actor(), () -> tools.list().find(new ArticleList.Filter(Optional.empty(), List.of(ArticleStatus.PUBLISHED),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false), PageRequest.first(100)).items()
                .forEach(line -> {
                    ArticleView.View view = tools.view().of(line.number());
                    volumes.add(new Volume(line.number(), view.content().steps().size(), line.symptoms(), line.causes()));
                }));
    }

    /**
     * Somebody may look up what is known about the fault, and follow it.
     *
     * @return whether that solved it without a visit
     */
    boolean lookUp(String caseNumber, String symptom, FaultBook.Cause cause, boolean mayBeSolved, Dice dice) {
        Optional<Volume> found = volumes.stream().filter(volume -> volume.symptoms().contains(symptom)).findFirst();
        if (found.isEmpty() || !dice.chance(LOOKED_UP)) {
            return false;
        }
        Volume volume = found.get();
        Person reader = house.support(dice);
        UseArticle use = tools.use();
        stage.by(reader, use, () -> use.handle(new UseArticle.Command(caseNumber, volume.number(), ArticleUse.OPENED)));
        if (volume.steps() == 0) {
            return false;
        }
        boolean solved = mayBeSolved && volume.causes().contains(cause.code()) && cause.remote() > CAN_BE_HELPED && dice.chance(HELPS);
        follow(caseNumber, volume, reader, solved ? Result.SOLVED : dice.chance(0.85) ? Result.NOT_SOLVED : Result.ABANDONED, dice);
        return solved;
    }

    private void follow(String caseNumber, Volume volume, Person reader, Result result, Dice dice) {
        int tried = result == Result.SOLVED ? dice.between(2, volume.steps()) : result == Result.NOT_SOLVED ? volume.steps() : 1;
        Instant ended = stage.now();
        Instant began = ended.minus(Duration.ofMinutes(4L * tried));
        List<Tick> ticks = new ArrayList<>();
        for (int position = 1; position <= tried; position++) {
            boolean failed = position == tried && result != Result.SOLVED;
            ticks.add(new Tick(position, failed ? StepResult.FAILED : StepResult.DONE, "", began.plus(Duration.ofMinutes(4L * position))));
        }
        FollowScript follow = tools.follow();
        stage.by(reader, follow, () -> follow.handle(new FollowScript.Command(caseNumber, volume.number(), 1, new Following(UUID.randomUUID(), result,
                result == Result.ABANDONED ? "客户无法到机器旁操作" : "", began, ended, ticks))));
    }
}
