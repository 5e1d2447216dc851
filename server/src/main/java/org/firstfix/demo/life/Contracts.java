package org.firstfix.demo.life;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.Importance;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Quota;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.usecase.EndContract;
import org.firstfix.contract.usecase.LineWish;
import org.firstfix.contract.usecase.RegisterContract;
import org.firstfix.contract.usecase.SuspendContract;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.demo.scenery.Dice;
import org.springframework.stereotype.Component;

/** Contracts of all customers: most run on from year to year, some have ended, some customers have none. */
@Component
class Contracts {
    private final Stage stage;
    private final House house;
    private final RegisterContract registerContract;
    private final EndContract endContract;
    private final SuspendContract suspendContract;

    Contracts(Stage stage, House house, RegisterContract registerContract, EndContract endContract, SuspendContract suspendContract) {
        this.stage = stage;
        this.house = house;
        this.registerContract = registerContract;
        this.endContract = endContract;
        this.suspendContract = suspendContract;
    }

    /** Plans the customer's contracts: each is put on record some days before it begins. */
    void plan(Customers.Customer customer, List<Machine> machines, Dice dice, Timeline timeline, Instant founded, Instant until) {
        // The customers of the field reports stay covered: their reports are played through on the first evening.
        boolean loyal = customer.field().isPresent() || customer.dedicated();
        if (!loyal && dice.chance(0.09)) {
            return;
        }
        LocalDate from = founded.atZone(House.ZONE).toLocalDate().minusDays(dice.between(0, 300));
        LocalDate today = until.atZone(House.ZONE).toLocalDate();
        boolean leaves = !loyal && dice.chance(0.14);
        LocalDate leavesAfter = today.minusDays(dice.between(20, 500));
        List<LineWish> lines = lines(customer, machines, dice);
        int term = 0;
        for (LocalDate start = from; !start.isAfter(today.plusDays(30)); start = start.plusYears(1)) {
            if (leaves && start.isAfter(leavesAfter)) {
                break;
            }
            register(customer, start, term++, lines, dice, timeline, founded);
        }
    }

    private void register(Customers.Customer customer, LocalDate start, int term, List<LineWish> lines, Dice dice, Timeline timeline, Instant founded) {
        Instant signed = start.minusDays(dice.between(3, 20)).atTime(10, dice.between(0, 59)).atZone(House.ZONE).toInstant();
        LocalDate end = start.plusYears(1).minusDays(1);
        String special = customer.tier() == AccountTier.VIP ? dice.oneOf("到场前须电话确认；备件 4 小时到", "每季度一次巡检与服务小结", "") : "";
        BigDecimal amount = BigDecimal.valueOf(3000L * dice.between(4, 60) + 2000L * term);
        timeline.at(signed.isBefore(founded) ? founded.plusSeconds(60) : signed, () -> {
            Contract contract = stage.by(house.sales(), registerContract, () -> registerContract.handle(new RegisterContract.Command(
                    customer.sites().getFirst().account(), Optional.empty(), new Contract.Terms(customer.name() + " 维保服务 " + start.getYear(),
                    start, end, special, Optional.of(amount), "CNY", pauseRights(customer)), lines, true)));
            Instant over = end.plusDays(1).atTime(0, 5).atZone(House.ZONE).toInstant();
            timeline.at(over, () -> stage.by(house.sales(), endContract, () -> endContract.handle(
                    new EndContract.Command(contract.number(), contract.version(), end, "合同到期"))));
        });
    }

    /** Who pays most lets the clock stand still only for what he decides himself, and for a day or a window. */
    private static Optional<PauseRights> pauseRights(Customers.Customer customer) {
        return customer.tier() == AccountTier.VIP ? Optional.of(new PauseRights(List.of(
                new PauseRight(PauseReason.WAITING_FOR_CUSTOMER, true, 24 * 60), new PauseRight(PauseReason.CUSTOMER_NOT_READY, true, 24 * 60),
                new PauseRight(PauseReason.MAINTENANCE_WINDOW, true, 72 * 60)))) : Optional.empty();
    }

    /** One suspended contract, because its bill was not paid. */
    void suspend(String number, int version) {
        stage.by(house.sales(), suspendContract, () -> suspendContract.handle(new SuspendContract.Command(number, version, "服务费逾期未付")));
    }

    private static List<LineWish> lines(Customers.Customer customer, List<Machine> machines, Dice dice) {
        String coverage = switch (customer.tier()) {
            case VIP -> dice.oneOf("7x24x4", "7x24x4", "7x24x8");
            case IMPORTANT -> dice.oneOf("7x24x8", "7x24x8", "5x9", "7x24x4");
            case ORDINARY -> dice.oneOf("5x9", "5x9", "7x24x8");
            case SMALL, PROSPECT -> "5x9";
        };
        List<LineWish> lines = new ArrayList<>();
        if (dice.chance(0.75)) {
            lines.add(agreed(line(coverage, LineScope.ACCOUNT, Optional.empty(), Optional.empty(), Optional.of(dice.between(1, 4))), customer.tier()));
        } else {
            lines.add(line(coverage, LineScope.SITE, Optional.empty(), Optional.of(customer.sites().getFirst()), Optional.of(2)));
        }
        if (!coverage.equals("7x24x4")) {
            machines.stream().filter(Machine::important).limit(3).forEach(machine -> lines.add(
                    line("7x24x4", LineScope.ASSET, Optional.of(machine), Optional.empty(), Optional.empty())));
        }
        return lines;
    }

    /** Who pays most has somebody there sooner when a machine stops that he cannot do without; who pays least has so many visits a year. */
    private static LineWish agreed(LineWish line, AccountTier tier) {
        Quota quota = tier == AccountTier.SMALL || tier == AccountTier.ORDINARY ? new Quota(Optional.of(12), Optional.of(60)) : Quota.UNLIMITED;
        List<SpecialTarget> targets = tier != AccountTier.VIP ? List.of() : List.of(new SpecialTarget(Milestone.ON_SITE, Optional.empty(),
                Optional.of(Importance.CRITICAL), Optional.of(Impact.STOPPED), 120));
        return new LineWish(line.id(), line.coverageCode(), line.covers(), line.assetId(), line.siteId(), line.family(), line.visitsPerYear(), quota, targets);
    }

    private static LineWish line(String coverage, LineScope covers, Optional<Machine> machine, Optional<Machine.Site> site,
            Optional<Integer> visits) {
        return new LineWish(Optional.empty(), coverage, covers, machine.map(Machine::id), site.map(Machine.Site::id), Optional.empty(), visits, Quota.UNLIMITED, List.of());
    }
}
