"""Absolute dates in languages without a rule file: [spans] and values, and words that are no months."""

import pytest

from timeline import dates

TABLE = """
ru | Переговоры прошли в [среду, 28 февраля 2019] года. | 2019-02-28
ru | Это было в [сентябре 2018] года. | 2018-09
ru | Мост открыли в [мае 1961], а закрыли [июнем 2004]. | 1961-05 2004-06
ru | Указ от [9-го мая 1945] года. | 1945-05-09
ru | Отчёт от [19.09.2018] и [2018-09-20]. | 2018-09-19 2018-09-20
ru | [Март 2018] года был холодным. | 2018-03
ru | Он ушёл в марте. Январский снег. Августин 2018 | -
pl | Umowę podpisano w [środę, 19 września 2018] roku. | 2018-09-19
pl | Stało się to we [wrześniu 2018]. | 2018-09
pl | Wojna skończyła się w [maju 1945]. | 1945-05
pl | Rozmowy odbyły się [28 lutego 2019] roku. | 2019-02-28
pl | Termin: [19.09.2018]. | 2018-09-19
pl | Przed [listopadem 1989] nikt tego nie mówił. | 1989-11
pl | Majówka 2018 była udana, lip 2018 też. Marsz 2018. | -
cs | Most otevřeli [19. září 2018]. | 2018-09-19
cs | Stalo se to v [září 2018]. | 2018-09
cs | Sešli se ve [středu 19. září 2018]. | 2018-09-19
cs | Před [květnem 2018] bylo ticho. | 2018-05
cs | Podepsáno [19. 9. 2018] v Brně. | 2018-09-19
cs | Zima trvala od [ledna 2019] do [března 2019]. | 2019-01 2019-03
cs | Květina 2018, led 2018 a srpek 2018. | -
fi | Silta avattiin [19. syyskuuta 2018]. | 2018-09-19
fi | Se tapahtui [syyskuussa 2018]. | 2018-09
fi | Kokous oli [keskiviikkona 19. syyskuuta 2018]. | 2018-09-19
fi | Vuosi alkoi [tammikuun 2019] lumella. | 2019-01
fi | Päiväys [19.9.2018]. | 2018-09-19
fi | Toukokuu oli lämmin, maali 2018 ei. | -
hu | A hidat [2018. szeptember 9-én] nyitották meg. | 2018-09-09
hu | A levél kelte [2018. szeptember 19]. | 2018-09-19
hu | Az ülés [2018 szeptemberében] volt. | 2018-09
hu | Ez [2018. május] végén történt. | 2018-05
hu | Budapest, [2018. 09. 19]. | 2018-09-19
hu | Először [2019. március 3-án], majd [2020. január 5-én]. | 2019-03-03 2020-01-05
hu | A márciusi hó elolvadt. | -
tr | Köprü [Eylül 2018]'de açıldı. | 2018-09
tr | Anlaşma [19 Eylül 2018]'de imzalandı. | 2018-09-19
tr | Toplantı [5 Mart 2018] tarihinde yapıldı. | 2018-03-05
tr | Kar [Ocak 2019] boyunca yağdı. | 2019-01
tr | Tarih: [19.09.2018]. | 2018-09-19
tr | Martı 2018, ocak başında. | -
el | Η συμφωνία υπογράφηκε στις [19 Σεπτεμβρίου 2018]. | 2018-09-19
el | Έγινε τον [Σεπτέμβριο του 2018]. | 2018-09
el | Άρχισε τον [Μάιο 2018]. | 2018-05
el | Τελείωσε τον [Μάρτιο 2019]. | 2019-03
el | Την [Τετάρτη, 19 Σεπτεμβρίου 2018] έβρεχε. | 2018-09-19
el | Ο Αύγουστος ήταν ζεστός. | -
uk | Міст відкрили [19 вересня 2018] року. | 2018-09-19
uk | Це було у [вересні 2018] року. | 2018-09
uk | Зустріч у [лютому 2019] скасували. | 2019-02
uk | Сніг розтанув у [березні 2019]. | 2019-03
uk | Дата: [19.09.2018]. | 2018-09-19
uk | Липа цвіла, трав 2018 було мало. | -
sv | Bron öppnades [onsdagen den 19 september 2018]. | 2018-09-19
sv | Det hände i [september 2018]. | 2018-09
sv | Möte den [12 juni 2018] i Singapore. | 2018-06-12
sv | Daterat [2018-09-19]. | 2018-09-19
sv | Snön föll i [januari 2019]. | 2019-01
sv | Junior 2018, Augustin 2018, marsch 2018 och Julian 2018. | -
da | Broen åbnede [onsdag den 19. september 2018]. | 2018-09-19
da | Det skete i [maj 2018]. | 2018-05
da | Aftalen af [5. marts 2019] gælder. | 2019-03-05
da | Dato: [27/2/2019] og [3/4/2019]. | 2019-02-27 2019-04-03
da | Sneen faldt i [januar 2019]. | 2019-01
da | Marsken 2018 og juletræet 2018. | -
no | Broen åpnet [onsdag 19. september 2018]. | 2018-09-19
no | Krigen sluttet i [mai 1945]. | 1945-05
no | Avtalen av [5. mars 2019] gjelder. | 2019-03-05
no | Snøen falt i [januar 2019]. | 2019-01
no | Dato: [19.09.2018]. | 2018-09-19
no | Juniormesterskapet 2018 og desembermorgen 2018. | -
ro | Podul s-a deschis [miercuri, 19 septembrie 2018]. | 2018-09-19
ro | S-a întâmplat în [septembrie 2018]. | 2018-09
ro | Unirea de la [1 decembrie 1918]. | 1918-12-01
ro | Din [mai 2018] nu mai plouă. | 2018-05
ro | Data: [19.09.2018]. | 2018-09-19
ro | Iulian 2018 și Augustin 2018. | -
hr | Most je otvoren u [srijedu, 19. rujna 2018]. godine. | 2018-09-19
hr | To se dogodilo u [rujnu 2018]. | 2018-09
hr | Ugovor od [5. ožujka 2019]. | 2019-03-05
hr | Snijeg je pao u [siječnju 2019]. | 2019-01
hr | Datum: [19. 9. 2018]. | 2018-09-19
hr | Svi 2018, lip 2018 i ruj 2018. | -
sr | Мост је отворен [19. октобра 2018]. | 2018-10-19
sr | То је било у [септембру 2018]. године. | 2018-09
sr | Рат је завршен у [мају 1945]. | 1945-05
sr | Снег је пао у [јануару 2019]. | 2019-01
sr | Уговор од [5. марта 2019]. | 2019-03-05
zh | 大桥于[2018年9月19日]开通。 | 2018-09-19
zh | 这是[2018年9月]的事。 | 2018-09
zh | 会议从[2019年2月27日]到[2019年2月28日]。 | 2019-02-27 2019-02-28
zh | 日期：[2018-09-19]。 | 2018-09-19
zh | [1945年 8月 15日]战争结束。 | 1945-08-15
zh | 九月的天气很好，9月19日下雨。 | -
ja | 橋は[2018年9月19日]に開通した。 | 2018-09-19
ja | それは[2018年9月]のことだ。 | 2018-09
ja | 会談は[2019年2月27日]から[2019年2月28日]まで。 | 2019-02-27 2019-02-28
ja | 日付：[2018/09/19] | 2018-09-19
ja | [1945年8月15日]に戦争が終わった。 | 1945-08-15
ja | 9月は暑かった。2018年13月 | -
ko | 다리는 [2018년 9월 19일]에 개통되었다. | 2018-09-19
ko | [2018년 9월]의 일이다. | 2018-09
ko | [1945년 8월 15일] 전쟁이 끝났다. | 1945-08-15
ko | 회의는 [2019년 2월 27일]과 [2019년 2월 28일]에 열렸다. | 2019-02-27 2019-02-28
ko | 날짜: [2018. 9. 19]. | 2018-09-19
ko | 9월은 더웠다. | -
bg | Мостът беше открит на [19 септември 2018] г. | 2018-09-19
sk | Stalo sa to v [septembri 2018] a v [máji 2019]. | 2018-09 2019-05
sl | Most so odprli [19. septembra 2018], zaprli [maja 2019]. | 2018-09-19 2019-05
et | Sild avati [19. septembril 2018] ja suleti [mais 2019]. | 2018-09-19 2019-05
lt | Tiltas atidarytas [2018 m. rugsėjo 19] d. | 2018-09-19
ca | El pont es va obrir el [19 de setembre de 2018]. | 2018-09-19
id | Perang berakhir [17 Agustus 1945]. | 1945-08-17
"""

ROWS = [[part.strip() for part in line.split(" | ")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("language, text, values", ROWS)
def test_row(language, text, values):
    pieces = text.replace("]", "[").split("[")
    found = [(m.text, m.value, m.rule) for m in dates.tag("".join(pieces), "2019-03-01", language)]
    expected = zip(pieces[1::2], values.split() if values != "-" else (), strict=True)
    assert found == [(words, value, "dateparser") for words, value in expected]


def test_many_languages_have_five_dates_or_more():
    languages = [row[0] for row in ROWS if row[2] != "-" for _ in row[2].split()]
    assert sum(languages.count(code) >= 5 for code in set(languages)) >= 16


NO_DATE = ["31 februari 2019", "september 3018", "12345 september 20181", "version 1.2.2018.4", "http://x.org/2018/september/2018-09-19", "@september 2018x", "0 juni", "19.13.2018", "2018-13-01", "september"]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_is_not_found(text):
    assert dates.tag(text, "2019-03-01", "sv") == []


@pytest.mark.parametrize("unit", ["september ", "19 ", "19. ", "2018 ", "2018. szeptember ", "9-én ", "2018年", "den ", "1.2.", "onsdag den ", "september.", "г "])
@pytest.mark.parametrize("language", ["sv", "hu", "ru", "zh"])
def test_endless_repetition_is_survived(unit, language):
    text = unit * (30_000 // len(unit))
    assert all(text[m.start:m.end] == m.text for m in dates.tag(text, "2019-03-01", language))


def test_a_numeric_date_keeps_its_other_reading():
    [m] = dates.tag("Mødet er den 3/4/2019.", "2019-03-01", "da")
    assert (m.value, m.alternatives[0].value) == ("2019-04-03", "2019-03-04")
