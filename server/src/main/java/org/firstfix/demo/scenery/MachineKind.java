package org.firstfix.demo.scenery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as it stands at customers. What {@code isNew} says is missing from the product's first catalogue and is put there.
 *
 * @param weight how many of the installed base are such
 * @param serialPrefix what serials of the model begin with
 */
public record MachineKind(String code, String family, String nameZh, String nameEn, String maker, String category, boolean isNew,
        double weight, String serialPrefix, List<String> firmware, List<String> systems) {
    private static final List<String> WINDOWS = List.of("Windows Server 2012 R2", "Windows Server 2016", "Windows Server 2019");
    private static final List<String> LINUX = List.of("Red Hat Enterprise Linux 7.9", "CentOS 7.9", "SUSE Linux Enterprise 15 SP4");
    private static final List<String> OLD = List.of("Windows Server 2003 R2", "Windows Server 2008 R2", "Red Hat Enterprise Linux 5.11");

    public static List<MachineKind> all() {
        return List.of(
                known("7979", "x3650", "System x3650", 9, "KD"), known("7974", "x3400", "System x3400", 6, "KB"),
                known("8887", "x3400", "System x3400", 3, "KA"), known("8840", "x346", "xSeries 346", 5, "99"),
                known("8670", "x345", "xSeries 345", 3, "98"), known("8675", "8675", "IBM 8675", 2, "97"),
                added("7915", "x3650 M4", "System x3650 M4 服务器", "System x3650 M4 server", "IBM", "SERVER", 16, "06",
                        List.of("VVE156B", "VVE160A", "VVE164C"), mixed()),
                added("5462", "x3650 M5", "System x3650 M5 服务器", "System x3650 M5 server", "Lenovo", "SERVER", 14, "J3",
                        List.of("TCE138J", "TCE142K", "TCE150L"), mixed()),
                added("7X06", "SR650", "ThinkSystem SR650 服务器", "ThinkSystem SR650 server", "Lenovo", "SERVER", 15, "J1",
                        List.of("IVE164L", "IVE172M", "IVE180P"), mixed()),
                added("7143", "x3850 X5", "System x3850 X5 服务器", "System x3850 X5 server", "IBM", "SERVER", 4, "K1",
                        List.of("G0E179B", "G0E183A"), mixed()),
                added("1726", "DS3400", "DS3400 磁盘阵列", "DS3400 disk array", "IBM", "STORAGE", 5, "13",
                        List.of("07.35.53", "07.36.17"), List.of()),
                added("1814", "DS4700", "DS4700 磁盘阵列", "DS4700 disk array", "IBM", "STORAGE", 4, "14",
                        List.of("07.60.40", "07.84.53"), List.of()),
                added("6096", "V3700", "Storwize V3700 存储", "Storwize V3700 storage", "IBM", "STORAGE", 5, "78",
                        List.of("7.6.1.8", "7.8.1.13"), List.of()),
                added("C3750", "Catalyst 3750", "Catalyst 3750 交换机", "Catalyst 3750 switch", "Cisco", "NETWORK", 5, "FDO",
                        List.of("12.2(55)SE", "15.0(2)SE"), List.of()),
                added("SMT3000", "Smart-UPS 3000", "Smart-UPS 3000 不间断电源", "Smart-UPS 3000", "APC", "UPS", 5, "AS",
                        List.of("UPS 08.8", "UPS 09.3"), List.of()),
                added("8203", "Power 520", "Power 520 小型机", "Power 520 midrange system", "IBM", "MIDRANGE", 4, "10",
                        List.of("EL350_149", "EL350_168"), List.of("AIX 6.1 TL9", "AIX 7.1 TL5")));
    }

    public static Map<MachineKind, Double> weights() {
        Map<MachineKind, Double> weights = new LinkedHashMap<>();
        all().forEach(kind -> weights.put(kind, kind.weight()));
        return weights;
    }

    private static List<String> mixed() {
        return List.of(WINDOWS.get(0), WINDOWS.get(1), WINDOWS.get(2), LINUX.get(0), LINUX.get(1), LINUX.get(2), "VMware ESXi 6.7 U3");
    }

    private static MachineKind known(String code, String family, String name, double weight, String serialPrefix) {
        return new MachineKind(code, family, name + " 服务器", name + " server", "IBM", "SERVER", false, weight, serialPrefix,
                List.of("BIOS 1.15", "BIOS 1.17", "BIOS 1.19"), OLD);
    }

    private static MachineKind added(String code, String family, String nameZh, String nameEn, String maker, String category,
            double weight, String serialPrefix, List<String> firmware, List<String> systems) {
        return new MachineKind(code, family, nameZh, nameEn, maker, category, true, weight, serialPrefix, firmware, systems);
    }

    /** Serials tell nothing but a number; the last digits are what people say on the telephone. */
    public String serial(int count) {
        return serialPrefix + "%05d".formatted((count * 7919 + 10007) % 100_000);
    }

    /** Kinds of part that its family takes: code, kind, Chinese and English name. */
    public List<PartKind> partKinds() {
        return switch (category) {
            case "SERVER", "MIDRANGE" -> List.of(PartKind.MB, PartKind.MEM, PartKind.HDD, PartKind.RAID, PartKind.RBAT, PartKind.PCI,
                    PartKind.PSU, PartKind.FAN, PartKind.CPU, PartKind.NIC);
            case "STORAGE" -> List.of(PartKind.MB, PartKind.HDD, PartKind.RAID, PartKind.RBAT, PartKind.PSU, PartKind.FAN);
            case "NETWORK" -> List.of(PartKind.MB, PartKind.PSU, PartKind.FAN, PartKind.NIC);
            default -> List.of(PartKind.MB, PartKind.PSU, PartKind.FAN);
        };
    }

    /** As the product's first catalogue names them. */
    public enum PartKind {
        MB("MAINBOARD", "主板", "Mainboard"), MEM("MEMORY", "内存", "Memory"), HDD("DISK", "硬盘", "Hard disk"),
        RAID("RAID_CARD", "RAID卡", "RAID card"), RBAT("RAID_BATTERY", "RAID卡电池", "RAID card battery"),
        PCI("PCI_BOARD", "PCI板", "PCI board"), PSU("POWER_SUPPLY", "电源", "Power supply"), FAN("FAN", "风扇", "Fan"),
        CPU("CPU_BOARD", "CPU板", "CPU board"), NIC("NETWORK_CARD", "网卡", "Network card");

        private final String kind;
        private final String nameZh;
        private final String nameEn;

        PartKind(String kind, String nameZh, String nameEn) {
            this.kind = kind;
            this.nameZh = nameZh;
            this.nameEn = nameEn;
        }

        public String kind() {
            return kind;
        }

        public String nameZh() {
            return nameZh;
        }

        public String nameEn() {
            return nameEn;
        }

        /** The number of such a part for a family. */
        public String numberFor(String family) {
            return "FF-" + name() + "-" + family.toUpperCase(java.util.Locale.ROOT).replace(' ', '-');
        }
    }
}
