package org.firstfix.knowledge.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.knowledge.domain.About;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.Article.Author;
import org.firstfix.knowledge.domain.Articles;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.springframework.stereotype.Component;

/** What every step of an article needs at hand. */
@Component
record ArticleDesk(Articles articles, CaseApi cases, DiagnosisApi diagnosis, AssetApi assets, Announcements announcements, Clock clock) {
    Instant now() {
        return clock.instant();
    }

    Author author() {
        Actor actor = Actors.current();
        return new Author(actor.userId(), actor.name(), now());
    }

    OrgPath place() {
        return Actors.current().homeOrHouse();
    }

    /** @param version it is based on */
    Article forChange(String number, int version, Function<String, Object> current) {
        Article article = articles.forChange(number);
        if (article.version() != version) {
            throw Problem.stale(version, article.version(), current.apply(number));
        }
        return article;
    }

    Content newest(Article article) {
        return articles.edition(article, article.edition()).content();
    }

    void save(Article article, DomainEvent news) {
        articles.save(article);
        announcements.announce(news);
    }

    static String title(Content content) {
        return content.title().preferably(Language.CHINESE);
    }

    /** @throws Problem 400 for a code that no catalogue knows */
    void requireKnown(About about) {
        Set<String> symptoms = cases.symptoms().stream().filter(symptom -> symptom.parentCode().isPresent()).map(CaseApi.Symptom::code)
                .collect(Collectors.toSet());
        Set<String> causes = diagnosis.causes().stream().filter(cause -> cause.parentCode().isPresent()).map(DiagnosisApi.Cause::code)
                .collect(Collectors.toSet());
        Set<String> models = assets.models(about.models()).keySet();
        requireAll("symptoms", about.symptoms(), symptoms);
        requireAll("causes", about.causes(), causes);
        requireAll("models", about.models(), models);
    }

    private static void requireAll(String field, List<String> codes, Set<String> known) {
        Optional<String> unknown = codes.stream().filter(code -> !known.contains(code)).findFirst();
        unknown.ifPresent(code -> {
            throw Problem.invalidField(field, "knowledge.code-unknown", Map.of("field", field, "code", code));
        });
    }
}
