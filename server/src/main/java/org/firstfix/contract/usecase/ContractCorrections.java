package org.firstfix.contract.usecase;

import static org.firstfix.platform.journal.Correction.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.domain.ContractLine;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.storage.JooqContracts;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What a list that comes in says otherwise about a contract that is known, and how it is made so. Comparing only reads. */
@Component
class ContractCorrections {
    private final JooqContracts contracts;
    private final AmendContract amendContract;

    ContractCorrections(JooqContracts contracts, AmendContract amendContract) {
        this.contracts = contracts;
        this.amendContract = amendContract;
    }

    Optional<Correction> of(String number, EntitlementApi.ContractWish wanted, String reason) {
        return contracts.find(number).map(contract -> correction(contract, wanted, reason));
    }

    private Correction correction(Contract contract, EntitlementApi.ContractWish wanted, String reason) {
        if (!contract.accountId().equals(wanted.accountId())) {
            throw Problem.conflict("contract.of-another-account", Map.of("number", contract.number()));
        }
        Contract.Terms now = contract.terms();
        List<LineWish> added = wanted.lines().stream().filter(line -> contract.lines().stream().noneMatch(kept -> isSame(kept, line)))
                .map(Entitlements::wish).toList();
        List<FieldChange> differences = Stream.of(difference("title", now.title(), wanted.title()),
                difference("startsOn", now.startsOn().toString(), wanted.startsOn().map(String::valueOf)),
                difference("endsOn", now.endsOn().toString(), wanted.endsOn().map(String::valueOf)),
                difference("specialTerms", now.specialTerms(), wanted.specialTerms()),
                difference("lines", inWords(contract.lines().stream().filter(line -> line.endsOn().isEmpty()).map(ContractLine::coverageCode).toList()),
                        added.isEmpty() ? Optional.empty() : Optional.of("+ " + inWords(added.stream().map(LineWish::coverageCode).toList()))))
                .flatMap(List::stream).toList();
        return new Correction(differences, () -> {
            List<LineWish> lines = new ArrayList<>(contract.lines().stream().map(ContractCorrections::kept).toList());
            lines.addAll(added);
            amendContract.handle(new AmendContract.Command(contract.number(), contract.version(), new Contract.Terms(
                    wanted.title().orElse(now.title()), wanted.startsOn().orElse(now.startsOn()), wanted.endsOn().orElse(now.endsOn()),
                    wanted.specialTerms().orElse(now.specialTerms()), now.amount(), now.currency(), now.pauseRights()), lines, reason));
        });
    }

    private static boolean isSame(ContractLine kept, EntitlementApi.NewLine wanted) {
        return kept.endsOn().isEmpty() && kept.coverageCode().equals(wanted.coverageCode()) && kept.covers() == LineScope.valueOf(wanted.covers())
                && kept.assetId().equals(wanted.assetId()) && kept.siteId().equals(wanted.siteId()) && kept.family().equals(wanted.family());
    }

    private static LineWish kept(ContractLine line) {
        return new LineWish(Optional.of(line.id()), line.coverageCode(), line.covers(), line.assetId(), line.siteId(), line.family(),
                line.visitsPerYear(), line.quota(), line.specialTargets());
    }

    private static String inWords(List<String> codes) {
        return codes.stream().collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting())).entrySet().stream()
                .map(entry -> entry.getKey() + " × " + entry.getValue()).collect(Collectors.joining(", "));
    }
}
