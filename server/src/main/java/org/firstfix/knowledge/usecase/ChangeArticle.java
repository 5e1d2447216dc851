package org.firstfix.knowledge.usecase;

import org.firstfix.knowledge.ArticleWritten;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Writes the next edition of an article. Readers go on finding the published one until the next is published. */
@Component
@Permission("knowledge.write")
public final class ChangeArticle {
    private final Work work;
    private final ArticleDesk desk;
    private final ArticleView view;

    ChangeArticle(Work work, ArticleDesk desk, ArticleView view) {
        this.work = work;
        this.desk = desk;
        this.view = view;
    }

    /** @param version of the article it is based on */
    public record Command(String number, int version, Content content, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Article article = desk.forChange(command.number(), command.version(), view::of);
            desk.requireKnown(command.content().about());
            article.write(command.content(), desk.author(), command.reason());
            desk.save(article, new ArticleWritten(article.number(), article.edition(), ArticleDesk.title(command.content()), desk.place(),
                    desk.now(), command.reason()));
        });
    }
}
