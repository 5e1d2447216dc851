package org.firstfix.organization;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that every house has, and what each may do. An organisation's own roles are made of the same permissions
 * ({@code custom_role}).
 */
public enum BuiltInRole {
    AGENT("呼叫中心坐席", "Call-centre agent", Permissions.EVERYBODY, Permissions.DESK, Set.of("diagnosis.answer")),
    DISPATCHER("调度", "Dispatcher", Permissions.EVERYBODY, Permissions.DESK,
            Set.of("work-order.maintain", "work-order.carry-out", "dispatch.book", "engineer.maintain",
                    "appointment.carry-out", "case.watch", "sla.pause")),
    TECHNICAL_SUPPORT("技术支持", "Technical support", Permissions.EVERYBODY,
            Set.of("case.work", "case.resolve", "case.release", "diagnosis.record", "diagnosis.review", "asset.maintain",
                    "catalogue.maintain", "interaction.record", "promise.maintain", "diagnosis.answer", "diagnosis.learn",
                    "knowledge.write", "knowledge.publish", "exam.set", "exam.grade")),
    ENGINEER("售后工程师", "Field engineer", Permissions.EVERYBODY,
            Set.of("work-order.carry-out", "appointment.carry-out", "asset.maintain", "interaction.record", "diagnosis.answer",
                    "knowledge.write", "exam.take")),
    DEDICATED_ENGINEER("专属工程师", "Dedicated engineer", Permissions.EVERYBODY,
            Set.of("work-order.carry-out", "appointment.carry-out", "asset.maintain", "interaction.record",
                    "promise.maintain", "case.open", "case.work", "case.release", "diagnosis.record", "diagnosis.answer",
                    "knowledge.write", "exam.take", "appointment.agree")),
    SERVICE_MANAGER("服务经理", "Service manager", Permissions.EVERYBODY, Permissions.DESK,
            Set.of("case.watch", "sla.pause", "diagnosis.record", "diagnosis.review", "work-order.maintain",
                    "work-order.carry-out", "dispatch.book", "dispatch.policy", "engineer.maintain",
                    "appointment.carry-out", "contract.maintain", "coverage.maintain", "calendar.maintain",
                    "catalogue.maintain", "import.run", "export.run", "notification.read-mail", "journal.read",
                    "organization.read", "asset.maintain", "reminder.policy", "standard.maintain", "diagnosis.answer", "diagnosis.learn",
                    "diagnosis.policy", "knowledge.write", "knowledge.publish", "exam.set", "exam.grade")),
    PARTS_PLANNER("备件计划", "Parts planner", Permissions.EVERYBODY, Set.of("catalogue.maintain", "export.run", "diagnosis.policy")),
    SALES("客户经理", "Account manager", Permissions.EVERYBODY,
            Set.of("customer.maintain", "contract.maintain", "interaction.record", "promise.maintain", "export.run")),
    ADMINISTRATOR("管理员", "Administrator", Permissions.EVERYBODY,
            Set.of("user.maintain", "role.maintain", "organization.maintain", "organization.read", "coverage.maintain",
                    "calendar.maintain", "catalogue.maintain", "import.run", "export.run", "notification.read-mail",
                    "journal.read", "dispatch.policy", "engineer.maintain", "customer.maintain", "asset.maintain",
                    "contract.maintain", "reminder.policy", "standard.maintain"));

    private final String nameZh;
    private final String nameEn;
    private final Set<String> permissions;

    @SafeVarargs
    BuiltInRole(String nameZh, String nameEn, Set<String>... permissions) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        Set<String> all = new LinkedHashSet<>();
        Arrays.stream(permissions).forEach(all::addAll);
        this.permissions = Set.copyOf(all);
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public Set<String> permissions() {
        return permissions;
    }

    public static Optional<BuiltInRole> find(String code) {
        return Arrays.stream(values()).filter(role -> role.name().equals(code)).findFirst();
    }

    /** Enum constants cannot see static fields of their own class while they are made. */
    private static final class Permissions {
        static final Set<String> EVERYBODY = Set.of("case.read", "customer.read", "asset.read", "contract.read", "sla.read",
                "calendar.read", "diagnosis.read", "work-order.read", "dispatch.read", "search.use", "file.store",
                "organization.read", "reminder.use", "knowledge.read");
        static final Set<String> DESK = Set.of("case.open", "case.work", "case.release", "case.resolve", "case.close",
                "call.answer", "call.simulate", "customer.maintain", "asset.maintain", "interaction.record",
                "promise.maintain", "export.run", "appointment.agree");
    }
}
