"""Where the synthetic province lies: the pilot regions, their courts and towns (real codes), and the bodies in them.

Places and courts are public facts; everything that could be mistaken for somebody (bodies, firms, people) carries 示例
or an artificial name.
"""

from __future__ import annotations

from typing import NamedTuple

from loaders.synthetic.dice import weighed


class Court(NamedTuple):
    """A court as its own and other people's data write it."""

    #: full name, with city
    name: str
    #: name without the city prefix, as many feeds write it
    short: str
    #: court code of case numbers since 2016 (法院代字)
    code: str
    #: what stood before 字 in its numbers until 2015
    old: str
    #: numeric code of the case system (fydm)
    number: str


class Region(NamedTuple):
    """One pilot county with the courts that sit over it."""

    #: division code, 6 digits
    area: str
    #: short name of the province, as `areaName` writes it
    province: str
    #: full place name, used in names of firms
    place: str
    #: place name without the city
    short: str
    #: basic court first, then the intermediate one
    courts: tuple[Court, Court]
    #: town and zone codes with names
    towns: tuple[tuple[str, str], ...]


ZHENHAI = Region(
    "330211", "浙江", "宁波市镇海区", "镇海区",
    (
        Court("宁波市镇海区人民法院", "镇海区人民法院", "浙0211", "甬镇执民", "1320"),
        Court("浙江省宁波市中级人民法院", "宁波市中级人民法院", "浙02", "浙甬执民", "1315"),
    ),
    (
        ("330211001", "招宝山街道"), ("330211002", "蛟川街道"), ("330211003", "骆驼街道"), ("330211004", "庄市街道"),
        ("330211005", "贵驷街道"), ("330211100", "澥浦镇"), ("330211101", "九龙湖镇"),
        ("330211Z01", "宁波石化区"), ("330211Z02", "宁波市大学科技园"),
    ),
)  # fmt: skip
YUBEI = Region(
    "500112", "重庆", "重庆市渝北区", "渝北区",
    (
        Court("重庆市渝北区人民法院", "渝北区人民法院", "渝0112", "渝北法民执", "2212"),
        Court("重庆市第一中级人民法院", "重庆市第一中级人民法院", "渝01", "渝一中法民执", "2210"),
    ),
    (
        ("500112002", "双龙湖街道"), ("500112004", "回兴街道"), ("500112007", "鸳鸯街道"), ("500112016", "两路街道"),
        ("500112017", "双凤桥街道"), ("500112131", "龙兴镇"), ("500112133", "统景镇"), ("500112144", "洛碛镇"),
        ("500112Z01", "仙桃国际大数据谷"),
    ),
)  # fmt: skip
LICHENG = Region(
    "350502", "福建", "泉州市鲤城区", "鲤城区",
    (
        Court("泉州市鲤城区人民法院", "鲤城区人民法院", "闽0502", "鲤执", "1502"),
        Court("福建省泉州市中级人民法院", "泉州市中级人民法院", "闽05", "泉执", "1500"),
    ),
    (
        ("350502001", "海滨街道"), ("350502002", "临江街道"), ("350502003", "鲤中街道"), ("350502004", "开元街道"),
        ("350502005", "浮桥街道"), ("350502006", "江南街道"), ("350502007", "金龙街道"), ("350502008", "常泰街道"),
    ),
)  # fmt: skip
YANJI = Region(
    "222401", "吉林", "延吉市", "延吉市",
    (
        Court("吉林省延吉市人民法院", "延吉市人民法院", "吉2401", "延执", "0675"),
        Court("吉林省延边朝鲜族自治州中级人民法院", "延边朝鲜族自治州中级人民法院", "吉24", "延中执", "0670"),
    ),
    (
        ("222401001", "进学街道"), ("222401002", "北山街道"), ("222401003", "新兴街道"), ("222401004", "公园街道"),
        ("222401005", "河南街道"), ("222401006", "建工街道"), ("222401100", "小营镇"), ("222401101", "依兰镇"),
        ("222401Z01", "延吉高新技术产业开发区"),
    ),
)  # fmt: skip

REGIONS = (ZHENHAI, YUBEI, LICHENG, YANJI)
#: regions by their share of the listings
BY_WEIGHT = weighed((ZHENHAI, 35), (YUBEI, 35), (LICHENG, 20), (YANJI, 10))
#: counties that people moved in from; 510224 is a code that ended in 1994
ELSEWHERE = ("330212", "500103", "350582", "222403", "340104", "411002", "510224")
#: the prefecture above Yanji has bodies of its own
YANBIAN = ("222400", "延边朝鲜族自治州")
