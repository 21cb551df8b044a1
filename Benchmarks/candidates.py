"""Cohorts for the stage that finds the candidate pairs: made-up programmes, places and exports."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: Metres of one degree of latitude.
DEGREE = 111_195.08
CENTRE = (35.68, 139.70)

PROGRAMME = """\
programme: bench
kind: pairs
name: {ja: 計測, en: benchmark}
places: places
people:
  volunteer: {label: {ja: ボランティア, en: volunteer}, id: [volunteer_id]}
  resident: {label: {ja: 住民, en: resident}, id: [resident_id]}
vocabularies:
  genders:
    female: {ja: 女性, en: woman}
    male: {ja: 男性, en: man}
  wishes:
    anyone: {ja: 問わない, en: no preference}
    same: {ja: 同性, en: same gender}
  languages:
    ja: {ja: 日本語, en: Japanese}
    en: {ja: 英語, en: English}
    zh: {ja: 中国語, en: Chinese}
    vi: {ja: ベトナム語, en: Vietnamese}
    ne: {ja: ネパール語, en: Nepali}
    pt: {ja: ポルトガル語, en: Portuguese}
  interests:
    cooking: {ja: 料理, en: cooking}
    walking: {ja: 散歩, en: walks}
    music: {ja: 音楽, en: music}
    films: {ja: 映画, en: films}
    reading: {ja: 読書, en: reading}
    sports: {ja: スポーツ, en: sports}
    travel: {ja: 旅行, en: travel}
    games: {ja: ゲーム, en: games}
fields:
  home: {kind: place, label: {ja: 住まい, en: home}, volunteer: [postal_code], resident: [postal_code]}
  gender: {kind: category, vocabulary: genders, label: {ja: 性別, en: gender}, volunteer: [gender], resident: [gender]}
  wish: {kind: category, vocabulary: wishes, label: {ja: 希望, en: wish}, volunteer: [wish], resident: [wish]}
  languages: {kind: levelled-tags, vocabulary: languages, levels: cefr, label: {ja: 言語, en: languages}, volunteer: [languages], resident: [languages]}
  free_time: {kind: weekly, label: {ja: 空き時間, en: free time}, volunteer: [free_time], resident: [free_time]}
  interests: {kind: tags, vocabulary: interests, label: {ja: 趣味, en: interests}, volunteer: [interests], resident: [interests]}
  meetings: {kind: number, label: {ja: 回数, en: meetings}, volunteer: [meetings], resident: [meetings]}
rules:
WITHIN
  - overlaps: free_time
    hours: 2
    block: 60 minutes
  - shares: languages
    level: B1
  - accepts: wish
    of: gender
    any: anyone
    same: same
criteria:
  closeness: {measure: distance, field: home, full-at: 1 km, zero-at: 20 km, weight: 3}
  time: {measure: overlap, field: free_time, block: 60 minutes, full-at: 6 hours, zero-at: 1 hours, weight: 2}
  interests: {measure: shared, field: interests, full-at: 3, weight: 2}
  language: {measure: level, field: languages, full-at: C1, zero-at: A2, weight: 2}
  meetings: {measure: gap, field: meetings, full-at: 0, zero-at: 3, weight: 1}
limits:
  capacity: {volunteer: 1, resident: 1}
goals: [most-pairs, best-fit]
lists:
  alternatives: 3
report:
  by: [gender]
sample:
  both:
    home: {from: postal-codes}
    gender: {spread: {female: 60, male: 40}}
    wish: {spread: {anyone: 70, same: 30}, missing: 5}
    free_time: {from: free-time, count: 1-3, spread: {weekday-evening: 34, weekend-morning: 20, weekend-afternoon: 20, weekend-day: 12, weekday-morning: 10, weekday-afternoon: 8, weekend-evening: 6}}
    interests: {count: 1-5}
    meetings: {range: 1-4, missing: 8}
    languages:
      - {always: {ja: A1-native}, count: 0-2, spread: {en: 60, zh: 15, vi: 10, ne: 10, pt: 5}, levels: A2-C1}
"""


@dataclass(frozen=True)
class Cohort:
    """A cohort to be made: so many people on each side of a square city, near each other or not."""

    name: str
    people: int
    city_km: int
    #: The largest distance of a pair, or `None` without such a rule.
    within_km: int | None

    def write(self, folder: Path, command: Callable[[list[str]], object], binary: str) -> list[str]:
        """Makes places, programme and exports; returns the arguments that name them."""
        (folder / "places").mkdir()
        write_places(folder / "places", self.city_km)
        rule = "" if self.within_km is None else f"  - within: home\n    km: {self.within_km}"
        programme = folder / "programme.yaml"
        programme.write_text(PROGRAMME.replace("WITHIN", rule))
        command([
            binary, "simulate", "--programme", str(programme), "--residents", str(self.people),
            "--volunteers", str(self.people), "--seed", "1", "--out", str(folder), "--force"])
        return [
            "--programme", str(programme), "--volunteers", str(folder / "volunteers.csv"), "--residents",
            str(folder / "residents.csv"), "--as-of", "2026-11-01"]


def write_places(folder: Path, city_km: int, towns: int = 20_000) -> None:
    """Towns anywhere in a square."""
    (folder / "municipalities.csv").write_text(
        "municipality_code,prefecture,municipality,name_en,latitude,longitude\n"
        f"13101,東京都,見本市,Sample,{CENTRE[0]},{CENTRE[1]}\n")
    seeded = random.Random(1)
    lines = ["postal_code,municipality_code,town,latitude,longitude"]
    for town in range(towns):
        north, east = (seeded.uniform(-500, 500) * city_km for _ in range(2))
        latitude = CENTRE[0] + north / DEGREE
        longitude = CENTRE[1] + east / (DEGREE * math.cos(math.radians(CENTRE[0])))
        lines.append(f"{1_000_000 + town},13101,町{town},{latitude:.5f},{longitude:.5f}")
    (folder / "postal-codes.csv").write_text("\n".join(lines) + "\n")


COHORTS = {
    "quick": [Cohort("everybody", 300, 40, None), Cohort("within 3 km", 2_000, 40, 3)],
    "small": [Cohort("everybody", 2_000, 40, None), Cohort("within 3 km", 20_000, 40, 3)],
    "full": [Cohort("everybody", 2_000, 40, None), Cohort("within 3 km", 100_000, 40, 3)]}
