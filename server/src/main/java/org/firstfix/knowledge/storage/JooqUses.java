package org.firstfix.knowledge.storage;

import static org.firstfix.schema.knowledge.Tables.CASE_USE;
import static org.firstfix.schema.knowledge.Tables.FOLLOWING;
import static org.firstfix.schema.knowledge.Tables.FOLLOWING_STEP;
import static org.firstfix.schema.knowledge.Tables.OPINION;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.ArticleUse;
import org.firstfix.knowledge.domain.Following;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was done with articles on cases, and what people think of them. Uses are only added. */
@Component
public class JooqUses {
    private final DSLContext database;
    private final Clock clock;

    JooqUses(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false if it says nothing new: the same person opened the same edition on that case before */
    public boolean add(CaseSummary on, Article article, int edition, ArticleUse use, Instant at) {
        Actor actor = Actors.current();
        return database.insertInto(CASE_USE)
                .set(CASE_USE.CASE_ID, on.id().value()).set(CASE_USE.CASE_NUMBER, on.number())
                .set(CASE_USE.ARTICLE_ID, article.origin().id().value()).set(CASE_USE.EDITION, edition)
                .set(CASE_USE.KIND, use.name()).set(CASE_USE.USED_AT, at).set(CASE_USE.RECORDED_AT, clock.instant())
                .set(CASE_USE.USER_ID, actor.userId().map(Id::value).orElse(null)).set(CASE_USE.USER_NAME, actor.name())
                .set(CASE_USE.ORG_PATH, on.orgPath().value()).onConflictDoNothing().execute() == 1;
    }

    /** Whether the newest word on it is that it is linked. */
    public boolean isLinked(CaseId id, Article article) {
        return linked(id.value(), article.origin().id().value());
    }

    private boolean linked(UUID caseId, UUID articleId) {
        return database.select(CASE_USE.KIND).from(CASE_USE)
                .where(CASE_USE.CASE_ID.eq(caseId), CASE_USE.ARTICLE_ID.eq(articleId), CASE_USE.KIND.in(ArticleUse.LINKED.name(), ArticleUse.UNLINKED.name()))
                .orderBy(CASE_USE.RECORDED_AT.desc(), CASE_USE.ID.desc()).limit(1).fetchOptional(CASE_USE.KIND)
                .filter(ArticleUse.LINKED.name()::equals).isPresent();
    }

    /** Whether any article was used on the case by that moment. */
    public boolean anyBy(CaseId id, Instant moment) {
        return database.fetchExists(CASE_USE, CASE_USE.CASE_ID.eq(id.value()).and(CASE_USE.USED_AT.le(moment))
                .and(CASE_USE.KIND.ne(ArticleUse.UNLINKED.name())));
    }

    /** @return false if it was told before */
    public boolean add(CaseSummary on, Article article, int edition, Following following) {
        Actor actor = Actors.current();
        boolean added = database.insertInto(FOLLOWING)
                .set(FOLLOWING.ID, following.id()).set(FOLLOWING.CASE_ID, on.id().value()).set(FOLLOWING.CASE_NUMBER, on.number())
                .set(FOLLOWING.ARTICLE_ID, article.origin().id().value()).set(FOLLOWING.EDITION, edition)
                .set(FOLLOWING.RESULT, following.result().name()).set(FOLLOWING.NOTE, following.note())
                .set(FOLLOWING.BEGAN_AT, following.beganAt()).set(FOLLOWING.ENDED_AT, following.endedAt())
                .set(FOLLOWING.RECORDED_AT, clock.instant()).set(FOLLOWING.USER_ID, actor.userId().map(Id::value).orElse(null))
                .set(FOLLOWING.USER_NAME, actor.name()).set(FOLLOWING.ORG_PATH, on.orgPath().value())
                .onConflict(FOLLOWING.ID).doNothing().execute() == 1;
        if (added) {
            for (Following.Tick tick : following.ticks()) {
                database.insertInto(FOLLOWING_STEP)
                        .set(FOLLOWING_STEP.FOLLOWING_ID, following.id()).set(FOLLOWING_STEP.POSITION, tick.position())
                        .set(FOLLOWING_STEP.RESULT, tick.result().name()).set(FOLLOWING_STEP.NOTE, tick.note().strip())
                        .set(FOLLOWING_STEP.TICKED_AT, tick.at()).set(FOLLOWING_STEP.ORG_PATH, on.orgPath().value()).execute();
            }
        }
        return added;
    }

    /** The newest word of each person holds. */
    public void judge(Article article, UUID user, String name, boolean helpful, String why, Instant at) {
        database.insertInto(OPINION)
                .set(OPINION.ARTICLE_ID, article.origin().id().value()).set(OPINION.USER_ID, user).set(OPINION.USER_NAME, name)
                .set(OPINION.HELPFUL, helpful).set(OPINION.WHY, why).set(OPINION.GIVEN_AT, at)
                .onConflict(OPINION.ARTICLE_ID, OPINION.USER_ID).doUpdate()
                .set(OPINION.HELPFUL, helpful).set(OPINION.WHY, why).set(OPINION.GIVEN_AT, at).set(OPINION.USER_NAME, name).execute();
    }

    /** The case on which a following was told before, if it was. */
    public Optional<CaseId> caseOfFollowing(UUID id) {
        return database.select(FOLLOWING.CASE_ID).from(FOLLOWING).where(FOLLOWING.ID.eq(id)).fetchOptional(FOLLOWING.CASE_ID).map(CaseId::new);
    }
}
