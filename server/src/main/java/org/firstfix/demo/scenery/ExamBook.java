package org.firstfix.demo.scenery;

import java.util.ArrayList;
import java.util.List;
import org.firstfix.exam.domain.Difficulty;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionContent.Choice;
import org.firstfix.exam.domain.QuestionContent.Words;
import org.firstfix.exam.domain.QuestionKind;

/** Questions about the servers of this invented house; what is right agrees with {@link FaultBook}. */
public final class ExamBook {
    private ExamBook() {}

    /** The first choices given are the right ones. */
    public static List<QuestionContent> questions() {
        return List.of(
                question(QuestionKind.SINGLE_CHOICE, Difficulty.EASY, "x3650：硬盘黄灯常亮，系统运行正常", "最可能的原因是什么？", "What is it most likely?", 1,
                        "黄灯多为硬盘物理损坏；其次才是逻辑掉线。", "An amber light is mostly a damaged disk, an offline one comes second.",
                        "硬盘物理损坏/Disk physically damaged", "RAID 卡故障/RAID card fault", "背板线缆/Backplane cable", "驱动不匹配/Driver mismatch"),
                question(QuestionKind.SINGLE_CHOICE, Difficulty.MEDIUM, "x346：RAID 卡自检不过，三天前曾断电", "最可能的原因是什么？", "What is it most likely?", 1,
                        "x346 以电池失效闻名，断电后缓存丢失。", "The x346 is known for failing batteries; the power cut emptied the cache.",
                        "RAID 卡电池失效/RAID battery failed", "主板故障/Mainboard fault", "硬盘损坏/Damaged disk", "内存损坏/Damaged memory"),
                question(QuestionKind.PARTS_TO_CARRY, Difficulty.HARD, "8675：开机无显示，重插内存无效", "您带哪些备件（最多两件）？", "Which parts do you carry, two at most?", 2,
                        "8675 系列首先怀疑主板，其次内存。", "With the 8675 it is the mainboard first, memory second.",
                        "主板/Mainboard", "内存/Memory", "CPU 板/CPU board", "电源/Power supply", "风扇/Fan"),
                question(QuestionKind.PARTS_TO_CARRY, Difficulty.MEDIUM, "x345：电源模块告警，一路市电正常", "您带哪些备件（最多两件）？", "Which parts do you carry, two at most?", 1,
                        "x345 电源故障是平均的两倍多，先带电源。", "Power supplies of the x345 fail twice as often: carry one.",
                        "电源模块/Power supply", "主板/Mainboard", "RAID 卡/RAID card", "网卡/Network card"),
                question(QuestionKind.MULTIPLE_CHOICE, Difficulty.MEDIUM, "SR650：升级后频繁蓝屏", "出发前应要求客户提供哪些信息？", "What do you ask the customer for before leaving?", 2,
                        "驱动与固件版本不匹配可远程解决，先要版本和日志。", "A driver mismatch is solved remotely: ask for versions and the log first.",
                        "固件与驱动版本/Firmware and driver versions", "蓝屏转储和日志/Dump and log", "机柜照片/A photo of the rack", "发票/The invoice"),
                question(QuestionKind.SINGLE_CHOICE, Difficulty.EASY, "x3400：一块硬盘掉线，介质检测正常", "首先怎么处理？", "What do you do first?", 1,
                        "逻辑掉线先重新上线并重建，不换盘。", "A disk that is only offline is put on line again and rebuilt, not replaced.",
                        "重新上线并重建/Put it on line and rebuild", "立即更换硬盘/Replace the disk at once", "更换 RAID 卡/Replace the RAID card", "重装系统/Reinstall"),
                question(QuestionKind.SINGLE_CHOICE, Difficulty.HARD, "x3650 M4：报内存错误，更换内存后仍报同一插槽", "下一步最合理的是什么？", "What is the best next step?", 1,
                        "错误跟着插槽走，是插槽或主板，不是内存。", "The error stays with the slot: slot or mainboard, not memory.",
                        "交换插槽验证后检查主板/Swap slots, then check the mainboard", "再换一条内存/Another memory module", "升级驱动/Upgrade the driver", "更换电源/Replace the power supply"),
                new QuestionContent(QuestionKind.SHORT_TEXT, "SERVER", Difficulty.MEDIUM, 4, "x3650：频繁自动重启，夜间更多", new Words("首先检查什么，为什么？", "What do you check first, and why?"),
                        List.of(), new Words("先看供电与电源日志，再看温度和风扇。", "Supply and power log first, then temperature and fans."),
                        new Words("自动重启最常见的是电源，夜间更多提示供电波动。", "Restarts come from the power supply most often; at night the mains fluctuates.")));
    }

    private static QuestionContent question(QuestionKind kind, Difficulty difficulty, String report, String zh, String en, int right, String whyZh, String whyEn,
            String... choices) {
        List<Choice> offered = new ArrayList<>();
        for (int i = 0; i < choices.length; i++) {
            String[] words = choices[i].split("/", 2);
            offered.add(new Choice(String.valueOf((char) ('a' + i)), new Words(words[0], words[1]), i < right));
        }
        return new QuestionContent(kind, "SERVER", difficulty, 2, report, new Words(zh, en), offered, Words.NONE, new Words(whyZh, whyEn));
    }
}
