package org.firstfix.knowledge.usecase;

import java.util.Optional;
import java.util.UUID;
import org.firstfix.knowledge.ArticleId;
import org.firstfix.knowledge.ArticleWritten;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Writes a new article or script; a draft until somebody else has published it. */
@Component
@Permission("knowledge.write")
public final class BeginArticle {
    private final Work work;
    private final ArticleDesk desk;

    BeginArticle(Work work, ArticleDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(ArticleKind kind, Content content) {}

    public String handle(Command command) {
        return work.perform(this, () -> {
            desk.requireKnown(command.content().about());
            Article article = Article.begun(new Article.Origin(new ArticleId(UUID.randomUUID()), desk.articles().nextNumber(), command.kind(),
                    Optional.empty()), command.content(), desk.author(), "");
            desk.articles().add(article);
            desk.announcements().announce(new ArticleWritten(article.number(), article.edition(), ArticleDesk.title(command.content()),
                    desk.place(), desk.now(), ""));
            return article.number();
        });
    }
}
