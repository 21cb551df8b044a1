package import Records

/// How a sample cohort is made up: the `sample` section of a programme file.
///
/// A field without an entry stays empty in the sample.
package struct SampleSpec: Hashable, Sendable {
    /// What each side's fields are filled with, by the field's name.
    package var fields: [Side: [String: FieldSample]]
    /// Fields that the file names under `both`; they may be missing on one side.
    package var shared: [String: FieldSample]

    /// The three parts of the section; an entry of a side replaces the one of `both`.
    package init(
        both: [String: FieldSample] = [:], volunteer: [String: FieldSample] = [:],
        resident: [String: FieldSample] = [:]
    ) {
        shared = both
        fields = [.volunteer: volunteer, .resident: resident]
    }

    /// What a field of a side is filled with.
    func sample(of field: String, on side: Side) -> FieldSample? {
        fields[side]?[field] ?? shared[field]
    }
}

/// What one field is filled with: recipes in the order of the file, of which the first fitting one is used.
///
/// Where none fits a person, the cell stays empty.
package struct FieldSample: Hashable, Sendable {
    package var recipes: [SampleRecipe]

    package init(_ recipes: [SampleRecipe]) {
        self.recipes = recipes
    }
}

/// One way to make up an answer.
///
/// Which parts mean something depends on the kind of the field; a part that means nothing there is a mistake
/// (`SimulationError`).
package struct SampleRecipe: Hashable, Sendable {
    /// A generator instead of values (`from`).
    package var source: SampleSource?
    /// Values and how often each comes, in the order of the file (`spread`): the keys of a vocabulary, `yes`,
    /// `no` and `negotiable`, numbers, free-time patterns, beginnings of postal codes, or texts.
    package var spread: [WeightedValue]
    /// How many tags or free-time entries a person has (`count`); 1 unless said.
    package var count: ClosedRange<Int>?
    /// Levelled tags that everybody has (`always`).
    package var always: [LevelledValue]
    /// Which levelled tag is somebody's native one, and how often (`native`).
    ///
    /// Everybody then has one of these besides `count` others; without it the first other is native, unless a
    /// tag of `always` is.
    package var native: [WeightedValue]
    /// Levels of the other levelled tags (`levels`); A2 to C1 unless said.
    package var levels: LevelRange?
    /// Smallest and largest number (`range`).
    package var range: ClosedRange<Int>?
    /// Smallest and largest number of days before the as-of date (`days-ago`).
    package var daysAgo: ClosedRange<Int>?
    /// Smallest and largest number of days after the as-of date (`days-ahead`).
    package var daysAhead: ClosedRange<Int>?
    /// Per cent of people who leave the cell empty (`missing`), 0 to 100.
    package var missing: Int
    /// Who answers by this recipe (`when`); everybody unless said.
    package var condition: SampleCondition?
    /// For names: the levelled field whose first native tag decides what kind of name it is (`language`).
    package var languageField: String?
    /// For names: the category whose `female` and `male` decide the given name (`gender`).
    package var genderField: String?

    package init(
        source: SampleSource? = nil, spread: [WeightedValue] = [], count: ClosedRange<Int>? = nil,
        always: [LevelledValue] = [], native: [WeightedValue] = [], levels: LevelRange? = nil,
        range: ClosedRange<Int>? = nil, daysAgo: ClosedRange<Int>? = nil, daysAhead: ClosedRange<Int>? = nil,
        missing: Int = 0, condition: SampleCondition? = nil,
        languageField: String? = nil, genderField: String? = nil
    ) {
        self.source = source
        self.spread = spread
        self.count = count
        self.always = always
        self.native = native
        self.levels = levels
        self.range = range
        self.daysAgo = daysAgo
        self.daysAhead = daysAhead
        self.missing = missing
        self.condition = condition
        self.languageField = languageField
        self.genderField = genderField
    }
}

/// The generators that `from` may name.
package enum SampleSource: String, Hashable, Sendable, CaseIterable {
    /// Made-up names of people, for a text field.
    case names
    /// Membership numbers that nobody shares, for a text field.
    case memberNumbers = "member-numbers"
    /// Ids of residents, several rows of the same person among them, for a text field; `range` says which.
    case people
    /// Numbers of the staff, for a text field; with `range`, the number of one of those volunteers: a manager.
    case staffNumbers = "staff-numbers"
    /// Households of one or several neighbouring rows, for a text field; `spread` gives their sizes, 1 to 4.
    case households
    /// Postal codes of the programme's place table, for a place.
    case postalCodes = "postal-codes"
    /// Mornings, afternoons and evenings, for a weekly field.
    case freeTime = "free-time"
}

/// A value and how often it comes, relative to the other values of its spread.
package struct WeightedValue: Hashable, Sendable {
    package var value: String
    package var weight: Int

    package init(_ value: String, _ weight: Int) {
        self.value = value
        self.weight = weight
    }
}

/// The keys of the lowest and the highest level of a range on a field's scale: `A1-C1`, or `native` for both.
package struct LevelRange: Hashable, Sendable {
    package var lowest: String
    package var highest: String

    package init(_ lowest: String, _ highest: String) {
        self.lowest = lowest
        self.highest = highest
    }

    /// Reads `A1-C1` or `native`: one key, or two with a hyphen between them.
    package init(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
        self.init(parts.first ?? text, parts.last ?? text)
    }
}

/// A levelled tag that everybody has, by its key, with the range in which its level lies.
package struct LevelledValue: Hashable, Sendable {
    package var tag: String
    package var levels: LevelRange

    package init(tag: String, levels: LevelRange) {
        self.tag = tag
        self.levels = levels
    }
}

/// Who answers by a recipe: people whose answer to another field is one of the values.
package struct SampleCondition: Hashable, Sendable {
    package var field: String
    /// Keys of the field's vocabulary, `yes`, `no`, `negotiable`, a number, or a text.
    package var values: [String]

    package init(field: String, values: [String]) {
        self.field = field
        self.values = values
    }
}
