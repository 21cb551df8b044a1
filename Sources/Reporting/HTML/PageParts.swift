import Records

/// What every page is made of: its frame, and the pieces of its sections.
protocol PageParts: Sendable {
    var language: Language { get }
}

extension PageParts {
    /// A page from its first tag to its last: nothing is loaded from outside, nothing runs.
    func page(
        title: String, print: StaticString, @MarkupBuilder masthead: () -> Markup,
        @MarkupBuilder content: () -> Markup, @MarkupBuilder footer: () -> Markup
    ) -> Markup {
        Tag.html(
            .set(.xmlns, "http://www.w3.org/1999/xhtml"), .set(.lang, language.rawValue),
            .set(.xmlLang, language.rawValue)
        ) {
            Tag.head {
                Tag.meta(.set(.charset, "utf-8"))
                Tag.meta(
                    .set(.httpEquiv, "Content-Security-Policy"),
                    .set(.content, "default-src 'none'; style-src 'unsafe-inline'"))
                Tag.meta(.set(.name, "viewport"), .set(.content, "width=device-width, initial-scale=1"))
                Tag.meta(.set(.name, "referrer"), .set(.content, "no-referrer"))
                Tag.meta(.set(.name, "robots"), .set(.content, "noindex"))
                Tag.title { title }
                Markup.stylesheet(Stylesheet.base)
                Markup.stylesheet(print)
            }
            Tag.body {
                Emblems.patterns
                Tag.div(.class("sheet")) {
                    masthead()
                    Tag.main { content() }
                    footer()
                }
            }
        }
    }

    /// A fact under the title of a page.
    func fact(_ term: String, _ value: String) -> Markup {
        Tag.div {
            Tag.dt { term }
            Tag.dd { value }
        }
    }

    /// A text in the language of the page.
    func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

    /// A text in the language of the page.
    func say(_ text: Bilingual) -> String { text[language] }

    /// A section with its title and, under it, what there is to see.
    func section(
        _ id: String, _ title: String, lead: String? = nil, @MarkupBuilder content: () -> Markup
    ) -> Markup {
        Tag.section(.id(id)) {
            Tag.h2 { title }
            if let lead { Tag.p(.class("lead")) { lead } }
            content()
        }
    }

    /// A count with its unit of people: `612人`, `612`.
    func people(_ count: Int) -> String {
        NumberText.grouped(count) + say("人", "")
    }

    /// `498 / 612`, `81.4%` and `78.1–84.3%` of a figure, or why it cannot be computed.
    func counts(_ figure: Figure) -> String {
        NumberText.grouped(figure.numerator) + " / " + NumberText.grouped(figure.denominator)
    }

    func percent(_ figure: Figure) -> String? { figure.share.map(NumberText.percent) }

    func bounds(_ figure: Figure) -> String? { figure.interval.map(NumberText.interval) }

    /// Everything about a figure on one line.
    func line(_ figure: Figure) -> String {
        guard let percent = percent(figure), let bounds = bounds(figure) else {
            return counts(figure) + say("　", " ") + (figure.obstacle.map(say) ?? "")
        }
        return counts(figure) + say("　", ", ") + value(percent, bounds)
    }

    private func value(_ percent: String, _ bounds: String) -> String {
        say("\(percent)（\(bounds)）", "\(percent) (\(bounds))")
    }

    /// Everything about a figure in two lines that do not break.
    func lines(_ figure: Figure) -> Markup {
        let second: String
        if let percent = percent(figure), let bounds = bounds(figure) {
            second = value(percent, bounds)
        } else {
            second = figure.obstacle.map(say) ?? ""
        }
        return .group([
            Tag.span(.class("together")) { counts(figure) }, Tag.br(),
            Tag.span(.class("together")) { second },
        ])
    }

    /// A table cell with a number.
    func number(_ text: String) -> Markup {
        Tag.td(.class("number")) { text }
    }

    /// A text from an export: set apart, so that its direction of writing stays inside.
    func foreign(_ text: String) -> Markup {
        Tag.bdi { text }
    }

    /// A head row of a table; a title with a `#` in front stands over numbers.
    func head(_ titles: [String]) -> Markup {
        Tag.thead {
            Tag.tr {
                titles.map { title in
                    title.hasPrefix("#")
                        ? Tag.th(.set(.scope, "col"), .class("number")) { String(title.dropFirst()) }
                        : Tag.th(.set(.scope, "col")) { title }
                }
            }
        }
    }

    /// A note that stands where a chart or table would be empty.
    func nothing(_ ja: String, _ en: String) -> Markup {
        Tag.p(.class("nothing")) { say(ja, en) }
    }

    /// A row of keys: how each kind of mark looks and what it means.
    func legend(_ entries: [(style: String, text: String)]) -> Markup {
        Tag.p(.class("legend")) {
            entries.map { entry in
                Tag.span {
                    Tag.span(.class("key \(entry.style)"), .set(.ariaHidden, "true"))
                    entry.text
                }
            }
        }
    }
}
