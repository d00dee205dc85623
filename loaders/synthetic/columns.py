"""The headings of all table files of the province, in the order of the columns."""

from typing import Final

# fmt: off
#: the SX list as the credit platform copies it (Chinese labels of the court site)
PLATFORM: Final = (
    "被执行人姓名/名称", "性别", "年龄", "身份证号码/组织机构代码", "法定代表人或者负责人姓名", "执行法院", "省份",
    "执行依据文号", "立案时间", "案号", "做出执行依据单位", "生效法律文书确定的义务", "被执行人的履行情况",
    "已履行部分", "未履行部分", "失信被执行人行为具体情形", "发布时间",
)
#: the SX list in the warehouse, `dw_zj_fzgg_sxbzxrxx`; the three rem_ columns and the last four are the exchange's own
WAREHOUSE: Final = (
    "dishonest_id", "executed_nm", "identi_id", "uni_social_crd_cd", "legal_repre", "gen", "birth_dt",
    "executed_nature", "fydm", "executed_court", "enforce_basis", "fil_dt", "case_no", "search_case_year",
    "search_case_no", "bzxrxh", "deci_executed_unit", "effect_doc_obli", "executed_perfor", "performed_part",
    "un_performed_part", "dishonest_behav", "publish_dt", "rem_event_dt", "rem_dt", "rem_rea", "交换开关",
    "数据汇总单位", "更新时间", "数据记录的增删改标志",
)
#: 终本 records with Chinese labels, and the same under the pinyin initials of the court site
TERMINATED: Final = (
    "被执行人姓名/名称", "性别", "身份证号码/组织机构代码", "案号", "执行法院", "立案时间", "终本日期", "执行标的",
    "未履行金额",
)
TERMINATED_PINYIN: Final = (
    "xm", "xb", "sfzhm", "ah", "zxfymc", "larq", "jarq", "sqzxbdje", "swzxbdje",
)
#: agencies that use the hub
AGENCY: Final = (
    "agency_id", "name", "role", "area_code", "court_code", "credit_code", "valid_from", "valid_to",
)
#: government bodies
BODY: Final = (
    "机构名称", "统一社会信用代码", "机构类别", "上级主管部门", "上级统一社会信用代码", "所属区划", "曾用名",
    "负责人", "有效期自", "有效期至",
)
#: market entities, `dw_zj_scjdgl_scztxx`
ENTERPRISE: Final = (
    "main_identi_id", "reg_org", "comp_type", "reg_state", "uni_social_crd_cd", "comp_nm", "former_nm", "addr",
    "tel", "legal_repre", "reg_capt", "capt_kind", "opt_scop", "reg_no", "appr_dt", "est_dt", "opt_from", "opt_to",
    "domdi_strict",
)
#: the serious-dishonesty list, `dw_zj_scjdgl_yzwfsx`
DISHONESTY: Final = (
    "ill_comp_id", "comp_name", "uni_social_crd_cd", "reg_no", "pripid", "abn_tm", "serill_rea", "decorg_org",
    "rem_dt", "rem_excpres_rea", "recorg_ogr", "dsc_city", "dsc_adm_region",
)
#: automatic-performance certificates (自动履行证明书)
CERTIFICATE: Final = (
    "证明书编号", "案号", "主体名称", "主体类别", "统一社会信用代码/身份证号", "法律文书号", "履行完毕日期",
    "履行金额(元)", "减免诉讼费(元)", "出具法院", "出具日期", "是否撤销",
)
#: the honest-performance list (诚信履行名单)
HONEST: Final = (
    "名单批次号", "主体类别", "主体名称", "统一社会信用代码/身份证号", "案号", "案由", "法律文书号", "履行完毕日期",
    "履行金额(元)", "自动履行证明书编号", "出具法院", "列入日期", "有效期至", "移出日期", "移出原因",
    "所属镇(街道)", "是否同意公开", "备注",
)
# fmt: on
