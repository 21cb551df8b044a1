import Records

/// The drawn signs of the page: the knot of its head and the seal of its proof.
enum Emblems {
    /// Two cords tied into one another; where they cross, one passes over the other, then under.
    static var knot: Markup {
        var picture = Picture(width: 64, height: 40, title: "結び", description: "Musubi", class: "knot")
        picture.path(
            "M3 36C24 36 39 28 39 17C39 9 33 4 25.5 4C18 4 12 9 12 17C12 22.5 15.5 27 21 30", class: "cord a")
        picture.path(
            "M55 36.6C40 36 25 28 25 17C25 9 31 4 38.5 4C46 4 52 9 52 17C52 20 51 23 49 25.6", class: "gap")
        picture.path(
            "M61 36C40 36 25 28 25 17C25 9 31 4 38.5 4C46 4 52 9 52 17C52 22.5 48.5 27 43 30", class: "cord b"
        )
        picture.path("M37.8 11.4C35.8 7.2 31.6 4.4 26.8 4.05", class: "gap")
        picture.path("M38.3 12.6C36.2 7.4 31.4 4 25.5 4", class: "cord a over")
        return picture.markup
    }

    /// A round seal: what is proved, or that it is not.
    static func seal(proven: Bool, language: Language) -> Markup {
        let words = Bilingual(ja: proven ? "最適" : "未証明", en: proven ? "OPTIMAL" : "NOT")
        let under = Bilingual(ja: proven ? "証明済" : "要確認", en: proven ? "proved" : "PROVED")
        var picture = Picture(
            width: 96, height: 96, title: words[language] + " " + under[language],
            description: words[language] + " " + under[language], class: proven ? "seal" : "seal open-seal")
        picture.circle(x: 48, y: 48, radius: 43, class: "ring")
        picture.circle(x: 48, y: 48, radius: 38, class: "ring thin")
        let isLong = words[language].unicodeScalars.count > 3
        picture.text(
            words[language], x: 48, y: 50, anchor: .middle, class: isLong ? "seal-small" : "seal-large")
        picture.text(under[language], x: 48, y: 67, anchor: .middle, class: "seal-under")
        return picture.markup
    }

    /// The hatching that tells people without a proposal apart in print without colour.
    static var patterns: Markup {
        Tag.svg(
            .set(.xmlns, "http://www.w3.org/2000/svg"), .class("patterns"), .set(.ariaHidden, "true"),
            .set(.width, 0), .set(.height, 0)
        ) {
            Tag.defs {
                Tag.pattern(
                    .id("hatch"), .set(.patternUnits, "userSpaceOnUse"), .set(.width, 5), .set(.height, 5),
                    .set(.patternTransform, "rotate(45)")
                ) {
                    Tag.rect(.set(.width, 5), .set(.height, 5), .class("hatch-ground"))
                    Tag.rect(.set(.width, 1.8), .set(.height, 5), .class("hatch-line"))
                }
            }
        }
    }
}
