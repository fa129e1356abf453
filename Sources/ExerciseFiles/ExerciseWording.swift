import Dates
import Diagnostics
import Files
import MarkdownReading

/// What a person is told of a fault in an exercise's file.
func wording(of fault: ExerciseFault) -> Diagnostic {
  func told(
    _ id: String, _ message: String, try help: String?..., as severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(id: id, severity: severity, message: message, help: help.compactMap { $0 })
  }
  switch fault {
  case .anchor(let name):
    return told(
      "anchor", "`*\(name)` stands for what `&\(name)` marks, which exercises do not use.",
      try: "Write the text out in both places.")
  case .answerTwice(let name, let line):
    return told(
      "answer-twice", "`\(name)` is already a name of line \(line).",
      try: "Give each answer of an exercise a name of its own.")
  case .badDate(let key, let found, let needsTime):
    return needsTime
      ? told(
        "bad-date", "`\(key)` is `\(found)`, which is not a date with a time and its zone.",
        try: "Write it as in `2024-12-01T23:59:00+01:00`.")
      : told(
        "bad-date", "`\(key)` is `\(found)`, which is not a date.",
        try: "Write it as in `2024-12-01` or `2024-12-01T23:59:00+01:00`.")
  case .badExerciseID(let found):
    return told(
      "bad-exercise-id",
      "`\(found)` cannot be an id, which has lower-case letters, digits and hyphens only.",
      try: "Write it as in `chatgpt-footprint`.")
  case .badFunction(let found):
    return told(
      "bad-function", "`\(found)` is not a function's name with its parameters.",
      try: "Write it as in `emissions(distance, emissions_per_distance)`.")
  case .badName(let name, let thing):
    return told(
      "bad-name",
      "`\(name)` cannot name \(phrase(thing)): a name has letters, digits and underscores, and "
        + "does not start with a digit.")
  case .badNumber(let key, let found, let bound):
    return told(
      "bad-number", "`\(key)` is `\(found)`, but has to be \(phrase(bound)).")
  case .badOtherName(let found):
    return told(
      "bad-other-name", "`\(found)` is neither a name nor a column of a table.",
      try: "Write a column as in `models[\"Total CO2e (kg)\"]`, within single quotes.")
  case .badSentences(let found):
    return told(
      "bad-sentences",
      "`sentences` is `\(found)`, but has to be a number from 1 to \(NumberBound.mostCounted) or a "
        + "range of them.",
      try: "Write it as in `3` or `1..6`.")
  case .badTolerance(let found):
    return told(
      "bad-tolerance", "`\(found)` is not a tolerance.",
      try: "Write a share below 1, as in `0.5%` or `0.005`, or a quantity with its unit, as in "
        + "`0.5 kg`.")
  case .badVersion(let found):
    return told(
      "bad-version", "`reckon` is `\(found)`, but only version 1 of the format can be read.",
      try: "Write `reckon: 1`.")
  case .badWord(let key, let found, let allowed):
    return told(
      "bad-word", "`\(key)` is `\(found)`, but has to be \(choice(allowed)).",
      try: nearest(to: found, allowed))
  case .blockOutsideQuestion(let info):
    return told(
      "block-outside-question", "This `\(info)` block belongs to no question.",
      try: "Put it after a heading that opens with a number, as in `## 1.2.1 Title`.")
  case .calendarBackwards(let date, let until):
    return told(
      "calendar-backwards", "`until` is `\(until)`, which is before `date`, `\(date)`.",
      try: "Give the later of the two as `until`.")
  case .cellIsNoNumber(let heading, let unit, let cell):
    return told(
      "cell-is-no-number",
      "The column `\(heading)` is in `\(unit)`, but this row has `\(clipped(cell))`, which is not "
        + "a number.",
      try: "Leave the cell empty where there is no figure, or take the unit out of the heading.")
  case .chartKeyMisplaced(let key, let kind):
    return told(
      "chart-key", "`\(key)` has no place in a chart of kind `\(kind)`.", try: "Take it out.")
  case .chartRange(let found):
    let begin = found.isEmpty ? "`over` does not name" : "`\(clipped(found))` is not"
    return told(
      "chart-range", "\(begin) one range with its two ends.",
      try: "Write it as in `over: {users: 0 user .. 100000 user}`.")
  case .chooseTooMany(let count, let options):
    return told(
      "choose-too-many", "\(count) are to be chosen, but there are only \(options) options.",
      try: "Write at most `choose: \(options)`, or `choose: any`.")
  case .circle(let ids):
    return told(
      "requires-circle", "These exercises require one another: \(ids.joined(separator: " → ")).",
      try: "Take one of them out of the other's `requires`.")
  case .columnTwice(let heading):
    return told(
      "column-twice", "Two columns are called `\(heading)`.", try: "Rename one of them.")
  case .comparisonWithoutFigure:
    return told(
      "comparison-without-figure", "This comparison holds no formula, so it says the same of all.",
      try: "Write one in braces, as in `{amount / car_emissions to km}`.")
  case .criteriaPoints(let sum, let points):
    return told(
      "criteria-points",
      "The criteria are worth \(shown(sum)), but the question \(shown(points)).",
      try: "Change `points`, so that both agree.", as: .warning)
  case .criterionKind(let id, let found):
    let name = id.isEmpty ? "This criterion" : "The criterion `\(id)`"
    return found.isEmpty
      ? told(
        "criterion-kind", "\(name) does not say what it looks for.",
        try: "Add `mentions`, `figures` or `person`.")
      : told(
        "criterion-kind", "\(name) has \(listed(found)), but can have only one of them.",
        try: "Make a criterion of each.")
  case .criterionTwice(let id):
    return told("criterion-twice", "Two criteria have the id `\(id)`.", try: "Rename one of them.")
  case .emptyHeading(let column):
    return told("empty-heading", "Column \(column) has no heading.", try: "Give it a name.")
  case .emptyTable(let name):
    return told(
      "empty-table", "The table `\(name)` is empty.",
      try: "Start it with a line of headings, separated by commas.")
  case .emptyList(let key):
    return told("empty-list", "`\(key)` is empty.", try: "Add one entry at least, or take it out.")
  case .frontMatterMissing:
    return told(
      "front-matter-missing", "The file does not open with a line `---`.",
      try: "Start it with `---`, the keys `reckon`, `id` and `title`, and another `---`.")
  case .frontMatterUnclosed:
    return told(
      "front-matter-unclosed", "The `---` of the first line has no other `---` to close it.",
      try: "Put a line `---` after the last key.")
  case .keyMisplaced(let key, let mark):
    return told(
      "key-misplaced", "`\(key)` has no place beside `\(mark)`.",
      try: ValuesReader.marks.contains(mark)
        ? "Put it under the answer it belongs to." : "Take it out.")
  case .keyMissing(let key, let owner):
    return told(
      "key-missing", "\(phrase(owner, such: false)) has no `\(key)`.", try: "Add `\(key):`.")
  case .keyTwice(let key, let line):
    return told(
      "key-twice", "`\(key)` stands here a second time, after line \(line).",
      try: "Keep one of the two, or rename it.")
  case .keyUnknown(let key, let owner, let allowed):
    return told(
      "unknown-key", "\(phrase(owner, such: true)) has no key `\(clipped(key))`.",
      try: nearest(to: key, allowed) ?? "Its keys are \(listed(allowed)).")
  case .keysTogether(let keys):
    return told(
      "keys-together", "\(listed(keys)) are given together, but only one can hold.",
      try: "Keep one of them.")
  case .kindMissing:
    return told(
      "kind-missing", "This question does not say what is to be answered.",
      try: "Add `answers`, `function`, `options`, or `text` with `criteria`.")
  case .kindsMixed(let keys):
    return told(
      "kinds-mixed", "A question has either of \(listed(keys)), but not both.",
      try: "Make two questions of it, with a heading each.")
  case .misspeltFence(let info, let nearest):
    return told(
      "misspelt-block", "A block `\(info)` is shown as it is.",
      try: "If it should be read, call it `\(nearest)`.", as: .warning)
  case .noRightOption(let count):
    return told(
      "no-right-option",
      count == 0
        ? "No option is right, so nobody can have the points."
        : "Fewer options are right than are to be chosen, so nobody can have all the points.",
      try: "Mark the right ones with `right: yes`.", as: .warning)
  case .noWrongOption:
    return told(
      "no-wrong-option", "Whoever ticks every option has all the points.",
      try: "Add options that are not right, or make a poll of it with `points: 0`.", as: .warning)
  case .notUTF8:
    return told(
      "not-utf8", "The file is not all UTF-8; what cannot be read is shown as U+FFFD.",
      try: "Save it as UTF-8.", as: .warning)
  case .optionTwice(let text):
    return told(
      "option-twice", "Two options read `\(clipped(text))`, but for case and spaces.",
      try: "Reword one of them, for ticks are known by their words.")
  case .parameterTwice(let name):
    return told("parameter-twice", "Two parameters are called `\(name)`.", try: "Rename one.")
  case .questionTwice(let id, let line):
    return told(
      "question-twice", "The question of line \(line) has the number \(id) already.",
      try: "Give each question a number of its own.")
  case .ragged(let found, let expected):
    return told(
      "ragged-row", "This row has \(counted(found, "cell")), but there are \(expected) headings.",
      try: found < expected
        ? "Put a comma for each cell that is missing, at its place or at the end of the row."
        : "Put a cell with a comma in it within double quotes.")
  case .rangeOfTwo(let found):
    return told(
      "bad-range", "`range` has \(counted(found, "entry")), but needs its two ends.",
      try: "Write it as in `range: [2 t, 5 t]`.")
  case .requiresItself(let id):
    return told("requires-itself", "`\(id)` requires itself.", try: "Take it out of `requires`.")
  case .secondQuestion(let id, let line):
    return told(
      "second-question", "\(id) has its `question` block in line \(line) already.",
      try: "Put a heading with a number of its own before this one.")
  case .seriesTooMany(let count, let limit):
    return told(
      "too-many-series", "There are \(count) series, but a chart draws \(limit) at most.",
      try: "Make several charts of it.")
  case .severalTolerances(let keys):
    return told(
      "several-tolerances", "\(listed(keys)) are given together, but only one can hold.",
      try: "Keep one of them.")
  case .showEmpty:
    return told(
      "show-empty", "There is no formula between these braces.",
      try: "Write one, as in `{energy to kWh}`, or `{{` for a brace of the text.")
  case .showName(let found):
    return told(
      "show-name", "`\(clipped(found))` is not a name with its formula.",
      try: "Write it as in `total = 3 * energy`; the text follows after a line `---`.")
  case .showNamesUnclosed:
    return told(
      "show-names-unclosed", "The names of this block have no line `---` after them.",
      try: "Put a line `---` between the names and the text.")
  case .showOption(let found):
    return told(
      "show-option", "`\(clipped(found))` is no way to write a figure.",
      try: "After `|`, write `exact`, `3 figures` or `number`, apart by commas.")
  case .showTooLarge(let limit):
    return told(
      "show-too-large", "There are more than \(limit) formulas in this text.",
      try: "Make several blocks of it.")
  case .showUnclosed(let formula):
    return told(
      "show-unclosed",
      formula.isEmpty
        ? "This brace is not closed." : "The brace before `\(clipped(formula))` is not closed.",
      try: "Put a `}` after the formula, or write `{{` for a brace of the text.")
  case .tableFenceUnnamed:
    return told(
      "table-unnamed", "This table has no name that formulas could use.",
      try: "Write it after the word, as in `table models`.")
  case .tableOutside(let path):
    return told(
      "table-outside", "`\(clipped(path))` is not within the exercise's folder.",
      try: "Put the table beside the exercise, and name it from there.")
  case .tableQuotes:
    return told(
      "table-quotes", "A double quotation mark in this row does not close, or closes too early.",
      try: "Put the whole cell within double quotes, and write `\"\"` for one inside.")
  case .tableSeparator(let found):
    let name = found == ";" ? "semicolons" : "tabs"
    return told(
      "table-separator", "The headings are separated by \(name).", try: "Separate them by commas.")
  case .tableTooLarge(let what, let limit):
    let name = what == .rows ? "rows" : "columns"
    return told("table-too-large", "The table has more than \(limit) \(name).")
  case .tableTwice(let name):
    return told("table-twice", "Two tables are called `\(name)`.", try: "Rename one of them.")
  case .testLength(let found, let parameters):
    return told(
      "test-length",
      "This test point has \(counted(found, "argument")), but the function takes "
        + "\(parameters.count): \(listed(parameters)).")
  case .textTooTangled:
    return told(
      "text-too-tangled",
      "This text is too long, or has too many marks, to be read as Markdown: it is shown as it is.",
      try: "Part it by blank lines.", as: .warning)
  case .tooManyEntries(let key, let count, let limit):
    return told(
      "too-many-entries",
      "`\(key)` has \(count) entries, of which only the first \(limit) are read.")
  case .tooManyFigures(let key, let limit):
    return told("too-many-figures", "`\(key)` has more than \(limit) entries.")
  case .tooManyQuestions(let count, let limit):
    return told(
      "too-many-questions",
      "There are \(count) questions in this file, of which only the first \(limit) are read.",
      try: "Make several exercises of it.")
  case .tooManyShows(let limit):
    return told("too-many-shows", "There are more than \(limit) `show` blocks in this exercise.")
  case .tooTangled:
    return told(
      "too-tangled", "The Markdown of this file is too long, or nested too deeply.",
      try: "Make several exercises of it, of less than 1 MB each.")
  case .unclosedFence(let info):
    return told(
      "unclosed-block", "This \(info.isEmpty ? "block" : "`\(info)` block") is not closed.",
      try: "Put a line with the same marks, and nothing else, after its last line.")
  case .unitKind(let name, let found):
    let begin = found.isEmpty ? "`\(name)` is no kind of unit" : "`\(name)` is `\(found)`"
    return told(
      "unit-kind", "\(begin), but a unit is either `counted` or a `label`.",
      try: "Write `\(name): counted` for things that are counted, `\(name): label` for a word "
        + "that is only printed.")
  case .unknownExercise(let id, let nearest):
    let known = nearest.map { "`\($0)`" }.joined(separator: " or ")
    return told(
      "unknown-exercise", "There is no exercise `\(clipped(id))`.",
      try: known.isEmpty
        ? "`reckon list` shows which there are." : "Did you mean \(known)?")
  case .unreadable(let path, let why):
    return told("unreadable", "`\(path)` \(phrase(why)).")
  case .wrongType(let key, let expected, let found):
    return wrongType(key, expected, found)
  case .yaml(let fault):
    let (id, message, help) = yamlWording(of: fault)
    return told(id, message, try: help)
  }
}

// MARK: - Sentences with several forms

private func wrongType(_ key: String, _ expected: ValueShape, _ found: ValueShape) -> Diagnostic {
  let help: String? =
    if found == .mapping, expected == .text || expected == .number {
      "If the colon is part of the text, put the whole text in quotes."
    } else if found == .list, expected == .text {
      "If the bracket is part of the text, put the whole text in quotes."
    } else {
      nil
    }
  let message =
    found == .nothing
    ? "`\(key)` is empty, but has to be \(phrase(expected))."
    : "`\(key)` holds \(phrase(found)), but should hold \(phrase(expected))."
  return Diagnostic(id: "wrong-type", message: message, help: help.map { [$0] } ?? [])
}
