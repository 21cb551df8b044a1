extension LedgerSchema {
    /// People, runs, proposals, and the life of a pair.
    ///
    /// The words are written out: a migration must not change when a vocabulary grows.
    static let cases = """
        CREATE TABLE programme (
          id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
          name_ja TEXT NOT NULL,
          name_en TEXT NOT NULL,
          months INTEGER CHECK (months > 0)
        ) STRICT;

        CREATE TABLE park_rule (
          programme TEXT NOT NULL REFERENCES programme (id),
          reason TEXT NOT NULL CHECK (reason IN ('schedule', 'distance', 'language', 'partner-wishes',
            'withdrawn', 'moved-away', 'no-answer', 'other')),
          days INTEGER NOT NULL CHECK (days > 0),
          PRIMARY KEY (programme, reason)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE person (
          number INTEGER PRIMARY KEY,
          programme TEXT NOT NULL REFERENCES programme (id),
          role TEXT NOT NULL CHECK (role IN ('volunteer', 'resident', 'participant')),
          id TEXT NOT NULL CHECK (id <> ''),
          UNIQUE (programme, role, id)
        ) STRICT;

        CREATE TABLE person_group (
          person INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE,
          key TEXT NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (person, key, value)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE label (
          programme TEXT NOT NULL REFERENCES programme (id),
          key TEXT NOT NULL,
          value TEXT NOT NULL,
          ja TEXT NOT NULL,
          en TEXT NOT NULL,
          PRIMARY KEY (programme, key, value)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE stay (
          number INTEGER PRIMARY KEY,
          person INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE,
          \(day("entered")),
          \(day("ended", orNull: true)),
          reason TEXT CHECK (reason IN ('paired', 'withdrawn', 'moved-away', 'absent')),
          CHECK ((ended IS NULL) = (reason IS NULL)),
          CHECK (ended >= entered)
        ) STRICT;
        CREATE UNIQUE INDEX stay_open ON stay (person) WHERE ended IS NULL;
        CREATE INDEX stay_person ON stay (person);

        CREATE TABLE run (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (id <> ''),
          programme TEXT NOT NULL REFERENCES programme (id),
          \(day("as_of")),
          digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
          status TEXT NOT NULL CHECK (status IN ('open', 'superseded')),
          UNIQUE (programme, as_of, digest)
        ) STRICT;

        CREATE TABLE appearance (
          run INTEGER NOT NULL REFERENCES run (number),
          person INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE,
          state TEXT NOT NULL CHECK (state IN ('proposed', 'unmatched', 'refused', 'paired', 'parked')),
          places INTEGER NOT NULL CHECK (places >= 0),
          PRIMARY KEY (run, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX appearance_person ON appearance (person);

        CREATE TABLE proposal (
          number INTEGER PRIMARY KEY,
          run INTEGER NOT NULL REFERENCES run (number),
          volunteer INTEGER REFERENCES person (number) ON DELETE SET NULL,
          resident INTEGER REFERENCES person (number) ON DELETE SET NULL,
          fit INTEGER NOT NULL,
          rank INTEGER NOT NULL CHECK (rank > 0),
          UNIQUE (run, volunteer, resident)
        ) STRICT;
        CREATE INDEX proposal_volunteer ON proposal (volunteer);
        CREATE INDEX proposal_resident ON proposal (resident);

        CREATE TABLE decision (
          proposal INTEGER PRIMARY KEY REFERENCES proposal (number),
          verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'declined')),
          declined_by TEXT CHECK (declined_by IN ('volunteer', 'resident', 'coordinator')),
          reason TEXT CHECK (reason IN ('schedule', 'distance', 'language', 'partner-wishes', 'withdrawn',
            'moved-away', 'no-answer', 'other')),
          \(day("date")),
          \(day("parked_until", orNull: true)),
          CHECK ((verdict = 'declined') = (declined_by IS NOT NULL)),
          CHECK ((verdict = 'declined') = (reason IS NOT NULL)),
          CHECK (parked_until IS NULL OR (verdict = 'declined' AND declined_by <> 'coordinator'
            AND parked_until >= date))
        ) STRICT;

        CREATE TABLE pair (
          number INTEGER PRIMARY KEY,
          programme TEXT NOT NULL REFERENCES programme (id),
          proposal INTEGER UNIQUE REFERENCES proposal (number),
          volunteer INTEGER REFERENCES person (number) ON DELETE SET NULL,
          resident INTEGER REFERENCES person (number) ON DELETE SET NULL,
          \(day("start")),
          \(day("planned_end", orNull: true)),
          mode TEXT,
          cadence_days INTEGER CHECK (cadence_days > 0),
          CHECK (planned_end > start),
          UNIQUE (volunteer, resident, start)
        ) STRICT;
        CREATE INDEX pair_resident ON pair (resident);

        CREATE TABLE contact (
          number INTEGER PRIMARY KEY,
          pair INTEGER NOT NULL REFERENCES pair (number),
          \(day("date")),
          kind TEXT NOT NULL CHECK (kind IN ('meeting', 'online', 'chat', 'call', 'mail', 'visit', 'survey')),
          made INTEGER NOT NULL CHECK (made IN (0, 1)),
          UNIQUE (pair, date, kind)
        ) STRICT;
        CREATE TRIGGER contact_after_start BEFORE INSERT ON contact
        WHEN NEW.date < (SELECT start FROM pair WHERE number = NEW.pair)
        BEGIN SELECT RAISE(ABORT, 'contact before the start of its pair'); END;

        CREATE TABLE outcome (
          pair INTEGER PRIMARY KEY REFERENCES pair (number),
          kind TEXT NOT NULL CHECK (kind IN ('completed', 'ended-early')),
          \(day("date")),
          reason TEXT CHECK (reason IN ('moved', 'left-country', 'schedule', 'work', 'health', 'family',
            'mismatch', 'no-contact', 'misconduct', 'other')),
          excused INTEGER CHECK (excused IN (0, 1)),
          continued INTEGER CHECK (continued IN (0, 1)),
          CHECK ((kind = 'ended-early') = (reason IS NOT NULL)),
          CHECK ((kind = 'ended-early') = (excused IS NOT NULL))
        ) STRICT;
        CREATE TRIGGER outcome_within_pair BEFORE INSERT ON outcome
        WHEN EXISTS (SELECT 1 FROM pair WHERE number = NEW.pair AND (NEW.date < start
          OR (NEW.kind = 'completed' AND NEW.date < planned_end)
          OR (NEW.kind = 'ended-early' AND NEW.date >= planned_end)))
        BEGIN SELECT RAISE(ABORT, 'outcome contradicts the dates of its pair'); END;
        CREATE TRIGGER pair_not_twice BEFORE INSERT ON pair
        WHEN EXISTS (SELECT 1 FROM pair LEFT JOIN outcome ON outcome.pair = pair.number
          WHERE pair.volunteer = NEW.volunteer AND pair.resident = NEW.resident
          AND (outcome.pair IS NULL OR outcome.date > NEW.start))
        BEGIN SELECT RAISE(ABORT, 'the two have a running pair'); END;

        CREATE TABLE survey (
          number INTEGER PRIMARY KEY,
          person INTEGER REFERENCES person (number) ON DELETE CASCADE,
          pair INTEGER REFERENCES pair (number),
          wave TEXT NOT NULL CHECK (wave IN ('before', 'early', 'after')),
          item TEXT NOT NULL CHECK (item <> ''),
          score INTEGER NOT NULL CHECK (score >= 0),
          scale INTEGER NOT NULL CHECK (scale > 0),
          \(day("date")),
          CHECK (score <= scale),
          CHECK (person IS NOT NULL OR pair IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX survey_once ON survey (ifnull(person, 0), ifnull(pair, 0), wave, item);
        """
}
