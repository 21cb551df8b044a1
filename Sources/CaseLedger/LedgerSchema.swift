import GRDB

/// The structure of a ledger, as named migrations that are never changed once released.
///
/// What must hold stands in the schema wherever SQLite can say it, so that no path of this program, and no other
/// program, can write what makes no sense. docs/ledger.md explains every table.
enum LedgerSchema {
    /// `MSUB`: by this number in its header a file is known to be a ledger.
    static let applicationID: Int32 = 0x4D53_5542

    /// Every migration, in order.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1-cases") { db in try db.execute(sql: cases) }
        migrator.registerMigration("2-sessions-hours-forgotten") { db in try db.execute(sql: sessions) }
        migrator.registerMigration("3-errands-targets") { db in try db.execute(sql: errands) }
        migrator.registerMigration("4-rematches") { db in try db.execute(sql: rematches) }
        return migrator
    }

    /// Whether a run was one of people whose pair has ended, between two batches.
    private static let rematches = """
        ALTER TABLE run ADD COLUMN rematch INTEGER NOT NULL DEFAULT 0 CHECK (rematch IN (0, 1));
        """

    /// A column that holds a day as `2026-11-01`, and never 31 February.
    static func day(_ name: String, orNull: Bool = false) -> String {
        "\(name) TEXT \(orNull ? "" : "NOT NULL ")CHECK (\(name) IS date(\(name), '+0 days'))"
    }
}
