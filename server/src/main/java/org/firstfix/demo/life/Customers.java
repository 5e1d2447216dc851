package org.firstfix.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.customer.domain.ContactPosition;
import org.firstfix.customer.domain.PreferredChannel;
import org.firstfix.customer.usecase.AccountInput;
import org.firstfix.customer.usecase.ContactInput;
import org.firstfix.customer.usecase.RegisterAccount;
import org.firstfix.customer.usecase.RegisterContact;
import org.firstfix.customer.usecase.RegisterSite;
import org.firstfix.customer.usecase.SiteInput;
import org.firstfix.demo.DemoSettings;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.District;
import org.firstfix.demo.scenery.Names;
import org.firstfix.demo.scenery.Trade;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts with their groups, sites, and the people there. Also the ten customers of the shipped field reports, by name. */
@Component
class Customers {
    /** The first so many customers belong to the dedicated engineer. */
    private static final int DEDICATED = 6;

    record Customer(String number, String name, AccountTier tier, Trade trade, Optional<Trade.FieldCustomer> field, List<Machine.Site> sites,
            Map<Machine.Site, String> siteNumbers) {
        String siteNumber(Machine.Site site) {
            return java.util.Objects.requireNonNull(siteNumbers.get(site));
        }

        boolean dedicated() {
            return sites.getFirst().dedicated();
        }
    }

    private final Stage stage;
    private final House house;
    private final DemoSettings settings;
    private final RegisterAccount registerAccount;
    private final RegisterSite registerSite;
    private final RegisterContact registerContact;

    Customers(Stage stage, House house, DemoSettings settings, RegisterAccount registerAccount, RegisterSite registerSite,
            RegisterContact registerContact) {
        this.stage = stage;
        this.house = house;
        this.settings = settings;
        this.registerAccount = registerAccount;
        this.registerSite = registerSite;
        this.registerContact = registerContact;
    }

    List<Customer> meet(Dice dice, Consumer<Integer> progress) {
        Names names = new Names(dice.of("names"));
        List<Customer> customers = new ArrayList<>();
        for (Trade.FieldCustomer field : Trade.FieldCustomer.all()) {
            customers.add(meet(new Plan(field.name(), field.shortName(), Trade.of(field.industry()), field.district(), Optional.of(field)),
                    customers, names, dice));
        }
        int ningbo = settings.scaled(14, 2);
        int all = settings.scaled(200, 16);
        while (customers.size() < all) {
            boolean away = all - customers.size() <= ningbo;
            District district = away ? dice.oneOf(District.HAISHU, District.YINZHOU, District.BEILUN) : dice.oneOf(List.of(District.values()).subList(0, 11));
            Trade trade = Trade.any(dice);
            String brand = names.brand();
            String name = dice.oneOf(trade.forms()).replace("#", brand).replace("@", district.nameZh().substring(0, district.nameZh().length() - 1));
            customers.add(meet(new Plan(away ? name.replace("杭州", "宁波") : name, brand + shortForm(trade), trade, district, Optional.empty()),
                    customers, names, dice));
            progress.accept(customers.size());
        }
        return customers;
    }

    private record Plan(String name, String shortName, Trade trade, District district, Optional<Trade.FieldCustomer> field) {}

    private static String shortForm(Trade trade) {
        return switch (trade.industry()) {
            case "医疗" -> "医院";
            case "教育" -> "学校";
            case "金融" -> "金融";
            default -> "";
        };
    }

    private Customer meet(Plan plan, List<Customer> before, Names names, Dice dice) {
        AccountTier tier = plan.field().isPresent() || before.size() < 14 ? dice.oneOf(AccountTier.VIP, AccountTier.IMPORTANT)
                : dice.weighted(tiers());
        Person sales = house.sales();
        boolean dedicated = plan.district().branch().equals("hangzhou") && before.size() >= 10 && before.size() < 10 + DEDICATED;
        // A few belong to a group that we know already.
        @Nullable String parent = plan.field().isEmpty() && !before.isEmpty() && dice.chance(0.06)
                ? before.get(dice.between(0, Math.min(before.size(), 30) - 1)).number() : null;
        RegisterAccount.Registered account = stage.by(sales, registerAccount, () -> registerAccount.handle(new RegisterAccount.Command(
                new AccountInput(plan.name(), plan.shortName(), tier, plan.trade().industry(), language(plan), dice.chance(0.03),
                        remarks(plan, dedicated), true, plan.district().branch(), parent, null, ""))));
        List<Machine.Site> sites = new ArrayList<>();
        Map<Machine.Site, String> numbers = new HashMap<>();
        int count = 1 + (dice.chance(0.4) ? 1 : 0) + (tier == AccountTier.VIP && dice.chance(0.5) ? 1 : 0);
        for (int i = 0; i < Math.min(count, plan.trade().siteNames().size()); i++) {
            addSite(plan, i, account, dedicated, names, dice, sites, numbers);
        }
        return new Customer(account.number(), plan.name(), tier, plan.trade(), plan.field(), List.copyOf(sites), numbers);
    }

    private void addSite(Plan plan, int index, RegisterAccount.Registered account, boolean dedicated, Names names, Dice dice,
            List<Machine.Site> sites, Map<Machine.Site, String> numbers) {
        District.Place place = plan.district().place(dice);
        String siteName = plan.trade().siteNames().get(index);
        Person agent = house.the(plan.district().branch().equals("ningbo") ? "su.yao" : "deng.jia");
        RegisterSite.Registered site = stage.by(agent, registerSite, () -> registerSite.handle(new RegisterSite.Command(account.number(),
                new SiteInput(siteName, place.address(), plan.district().city(), plan.district().nameZh(), House.ZONE.getId(),
                        place.latitude(), place.longitude(), access(dice), true, plan.district().branch(), ""))));
        List<Machine.Contact> contacts = new ArrayList<>();
        ContactId superior = null;
        int people = dice.between(1, index == 0 ? 3 : 2);
        for (int i = 0; i < people; i++) {
            String name = names.person();
            String mobile = names.mobile();
            ContactInput input = contact(plan, i, people, name, mobile, superior, site.number(), names, dice);
            ContactId id = stage.by(agent, registerContact, () -> registerContact.handle(new RegisterContact.Command(account.number(), input)));
            superior = superior == null ? id : superior;
            contacts.add(new Machine.Contact(id, name, mobile));
        }
        Machine.Site known = new Machine.Site(site.id(), account.id(), account.number(), plan.name(), plan.district(), place,
                List.copyOf(contacts), dedicated);
        sites.add(known);
        numbers.put(known, site.number());
    }

    private ContactInput contact(Plan plan, int index, int people, String name, String mobile, @Nullable ContactId superior, String siteNumber,
            Names names, Dice dice) {
        boolean head = index == 0 && people > 1;
        ContactPosition position = head ? dice.oneOf(ContactPosition.IT_MANAGER, ContactPosition.CIO) : dice.oneOf(ContactPosition.OPERATOR,
                ContactPosition.OPERATOR, ContactPosition.IT_MANAGER, ContactPosition.PURCHASING);
        String title = switch (position) {
            case CIO -> "信息总监";
            case IT_MANAGER -> dice.oneOf("信息科科长", "IT 经理", "信息中心主任");
            case OPERATOR -> dice.oneOf("机房管理员", "系统工程师", "网络管理员", "设备科技术员");
            case PURCHASING -> "采购主管";
            case FINANCE, MANAGEMENT, OTHER -> "";
        };
        return new ContactInput(name, title, position, head ? "维修报价与合同续签" : "", superior, siteNumber,
                names.landline(plan.district().branch().equals("ningbo") ? "0574" : "0571"), mobile,
                "u" + mobile.substring(3) + "@customer.example", dice.oneOf(PreferredChannel.PHONE, PreferredChannel.PHONE, PreferredChannel.CHAT,
                        PreferredChannel.EMAIL), language(plan), head ? dice.oneOf("喜欢提前一天收到到场通知", "关注备件到货时间", "希望每季度有服务小结", "") : "", true, "");
    }

    private static String language(Plan plan) {
        return plan.name().contains("三井") ? "en" : "zh-CN";
    }

    private static String remarks(Plan plan, boolean dedicated) {
        return dedicated ? "大客户，由专属工程师负责，报修可直接联系专属工程师。" : plan.trade().industry().equals("医疗") ? "门诊时段不能停机，先电话联系信息科。" : "";
    }

    private static String access(Dice dice) {
        return dice.oneOf("门卫登记身份证，联系机房管理员陪同", "地下停车场 B1 可停车，货梯到机房楼层", "进机房须提前报备姓名与身份证号", "夜间从东门进，按值班铃", "");
    }

    private static Map<AccountTier, Double> tiers() {
        Map<AccountTier, Double> weights = new java.util.LinkedHashMap<>();
        weights.put(AccountTier.VIP, 6.0);
        weights.put(AccountTier.IMPORTANT, 22.0);
        weights.put(AccountTier.ORDINARY, 50.0);
        weights.put(AccountTier.SMALL, 22.0);
        return weights;
    }
}
