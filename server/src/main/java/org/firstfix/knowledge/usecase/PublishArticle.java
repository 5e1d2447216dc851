package org.firstfix.knowledge.usecase;

import org.firstfix.knowledge.ArticlePublished;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Publishes what somebody else wrote; readers find it from now on. */
@Component
@Permission("knowledge.publish")
public final class PublishArticle {
    private final Work work;
    private final ArticleDesk desk;
    private final ArticleView view;

    PublishArticle(Work work, ArticleDesk desk, ArticleView view) {
        this.work = work;
        this.desk = desk;
        this.view = view;
    }

    public record Command(String number, int version) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Article article = desk.forChange(command.number(), command.version(), view::of);
            Content newest = desk.newest(article);
            Actor publisher = Actors.current();
            article.publish(newest, desk.articles().authorsAfter(article, article.publishedEdition().orElse(0)), publisher.userId(),
                    publisher.name(), desk.now());
            desk.save(article, new ArticlePublished(article.number(), article.edition(), ArticleDesk.title(newest), desk.place(), desk.now()));
        });
    }
}
