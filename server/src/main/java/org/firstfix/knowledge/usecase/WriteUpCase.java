package org.firstfix.knowledge.usecase;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseSummary;
import org.firstfix.knowledge.ArticleId;
import org.firstfix.knowledge.ArticleWritten;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes a draft of a solved case, without what belongs to its customer. */
@Component
@Permission("knowledge.write")
public final class WriteUpCase {
    private final Work work;
    private final ArticleDesk desk;
    private final SolvedCases solved;

    WriteUpCase(Work work, ArticleDesk desk, SolvedCases solved) {
        this.work = work;
        this.desk = desk;
        this.solved = solved;
    }

    public record Command(String caseNumber) {}

    public String handle(Command command) {
        return work.perform(this, () -> {
            CaseSummary it = desk.cases().findByNumber(command.caseNumber()).orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            if (!SolvedCases.isSolved(it)) {
                throw Problem.conflict("knowledge.case-not-solved", Map.of("number", it.number(), "status", it.status().name()));
            }
            Content content = solved.of(it).draft(solved.masking(it));
            Article article = Article.begun(new Article.Origin(new ArticleId(UUID.randomUUID()), desk.articles().nextNumber(), ArticleKind.ARTICLE,
                    Optional.of(it.id())), content, desk.author(), it.number());
            if (!desk.articles().add(article)) {
                throw Problem.conflict("knowledge.written-up-already", Map.of("caseNumber", it.number(),
                        "number", desk.articles().writtenUpFrom(it.id()).orElse("")));
            }
            desk.announcements().announce(new ArticleWritten(article.number(), article.edition(), ArticleDesk.title(content), desk.place(),
                    desk.now(), it.number()));
            return article.number();
        });
    }
}
