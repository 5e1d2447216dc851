package org.firstfix.knowledge.usecase;

import org.firstfix.knowledge.ArticleTakenUpAgain;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes a retired article a draft again; it is reviewed like a new one. */
@Component
@Permission("knowledge.write")
public final class TakeArticleUpAgain {
    private final Work work;
    private final ArticleDesk desk;
    private final ArticleView view;

    TakeArticleUpAgain(Work work, ArticleDesk desk, ArticleView view) {
        this.work = work;
        this.desk = desk;
        this.view = view;
    }

    public record Command(String number, int version, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Article article = desk.forChange(command.number(), command.version(), view::of);
            article.takeUpAgain(desk.now());
            desk.save(article, new ArticleTakenUpAgain(article.number(), desk.place(), desk.now(), command.reason()));
        });
    }
}
