package org.firstfix.knowledge.usecase;

import org.firstfix.knowledge.ArticleReviewAsked;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Its author is done: somebody else is to look at it. */
@Component
@Permission("knowledge.write")
public final class AskForReview {
    private final Work work;
    private final ArticleDesk desk;
    private final ArticleView view;

    AskForReview(Work work, ArticleDesk desk, ArticleView view) {
        this.work = work;
        this.desk = desk;
        this.view = view;
    }

    public record Command(String number, int version) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Article article = desk.forChange(command.number(), command.version(), view::of);
            Content newest = desk.newest(article);
            article.askForReview(newest, Actors.current().name(), desk.now());
            desk.save(article, new ArticleReviewAsked(article.number(), article.edition(), ArticleDesk.title(newest), desk.place(), desk.now()));
        });
    }
}
