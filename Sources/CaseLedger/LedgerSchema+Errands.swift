extension LedgerSchema {
    /// Errands with their times, and by which numbers a programme's report is judged.
    ///
    /// A request is a person's row on the residents' side; whose request it is stands beside it.
    static let errands = """
        CREATE TABLE request (
          person INTEGER PRIMARY KEY REFERENCES person (number) ON DELETE CASCADE,
          requester TEXT NOT NULL CHECK (requester <> '')
        ) STRICT;
        CREATE INDEX request_requester ON request (requester);

        CREATE TABLE visit (
          proposal INTEGER PRIMARY KEY REFERENCES proposal (number),
          \(day("date")),
          start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 1440),
          finish INTEGER NOT NULL CHECK (finish > start AND finish <= 1440),
          municipality TEXT CHECK (municipality <> '')
        ) STRICT;
        CREATE TRIGGER outcome_of_errand BEFORE INSERT ON outcome
        WHEN EXISTS (SELECT 1 FROM pair JOIN visit ON visit.proposal = pair.proposal
          WHERE pair.number = NEW.pair
          AND ((NEW.kind = 'completed' AND NEW.date < visit.date)
            OR (NEW.kind = 'ended-early' AND NEW.date > visit.date)))
        BEGIN SELECT RAISE(ABORT, 'outcome contradicts the day of its errand'); END;

        ALTER TABLE programme ADD COLUMN success_days INTEGER CHECK (success_days > 0);
        ALTER TABLE programme ADD COLUMN success_target INTEGER
          CHECK (success_target BETWEEN 1 AND 10000);
        ALTER TABLE programme ADD COLUMN completion_target INTEGER
          CHECK (completion_target BETWEEN 1 AND 10000);
        """
}
