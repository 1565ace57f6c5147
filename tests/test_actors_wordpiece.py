"""Pieces of words: a table of what the reference implementation of BERT's tokenizer gives, and laws for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.actors.neural import FOLDER
from timeline.actors.wordpiece import LONGEST_WORD, SHORT, WordPiece

WORDPIECE = WordPiece.from_file(FOLDER / "vocab.txt")
NAME = {number: piece for piece, number in WORDPIECE.number.items()}

# text, then piece@word:start-end for each piece
TABLE = [
    ("Kim Jong-un met Trump.", "kim@0:0-3 jong@1:4-8 -@2:8-9 un@3:9-11 met@4:12-15 trump@5:16-21 .@6:21-22"),
    ("the Bundesbank's governor", "the@0:0-3 bun@1:4-7 ##des@1:7-10 ##bank@1:10-14 '@2:14-15 s@3:15-16 governor@4:17-25"),
    ("U.S. 5,000 $3.50 a_b @x #y", "u@0:0-1 .@1:1-2 s@2:2-3 .@3:3-4 5@4:5-6 ,@5:6-7 000@6:7-10 $@7:11-12 3@8:12-13 .@9:13-14 50@10:14-16 a@11:17-18 _@12:18-19 b@13:19-20 @@14:21-22 x@15:22-23 #@16:24-25 y@17:25-26"),
    ("", ""),
    ("   \t\n", ""),
    ("x\xa0y\u2009z\u3000w\u2028v", "x@0:0-1 y@1:2-3 z@2:4-5 w@3:6-7 v@4:8-9"),
    ("İstanbul İİ", "istanbul@0:0-8 ii@1:9-11"),
    ("Élysée", "ely@0:0-3 ##see@0:3-6"),
    ("E\u0301lyse\u0301e", "ely@0:0-4 ##see@0:4-8"),
    ("\u0301a", "a@0:1-2"),
    ("a\u0301\u0323\u0327 b", "a@0:0-1 b@1:5-6"),
    ("ﬁnance ﬂ", "ﬁ@0:0-1 ##nan@0:1-4 ##ce@0:4-6 ﬂ@1:7-8"),
    ("STRASSE Straße ẞ", "st@0:0-2 ##ras@0:2-5 ##se@0:5-7 st@1:8-10 ##raße@1:10-14 ß@2:15-16"),
    ("Σίσυφος ΣΑΣ", "σ@0:0-1 ##ι@0:1-2 ##σ@0:2-3 ##υ@0:3-4 ##φ@0:4-5 ##ος@0:5-7 σ@1:8-9 ##α@1:9-10 ##σ@1:10-11"),
    ("K 5Å", "k@0:0-1 5@1:2-3 ##a@1:3-4"),
    ("ǅ ŉ", "[UNK]@0:0-1 [UNK]@1:2-3"),
    ("naïve—“quoted”… ‘so’", "naive@0:0-5 —@1:5-6 “@2:6-7 quoted@3:7-13 ”@4:13-14 …@5:14-15 ‘@6:16-17 so@7:17-19 ’@8:19-20"),
    ("€5 £7 ¥9", "€@0:0-1 ##5@0:1-2 £@1:3-4 ##7@1:4-5 ¥@2:6-7 ##9@2:7-8"),
    ("½ ² ™ ©", "½@0:0-1 ²@1:2-3 ™@2:4-5 ©@3:6-7"),
    ("😀 party", "[UNK]@0:0-1 party@1:2-7"),
    ("👩\u200d👩\u200d👧 x", "[UNK]@0:0-5 x@1:6-7"),
    ("🇺🇸!", "[UNK]@0:0-2 !@1:2-3"),
    ("a\x00b c\ufffdd", "ab@0:0-3 cd@1:4-7"),
    ("\ufeffBOM soft\xadhyphen", "bo@0:1-3 ##m@0:3-4 soft@1:5-9 ##hy@1:10-12 ##ph@1:12-14 ##en@1:14-16"),
    ("tab\x0bfeed\x0c\x1cend\x85", "tab@0:0-3 ##fe@0:4-6 ##ede@0:6-11 ##nd@0:11-13"),
    ("中国 abc中def", "中@0:0-1 国@1:1-2 abc@2:3-6 中@3:6-7 def@4:7-10"),
    ("\uf900㐀", "[UNK]@0:0-1 [UNK]@1:1-2"),
    ("日本語カタカナ", "日@0:0-1 本@1:1-2 語@2:2-3 カ@3:3-4 ##タ@3:4-5 ##カ@3:5-6 ##ナ@3:6-7"),
    ("한국 가", "ᄒ@0:0-1 ##ᅡ@0:0-1 ##ᆫ@0:0-1 ##ᄀ@0:1-2 ##ᅮ@0:1-2 ##ᆨ@0:1-2 ᄀ@1:3-4 ##ᅡ@1:3-4"),
    ("שלום ע\u05b4ב\u05b0ר\u05b4ית", "ש@0:0-1 ##ל@0:1-2 ##ו@0:2-3 ##ם@0:3-4 ע@1:5-6 ##ב@1:7-8 ##ר@1:9-10 ##י@1:11-12 ##ת@1:12-13"),
    ("محمد الع\u064eرب", "م@0:0-1 ##ح@0:1-2 ##م@0:2-3 ##د@0:3-4 ا@1:5-6 ##ل@1:6-7 ##ع@1:7-8 ##ر@1:9-10 ##ب@1:10-11"),
    ("\u202eabc\u202c", "abc@0:1-4"),
    ("हिंदी का", "ह@0:0-1 ##ि@0:1-2 ##द@0:3-4 ##ी@0:4-5 क@1:6-7 ##ा@1:7-8"),
    ("தமிழ\u0bcd", "[UNK]@0:0-4"),
    ("ไทย", "[UNK]@0:0-3"),
    ("Путин й Ёлка", "п@0:0-1 ##у@0:1-2 ##т@0:2-3 ##и@0:3-4 ##н@0:4-5 и@1:6-7 е@2:8-9 ##л@2:9-10 ##ка@2:10-12"),
    ("𝕋𝕣𝕦𝕞𝕡", "[UNK]@0:0-5"),
    ("[CLS] a [SEP]b", "[CLS]@0:0-5 a@1:6-7 [SEP]@2:8-13 b@3:13-14"),
    ("[unused1] [cls] [ UNK]", "[@0:0-1 unused@1:1-7 ##1@1:7-8 ]@2:8-9 [@3:10-11 cl@4:11-13 ##s@4:13-14 ]@5:14-15 [@6:16-17 un@7:18-20 ##k@7:20-21 ]@8:21-22"),
    ("##ing ##", "#@0:0-1 #@1:1-2 ing@2:2-5 #@3:6-7 #@4:7-8"),
    ("≠ ≮ \u037e a≠b", "=@0:0-1 <@1:2-3 ;@2:4-5 a@3:6-7 =@4:7-8 b@5:8-9"),
    ("a\u1734b c᙭d", "ab@0:0-3 c@1:4-5 [UNK]@2:5-6 d@3:6-7"),
    ("a⹃b c\u08d4d", "[UNK]@0:0-3 [UNK]@1:4-7"),
    ("x\ue000y\U000f0000z", "x@0:0-1 ##y@0:2-3 ##z@0:4-5"),
    ("1234567890123 1990s", "123@0:0-3 ##45@0:3-5 ##6@0:5-6 ##7@0:6-7 ##8@0:7-8 ##90@0:8-10 ##12@0:10-12 ##3@0:12-13 1990s@1:14-19"),
    ("pneumonoultramicroscopic", "p@0:0-1 ##ne@0:1-3 ##um@0:3-5 ##ono@0:5-8 ##ult@0:8-11 ##ram@0:11-14 ##ic@0:14-16 ##ros@0:16-19 ##copic@0:19-24"),
    ("''", "'@0:0-1 '@1:1-2"),
    ("wasn't O'Neill", "wasn@0:0-4 '@1:4-5 t@2:5-6 o@3:7-8 '@4:8-9 neill@5:9-14"),
]  # fmt: skip


def written(text: str) -> str:
    pieces = WORDPIECE.read(text)
    return " ".join(f"{NAME[i]}@{word}:{a}-{b}" for i, (a, b), word in zip(*pieces))


@pytest.mark.parametrize(("text", "pieces"), TABLE, ids=range(len(TABLE)))
def test_the_pieces_are_those_of_the_reference(text, pieces):
    assert written(text) == pieces


@pytest.mark.parametrize(("text", "pieces"), TABLE, ids=range(len(TABLE)))
def test_a_text_has_the_same_pieces_far_into_another(text, pieces):
    before = "a " * 50
    ids, offsets, words = WORDPIECE.read(before + text)
    alone = WORDPIECE.read(text)
    assert ids[50:] == alone.ids
    assert [(a - 100, b - 100) for a, b in offsets[50:]] == alone.offsets
    assert [word - 50 for word in words[50:]] == alone.words


def test_the_vocabulary_is_that_of_the_network():
    assert len(WORDPIECE.number) == 30522
    assert [WORDPIECE.number[p] for p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the")] == [0, 100, 101, 102, 103, 1996]


def test_a_word_that_is_too_long_is_unknown():
    assert written("a" * LONGEST_WORD + " b").count("[UNK]") == 0
    assert written("a" * (LONGEST_WORD + 1) + " b") == f"[UNK]@0:0-{LONGEST_WORD + 1} b@1:{LONGEST_WORD + 2}-{LONGEST_WORD + 3}"
    assert written("e\u0301" * LONGEST_WORD).count("[UNK]") == 0, "accents do not count"


def test_what_is_remembered_is_what_is_cut_anew():
    for text, _ in TABLE:
        first = WORDPIECE.read(text)
        assert WORDPIECE.read(text) == first == WordPiece(list(WORDPIECE.number)).read(text)
    assert WORDPIECE._remembered.cache_info().maxsize is not None
    kept = WORDPIECE._remembered.cache_info().currsize
    WORDPIECE.read("q" * (SHORT + 1))
    assert WORDPIECE._remembered.cache_info().currsize == kept


def test_lone_surrogates_are_nothing():
    assert written("a\ud800b \udfff c") == "ab@0:0-3 c@1:6-7"


CHARACTERS = st.one_of(
    st.characters(), st.characters(codec=None, categories=["Cs", "Mn", "Mc", "Cf", "Cc", "Co"]), st.sampled_from("aé’. \n中한İﬁ[]#\0\u0301\u200d"),
)  # fmt: skip


@given(st.one_of(st.text(CHARACTERS), st.lists(st.sampled_from([t for t, _ in TABLE])).map("".join)))
def test_any_text_has_pieces_in_order(text):
    ids, offsets, words = WORDPIECE.read(text)
    assert len(ids) == len(offsets) == len(words)
    assert all(i in NAME for i in ids)
    assert all(0 <= a < b <= len(text) for a, b in offsets)
    for (a, b), (c, d), one, other in zip(offsets, offsets[1:], words, words[1:]):
        assert a <= c and b <= d and other - one in (0, 1)
        assert b <= c or one == other and b == c + 1, "only pieces of one character overlap"
    assert sorted(set(words)) == list(range(len(set(words))))


@given(st.text(CHARACTERS), st.text(CHARACTERS))
def test_a_space_parts_texts(one, other):
    both, first, second = WORDPIECE.read(f"{one} {other}"), WORDPIECE.read(one), WORDPIECE.read(other)
    assert both.ids == first.ids + second.ids
    assert both.offsets == first.offsets + [(a + len(one) + 1, b + len(one) + 1) for a, b in second.offsets]


@pytest.mark.parametrize(
    "unit", ["x", "x1", "e\u0301", "\u0301", "\0", "\ud800", "😀\u200d", "ש", "中", "한", "[", "[SEP", "##", "İ", "a.", " ", "ab " ],
)  # fmt: skip
def test_the_time_grows_with_the_length(unit):
    started = time.process_time()
    _, offsets, _ = WORDPIECE.read(unit * (300_000 // len(unit)))
    assert time.process_time() - started < 5
    assert not offsets or offsets[-1][1] <= 300_000
