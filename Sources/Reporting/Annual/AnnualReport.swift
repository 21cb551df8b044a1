package import Records

/// A finished annual report, free of any format: figures, and the sections that show them by name.
package struct AnnualReport: Sendable {
    package let request: AnnualRequest
    /// Every figure, in the order of the report.
    package let figures: [AnnualFigure]
    package let sections: [AnnualSection]
    private let byID: [String: AnnualFigure]

    init(request: AnnualRequest, figures: [AnnualFigure], sections: [AnnualSection]) {
        self.request = request
        self.figures = figures
        self.sections = sections
        byID = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The figure of that name.
    package subscript(id: String) -> AnnualFigure? { byID[id] }

    /// A text with its figures, as it is printed.
    func text(_ phrase: Phrase, in language: Language) -> String {
        phrase.pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .name(let name): name
            case .figure(let reference):
                self[reference.id]?.text(reference.part, in: language) ?? AnnualFigure.absent
            }
        }.joined()
    }
}

/// A section of the report.
package struct AnnualSection: Sendable {
    package enum Block: Sendable {
        case prose(Prose)
        case note(Prose)
        case table(AnnualTable)
        /// Big numbers side by side: figures by name.
        case cards([String])
        /// Shares over days, by the names of the figures at each.
        case curve(AnnualCurve)
        /// Steps that lead into each other, by the names of their counts.
        case funnel(title: Bilingual, figures: [String])
    }

    package let id: String
    package let title: Bilingual
    package let blocks: [Block]
}

/// A table whose cells are names and figures.
package struct AnnualTable: Sendable {
    package enum Cell: Sendable {
        case words(Bilingual)
        /// A name that the organisation gave.
        case name(Bilingual)
        case figure(String, AnnualFigure.Part)
        /// What a figure is called, which may hold the days that it is of.
        case figureLabel(String)
        /// A share drawn with its interval.
        case bar(String)
    }

    package let caption: Bilingual
    package let columns: [Bilingual]
    package let rows: [[Cell]]
}

/// A curve that falls or rises in steps.
package struct AnnualCurve: Sendable {
    package let title: Bilingual
    /// Day and figure, in order.
    package let points: [(day: Int, figure: String)]
    package let lastDay: Int
    /// The share before the first step: 1 for those who last, 0 for those who got something.
    package let start: Double
    /// Where a target lies, in hundredths of a percent.
    package let target: Int?
    /// Whether every step is a point; else the points are joined by straight lines.
    package let isStepped: Bool
}
