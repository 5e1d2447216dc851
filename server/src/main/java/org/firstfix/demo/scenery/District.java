package org.firstfix.demo.scenery;

import java.util.List;

/** Districts with their real position and some real streets; house numbers are invented. */
public enum District {
    SHANGCHENG("杭州市", "上城区", "hangzhou", "CENTRE", 30.2425, 120.1690, 0.020, "解放路", "庆春路", "延安路", "秋涛北路", "钱江路"),
    GONGSHU("杭州市", "拱墅区", "hangzhou", "NORTH", 30.3197, 120.1419, 0.022, "莫干山路", "湖墅南路", "石祥路", "登云路", "东新路"),
    XIHU("杭州市", "西湖区", "hangzhou", "WEST", 30.2794, 120.1130, 0.022, "文三路", "天目山路", "古墩路", "文二路", "学院路"),
    BINJIANG("杭州市", "滨江区", "hangzhou", "SOUTH", 30.2084, 120.2118, 0.018, "江南大道", "滨盛路", "网商路", "长河路", "滨安路"),
    XIAOSHAN("杭州市", "萧山区", "hangzhou", "SOUTH", 30.1853, 120.2644, 0.030, "市心中路", "金城路", "通惠中路", "建设一路", "人民路"),
    YUHANG("杭州市", "余杭区", "hangzhou", "WEST", 30.2830, 120.0060, 0.030, "文一西路", "五常大道", "高教路", "良睦路", "舒心路"),
    LINPING("杭州市", "临平区", "hangzhou", "NORTH", 30.4219, 120.2994, 0.024, "迎宾路", "南大街", "东湖北路", "望梅路"),
    QIANTANG("杭州市", "钱塘区", "hangzhou", "CENTRE", 30.3090, 120.3500, 0.026, "学林街", "文海南路", "金沙大道", "幸福南路"),
    FUYANG("杭州市", "富阳区", "hangzhou", "COUNTY", 30.0489, 119.9604, 0.020, "金桥北路", "富春街", "恩波大道"),
    LINAN("杭州市", "临安区", "hangzhou", "COUNTY", 30.2338, 119.7247, 0.018, "钱王街", "万马路", "苕溪南街"),
    TONGLU("杭州市", "桐庐县", "hangzhou", "COUNTY", 29.7933, 119.6915, 0.015, "迎春南路", "白云源路"),
    HAISHU("宁波市", "海曙区", "ningbo", "NINGBO", 29.8597, 121.5509, 0.018, "中山西路", "柳汀街", "药行街"),
    YINZHOU("宁波市", "鄞州区", "ningbo", "NINGBO", 29.8174, 121.5470, 0.022, "天童南路", "鄞县大道", "首南中路"),
    BEILUN("宁波市", "北仑区", "ningbo", "NINGBO", 29.8993, 121.8446, 0.024, "明州路", "新大路", "恒山路");

    private final String city;
    private final String nameZh;
    private final String branch;
    private final String territory;
    private final double latitude;
    private final double longitude;
    private final double spread;
    private final List<String> streets;

    District(String city, String nameZh, String branch, String territory, double latitude, double longitude, double spread,
            String... streets) {
        this.city = city;
        this.nameZh = nameZh;
        this.branch = branch;
        this.territory = territory;
        this.latitude = latitude;
        this.longitude = longitude;
        this.spread = spread;
        this.streets = List.of(streets);
    }

    public String city() {
        return city;
    }

    public String nameZh() {
        return nameZh;
    }

    public String branch() {
        return branch;
    }

    public String territory() {
        return territory;
    }

    public Place place(Dice dice) {
        String address = city + nameZh + dice.oneOf(streets) + dice.between(1, 899) + "号";
        return new Place(address, rounded(latitude + dice.between(-spread, spread)), rounded(longitude + dice.between(-spread, spread)));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 100_000) / 100_000.0;
    }

    /** An address with its position, WGS-84. */
    public record Place(String address, double latitude, double longitude) {
        public double kilometresTo(Place other) {
            double north = (latitude - other.latitude) * 111.2;
            double east = (longitude - other.longitude) * 111.2 * Math.cos(Math.toRadians(latitude));
            return Math.hypot(north, east);
        }
    }
}
