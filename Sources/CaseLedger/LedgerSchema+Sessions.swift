extension LedgerSchema {
    /// Sessions and who came, hours, donations, and what stays of people who were forgotten.
    static let sessions = """
        CREATE TABLE session (
          number INTEGER PRIMARY KEY,
          programme TEXT NOT NULL REFERENCES programme (id),
          key TEXT NOT NULL CHECK (key <> ''),
          \(day("date")),
          minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
          title TEXT NOT NULL,
          kind TEXT,
          participants INTEGER CHECK (participants >= 0),
          forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten >= 0),
          UNIQUE (programme, key)
        ) STRICT;

        CREATE TABLE attendance (
          session INTEGER NOT NULL REFERENCES session (number),
          person INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE,
          PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX attendance_person ON attendance (person);

        CREATE TABLE activity (
          number INTEGER PRIMARY KEY,
          person INTEGER NOT NULL REFERENCES person (number) ON DELETE CASCADE,
          \(day("date")),
          event TEXT NOT NULL,
          kind TEXT,
          minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
          points INTEGER CHECK (points >= 0),
          UNIQUE (person, date, event)
        ) STRICT;

        CREATE TABLE donation (
          number INTEGER PRIMARY KEY,
          programme TEXT NOT NULL REFERENCES programme (id),
          \(day("date")),
          recipient TEXT NOT NULL CHECK (recipient <> ''),
          yen INTEGER NOT NULL CHECK (yen >= 0),
          points INTEGER CHECK (points >= 0),
          donors INTEGER CHECK (donors > 0),
          UNIQUE (programme, date, recipient)
        ) STRICT;

        CREATE TABLE forgotten (
          programme TEXT NOT NULL REFERENCES programme (id),
          role TEXT NOT NULL CHECK (role IN ('volunteer', 'resident', 'participant')),
          fiscal_year INTEGER NOT NULL CHECK (fiscal_year >= 0),
          people INTEGER NOT NULL CHECK (people > 0),
          proposed INTEGER NOT NULL CHECK (proposed BETWEEN 0 AND people),
          paired INTEGER NOT NULL CHECK (paired BETWEEN 0 AND people),
          completed INTEGER NOT NULL CHECK (completed BETWEEN 0 AND paired),
          attendances INTEGER NOT NULL CHECK (attendances >= 0),
          minutes INTEGER NOT NULL CHECK (minutes >= 0),
          points INTEGER NOT NULL CHECK (points >= 0),
          PRIMARY KEY (programme, role, fiscal_year)
        ) STRICT, WITHOUT ROWID;
        """
}
