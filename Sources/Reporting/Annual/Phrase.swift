package import Records

/// A part of a figure, by name: the only number that a sentence can hold.
package struct FigureReference: Hashable, Sendable {
    package let id: String
    package let part: AnnualFigure.Part
}

/// A text with figures in it.
///
/// `"\(figure: "success.person") of residents"`: numbers enter by the name of their figure and are printed when it
/// is known what is hidden. Words without figures are written out; a test looks that no digit is among them.
package struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
    package enum Piece: Hashable, Sendable {
        case words(String)
        case name(String)
        case figure(FigureReference)
    }

    package let pieces: [Piece]

    package init(stringLiteral value: String) { pieces = [.words(value)] }
    package init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

    package struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}
        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.words(literal)) }
        }
        /// A part of a figure; its value unless another is asked for.
        package mutating func appendInterpolation(figure id: String, _ part: AnnualFigure.Part = .value) {
            pieces.append(.figure(FigureReference(id: id, part: part)))
        }
        /// What an organisation calls something; it may contain digits that are no figure.
        package mutating func appendInterpolation(name: String) { pieces.append(.name(name)) }
    }
}

/// A text with figures in both languages.
package struct Prose: Hashable, Sendable {
    package let ja: Phrase
    package let en: Phrase

    package init(ja: Phrase, en: Phrase) {
        self.ja = ja
        self.en = en
    }

    package subscript(language: Language) -> Phrase { language == .ja ? ja : en }
}
