import Records

extension PageParts {
    /// Terms with what they mean.
    func definitions(_ terms: [(term: Bilingual, text: Bilingual)]) -> Markup {
        Tag.table(.class("definitions")) {
            Tag.tbody {
                terms.map { term in
                    Tag.tr {
                        Tag.th(.set(.scope, "row")) { say(term.term) }
                        Tag.td { say(term.text) }
                    }
                }
            }
        }
    }

    /// Numbers side by side, the last one set off.
    func cards(_ cards: [(title: String, number: String, unit: String, note: String)]) -> Markup {
        Tag.div(.class("cards")) {
            cards.enumerated().map { index, card in
                Tag.div(.class(index == cards.count - 1 ? "card last" : "card")) {
                    Tag.p(.class("card-title")) { card.title }
                    Tag.p(.class("card-number")) {
                        card.number
                        Tag.small { card.unit }
                    }
                    Tag.p(.class("card-note")) { card.note }
                }
            }
        }
    }
}
