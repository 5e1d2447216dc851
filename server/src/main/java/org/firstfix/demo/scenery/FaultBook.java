package org.firstfix.demo.scenery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What breaks how often in this invented house: symptoms per category of machine, true causes per symptom, and what a
 * family is known for. The words stand for what agents and engineers would have written.
 */
public final class FaultBook {
    /** @param partKind code of the kind of part that mends it, if one does */
    public record Cause(String code, Optional<MachineKind.PartKind> part, double remote, String finding, String action) {}

    private static final Map<String, Map<String, Double>> SYMPTOMS = Map.of(
            "SERVER", weights("storage.disk-amber", 25, "power.no-display", 13, "memory.error", 12, "storage.disk-not-detected", 7,
                    "storage.raid-self-test", 7, "system.blue-screen", 9, "system.restart", 6, "board.error", 5,
                    "power.supply-alarm", 6, "cooling.fan-noise", 4, "cooling.overheat", 4, "network.link-down", 6, "power.no-power", 4),
            "MIDRANGE", weights("board.error", 24, "memory.error", 20, "storage.disk-amber", 26, "power.supply-alarm", 14, "cooling.fan-noise", 8,
                    "system.restart", 8),
            "STORAGE", weights("storage.disk-amber", 58, "storage.raid-self-test", 18, "power.supply-alarm", 12, "cooling.fan-noise", 6,
                    "cooling.overheat", 6),
            "NETWORK", weights("network.link-down", 62, "power.no-power", 16, "cooling.fan-noise", 14, "system.restart", 8),
            "UPS", weights("power.supply-alarm", 58, "power.no-power", 26, "cooling.fan-noise", 16));

    private static final Map<String, Map<String, Double>> CAUSES = Map.ofEntries(
            Map.entry("storage.disk-amber", weights("disk.damaged", 72, "disk.offline", 16, "raid.card", 5, "raid.battery", 3,
                    "connection.slot", 2, "software.driver", 2)),
            Map.entry("power.no-display", weights("board.mainboard", 30, "memory.damaged", 24, "board.cpu", 14, "power.supply", 13,
                    "connection.slot", 16, "external.power", 3)),
            Map.entry("memory.error", weights("memory.damaged", 70, "connection.slot", 20, "board.mainboard", 10)),
            Map.entry("storage.disk-not-detected", weights("disk.damaged", 52, "connection.cable", 18, "raid.card", 16, "disk.offline", 14)),
            Map.entry("storage.raid-self-test", weights("raid.card", 45, "raid.battery", 33, "connection.slot", 14, "software.driver", 8)),
            Map.entry("system.blue-screen", weights("software.system", 36, "memory.damaged", 24, "software.driver", 20,
                    "board.mainboard", 12, "disk.damaged", 8)),
            Map.entry("system.restart", weights("power.supply", 27, "memory.damaged", 20, "software.system", 15, "cooling.fan", 14,
                    "board.mainboard", 14, "external.power", 10)),
            Map.entry("board.error", weights("board.mainboard", 38, "board.pci", 34, "connection.slot", 18, "software.driver", 10)),
            Map.entry("power.supply-alarm", weights("power.supply", 74, "external.power", 18, "connection.cable", 8)),
            Map.entry("power.no-power", weights("power.supply", 50, "external.power", 22, "board.mainboard", 20, "connection.cable", 8)),
            Map.entry("cooling.fan-noise", weights("cooling.fan", 90, "external.environment", 10)),
            Map.entry("cooling.overheat", weights("external.environment", 48, "cooling.fan", 42, "board.mainboard", 10)),
            Map.entry("network.link-down", weights("connection.cable", 38, "board.network", 34, "software.driver", 28)));

    /** What a family is known for: family, cause, how much more of it. */
    private static final Map<String, Map<String, Double>> FAMILIES = Map.of(
            "x346", weights("raid.battery", 2.6), "x345", weights("power.supply", 2.2), "x3400", weights("disk.offline", 1.9),
            "8675", weights("board.mainboard", 1.8, "memory.damaged", 1.4), "x3650", weights("raid.card", 1.5),
            "SR650", weights("software.driver", 2.4, "disk.damaged", 0.85), "DS3400", weights("raid.battery", 2.2),
            "x3650 M4", weights("memory.damaged", 1.3), "Smart-UPS 3000", weights("external.power", 1.6),
            "DS4700", weights("power.supply", 1.4));

    private static final Map<String, String> REPORTS = Map.ofEntries(
            Map.entry("storage.disk-amber", "硬盘黄灯常亮"), Map.entry("power.no-display", "开机无显示"), Map.entry("memory.error", "报内存错误，光通路 MEM 灯亮"),
            Map.entry("storage.disk-not-detected", "Ctrl+A 中无法识别硬盘"), Map.entry("storage.raid-self-test", "RAID 卡自检不过"),
            Map.entry("system.blue-screen", "开机即蓝屏"), Map.entry("system.restart", "频繁自动重启"), Map.entry("board.error", "面板 BOARD 报错"),
            Map.entry("power.supply-alarm", "电源模块告警"), Map.entry("power.no-power", "不加电"), Map.entry("cooling.fan-noise", "风扇异响"),
            Map.entry("cooling.overheat", "温度过高告警"), Map.entry("network.link-down", "网口不通"));

    private static final Map<String, Cause> BOOK = new LinkedHashMap<>();

    static {
        cause("disk.damaged", MachineKind.PartKind.HDD, 0.05, "硬盘物理损坏，日志中有大量介质错误", "更换硬盘，阵列重建完成，状态 Optimal");
        cause("disk.offline", null, 0.62, "硬盘逻辑掉线，介质检测正常", "将硬盘重新上线并重建阵列，观察无异常");
        cause("raid.card", MachineKind.PartKind.RAID, 0, "RAID 卡故障，自检报错", "更换 RAID 卡，导入外来配置，数据完好");
        cause("raid.battery", MachineKind.PartKind.RBAT, 0.08, "RAID 卡电池失效，缓存被关闭", "更换 RAID 卡电池，缓存策略恢复为回写");
        cause("connection.slot", null, 0.10, "插槽松动，接触不良", "重新插拔并清洁金手指，自检通过");
        cause("connection.cable", null, 0.42, "线缆接触不良", "重新插接并更换线缆，链路正常");
        cause("software.driver", null, 0.68, "驱动与固件版本不匹配", "升级驱动与固件，重启后正常");
        cause("software.system", null, 0.62, "操作系统文件损坏", "修复系统引导并安装补丁，运行正常");
        cause("board.mainboard", MachineKind.PartKind.MB, 0, "主板故障，最小化配置仍无法自检", "更换主板，刷新序列号与固件，自检通过");
        cause("board.pci", MachineKind.PartKind.PCI, 0, "PCI 板故障", "更换 PCI 板，告警清除");
        cause("board.cpu", MachineKind.PartKind.CPU, 0, "CPU 板故障", "更换 CPU 板，自检通过");
        cause("board.network", MachineKind.PartKind.NIC, 0.05, "网卡故障，端口无链路", "更换网卡，重新绑定地址，链路正常");
        cause("memory.damaged", MachineKind.PartKind.MEM, 0.06, "内存损坏，定位到单条 DIMM", "更换内存，运行内存诊断通过");
        cause("power.supply", MachineKind.PartKind.PSU, 0.05, "电源模块无输出", "更换电源模块，冗余恢复");
        cause("cooling.fan", MachineKind.PartKind.FAN, 0.03, "风扇转速异常，轴承磨损", "更换风扇，转速恢复正常");
        cause("external.power", null, 0.62, "机房供电异常，电压波动", "请客户检修配电，供电恢复后设备正常");
        cause("external.environment", null, 0.66, "机房温度偏高，空调故障", "请客户修复空调，温度恢复后告警清除");
    }

    private FaultBook() {}

    public static String symptom(String category, Dice dice) {
        return dice.weighted(SYMPTOMS.get(category));
    }

    /** What a machine of that family with that symptom really has, with what the family is known for. */
    public static Map<String, Double> causes(String symptom, String family) {
        Map<String, Double> weights = new LinkedHashMap<>(CAUSES.get(symptom));
        FAMILIES.getOrDefault(family, Map.of()).forEach((cause, more) -> weights.computeIfPresent(cause, (code, weight) -> weight * more));
        return weights;
    }

    public static Cause cause(String code) {
        return BOOK.get(code);
    }

    public static String report(String symptom) {
        return REPORTS.get(symptom);
    }

    public static List<String> symptomsOf(String category) {
        return List.copyOf(SYMPTOMS.get(category).keySet());
    }

    private static void cause(String code, MachineKind.@org.jspecify.annotations.Nullable PartKind part, double remote, String finding, String action) {
        BOOK.put(code, new Cause(code, Optional.ofNullable(part), remote, finding, action));
    }

    private static Map<String, Double> weights(Object... pairs) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return weights;
    }
}
