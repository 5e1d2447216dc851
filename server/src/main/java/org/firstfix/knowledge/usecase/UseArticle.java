package org.firstfix.knowledge.usecase;

import java.time.Instant;
import org.firstfix.cases.CaseSummary;
import org.firstfix.knowledge.ArticleUsed;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.ArticleUse;
import org.firstfix.knowledge.storage.JooqUses;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Records that an article was opened on a case, that it is linked as the one that fits, or that the link is taken back. */
@Component
@Permission("knowledge.read")
public final class UseArticle {
    private final Work work;
    private final ArticleDesk desk;
    private final JooqUses uses;

    UseArticle(Work work, ArticleDesk desk, JooqUses uses) {
        this.work = work;
        this.desk = desk;
        this.uses = uses;
    }

    /** @param use OPENED, LINKED or UNLINKED; repeating one changes nothing */
    public record Command(String caseNumber, String number, ArticleUse use) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            CaseSummary on = desk.cases().findByNumber(command.caseNumber()).orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            Article article = desk.articles().view(command.number());
            boolean linked = uses.isLinked(on.id(), article);
            if (command.use() == ArticleUse.LINKED ? linked : command.use() == ArticleUse.UNLINKED && !linked) {
                return;
            }
            // A link to what was retired meanwhile may still be taken back.
            int edition = command.use() == ArticleUse.UNLINKED ? article.edition() : article.requirePublished();
            Instant at = desk.now();
            if (uses.add(on, article, edition, command.use(), at)) {
                desk.announcements().announce(new ArticleUsed(article.number(), edition, command.use().name(), on.id(), on.number(), on.orgPath(), at));
            }
        });
    }
}
