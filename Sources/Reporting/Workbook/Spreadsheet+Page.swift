import Records

extension Spreadsheet {
    /// A sheet that is read from top to bottom: sentences, tables and charts below each other.
    package struct Page: Sendable {
        package enum Row: Sendable {
            /// What a table or a chart is called.
            case heading(String)
            /// A sentence, over the width of the page.
            case paragraph(String)
            /// The names of the columns below.
            case header([String])
            case cells([Cell])
            case chart(Chart)
            case blank
        }

        /// At most 31 characters, without `[ ] : * ? / \`; no two sheets have the same.
        package var name: String
        /// Stays in sight and stands on every printed page.
        package var title: String
        package var rows: [Row]

        package init(name: String, title: String, rows: [Row]) {
            self.name = name
            self.title = title
            self.rows = rows
        }
    }

    /// A chart of the program that opens the workbook, drawn from cells of a sheet.
    package struct Chart: Sendable {
        package enum Kind: Hashable, Sendable {
            /// Bars that lie, the first on top.
            case bars
            /// Lines over numbers.
            case lines
        }

        /// Numbers of a column that are one bar for each row or one line.
        package struct Series: Sendable {
            package enum Look: Hashable, Sendable {
                case main, bound, target
            }

            package let name: String
            package let column: Int
            package let look: Look

            package init(_ name: String, column: Int, _ look: Look = .main) {
                self.name = name
                self.column = column
                self.look = look
            }
        }

        package let kind: Kind
        package let title: String
        /// The chart in words.
        package let description: String
        /// Whether it shows shares, on a scale from 0% to 100%.
        package let isShare: Bool
        /// The name of the sheet with the numbers, and their first and last row, from 0.
        package let sheet: String
        package let rows: ClosedRange<Int>
        /// Names of bars, or places on the horizontal axis, stand in the first column.
        package let series: [Series]

        package init(
            _ kind: Kind, title: String, description: String, isShare: Bool, sheet: String,
            rows: ClosedRange<Int>,
            series: [Series]
        ) {
            self.kind = kind
            self.title = title
            self.description = description
            self.isShare = isShare
            self.sheet = sheet
            self.rows = rows
            self.series = series
        }

        /// How high it is in points of the screen; a bar needs room for its name.
        var height: Int { kind == .lines ? 400 : min(900, 90 + 30 * rows.count) }
    }

    /// How a number is shown.
    package enum NumberFormat: Hashable, Sendable, CaseIterable {
        case share, wholeShare, points, difference, count, days, hours, mean, signedMean, yen

        /// The code of the format, in the words of a language.
        func code(in language: Language) -> String {
            switch self {
            case .share: "0.0%"
            case .wholeShare: "0%"
            case .points:
                language == .ja
                    ? "+0.0\"ポイント\";-0.0\"ポイント\";0.0\"ポイント\""
                    : "+0.0\" points\";-0.0\" points\";0.0\" points\""
            case .difference: "+0.0000;-0.0000;0.0000"
            case .count: "#,##0"
            case .days: language == .ja ? "#,##0\"日\"" : "[=1]0\" day\";#,##0\" days\""
            case .hours: language == .ja ? "#,##0.0#\"時間\"" : "#,##0.0#\" h\""
            case .mean: "0.00"
            case .signedMean: "+0.00;-0.00;0.00"
            case .yen: language == .ja ? "#,##0\"円\"" : "\"¥\"#,##0"
            }
        }
    }
}
