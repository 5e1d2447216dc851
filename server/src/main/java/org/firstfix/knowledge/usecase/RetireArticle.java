package org.firstfix.knowledge.usecase;

import org.firstfix.knowledge.ArticleRetired;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes an article away from its readers; it stays readable for those who write. */
@Component
@Permission("knowledge.publish")
public final class RetireArticle {
    private final Work work;
    private final ArticleDesk desk;
    private final ArticleView view;

    RetireArticle(Work work, ArticleDesk desk, ArticleView view) {
        this.work = work;
        this.desk = desk;
        this.view = view;
    }

    public record Command(String number, int version, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Article article = desk.forChange(command.number(), command.version(), view::of);
            article.retire(desk.now());
            desk.save(article, new ArticleRetired(article.number(), desk.place(), desk.now(), command.reason()));
        });
    }
}
