import GRDB

/// The tables of a gradebook, as migrations: a file made by an earlier version is brought to this
/// one when it is opened. A migration that was released is never changed.
enum GradebookSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: first)
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: second)
    }
    migrator.registerMigration("history") { db in
      try db.execute(sql: history)
    }
    return migrator
  }

  /// Columns of text that say what a row is about come first, so that a table reads well as it is.
  private static let first = """
    -- What answers are graded by.
    CREATE TABLE exercise (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, digest TEXT NOT NULL, due TEXT,
      maximum REAL NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE question (
      exercise TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
      kind TEXT NOT NULL, maximum REAL NOT NULL, practice INTEGER NOT NULL,
      PRIMARY KEY (exercise, id)
    ) STRICT, WITHOUT ROWID;

    -- The options of a choice; right is NULL in a poll, and where one is right if argued.
    CREATE TABLE option (
      exercise TEXT NOT NULL, question TEXT NOT NULL, position INTEGER NOT NULL,
      text TEXT NOT NULL, right INTEGER,
      PRIMARY KEY (exercise, question, position)
    ) STRICT, WITHOUT ROWID;

    -- Whoever handed something in, or stands on the roster.
    CREATE TABLE student (
      key TEXT PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
      submission TEXT NOT NULL, expected INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Every file that was found. claimedID and claimedName are what it says of itself.
    CREATE TABLE file (
      path TEXT PRIMARY KEY, root TEXT NOT NULL, name TEXT NOT NULL, student TEXT, exercise TEXT,
      standing TEXT NOT NULL, remark TEXT, submitted TEXT, digest TEXT,
      claimedID TEXT NOT NULL, claimedName TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fileByStudent ON file (student, exercise);
    CREATE INDEX fileByRoot ON file (root);

    -- What was handed in, as it was read.
    CREATE TABLE notebook (digest TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- A student's mark for an exercise, and what it was computed from: input is the digest of
    -- the notebook, of those of required exercises, of the exercise and of the version.
    CREATE TABLE grade (
      exercise TEXT NOT NULL, student TEXT NOT NULL, standing TEXT NOT NULL,
      score REAL NOT NULL, provisional REAL NOT NULL, waiting REAL NOT NULL,
      maximum REAL NOT NULL, submitted TEXT, late INTEGER, editedAfterDue INTEGER NOT NULL,
      remark TEXT, problems INTEGER NOT NULL, file TEXT NOT NULL, notebook TEXT NOT NULL,
      exerciseDigest TEXT NOT NULL, version TEXT NOT NULL, input TEXT NOT NULL,
      PRIMARY KEY (exercise, student)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX gradeByStudent ON grade (student, exercise, input);
    CREATE INDEX gradeByFile ON grade (file);

    CREATE TABLE mark (
      exercise TEXT NOT NULL, student TEXT NOT NULL, question TEXT NOT NULL,
      score REAL NOT NULL, provisional REAL NOT NULL, waiting REAL NOT NULL,
      maximum REAL NOT NULL, attempted INTEGER NOT NULL, skipped INTEGER NOT NULL,
      tries INTEGER NOT NULL, hints INTEGER NOT NULL, hintCost REAL NOT NULL, text TEXT,
      PRIMARY KEY (exercise, student, question)
    ) STRICT, WITHOUT ROWID;

    -- An answer with its verdict; cause is NULL or the object of `check --json`. A choice has
    -- its ticks in typed, one a line.
    CREATE TABLE answer (
      exercise TEXT NOT NULL, student TEXT NOT NULL, question TEXT NOT NULL,
      position INTEGER NOT NULL, name TEXT NOT NULL, verdict TEXT NOT NULL, share REAL NOT NULL,
      cause TEXT, message TEXT NOT NULL, typed TEXT, value TEXT,
      PRIMARY KEY (exercise, student, question, position)
    ) STRICT, WITHOUT ROWID;

    -- A criterion of a text; met is NULL where a person decides.
    CREATE TABLE criterion (
      exercise TEXT NOT NULL, student TEXT NOT NULL, question TEXT NOT NULL, id TEXT NOT NULL,
      position INTEGER NOT NULL, kind TEXT NOT NULL, points REAL NOT NULL, met INTEGER,
      message TEXT NOT NULL,
      PRIMARY KEY (exercise, student, question, position)
    ) STRICT, WITHOUT ROWID;

    -- What students have noted for a question session.
    CREATE TABLE asked (
      exercise TEXT NOT NULL, student TEXT NOT NULL, position INTEGER NOT NULL, question TEXT,
      time TEXT, text TEXT NOT NULL,
      PRIMARY KEY (exercise, student, position)
    ) STRICT, WITHOUT ROWID;

    -- Marks that a later run has changed, and why. question is '' for the whole.
    CREATE TABLE change (
      number INTEGER PRIMARY KEY, exercise TEXT NOT NULL, student TEXT NOT NULL,
      question TEXT NOT NULL, before REAL, after REAL, why TEXT NOT NULL, time TEXT NOT NULL
    ) STRICT;

    -- Answers that a person has chosen to be shown to the class, without a name.
    CREATE TABLE example (
      exercise TEXT NOT NULL, question TEXT NOT NULL, student TEXT NOT NULL,
      comment TEXT NOT NULL, PRIMARY KEY (exercise, question, student)
    ) STRICT, WITHOUT ROWID;
    """

  /// What notebooks say of what was taken back in them.
  private static let history = """
    -- What a notebook's history says and the rest of it does not say any more; question is '' for the
    -- whole. It changes no mark.
    CREATE TABLE historyRemark (
      exercise TEXT NOT NULL, student TEXT NOT NULL, position INTEGER NOT NULL,
      question TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (exercise, student, position)
    ) STRICT, WITHOUT ROWID;

    -- The next run fills it.
    UPDATE grade SET input = '';
    """

  /// Decisions of persons beside what the program has found.
  private static let second = """
    -- mark.score, provisional and waiting are what counts, decisions of persons included; these are
    -- what the program found. hintPrice is what the hints shown cost at most, work the digest of
    -- what the student has written.
    ALTER TABLE mark ADD COLUMN machineScore REAL NOT NULL DEFAULT 0;
    ALTER TABLE mark ADD COLUMN machineProvisional REAL NOT NULL DEFAULT 0;
    ALTER TABLE mark ADD COLUMN machineWaiting REAL NOT NULL DEFAULT 0;
    ALTER TABLE mark ADD COLUMN hintPrice REAL NOT NULL DEFAULT 0;
    ALTER TABLE mark ADD COLUMN work TEXT NOT NULL DEFAULT '';
    UPDATE mark SET machineScore = score, machineProvisional = provisional,
      machineWaiting = waiting, hintPrice = hintCost;

    -- Points of an answer at most, and those that a person has given.
    ALTER TABLE answer ADD COLUMN maximum REAL NOT NULL DEFAULT 0;
    ALTER TABLE answer ADD COLUMN given REAL;
    ALTER TABLE criterion ADD COLUMN given REAL;

    -- The next run fills these in.
    UPDATE grade SET input = '';

    -- What persons have decided, in the order in which it came; rows are added and never changed.
    -- part is '' for the whole question, 'answer:NAME' or 'criterion:ID'. Either points are given (NULL
    -- lets the parts of the question count again) or a comment. work is the digest of what the decision
    -- is about, stroke the same for what was decided with one key.
    CREATE TABLE review (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, exercise TEXT NOT NULL,
      student TEXT NOT NULL, question TEXT NOT NULL, part TEXT NOT NULL, points REAL, comment TEXT,
      why TEXT NOT NULL, reviewer TEXT NOT NULL, time TEXT NOT NULL, work TEXT NOT NULL,
      stroke TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reviewByWork ON review (exercise, student, question);
    CREATE INDEX reviewByStroke ON review (stroke);

    -- Which earlier decisions one takes the place of: those that the reviewer had seen.
    CREATE TABLE replaced (
      review TEXT NOT NULL, earlier TEXT NOT NULL, PRIMARY KEY (earlier, review)
    ) STRICT, WITHOUT ROWID;

    -- Decisions that were taken back, and when: what they took the place of stands again.
    CREATE TABLE takenBack (review TEXT PRIMARY KEY, time TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- Computed from these: the decisions that stand. Where several of a part differ, reviewers disagree.
    CREATE TABLE standing (review TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE VIEW decision AS SELECT * FROM review WHERE id IN (SELECT review FROM standing);

    -- When students have handed in, as the last list of times had it.
    CREATE TABLE handedIn (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
      submission TEXT NOT NULL, submitted TEXT NOT NULL
    ) STRICT;
    """
}
