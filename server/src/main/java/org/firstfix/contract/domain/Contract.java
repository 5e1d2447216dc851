package org.firstfix.contract.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.contract.ContractId;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.domain.ContractStatus.Action;
import org.firstfix.customer.AccountId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/** A contract with its lines. Days are days at the site that claims. Both ends count. */
public record Contract(ContractId id, String number, AccountId accountId, ContractStatus status, String statusReason, Terms terms,
        List<ContractLine> lines, OrgPath orgPath, int version) {
    public Contract {
        lines = List.copyOf(lines);
    }

    /**
     * What the paper says beside its lines. {@code amount} per term, in {@code currency} (ISO 4217).
     *
     * @param pauseRights agreed in this contract; none where each line follows its coverage code
     */
    public record Terms(String title, LocalDate startsOn, LocalDate endsOn, String specialTerms, Optional<BigDecimal> amount,
            String currency, Optional<PauseRights> pauseRights) {
        public Terms {
            inRange("startsOn", startsOn);
            inRange("endsOn", endsOn);
            if (endsOn.isBefore(startsOn)) {
                throw Problem.invalidField("endsOn", "contract.ends-before-start",
                        Map.of("startsOn", startsOn.toString(), "endsOn", endsOn.toString()));
            }
        }

        private static void inRange(String field, LocalDate day) {
            if (day.getYear() < 1970 || day.getYear() > 2199) {
                throw Problem.invalidField(field, "platform.date-out-of-range", Map.of("value", day.toString()));
            }
        }

        Terms endingOn(LocalDate day) {
            return new Terms(title, startsOn, day, specialTerms, amount, currency, pauseRights);
        }
    }

    public Contract activate() {
        require(Action.ACTIVATE);
        requireLines();
        return in(ContractStatus.ACTIVE, "");
    }

    public Contract suspend(String reason) {
        require(Action.SUSPEND);
        return in(ContractStatus.SUSPENDED, reason);
    }

    public Contract resume() {
        require(Action.RESUME);
        return in(ContractStatus.ACTIVE, "");
    }

    /**
     * Ends with that day, which is its last; days before stay covered, so what was reported in time is still honoured.
     *
     * @param lastDay not before the contract starts
     */
    public Contract end(LocalDate lastDay, String reason) {
        require(Action.END);
        if (lastDay.isBefore(terms.startsOn())) {
            throw Problem.invalidField("lastDay", "contract.ends-before-start",
                    Map.of("startsOn", terms.startsOn().toString(), "endsOn", lastDay.toString()));
        }
        Terms shortened = lastDay.isBefore(terms.endsOn()) ? terms.endingOn(lastDay) : terms;
        return new Contract(id, number, accountId, ContractStatus.ENDED, reason, shortened, lines, orgPath, version);
    }

    /**
     * New terms and lines. A line that is left out disappears from a draft; once the contract was in force it is only
     * withdrawn as of the day before, for clocks were started on it.
     */
    public Contract amend(Terms newTerms, List<ContractLine> wanted, LocalDate today) {
        require(Action.AMEND);
        Map<ContractLineId, ContractLine> kept = new HashMap<>();
        wanted.forEach(line -> kept.put(line.id(), line));
        List<ContractLine> result = new ArrayList<>(wanted);
        if (status != ContractStatus.DRAFT) {
            lines.stream().filter(line -> !kept.containsKey(line.id()))
                    .map(line -> line.withdrawnOn(today.minusDays(1))).forEach(result::add);
        }
        Contract amended = new Contract(id, number, accountId, status, statusReason, newTerms, numbered(result), orgPath, version);
        if (status != ContractStatus.DRAFT) {
            amended.requireLines();
        }
        return amended;
    }

    private void requireLines() {
        if (lines.stream().noneMatch(line -> line.endsOn().isEmpty())) {
            throw Problem.conflict("contract.without-lines", Map.of("number", number));
        }
    }

    private void require(Action action) {
        if (!status.allows(action)) {
            throw Problem.conflict("contract.not-in-this-state",
                    Map.of("number", number, "status", status.name(), "action", action.name()));
        }
    }

    private Contract in(ContractStatus newStatus, String reason) {
        return new Contract(id, number, accountId, newStatus, reason, terms, lines, orgPath, version);
    }

    private static List<ContractLine> numbered(List<ContractLine> lines) {
        List<ContractLine> numbered = new ArrayList<>();
        for (ContractLine line : lines) {
            numbered.add(line.at(numbered.size() + 1));
        }
        return numbered;
    }
}
