package org.firstfix.knowledge.usecase;

import org.firstfix.knowledge.ArticleSentBack;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A reviewer wants something changed before it is published. */
@Component
@Permission("knowledge.publish")
public final class SendArticleBack {
    private final Work work;
    private final ArticleDesk desk;
    private final ArticleView view;

    SendArticleBack(Work work, ArticleDesk desk, ArticleView view) {
        this.work = work;
        this.desk = desk;
        this.view = view;
    }

    public record Command(String number, int version, String remark) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Article article = desk.forChange(command.number(), command.version(), view::of);
            article.sendBack(command.remark(), desk.now());
            desk.save(article, new ArticleSentBack(article.number(), article.edition(), desk.place(), desk.now(), command.remark()));
        });
    }
}
