package org.firstfix.knowledge.usecase;

import org.firstfix.knowledge.ArticleJudged;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.storage.JooqUses;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Says whether an article helps, and why. An opinion: it is shown beside what happened, and never counted into it. */
@Component
@Permission("knowledge.read")
public final class JudgeArticle {
    private final Work work;
    private final ArticleDesk desk;
    private final JooqUses uses;

    JudgeArticle(Work work, ArticleDesk desk, JooqUses uses) {
        this.work = work;
        this.desk = desk;
        this.uses = uses;
    }

    public record Command(String number, boolean helpful, String why) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Article article = desk.articles().view(command.number());
            article.requirePublished();
            Actor actor = Actors.current();
            uses.judge(article, actor.userId().orElseThrow(() -> Problem.forbidden("knowledge.read")).value(), actor.name(), command.helpful(),
                    command.why().strip(), desk.now());
            desk.announcements().announce(new ArticleJudged(article.number(), command.helpful(), desk.place(), desk.now(), command.why()));
        });
    }
}
