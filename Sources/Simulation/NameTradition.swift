/// The names that are common among the speakers of a language, from which made-up people get theirs.
///
/// Family and given names are drawn apart, so that a name stands for nobody.
struct NameTradition: Sendable {
    /// In which order the two names stand.
    enum Order: Sendable {
        /// 佐藤 花子, with a space, a full-width space or none.
        case familyFirstIdeographic
        /// Nguyễn Thị Lan.
        case familyFirst
        /// Maria Santos.
        case givenFirst
    }

    /// Names in one script, with how often people of the tradition use it on a form.
    struct Script: Sendable {
        let weight: Int
        let order: Order
        let families: [String]
        /// Where they differ, as in Кузнецова.
        let familiesOfWomen: [String]
        let women: [String]
        let men: [String]

        /// Each list is written with commas.
        init(
            _ weight: Int, _ order: Order, families: String, familiesOfWomen: String? = nil, women: String,
            men: String
        ) {
            self.weight = weight
            self.order = order
            self.families = Script.list(families)
            self.familiesOfWomen = Script.list(familiesOfWomen ?? families)
            self.women = Script.list(women)
            self.men = Script.list(men)
        }

        private static func list(_ text: String) -> [String] {
            text.split(separator: ",").map(String.init)
        }
    }

    let scripts: [Script]

    init(_ scripts: Script...) {
        self.scripts = scripts
    }

    /// A name; `isWoman` of `nil` stands for a given name of either kind.
    func name(isWoman: Bool?, from stream: inout RandomStream) -> String {
        guard let script = WeightedChoice(scripts.map { ($0, $0.weight) })?.draw(from: &stream) else {
            return ""
        }
        let woman = isWoman ?? (stream.below(2) == 0)
        let family = stream.pick(woman ? script.familiesOfWomen : script.families)
        let given = stream.pick(woman ? script.women : script.men)
        switch script.order {
        case .familyFirstIdeographic:
            let draw = stream.below(100)
            return family + (draw < 60 ? " " : draw < 85 ? "\u{3000}" : "") + given
        case .familyFirst: return "\(family) \(given)"
        case .givenFirst: return "\(given) \(family)"
        }
    }

    /// The tradition of a language by its ISO 639 code; English where the code is not known.
    static func of(language code: String) -> NameTradition {
        pools.first { $0.language == code }?.tradition ?? english
    }
}
