package org.firstfix.demo.life;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.Staff;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.usecase.RegisterOrgUnit;
import org.firstfix.organization.usecase.RegisterUser;
import org.firstfix.platform.identity.UserDirectory;
import org.springframework.stereotype.Component;

/** The house with its branches, and the people who work there. */
@Component
class House {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String PASSWORD = "firstfix-demo";

    private final RegisterOrgUnit registerOrgUnit;
    private final RegisterUser registerUser;
    private final UserDirectory users;
    private final List<Person> people = new ArrayList<>();

    House(RegisterOrgUnit registerOrgUnit, RegisterUser registerUser, UserDirectory users) {
        this.registerOrgUnit = registerOrgUnit;
        this.registerUser = registerUser;
        this.users = users;
    }

    /** Founds the house. Nobody is there yet who could do it, so it is done with the reach of the house. */
    void found() {
        people.clear();
        unit("house", "HEADQUARTERS", "总部", "Headquarters", Optional.empty());
        unit("east", "REGION", "华东大区", "East region", Optional.of("house"));
        unit("hangzhou", "BRANCH", "杭州分公司", "Hangzhou branch", Optional.of("east"));
        unit("ningbo", "BRANCH", "宁波分公司", "Ningbo branch", Optional.of("east"));
        int extension = 8001;
        for (Staff staff : Staff.all()) {
            String place = staff.place();
            List<RoleGrant> roles = staff.role().equals(BuiltInRole.SERVICE_MANAGER.name()) || staff.role().equals(BuiltInRole.SALES.name())
                    || staff.role().equals(BuiltInRole.PARTS_PLANNER.name()) || staff.role().equals(BuiltInRole.TECHNICAL_SUPPORT.name())
                    ? List.of(new RoleGrant(staff.role(), "east")) : List.of(new RoleGrant(staff.role(), place));
            RegisterUser.Registered registered = registerUser.handle(new RegisterUser.Command(staff.userName(), PASSWORD, false,
                    staff.name(), (place.equals("ningbo") ? "0574" : "0571") + "-2100" + extension++,
                    staff.userName() + "@firstfix.example", "zh-CN", place, roles));
            people.add(new Person(staff, users.actorOf(registered.userId()).orElseThrow()));
        }
    }

    /** The people of a house that was founded before. */
    void remember() {
        people.clear();
        for (Staff staff : Staff.all()) {
            users.credentialsOf(staff.userName()).flatMap(found -> users.actorOf(found.userId()))
                    .ifPresent(actor -> people.add(new Person(staff, actor)));
        }
    }

    private void unit(String code, String kind, String nameZh, String nameEn, Optional<String> parent) {
        registerOrgUnit.handle(new RegisterOrgUnit.Command(code, kind, nameZh, nameEn, parent, ZONE.getId()));
    }

    Person the(String userName) {
        return people.stream().filter(person -> person.staff().userName().equals(userName)).findFirst().orElseThrow();
    }

    List<Person> all() {
        return List.copyOf(people);
    }

    private Stream<Person> in(BuiltInRole role, String branch) {
        return people.stream().filter(person -> person.is(role) && person.staff().place().equals(branch));
    }

    List<Person> engineers() {
        return people.stream().filter(person -> person.staff().travels()).toList();
    }

    Person dedicatedEngineer() {
        return in(BuiltInRole.DEDICATED_ENGINEER, "hangzhou").findFirst().orElseThrow();
    }

    Person manager() {
        return in(BuiltInRole.SERVICE_MANAGER, "hangzhou").findFirst().orElseThrow();
    }

    Person sales() {
        return in(BuiltInRole.SALES, "hangzhou").findFirst().orElseThrow();
    }

    Person partsPlanner() {
        return in(BuiltInRole.PARTS_PLANNER, "hangzhou").findFirst().orElseThrow();
    }

    /** Two of technical support look after both branches. */
    Person support(Dice dice) {
        return dice.oneOf(in(BuiltInRole.TECHNICAL_SUPPORT, "hangzhou").toList());
    }

    Person dispatcher(String branch, Dice dice) {
        return dice.oneOf(in(BuiltInRole.DISPATCHER, branch).toList());
    }

    /** Who answers the telephone at that hour: at night it is one of the last two. */
    Person agent(String branch, Instant at, Dice dice) {
        List<Person> agents = in(BuiltInRole.AGENT, branch).toList();
        int hour = at.atZone(ZONE).getHour();
        boolean night = hour < 8 || hour >= 20;
        return night && agents.size() > 2 ? dice.oneOf(agents.subList(agents.size() - 2, agents.size())) : dice.oneOf(agents);
    }
}
