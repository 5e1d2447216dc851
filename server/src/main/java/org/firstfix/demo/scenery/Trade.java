package org.firstfix.demo.scenery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What kind of customer: how it is called, what its machines do, and how many it has.
 *
 * @param forms of the name, with {@code #} for the brand and {@code @} for the district
 * @param machines share of the installed base of one such customer
 */
public record Trade(String industry, double weight, List<String> forms, List<String> uses, String criticalHours, double machines,
        List<String> siteNames) {
    private static final Map<Trade, Double> ALL = new LinkedHashMap<>();

    static {
        add("医疗", 16, List.of("杭州#医院", "#妇儿医院", "@#康复医院"), List.of("HIS 医院信息系统", "PACS 影像系统", "LIS 检验系统", "电子病历库"), "全天候，门诊时段 07:30–17:30", 1.7,
                List.of("门诊楼机房", "住院楼机房", "影像中心"));
        add("制造", 26, List.of("杭州#精密机械有限公司", "浙江#汽车零部件有限公司", "#电子（杭州）有限公司", "杭州#制药股份有限公司", "浙江#化纤有限公司", "杭州#包装有限公司", "#光电科技有限公司"),
                List.of("ERP 系统", "MES 生产执行", "图纸与文档", "邮件系统", "仓储系统"), "班次生产 06:00–22:00", 1.0, List.of("总部机房", "一号厂房", "二号厂房"));
        add("教育", 14, List.of("杭州#中学", "浙江#职业技术学院", "#外国语学校", "@#小学"), List.of("教务系统", "一卡通", "网络教学平台", "图书馆系统"), "学期工作日 07:30–21:30", 0.8,
                List.of("信息中心", "图书馆机房"));
        add("金融", 14, List.of("#银行杭州@支行", "#证券杭州营业部", "#财产保险浙江分公司", "#农村商业银行@支行"), List.of("核心业务前置", "影像平台", "监控录像", "柜面系统"), "交易时段 09:00–15:30", 1.4,
                List.of("营业部机房", "灾备机房"));
        add("政务与公共", 8, List.of("@#公共服务中心", "杭州#档案服务中心", "浙江#检测研究院"), List.of("办公系统", "档案库", "对外服务网站"), "工作日 08:30–17:30", 0.9, List.of("中心机房"));
        add("物流与零售", 12, List.of("杭州#物流有限公司", "浙江#供应链管理有限公司", "#百货（杭州）有限公司", "#连锁超市有限公司"), List.of("订单系统", "收银系统", "仓储系统"), "每天 08:00–23:00", 0.9,
                List.of("总部机房", "配送中心"));
        add("信息技术", 12, List.of("杭州#信息技术有限公司", "浙江#软件股份有限公司", "#数据服务有限公司", "杭州#网络科技有限公司"), List.of("虚拟化平台", "数据库集群", "测试环境", "代码仓库"), "全天候", 1.5,
                List.of("数据中心", "研发楼机房"));
        add("能源与公用", 6, List.of("杭州#水务有限公司", "@#热电有限公司", "浙江#燃气有限公司"), List.of("调度系统", "收费系统", "SCADA 监控"), "缴费日 08:00–20:00", 1.2, List.of("调度中心", "水厂机房"));
        add("酒店与媒体", 6, List.of("杭州#大酒店", "#传媒（杭州）有限公司", "#国际会展有限公司"), List.of("前台系统", "媒资系统", "票务系统"), "全天候", 0.7, List.of("机房"));
    }

    private static void add(String industry, double weight, List<String> forms, List<String> uses, String criticalHours, double machines,
            List<String> siteNames) {
        ALL.put(new Trade(industry, weight, forms, uses, criticalHours, machines, siteNames), weight);
    }

    public static Trade any(Dice dice) {
        return dice.weighted(ALL);
    }

    public static Trade of(String industry) {
        return ALL.keySet().stream().filter(trade -> trade.industry().equals(industry)).findFirst().orElseThrow();
    }

    /** A customer of the ten fault reports that are shipped as field material. */
    public record FieldCustomer(String name, String shortName, String industry, District district, String modelCode, String symptom) {
        public static List<FieldCustomer> all() {
            return List.of(
                    new FieldCustomer("中国电子口岸数据中心", "电子口岸", "政务与公共", District.XIAOSHAN, "7979Q7C", "storage.disk-amber"),
                    new FieldCustomer("杭州维荣科技信息有限公司", "维荣科技", "信息技术", District.XIHU, "888798X", "storage.disk-not-detected"),
                    new FieldCustomer("杭州市中国重汽集团", "重汽杭州", "制造", District.XIAOSHAN, "6623ISN", "power.no-display"),
                    new FieldCustomer("省地税局", "省地税", "政务与公共", District.XIHU, "8840CFG", "power.no-display"),
                    new FieldCustomer("东方红网吧", "东方红", "酒店与媒体", District.GONGSHU, "7979R01", "storage.raid-self-test"),
                    new FieldCustomer("中国银行", "中行", "金融", District.SHANGCHENG, "7974Q3F", "power.no-display"),
                    new FieldCustomer("中萃", "中萃", "制造", District.QIANTANG, "7979A11", "memory.error"),
                    new FieldCustomer("爱知工程有限公司", "爱知工程", "制造", District.QIANTANG, "867512D", "system.blue-screen"),
                    new FieldCustomer("浙江农信", "浙江农信", "金融", District.SHANGCHENG, "7979F3A", "board.error"),
                    new FieldCustomer("日本三井住友银行", "三井住友", "金融", District.SHANGCHENG, "867071X", "storage.disk-amber"));
        }
    }
}
