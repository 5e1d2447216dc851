package org.firstfix.cases.usecase;

import java.util.Optional;
import org.firstfix.cases.SymptomApi;
import org.firstfix.cases.SymptomNode;
import org.firstfix.cases.domain.SymptomTree;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Where lists that come in meet the tree of symptoms. */
@Component
class SymptomDesk implements SymptomApi {
    private final SymptomTree tree;
    private final SymptomRules rules;
    private final PutSymptom putSymptom;

    SymptomDesk(SymptomTree tree, SymptomRules rules, PutSymptom putSymptom) {
        this.tree = tree;
        this.rules = rules;
        this.putSymptom = putSymptom;
    }

    @Override
    public Optional<SymptomNode> find(String code) {
        return tree.find(code);
    }

    @Override
    public Correction correctionOf(SymptomNode wanted, String reason) {
        SymptomNode now = tree.find(wanted.code()).orElseThrow(() -> Problem.notFound("symptom", wanted.code()));
        return new Correction(FieldChange.between(now.facts(), wanted.facts()),
                () -> putSymptom.handle(new PutSymptom.Command(wanted, Optional.of(now.version()), reason)));
    }

    @Override
    public void check(SymptomNode wanted) {
        rules.check(wanted);
    }

    @Override
    public void add(SymptomNode symptom, String reason) {
        putSymptom.handle(new PutSymptom.Command(symptom, Optional.empty(), reason));
    }
}
