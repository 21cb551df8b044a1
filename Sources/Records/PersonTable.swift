/// The people (or, where ids may repeat, the places of people) of one side, sorted by id and then by row.
///
/// A person's index in this table is their index everywhere after Intake; ids come back only in the lists.
package struct PersonTable: Sendable {
    package let side: Side
    /// Ids, ascending by UTF-8; equal ids stand next to each other.
    package let ids: [PersonID]
    /// Row of each person as the user's spreadsheet numbers it (the header is row 1).
    package let rows: [Int]
    /// Columns by field name; only fields that this side has.
    package let columns: [String: Column]

    package init(side: Side, ids: [PersonID], rows: [Int], columns: [String: Column]) {
        self.side = side
        self.ids = ids
        self.rows = rows
        self.columns = columns
    }

    package var count: Int { ids.count }

    /// The column of a text field; all missing where the side has no such field.
    package func texts(_ field: String) -> [String?] {
        if case .text(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }

    package func flags(_ field: String) -> [Flag?] {
        if case .flag(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }

    /// The column of a number field, or the minutes of a duration.
    package func numbers(_ field: String) -> [Int?] {
        if case .number(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }

    package func dates(_ field: String) -> [CivilDate?] {
        if case .date(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }

    package func categories(_ field: String) -> [Int?] {
        if case .category(let values)? = columns[field] {
            values
        } else {
            Array(repeating: nil, count: count)
        }
    }

    package func tags(_ field: String) -> [TagSet?] {
        if case .tags(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }

    package func levelledTags(_ field: String) -> [[LevelledTag]?] {
        if case .levelledTags(let values)? = columns[field] {
            values
        } else {
            Array(repeating: nil, count: count)
        }
    }

    package func rangedTags(_ field: String) -> [[RangedTag]?] {
        if case .rangedTags(let values)? = columns[field] {
            values
        } else {
            Array(repeating: nil, count: count)
        }
    }

    package func weeklies(_ field: String) -> [WeeklyAvailability?] {
        if case .weekly(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }

    package func windows(_ field: String) -> [ClockWindow?] {
        if case .window(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }

    package func timeZones(_ field: String) -> [TimeZoneID?] {
        if case .timeZone(let values)? = columns[field] {
            values
        } else {
            Array(repeating: nil, count: count)
        }
    }

    package func places(_ field: String) -> [Place?] {
        if case .place(let values)? = columns[field] { values } else { Array(repeating: nil, count: count) }
    }
}
