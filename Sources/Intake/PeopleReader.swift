package import Records

/// What a file of people came to.
package struct PeopleReading: Sendable {
    /// The people whose rows were used.
    package let table: PersonTable
    /// Everything that somebody should look at, by row and column; issues of the whole file come first.
    package let issues: [DataIssue]
    /// Rows of data, blank ones not counted.
    package let rowCount: Int
    /// Rows that were not used, ascending, as the user's spreadsheet numbers them.
    package let quarantinedRows: [Int]
}

/// Reads the people of one side.
///
/// A row with any value that cannot be read, an empty required cell, the wrong number of cells, no id, or an
/// id that another row has too, is not used; each defect is an issue of its own. Of rows with the same id
/// none is used, because nobody can know which one is right.
package struct PeopleReader {
    /// Rows between two reports of progress.
    package static let progressInterval = 4096

    let side: Side
    private let person: PersonSpec
    let fields: [FieldSpec]
    private let places: PlaceTable?

    /// - Parameters:
    ///   - side: Whose people the file holds.
    ///   - person: How they are identified.
    ///   - fields: All fields of the programme; those that this side does not have are passed over.
    ///   - places: Needed where this side has a field of places.
    package init(side: Side, person: PersonSpec, fields: [FieldSpec], places: PlaceTable?) {
        self.side = side
        self.person = person
        self.fields = fields.filter { $0.headers[side] != nil }
        self.places = places
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file, or `-` for standard input.
    ///   - options: How to read it, where it does not say so itself.
    ///   - vocabularies: By name; open ones learn the words that the file adds, in the order of its rows,
    ///     those of quarantined rows included.
    ///   - progress: Called now and then with the number of rows read so far.
    /// - Returns: The people, the issues and the counts.
    /// - Throws: why the file cannot be used at all.
    /// - Complexity: O(*cells* + *people* log *people*).
    package func read(
        path: String, options: TableOptions = TableOptions(), vocabularies: inout [String: Vocabulary],
        progress: (Int) -> Void = { _ in }
    ) throws(IntakeError) -> PeopleReading {
        let table = try TableReader(
            RowSources.open(path: path, options: options), wanted: wantedColumns, reportsUnknown: true,
            joinable: Set(fields.indices.filter { fields[$0].kind.holdsSeveral }.map { $0 + 1 }))
        let indexes = vocabularies.mapValues(VocabularyIndex.init)
        var columns: [FieldColumn] = []
        for field in fields { columns.append(try column(of: field, indexes: indexes)) }
        var intake = PeopleIntake()

        while try table.next() {
            if intake.rows.count % PeopleReader.progressInterval == 0 { progress(intake.rows.count) }
            intake.begin(table)
            // Every column gets a value for every row, so that all stay in step.
            if intake.isMisshapen {
                for index in columns.indices { columns[index].appendMissing() }
                continue
            }
            table.withRow { cells in
                for index in columns.indices {
                    let verdict = columns[index].append(cells[index + 1])
                    if case .value = verdict { continue }
                    intake.judge(
                        verdict, wanted: index + 1, isRequired: fields[index].required.contains(side), table)
                }
            }
        }
        progress(intake.rows.count)
        guard !intake.rows.isEmpty else { throw .noRows(path: path) }
        intake.add(table.issues)
        let order = intake.order(repeats: person.repeats, table)
        for (name, index) in indexes { vocabularies[name] = index.vocabulary }
        var values: [String: Column] = [:]
        // What a column kept beside its values goes before the next one is built.
        for field in fields.reversed() { values[field.name] = columns.removeLast().column(of: order) }
        return PeopleReading(
            table: PersonTable(
                side: side, ids: order.map { intake.ids[$0] }, rows: order.map { intake.rows[$0] },
                columns: values),
            issues: intake.sortedIssues, rowCount: intake.rows.count, quarantinedRows: intake.quarantinedRows)
    }

    /// The id first, then the fields.
    private var wantedColumns: [WantedColumn] {
        let id = Bilingual(ja: "\(person.label.ja)のID", en: "\(person.label.en) id")
        return [WantedColumn(label: id, headers: person.idHeaders, isRequired: true)]
            + fields.map {
                WantedColumn(
                    label: $0.label, headers: $0.headers[side] ?? [],
                    isRequired: $0.isColumnRequired || $0.required.contains(side))
            }
    }

    func column(
        of field: FieldSpec, indexes: [String: VocabularyIndex]
    ) throws(IntakeError) -> FieldColumn {
        func index(_ name: String) -> VocabularyIndex {
            indexes[name] ?? VocabularyIndex(Vocabulary(tags: []))
        }
        switch field.kind {
        case .text: return .text()
        case .flag: return FieldColumn(FlagDecoder(), wrap: Column.flag)
        case .number(let suffix): return FieldColumn(NumberDecoder(suffix: suffix), wrap: Column.number)
        case .date: return FieldColumn(DateDecoder(serial: field.excelSerial), wrap: Column.date)
        case .category(let name):
            return FieldColumn(CategoryDecoder(index: index(name)), wrap: Column.category)
        case .tags(let name): return FieldColumn(TagsDecoder(index: index(name)), wrap: Column.tags)
        case .levelledTags(let name, let scale):
            return FieldColumn(
                LevelledTagsDecoder(index: index(name), scale: scale), wrap: Column.levelledTags)
        case .rangedTags(let name):
            return FieldColumn(RangedTagsDecoder(index: index(name)), wrap: Column.rangedTags)
        case .weekly: return FieldColumn(WeeklyDecoder(), wrap: Column.weekly)
        case .window: return FieldColumn(WindowDecoder(), wrap: Column.window)
        case .duration: return FieldColumn(DurationDecoder(), wrap: Column.number)
        case .place:
            guard let places else { throw .placesNeeded(field: field.name) }
            let decoder = PlaceDecoder(places: places, readsCodes: field.readsMunicipalityCodes)
            return FieldColumn(decoder, wrap: Column.place)
        case .timeZone(let name):
            return FieldColumn(TimeZoneDecoder(index: name.map(index)), wrap: Column.timeZone)
        }
    }
}

extension FieldKind {
    /// Whether a cell may hold several values, one on each line.
    var holdsSeveral: Bool {
        switch self {
        case .text, .tags, .levelledTags, .rangedTags, .weekly: true
        case .flag, .number, .date, .category, .place, .window, .duration, .timeZone: false
        }
    }
}
