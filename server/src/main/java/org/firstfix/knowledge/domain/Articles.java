package org.firstfix.knowledge.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;

/** The articles of the house. */
public interface Articles {
    String nextNumber();

    /** @return false if another draft was written up from the same case */
    boolean add(Article article);

    /** Kept from changes by others until the transaction ends. @throws Problem 404 */
    Article forChange(String number);

    /** @throws Problem 404 */
    Article view(String number);

    Optional<String> writtenUpFrom(CaseId id);

    void save(Article article);

    /** @throws Problem 404 */
    Edition edition(Article article, int number);

    /** Who wrote after that edition; after 0 is everybody. */
    Set<UserId> authorsAfter(Article article, int edition);

    /** The newest first, at most 200. */
    List<Edition> editions(Article article);
}
