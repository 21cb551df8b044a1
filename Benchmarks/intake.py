"""Exports for the stage that reads: twenty columns of every kind, as offices and forms write them."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from pathlib import Path

from peers import Answer

PROGRAMME = """\
programme: bench-intake
kind: pairs
name: {ja: 読み込み, en: reading}
people:
  volunteer: {label: {ja: ボランティア, en: volunteer}, id: [volunteer_id]}
  resident: {label: {ja: 住民, en: resident}, id: [住民ID]}
vocabularies:
  genders:
    female: {ja: 女, en: woman}
    male: {ja: 男, en: man}
    unsaid: {ja: 回答しない, en: not said}
  prefectures:
    tokyo: {ja: 東京都, en: Tokyo}
    kanagawa: {ja: 神奈川県, en: Kanagawa}
    saitama: {ja: 埼玉県, en: Saitama}
  languages:
    ja: {ja: 日本語, en: Japanese}
    en: {ja: 英語, en: English}
    ne: {ja: ネパール語, en: Nepali}
  interests:
    cooking: {ja: 料理, en: cooking}
    walking: {ja: 散歩, en: walks}
    anime: {ja: アニメ, en: anime}
    music: {ja: 音楽, en: music}
    films: {ja: 映画, en: films}
    reading: {ja: 読書, en: reading}
    sports: {ja: スポーツ, en: sports}
    travel: {ja: 旅行, en: travel}
fields:
  gender: {kind: category, vocabulary: genders, label: {ja: 性別, en: gender}, volunteer: [gender], resident: [性別]}
  name: {kind: text, label: {ja: 氏名, en: name}, resident: [氏名]}
  kana: {kind: text, label: {ja: フリガナ, en: kana}, resident: [フリガナ]}
  birth: {kind: date, label: {ja: 生年月日, en: birth}, resident: [生年月日]}
  applied: {kind: date, label: {ja: 申込日, en: applied}, resident: [申込日]}
  prefecture: {kind: category, vocabulary: prefectures, label: {ja: 都道府県, en: prefecture}, resident: [都道府県]}
  address: {kind: text, label: {ja: 住所, en: address}, resident: [住所]}
  phone: {kind: text, label: {ja: 電話, en: phone}, resident: [電話]}
  mail: {kind: text, label: {ja: メール, en: mail}, resident: [メール]}
  household: {kind: number, suffix: 人, label: {ja: 人数, en: household}, resident: [人数]}
  age: {kind: number, suffix: 歳, label: {ja: 年齢, en: age}, resident: [年齢]}
  joins: {kind: flag, label: {ja: 参加希望, en: joins}, resident: [参加希望]}
  online: {kind: flag, label: {ja: オンライン可, en: online}, resident: [オンライン可]}
  car: {kind: flag, label: {ja: 車, en: car}, resident: [車]}
  interests: {kind: tags, vocabulary: interests, label: {ja: 趣味, en: interests}, resident: [趣味]}
  languages: {kind: levelled-tags, vocabulary: languages, levels: cefr, label: {ja: 言語, en: languages}, resident: [言語]}
  free_time: {kind: weekly, label: {ja: 空き時間, en: free time}, resident: [空き時間]}
  meetings: {kind: number, label: {ja: 回数, en: meetings}, volunteer: [meetings], resident: [回数]}
  notes: {kind: text, label: {ja: 備考, en: notes}, resident: [備考]}
rules:
  - never-again: true
criteria:
  meetings: {measure: gap, field: meetings, full-at: 0, zero-at: 3, weight: 1}
limits:
  capacity: {volunteer: 1, resident: 1}
goals: [most-pairs]
"""

HEADERS = "住民ID,氏名,フリガナ,性別,生年月日,申込日,都道府県,住所,電話,メール,人数,年齢,参加希望,オンライン可,車,趣味,言語,空き時間,回数,備考"
FAMILIES = "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田".split()
GIVEN = "花子 太郎 一郎 美咲 翔 陽菜 蓮 結衣 健 愛".split()
INTERESTS = "料理 散歩 アニメ 音楽 映画 読書 スポーツ 旅行".split()
LANGUAGES = ["英語B2", "英語B2、日本語N3", "日本語N1", "ネパール語", "English"]
WEEKS = [
    "土 10:00-12:00", "土日午前", "平日18時以降", "Mon-Fri 18:00-21:00", "月・水 19:00〜21:00", "日 13:00-15:00", "火夜"]
NOTES = ["", "", "", '"よろしく, お願いします"', "特になし", '"一行目\n二行目"']


@dataclass(frozen=True)
class Export:
    """An export of residents, of so many rows."""

    rows: int
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        return f"20 columns, {self.encoding.upper()}"

    def write(self, folder: Path) -> list[str]:
        """Makes the programme and both exports; returns the arguments that name them."""
        (folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
        (folder / "volunteers.csv").write_text("volunteer_id,gender,meetings\nV1,woman,2\n", encoding="utf-8")
        seeded = random.Random(7)
        with open(folder / "residents.csv", "w", encoding=self.encoding, newline="") as file:
            file.write(HEADERS + "\r\n")
            for number in range(self.rows):
                file.write(row(seeded, number) + "\r\n")
        return [
            "--programme", str(folder / "programme.yaml"), "--volunteers", str(folder / "volunteers.csv"),
            "--residents", str(folder / "residents.csv"), "--as-of", "2026-11-01"]

    def pandas(self, folder: Path) -> Answer:
        """Reads the residents as pandas does by itself; a value stands for the rows that it found."""
        import pandas

        start, begun = time.process_time(), time.monotonic()
        frame = pandas.read_csv(folder / "residents.csv", encoding=self.encoding)
        seconds, elapsed = time.process_time() - start, time.monotonic() - begun
        return Answer("pandas", seconds, [len(frame)], [len(frame)], details={"elapsed": elapsed})


def row(seeded: random.Random, number: int) -> str:
    def day(first: int, last: int) -> str:
        return f"{seeded.randint(first, last)}/{seeded.randint(1, 12)}/{seeded.randint(1, 28)}"

    phone = f"090-{seeded.randint(1000, 9999)}-{seeded.randint(1000, 9999)}"
    interests = ", ".join(seeded.sample(INTERESTS, seeded.randint(1, 3)))
    return ",".join([
        f"R{number:07d}", f"{seeded.choice(FAMILIES)} {seeded.choice(GIVEN)}{seeded.randint(0, 999)}",
        "サトウ ハナコ", seeded.choice(["男", "女", "回答しない"]), day(1940, 2006), day(2024, 2026),
        seeded.choice(["東京都", "神奈川県", "埼玉県"]),
        f"{seeded.randint(1, 99)}丁目{seeded.randint(1, 30)}番地{seeded.randint(1, 20)}号", phone,
        f"user{number}@example.org", f"{seeded.randint(1, 6)}人", f"{seeded.randint(18, 90)}歳",
        seeded.choice("○×"), seeded.choice("○△×"), seeded.choice(["はい", "いいえ"]), f'"{interests}"',
        seeded.choice(LANGUAGES), seeded.choice(WEEKS), str(seeded.randint(0, 40)), seeded.choice(NOTES)])


EXPORTS = {
    "quick": [Export(5_000)],
    "small": [Export(100_000), Export(100_000, "cp932")],
    "full": [Export(100_000), Export(1_000_000), Export(1_000_000, "cp932")]}
