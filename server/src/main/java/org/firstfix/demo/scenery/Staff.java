package org.firstfix.demo.scenery;

import java.util.ArrayList;
import java.util.List;

/** The people of the house. Who stands first in a role has the role's name as user name, the others their own in pinyin. */
public record Staff(String userName, String name, String role, String place, boolean shown, String territory, List<String> skills) {
    /** Skills are written {@code SERVER:4}: code and level. */
    public static List<Staff> all() {
        List<Staff> all = new ArrayList<>();
        all.add(of("admin", "蔡明", "ADMINISTRATOR", "house", true));
        all.add(of("manager", "潘志远", "SERVICE_MANAGER", "hangzhou", true));
        all.add(of("dispatcher", "沈丽", "DISPATCHER", "hangzhou", true));
        all.add(of("han.xue", "韩雪", "DISPATCHER", "hangzhou", false));
        all.add(of("tang.min", "唐敏", "DISPATCHER", "hangzhou", false));
        all.add(of("agent", "方婷", "AGENT", "hangzhou", true));
        all.add(of("xu.jing", "许静", "AGENT", "hangzhou", false));
        all.add(of("deng.jia", "邓佳", "AGENT", "hangzhou", false));
        all.add(of("cao.ying", "曹颖", "AGENT", "hangzhou", false));
        all.add(of("peng.li", "彭莉", "AGENT", "hangzhou", false));
        all.add(of("zeng.yan", "曾艳", "AGENT", "hangzhou", false));
        all.add(of("support", "董建国", "TECHNICAL_SUPPORT", "hangzhou", true));
        all.add(of("yuan.zhiming", "袁志明", "TECHNICAL_SUPPORT", "hangzhou", false));
        all.add(of("parts", "于洁", "PARTS_PLANNER", "hangzhou", true));
        all.add(of("sales", "蒋薇", "SALES", "hangzhou", true));
        all.add(engineer("engineer", "王伟", true, "WEST", "SERVER:5", "STORAGE:4", "NETWORK:3"));
        all.add(engineer("li.qiang", "李强", false, "WEST", "SERVER:4", "UPS:3"));
        all.add(engineer("zhang.lei", "张磊", false, "WEST", "SERVER:3", "STORAGE:3"));
        all.add(engineer("liu.yang", "刘洋", false, "WEST", "SERVER:2", "NETWORK:4"));
        all.add(engineer("chen.jie", "陈杰", false, "CENTRE", "SERVER:5", "MIDRANGE:4", "STORAGE:3"));
        all.add(engineer("yang.fan", "杨帆", false, "CENTRE", "SERVER:4", "NETWORK:3"));
        all.add(engineer("zhao.peng", "赵鹏", false, "CENTRE", "SERVER:3", "STORAGE:2"));
        all.add(engineer("huang.tao", "黄涛", false, "CENTRE", "SERVER:3", "UPS:4"));
        all.add(engineer("zhou.bin", "周斌", false, "CENTRE", "SERVER:2"));
        all.add(engineer("wu.hao", "吴昊", false, "NORTH", "SERVER:4", "STORAGE:5"));
        all.add(engineer("xu.liang", "徐亮", false, "NORTH", "SERVER:4", "NETWORK:2"));
        all.add(engineer("sun.hao", "孙浩", false, "NORTH", "SERVER:3"));
        all.add(engineer("hu.jun", "胡军", false, "NORTH", "SERVER:2", "UPS:2"));
        all.add(engineer("zhu.feng", "朱峰", false, "SOUTH", "SERVER:5", "STORAGE:3", "NETWORK:3"));
        all.add(engineer("gao.xiang", "高翔", false, "SOUTH", "SERVER:4", "MIDRANGE:3"));
        all.add(engineer("lin.kai", "林凯", false, "SOUTH", "SERVER:3", "UPS:3"));
        all.add(engineer("he.jun", "何俊", false, "SOUTH", "SERVER:3", "NETWORK:4"));
        all.add(engineer("guo.chao", "郭超", false, "SOUTH", "SERVER:2", "STORAGE:2"));
        all.add(engineer("luo.gang", "罗刚", false, "COUNTY", "SERVER:4", "STORAGE:3", "NETWORK:3", "UPS:3"));
        all.add(new Staff("dedicated", "马骏", "DEDICATED_ENGINEER", "hangzhou", true, "CENTRE",
                List.of("SERVER:5", "STORAGE:5", "MIDRANGE:5", "NETWORK:3")));
        all.add(of("ningbo", "程琳", "DISPATCHER", "ningbo", true));
        all.add(of("su.yao", "苏瑶", "AGENT", "ningbo", false));
        all.add(new Staff("yu.bo", "余波", "ENGINEER", "ningbo", false, "NINGBO", List.of("SERVER:4", "STORAGE:3", "UPS:3", "MIDRANGE:3")));
        all.add(new Staff("ye.zhou", "叶舟", "ENGINEER", "ningbo", false, "NINGBO", List.of("SERVER:4", "NETWORK:4", "STORAGE:2")));
        return List.copyOf(all);
    }

    private static Staff of(String userName, String name, String role, String place, boolean shown) {
        return new Staff(userName, name, role, place, shown, "", List.of());
    }

    private static Staff engineer(String userName, String name, boolean shown, String territory, String... skills) {
        return new Staff(userName, name, "ENGINEER", "hangzhou", shown, territory, List.of(skills));
    }

    public boolean travels() {
        return !skills.isEmpty();
    }
}
