package org.firstfix.integration.domain;

import static org.firstfix.integration.domain.ImportField.optional;
import static org.firstfix.integration.domain.ImportField.required;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be taken in, in the order in which a new house takes it in: each kind names things of the kinds before. */
public enum ImportKind {
    ACCOUNTS(
            optional("number", 40, "customer number", "账号编号", "客户编号"),
            required("name", 200, "customer", "customer name", "account", "account name", "客户", "客户名称"),
            optional("shortName", 100, "short"),
            optional("tier", 40, "customer tier", "客户等级"),
            optional("language", 20),
            optional("industry", 100),
            optional("orgUnit", 60, "org unit", "org_unit_code", "organisation unit code", "机构代码", "branch", "分支机构", "网点"),
            optional("parentAccount", 200, "parent", "parent number", "母公司", "上级")),
    SITES(
            optional("number", 40, "site number", "站点编号", "地点编号"),
            required("account", 200, "customer", "customer name", "account name", "account number", "客户名称", "客户编号"),
            required("name", 200, "site", "site name", "站点", "站点名称", "地点", "地点名称"),
            optional("address", 400),
            optional("city", 100),
            optional("district", 100),
            optional("zone", 60, "time zone", "timezone"),
            optional("latitude", 30, "lat"),
            optional("longitude", 30, "lon", "lng"),
            optional("accessNotes", 1000, "access"),
            optional("orgUnit", 60, "org unit", "org_unit_code", "organisation unit code", "机构代码", "branch", "分支机构", "网点")),
    CONTACTS(
            required("account", 200, "customer", "customer name", "account name", "account number", "客户名称", "客户编号"),
            required("name", 100, "contact", "contact name", "联系人"),
            optional("site", 200, "site name", "站点名称", "地点", "地点名称"),
            optional("jobTitle", 100, "title", "职位"),
            optional("position", 40),
            optional("phone", 40, "telephone", "固定电话"),
            optional("mobile", 40, "cell", "手机号"),
            optional("email", 254, "mail", "e-mail", "电子邮件"),
            optional("preferredChannel", 40, "channel"),
            optional("language", 20)),
    ASSETS(
            required("serial", 100, "serial number", "sn", "s/n", "序列号"),
            required("model", 100, "machine model", "model code", "machine type", "机型", "型号代码"),
            required("account", 200, "customer", "customer name", "account name", "account number", "客户名称", "客户编号"),
            required("site", 200, "site name", "site number", "站点名称", "地点", "地点名称"),
            optional("importance", 40),
            optional("usedFor", 400, "use", "purpose"),
            optional("location", 200, "rack", "机柜"),
            optional("firmware", 100, "microcode", "微码"),
            optional("operatingSystem", 100, "os"),
            optional("patchLevel", 100, "patch"),
            optional("installedOn", 40, "installed", "installation date"),
            optional("warrantyStart", 40, "warranty from"),
            optional("warrantyEnd", 40, "warranty until", "warranty", "保修期至")),
    CONTRACTS(
            optional("number", 60, "contract number", "contract", "合同号"),
            required("account", 200, "customer", "customer name", "account name", "account number", "客户名称", "客户编号"),
            optional("title", 200, "subject"),
            required("startsOn", 40, "start", "from", "valid from", "开始日期"),
            required("endsOn", 40, "end", "until", "valid until", "结束日期"),
            required("coverageCode", 40, "coverage", "service level", "服务级别"),
            optional("covers", 40, "scope"),
            optional("serial", 100, "serial number", "asset", "sn"),
            optional("site", 200, "site name", "site number", "站点名称", "地点", "地点名称"),
            optional("family", 100, "product family"),
            optional("specialTerms", 2000, "terms", "特别条款")),
    SYMPTOMS(
            required("code", 60),
            optional("parentCode", 60, "parent", "上级"),
            optional("nameZh", 200, "中文名称"),
            optional("nameEn", 200, "英文名称"),
            optional("families", 2000),
            optional("active", 20)),
    CAUSES(
            required("code", 60),
            optional("parentCode", 60, "parent", "上级"),
            optional("nameZh", 200, "中文名称"),
            optional("nameEn", 200, "英文名称"),
            optional("families", 2000),
            optional("partKinds", 2000, "parts", "备件"),
            optional("active", 20)),
    REMEDIES(
            required("code", 60),
            optional("nameZh", 200, "中文名称"),
            optional("nameEn", 200, "英文名称"),
            optional("causes", 2000, "cause", "原因"),
            optional("partKinds", 2000, "parts", "备件"),
            optional("families", 2000),
            optional("minutes", 20, "time"),
            optional("active", 20)),
    FAULT_LINES(
            required("code", 60),
            optional("family", 100),
            optional("model", 100),
            optional("wordsZh", 500, "中文现象"),
            optional("wordsEn", 500, "英文现象"),
            optional("symptomCode", 60),
            optional("causeCode", 60, "cause", "原因"),
            optional("partKinds", 2000, "parts", "备件"),
            optional("weight", 20),
            optional("source", 300, "manual", "手册"),
            optional("active", 20)),
    PAST_CASES(
            required("reportedOn", 40, "date", "reported", "reported at", "报修时间", "日期"),
            optional("closedOn", 40, "closed", "closed at"),
            required("account", 200, "customer", "customer name", "account name", "account number", "客户名称", "客户编号"),
            optional("site", 200, "site name", "站点名称", "地点", "地点名称"),
            optional("model", 100, "machine model", "model code", "machine type", "机型", "型号代码"),
            optional("serial", 100, "serial number", "sn", "序列号"),
            optional("symptomZh", 1000, "symptom", "故障现象", "现象"),
            optional("symptomEn", 1000),
            optional("causeZh", 1000, "cause", "故障原因", "原因"),
            optional("causeEn", 1000),
            optional("resolution", 2000, "solution", "处理方法"));

    private final List<ImportField> fields;

    ImportKind(ImportField... fields) {
        this.fields = List.of(fields);
    }

    public List<ImportField> fields() {
        return fields;
    }

    public Optional<ImportField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    public static Optional<ImportKind> find(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
