package org.firstfix.demo.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.asset.Importance;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.domain.SoftwareKind;
import org.firstfix.asset.usecase.AssetInput;
import org.firstfix.asset.usecase.PutModel;
import org.firstfix.asset.usecase.PutPart;
import org.firstfix.asset.usecase.RegisterAsset;
import org.firstfix.demo.DemoSettings;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.District;
import org.firstfix.demo.scenery.MachineKind;
import org.firstfix.demo.scenery.Trade;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Models, parts, and the machines at the customers' sites. */
@Component
class InstalledBase {
    private final Stage stage;
    private final House house;
    private final DemoSettings settings;
    private final AssetApi assets;
    private final PutModel putModel;
    private final PutPart putPart;
    private final RegisterAsset registerAsset;

    InstalledBase(Stage stage, House house, DemoSettings settings, AssetApi assets, PutModel putModel, PutPart putPart,
            RegisterAsset registerAsset) {
        this.stage = stage;
        this.house = house;
        this.settings = settings;
        this.assets = assets;
        this.putModel = putModel;
        this.putPart = putPart;
        this.registerAsset = registerAsset;
    }

    /** Models and parts that the product's first catalogue does not have. */
    void fillCatalogue() {
        Person planner = house.partsPlanner();
        for (MachineKind kind : MachineKind.all()) {
            if (kind.isNew()) {
                stage.by(planner, putModel, () -> putModel.handle(new PutModel.Command(kind.code(), new PutModel.ModelInput(kind.family(),
                        kind.nameZh(), kind.nameEn(), kind.maker(), kind.category(), null), Optional.empty())));
            }
            for (MachineKind.PartKind part : kind.partKinds()) {
                if (partOf(kind.family(), part).isEmpty()) {
                    stage.by(planner, putPart, () -> putPart.handle(new PutPart.Command(part.numberFor(kind.family()),
                            new PutPart.PartInput(part.nameZh() + " " + kind.family(), part.nameEn() + " " + kind.family(), part.kind(),
                                    List.of(kind.family())), Optional.empty())));
                }
            }
        }
    }

    /** The number of the part of that kind that fits a family. */
    Optional<String> partOf(String family, MachineKind.PartKind kind) {
        return assets.partsFor(family).stream().filter(part -> part.kind().equals(kind.kind()) && part.families().contains(family))
                .map(PartSummary::number).sorted().findFirst();
    }

    /** Puts machines to all sites, the more the larger the customer is. */
    List<Machine> install(List<Customers.Customer> customers, Dice dice, Instant founded, Consumer<Integer> progress) {
        int wanted = settings.scaled(2000, 40);
        Map<Customers.Customer, Double> shares = new LinkedHashMap<>();
        customers.forEach(customer -> shares.put(customer, customer.trade().machines() * Math.exp(dice.between(-0.9, 1.1))));
        List<Machine> machines = new ArrayList<>();
        for (Customers.Customer customer : customers) {
            customer.field().ifPresent(field -> machines.add(install(customer, kindOf(field), machines.size(), dice, founded)));
            machines.add(install(customer, dice.weighted(MachineKind.weights()), machines.size(), dice, founded));
        }
        while (machines.size() < wanted) {
            machines.add(install(dice.weighted(shares), dice.weighted(MachineKind.weights()), machines.size(), dice, founded));
            progress.accept(machines.size());
        }
        return machines;
    }

    /** The machine of a field report: the exact model, of the family that the catalogue knows it in. */
    private MachineKind kindOf(Trade.FieldCustomer field) {
        AssetApi.Model model = assets.findModel(field.modelCode()).orElseThrow();
        return new MachineKind(model.code(), model.family(), model.nameZh(), model.nameEn(), "IBM", model.category(), false, 1, "99",
                List.of("BIOS 1.17"), List.of("Windows Server 2008 R2"));
    }

    private Machine install(Customers.Customer customer, MachineKind kind, int count, Dice dice, Instant founded) {
        Machine.Site site = dice.oneOf(customer.sites());
        LocalDate today = founded.atZone(House.ZONE).toLocalDate();
        boolean old = !kind.isNew();
        LocalDate installed = today.minusDays(old ? dice.between(1500, 4200) : dice.between(20, 2000));
        LocalDate warrantyEnd = installed.plusYears(kind.category().equals("UPS") ? 2 : 3).plusYears(dice.chance(0.2) ? 2 : 0).minusDays(1);
        Importance importance = dice.weighted(importances(customer.trade()));
        String use = dice.oneOf(customer.trade().uses());
        String serial = kind.serial(count);
        String system = kind.systems().isEmpty() ? "" : dice.oneOf(kind.systems());
        AssetInput input = new AssetInput(serial, kind.code(), customer.siteNumber(site), dice.chance(0.6) ? dice.oneOf(site.contacts()).id() : null,
                null, importance, use, importance == Importance.CRITICAL || importance == Importance.HIGH ? customer.trade().criticalHours() : "",
                "A" + dice.between(1, 9) + " 机柜 U" + dice.between(1, 40), dice.oneOf(kind.firmware()), system, patchOf(system, dice), installed,
                installed, warrantyEnd, old && dice.chance(0.5) ? LifeCycleStage.AGEING : LifeCycleStage.IN_USE, software(system, use, dice), "");
        Person keeper = house.the(site.branch().equals("ningbo") ? "su.yao" : dice.chance(0.5) ? "support" : "xu.jing");
        var registered = stage.by(keeper, registerAsset, () -> registerAsset.handle(new RegisterAsset.Command(input)));
        double trouble = (old ? 1.6 : 1.0) * Math.exp(dice.between(-1.2, 1.4));
        return new Machine(registered.id(), serial, kind.code(), kind.nameZh().replace(" 服务器", ""), kind.family(), kind.category(),
                importance == Importance.CRITICAL || importance == Importance.HIGH, trouble, site);
    }

    private static Map<Importance, Double> importances(Trade trade) {
        double critical = trade.machines() > 1.3 ? 14 : 6;
        Map<Importance, Double> weights = new LinkedHashMap<>();
        weights.put(Importance.CRITICAL, critical);
        weights.put(Importance.HIGH, 24.0);
        weights.put(Importance.NORMAL, 52.0);
        weights.put(Importance.LOW, 14.0);
        return weights;
    }

    private static String patchOf(String system, Dice dice) {
        if (system.startsWith("Windows")) {
            return "KB50" + dice.digits(5);
        }
        return system.isEmpty() ? "" : "kernel 2026-" + "%02d".formatted(dice.between(1, 9));
    }

    private static List<AssetInput.Software> software(String system, String use, Dice dice) {
        List<AssetInput.Software> software = new ArrayList<>();
        if (system.isEmpty()) {
            return software;
        }
        add(software, use.contains("库") || dice.chance(0.25) ? new AssetInput.Software(SoftwareKind.DATABASE,
                dice.oneOf("Oracle Database", "PostgreSQL", "SQL Server"), dice.oneOf("11.2", "12.2", "13", "2016"), "RU " + dice.between(3, 19)) : null);
        add(software, dice.chance(0.15) ? new AssetInput.Software(SoftwareKind.CLUSTER, dice.oneOf("HACMP", "MSCS", "Pacemaker"),
                dice.oneOf("6.1", "2.1", "7.2"), "") : null);
        add(software, dice.chance(0.2) ? new AssetInput.Software(SoftwareKind.MIDDLEWARE, dice.oneOf("WebSphere", "Tomcat", "WebLogic"),
                dice.oneOf("8.5.5", "9.0.80", "12.1.3"), "FP" + dice.between(1, 20)) : null);
        add(software, new AssetInput.Software(SoftwareKind.APPLICATION, use, "V" + dice.between(2, 9) + "." + dice.between(0, 9), ""));
        return software;
    }

    private static void add(List<AssetInput.Software> all, AssetInput.@Nullable Software one) {
        if (one != null) {
            all.add(one);
        }
    }
}
