package org.firstfix.knowledge.usecase;

import java.time.Instant;
import java.util.Map;
import org.firstfix.cases.CaseSummary;
import org.firstfix.knowledge.ScriptFollowed;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.ArticleUse;
import org.firstfix.knowledge.domain.Following;
import org.firstfix.knowledge.storage.JooqUses;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.time.EventTime;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Records how somebody followed an article or a script on a case: each step, and what came of it. */
@Component
@Permission("knowledge.read")
public final class FollowScript {
    private final Work work;
    private final ArticleDesk desk;
    private final JooqUses uses;

    FollowScript(Work work, ArticleDesk desk, JooqUses uses) {
        this.work = work;
        this.desk = desk;
        this.uses = uses;
    }

    /**
     * @param edition that was followed; it may have been replaced since
     * @param following with an id of its own: told twice it is recorded once
     */
    public record Command(String caseNumber, String number, int edition, Following following) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            CaseSummary on = desk.cases().findByNumber(command.caseNumber()).orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            Article article = desk.articles().view(command.number());
            Following following = accepted(command.following(), desk.now());
            following.check(desk.articles().edition(article, command.edition()).content());
            if (!readersHad(article, command.edition())) {
                throw Problem.conflict("knowledge.edition-never-published", Map.of("number", article.number(), "edition", command.edition()));
            }
            if (!uses.add(on, article, command.edition(), following)) {
                requireSameCase(on, following);
                return;
            }
            uses.add(on, article, command.edition(), ArticleUse.FOLLOWED, following.endedAt());
            desk.announcements().announce(new ScriptFollowed(article.number(), command.edition(), following.result().name(), on.id(), on.number(),
                    on.orgPath(), following.endedAt()));
        });
    }

    /** What a telephone tells happened before now, but not long ago. */
    private static Following accepted(Following told, Instant now) {
        Instant ended = EventTime.accepted(told.endedAt(), now);
        Instant began = EventTime.accepted(told.beganAt(), now);
        return new Following(told.id(), told.result(), told.note(), began.isAfter(ended) ? told.beganAt() : began, ended, told.ticks());
    }

    /** An edition that is newer than the published one was only seen by those who wrote it. */
    private static boolean readersHad(Article article, int edition) {
        return article.publishedEdition().filter(published -> edition <= published).isPresent();
    }

    private void requireSameCase(CaseSummary on, Following following) {
        if (uses.caseOfFollowing(following.id()).filter(on.id()::equals).isEmpty()) {
            throw Problem.conflict("knowledge.following-of-another-case", Map.of("id", following.id().toString()));
        }
    }
}
