package org.firstfix.knowledge.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.cases.CaseId;
import org.firstfix.knowledge.ArticleId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An article or a script on its way from a draft to its readers. A published one may be revised: readers find the published
 * edition until another person than its authors has published the next. A step that the status does not allow is refused and
 * changes nothing.
 */
public final class Article {
    /** What never changes. */
    public record Origin(ArticleId id, String number, ArticleKind kind, Optional<CaseId> sourceCase) {}

    /** Where it stands, as it is stored. */
    public record Standing(ArticleStatus status, int edition, Optional<Published> published, Optional<ReviewAsked> reviewAsked,
            String reviewRemark, Instant changedAt) {}

    public record Published(int edition, Instant at, String by) {}

    public record ReviewAsked(Instant at, String by) {}

    private final Origin origin;
    private final int version;
    private ArticleStatus status;
    private int edition;
    private @Nullable Published published;
    private @Nullable ReviewAsked reviewAsked;
    private String reviewRemark;
    private Instant changedAt;
    private final List<Edition> written = new ArrayList<>();

    private Article(Origin origin, Standing standing, int version) {
        this.origin = origin;
        this.version = version;
        this.status = standing.status();
        this.edition = standing.edition();
        this.published = standing.published().orElse(null);
        this.reviewAsked = standing.reviewAsked().orElse(null);
        this.reviewRemark = standing.reviewRemark();
        this.changedAt = standing.changedAt();
    }

    /** A new draft. @throws Problem 400 if its content is none */
    public static Article begun(Origin origin, Content content, Author author, String reason) {
        Article article = new Article(origin, new Standing(ArticleStatus.DRAFT, 0, Optional.empty(), Optional.empty(), "", author.at()), 0);
        article.addEdition(content, author, reason);
        return article;
    }

    public static Article restored(Origin origin, Standing standing, int version) {
        return new Article(origin, standing, version);
    }

    /** Who writes, and when. */
    public record Author(Optional<UserId> user, String name, Instant at) {}

    public Origin origin() {
        return origin;
    }

    public String number() {
        return origin.number();
    }

    public int version() {
        return version;
    }

    public ArticleStatus status() {
        return status;
    }

    public int edition() {
        return edition;
    }

    public Optional<Integer> publishedEdition() {
        return Optional.ofNullable(published).map(Published::edition);
    }

    public Standing standing() {
        return new Standing(status, edition, Optional.ofNullable(published), Optional.ofNullable(reviewAsked), reviewRemark, changedAt);
    }

    /** For storage: editions written since it was read. */
    public List<Edition> written() {
        return List.copyOf(written);
    }

    /** The next edition. Whoever had asked for a review asks again when done. */
    public void write(Content content, Author author, String reason) {
        allowOnly(mayBeWritten(), "write");
        addEdition(content, author, reason);
        reviewAsked = null;
    }

    private void addEdition(Content content, Author author, String reason) {
        content.check(origin.kind());
        edition++;
        changedAt = author.at();
        written.add(new Edition(edition, content, author.user(), author.name(), author.at(), reason.strip()));
    }

    public boolean mayBeWritten() {
        return status != ArticleStatus.RETIRED;
    }

    /** Whether there is an edition that readers do not find yet. */
    public boolean hasUnpublishedEdition() {
        return mayBeWritten() && publishedEdition().filter(it -> it == edition).isEmpty();
    }

    /** @throws Problem 400 if no reader of any language would miss nothing */
    public void askForReview(Content newest, String by, Instant at) {
        allowOnly(mayAskForReview(), "ask_for_review");
        requireReadable(newest);
        reviewAsked = new ReviewAsked(at, by);
        reviewRemark = "";
        changedAt = at;
    }

    public boolean mayAskForReview() {
        return hasUnpublishedEdition() && reviewAsked == null;
    }

    public void sendBack(String remark, Instant at) {
        allowOnly(awaitsReview(), "send_back");
        reviewAsked = null;
        reviewRemark = remark.strip();
        changedAt = at;
    }

    public boolean awaitsReview() {
        return hasUnpublishedEdition() && reviewAsked != null;
    }

    /**
     * Readers find the newest edition from now on.
     *
     * @param authors whoever wrote since the last published edition
     * @throws Problem 409 if nobody asked for a review or the publisher is one of the authors
     */
    public void publish(Content newest, Set<UserId> authors, Optional<UserId> publisher, String by, Instant at) {
        allowOnly(awaitsReview(), "publish");
        requireReadable(newest);
        if (!mayBePublishedBy(publisher, authors)) {
            throw Problem.conflict("knowledge.four-eyes", Map.of("number", number()));
        }
        status = ArticleStatus.PUBLISHED;
        published = new Published(edition, at, by);
        reviewAsked = null;
        reviewRemark = "";
        changedAt = at;
    }

    /** Four eyes: nobody publishes what they wrote themselves. */
    public static boolean mayBePublishedBy(Optional<UserId> publisher, Set<UserId> authors) {
        return publisher.filter(user -> !authors.contains(user)).isPresent();
    }

    /** Nobody finds it any more. A draft that nobody wants goes the same way: it stays readable. */
    public void retire(Instant at) {
        allowOnly(mayBeRetired(), "retire");
        status = ArticleStatus.RETIRED;
        reviewAsked = null;
        changedAt = at;
    }

    public boolean mayBeRetired() {
        return status != ArticleStatus.RETIRED;
    }

    /** A draft again, with everything it said; it is reviewed like a new one. */
    public void takeUpAgain(Instant at) {
        allowOnly(status == ArticleStatus.RETIRED, "take_up_again");
        status = ArticleStatus.DRAFT;
        published = null;
        changedAt = at;
    }

    /** @throws Problem 409 if readers do not find it */
    public int requirePublished() {
        if (status != ArticleStatus.PUBLISHED) {
            throw Problem.conflict("knowledge.not-published", Map.of("number", number(), "status", status.name()));
        }
        return publishedEdition().orElseThrow();
    }

    private void requireReadable(Content content) {
        if (content.complete(origin.kind()).isEmpty()) {
            throw Problem.conflict("knowledge.no-language-complete", Map.of("number", number(), "kind", origin.kind().name()));
        }
    }

    private void allowOnly(boolean allowed, String step) {
        if (!allowed) {
            throw Problem.conflict("knowledge.step-not-allowed", Map.of("number", number(), "status", status.name(), "step", step));
        }
    }
}
