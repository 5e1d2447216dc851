package org.firstfix.demo.scenery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Invented names. Telephone numbers begin with 154, which is given to no mobile customer, and mail addresses end in {@code .example}. */
public final class Names {
    private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡",
            "林", "郭", "何", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "韩", "冯", "曹", "彭", "曾", "肖", "田", "董", "潘", "袁", "蔡", "蒋", "余",
            "于", "杜", "叶", "程", "魏", "苏", "吕", "丁", "任", "沈", "姚", "卢", "傅", "钟", "姜", "崔", "谭", "廖", "范", "汪", "陆", "金", "石", "戴", "贾",
            "韦", "夏", "邱", "方", "侯", "邹", "熊", "孟", "秦", "白", "江", "阎", "薛", "尹", "段");
    private static final List<String> GIVEN = List.of("建国", "志强", "晓东", "海燕", "丽娟", "文杰", "俊杰", "雅琴", "思远", "嘉怡", "国平", "明辉", "雪梅", "伟明",
            "慧敏", "永康", "晓峰", "春华", "佳宁", "子轩", "一鸣", "静怡", "志明", "立新", "红霞", "凤英", "振华", "学军", "小燕", "玉兰", "宏伟", "新民", "美玲", "浩然",
            "天佑", "若曦", "梓涵", "欣怡", "雨桐", "博文", "健", "敏", "静", "磊", "洁", "勇", "艳", "涛", "明", "超", "霞", "刚", "娟", "斌", "婷", "鹏", "琳", "波", "宁", "旭");
    private static final List<String> FIRST = List.of("澜", "越", "湘", "云", "星", "禾", "瑞", "恒", "嘉", "启", "盛", "泰", "宏", "鼎", "凌", "博", "晟", "皓",
            "锦", "裕");
    private static final List<String> SECOND = List.of("川", "峰", "源", "通", "达", "科", "成", "禾", "维", "泽", "航", "宇", "创", "辰", "弘", "舟", "迅", "朗",
            "青", "原");

    private final Dice dice;
    private final Set<String> brands = new LinkedHashSet<>();
    private int mobile;

    public Names(Dice dice) {
        this.dice = dice;
    }

    public String person() {
        return dice.oneOf(FAMILY) + dice.oneOf(GIVEN);
    }

    /** Two characters that no other invented company has. */
    public String brand() {
        while (true) {
            String first = dice.oneOf(FIRST);
            String second = dice.oneOf(SECOND);
            if (!first.equals(second) && brands.add(first + second)) {
                return first + second;
            }
        }
    }

    public String mobile() {
        mobile += dice.between(7, 7919);
        return "154%08d".formatted(mobile % 100_000_000);
    }

    public String landline(String areaCode) {
        return areaCode + "-2" + dice.digits(7);
    }
}
