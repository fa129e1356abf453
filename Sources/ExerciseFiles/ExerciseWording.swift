import Dates
import Diagnostics
import Files
import Quantities

/// What a person is told of a fault in the file of an exercise or a course, in alphabetical order.
extension Diagnostic {
  init(_ id: String, _ message: String, try help: String?..., as severity: Severity = .error) {
    self.init(id: id, severity: severity, message: message, help: help.compactMap { $0 })
  }

  static func anchor(name: String) -> Self {
    Self(
      "anchor", "`*\(name)` stands for what `&\(name)` marks, which exercises do not use.",
      try: "Write the text out in both places.")
  }
  static func answerTwice(name: String, firstLine line: Int) -> Self {
    Self(
      "answer-twice", "`\(name)` is already a name of line \(line).",
      try: "Give each answer of an exercise a name of its own.")
  }
  static func badDate(key: String, found: String, needsTime: Bool) -> Self {
    Self(
      "bad-date",
      "`\(key)` is `\(found)`, which is not a date\(needsTime ? " with a time and its zone" : "").",
      try: completed(found).map { "Write it as in `\(needsTime ? $0.moment : $0.day)`." }
        ?? "Write it as in \(needsTime ? "" : "`2030-12-01` or ")`2030-12-01T23:59:00+01:00`.")
  }

  /// The date that a text begins with, as ISO 8601 writes it, with the time that it says or the end
  /// of the day.
  private static func completed(_ text: String) -> (day: String, moment: String)? {
    func padded(_ digits: Substring) -> String { digits.count == 1 ? "0\(digits)" : "\(digits)" }
    let iso = text.prefixMatch(of: /(\d{4})[-.\/](\d\d?)[-.\/](\d\d?)(?!\d)/)
    let other = text.prefixMatch(of: /(\d\d?)\. ?(\d\d?)\. ?(\d{4})(?!\d)/)
    let parts = iso.map { ($0.1, $0.2, $0.3) } ?? other.map { ($0.3, $0.2, $0.1) }
    guard let parts else { return nil }
    let day = "\(parts.0)-\(padded(parts.1))-\(padded(parts.2))"
    let clock =
      text.firstMatch(of: /[T ](\d\d?):(\d\d)/).map { "\(padded($0.1)):\($0.2)" } ?? "23:59"
    let zone = text.firstMatch(of: /:\d\d(Z|[-+]\d\d:\d\d)$/)?.1 ?? "+01:00"
    let moment = "\(day)T\(clock):00\(zone)"
    return Moment(moment) == nil ? nil : (day, moment)
  }

  static func badExerciseID(found: String) -> Self {
    Self(
      "bad-exercise-id",
      "`\(found)` cannot be an id, which has lower-case letters, digits and hyphens only.",
      try: "Write it as in `chatgpt-footprint`.")
  }
  static func badFunction(found: String) -> Self {
    Self(
      "bad-function", "`\(found)` is not a function's name with its parameters.",
      try: "Write it as in `emissions(distance, emissions_per_distance)`.")
  }
  static func badName(name: String, of thing: NamedThing) -> Self {
    Self(
      "bad-name",
      "`\(clipped(name))` cannot name \(thing.rawValue): a name has letters, digits and underscores, and "
        + "does not start with a digit.")
  }
  static func badNumber(key: String, found: String, allowed bound: NumberBound) -> Self {
    Self(
      "bad-number", "`\(key)` is `\(clipped(found))`, but has to be \(bound.phrase).",
      try: bound.meant(by: found).map { "Write `\(key): \($0)`." })
  }
  static func badOtherName(found: String) -> Self {
    Self(
      "bad-other-name", "`\(found)` is neither a name nor a column of a table.",
      try: "Write a column as in `models[\"Total CO2e (kg)\"]`, within single quotes.")
  }
  static func badSentences(found: String) -> Self {
    Self(
      "bad-sentences",
      "`sentences` is `\(found)`, but has to be a number from 1 to \(NumberBound.mostCounted) or a "
        + "range of them.", try: "Write it as in `3` or `1..6`.")
  }
  static func badTolerance(found: String) -> Self {
    Self(
      "bad-tolerance", "`\(found)` is not a tolerance.",
      try: "Write a share below 100 %, as in `0.5%`, or a distance, as in `±0.1` or `0.5 kg`.")
  }
  static func badVersion(found: String) -> Self {
    Self(
      "bad-version", "`reckon` is `\(found)`, but only version 1 of the format can be read.",
      try: "Write `reckon: 1`.")
  }
  static func badSeal(found: String) -> Self {
    Self(
      "bad-seal", "`\(clipped(found))` is no grid of seals.",
      try: "Take the exercise as it was released: seals are made by `reckon release`.")
  }
  static func badWord(key: String, found: String, allowed: [String]) -> Self {
    Self(
      "bad-word", "`\(key)` is `\(found)`, but has to be \(choice(allowed)).",
      try: nearest(to: found, allowed))
  }
  static func badWrittenForm(found: String) -> Self {
    Self(
      "bad-written", "`\(clipped(found))` is no way of writing a number.",
      try: "Write so many figures or decimals, as in `3 figures` or `2 decimals`, or `any`.")
  }
  static func blockOutsideQuestion(info: String) -> Self {
    Self(
      "block-outside-question", "This `\(info)` block belongs to no question.",
      try: "Put it after a heading that opens with a number, as in `## 1.2.1 Title`.")
  }
  static func calendarBackwards(date: String, until: String) -> Self {
    Self(
      "calendar-backwards", "`until` is `\(until)`, which is before `date`, `\(date)`.",
      try: "Give the later of the two as `until`.")
  }
  static func cellIsNoNumber(
    heading: String, unit: String, cell: String, tries: [String]
  ) -> Self {
    Self(
      id: "cell-is-no-number", severity: .error,
      message: "The column `\(heading)` is in `\(unit)`, but this row has `\(clipped(cell))`, "
        + "which is not a number.",
      help: tries.isEmpty
        ? ["Leave the cell empty where there is no figure, or take the unit out of the heading."]
        : tries)
  }
  static func chartKeyMisplaced(key: String, kind: String) -> Self {
    Self("chart-key", "`\(key)` has no place in a chart of kind `\(kind)`.", try: "Take it out.")
  }
  static func chartRange(found: String) -> Self {
    let begin = found.isEmpty ? "`over` does not name" : "`\(clipped(found))` is not"
    return Self(
      "chart-range", "\(begin) one range with its two ends.",
      try: "Write it as in `over: {users: 0 user .. 100000 user}`.")
  }
  static func chooseTooMany(count: Int, options: Int) -> Self {
    Self(
      "choose-too-many", "\(count) are to be chosen, but there are only \(options) options.",
      try: "Write at most `choose: \(options)`, or `choose: any`.")
  }
  static func circle(ids: [String]) -> Self {
    Self(
      "requires-circle", "These exercises require one another: \(ids.joined(separator: " → ")).",
      try: "Take one of them out of the other's `requires`.")
  }
  static func columnTwice(heading: String) -> Self {
    Self("column-twice", "Two columns are called `\(heading)`.", try: "Rename one of them.")
  }
  /// - Parameter tries: the text without its commas, where they were those of a number.
  static func commaInBraces(key: String?, text: String, tries: [String]) -> Self {
    let front = key.map { "\($0): " } ?? ""
    let read = text.prefix { $0 != "," }
    let quoted = YAMLNode.quoted(clipped(text))
    return Self(
      id: "comma-in-braces", severity: .error,
      message: "A comma ends a value within `\(key == nil ? "[ ]" : "{ }")`, so that "
        + (key.map { "`\($0)` is only" } ?? "one entry is") + " `\(clipped(String(read)))`.",
      help: tries.isEmpty
        ? ["Write `\(front)\(quoted)`, in quotes."] : tries.map { "Write `\(front)\($0)`." })
  }
  static let comparisonWithoutFigure = Self(
    "comparison-without-figure", "This comparison holds no formula, so it says the same of all.",
    try: "Write one in braces, as in `{amount / car_emissions to km}`.")
  static func criteriaPoints(sum: Double, points: Double) -> Self {
    Self(
      "criteria-points",
      "The criteria are worth \(shown(sum)), but the question \(shown(points)).",
      try: "Change `points`, so that both agree.", as: .warning)
  }
  static func criterionKind(id: String, found: [String]) -> Self {
    let name = id.isEmpty ? "This criterion" : "The criterion `\(id)`"
    return found.isEmpty
      ? Self(
        "criterion-kind", "\(name) does not say what it looks for.",
        try: "Add `mentions`, `figures` or `person`.")
      : Self(
        "criterion-kind", "\(name) has \(listed(found)), but can have only one of them.",
        try: "Make a criterion of each.")
  }
  static func criterionTwice(id: String) -> Self {
    Self("criterion-twice", "Two criteria have the id `\(id)`.", try: "Rename one of them.")
  }
  static func distanceOfPercent(found: String, share: String, number: Double) -> Self {
    Self(
      "distance-of-percent",
      "`\(found)` may be a share of the answer, or a distance from one that is a percentage.",
      try:
        "Write `\(share)` for the share, `±\(NumberFormat.standard.string(number / 100))` or, with `unit: \"%\"`, "
        + "`±\(shown(number))` for the distance.")
  }
  static func emptyHeading(column: Int) -> Self {
    Self("empty-heading", "Column \(column) has no heading.", try: "Give it a name.")
  }
  static func emptyTable(name: String) -> Self {
    Self(
      "empty-table", "The table `\(name)` is empty.",
      try: "Start it with a line of headings, separated by commas.")
  }
  static func emptyList(key: String) -> Self {
    Self("empty-list", "`\(key)` is empty.", try: "Add one entry at least, or take it out.")
  }
  static let frontMatterMissing = Self(
    "front-matter-missing", "The file does not open with a line `---`.",
    try: "Start it with `---`, the keys `reckon`, `id` and `title`, and another `---`.")
  static let frontMatterUnclosed = Self(
    "front-matter-unclosed", "The `---` of the first line has no other `---` to close it.",
    try: "Put a line `---` after the last key.")
  /// - Parameter owner: the answer before it.
  static func keyAsAnswer(_ pair: YAMLPair, after owner: YAMLPair?) -> Self {
    func entry(_ key: String, _ value: YAMLNode?) -> String {
      guard let text = value?.text else { return "\(key): …" }
      let isPlain =
        !text.contains { ",[]{}#:".contains($0) } && !"\"'&*%@`|>!".contains(text.prefix(1))
      return "\(key): " + (isPlain ? text : YAMLNode.quoted(text))
    }
    let name = owner?.key ?? "name"
    let expect = owner?.value.pairs?.first { $0.key == "expect" }?.value ?? owner?.value
    return Self(
      "key-as-answer", "`\(pair.key)` belongs below an answer, and stands here as one.",
      try: "Write `\(name): {\(entry("expect", expect)), \(entry(pair.key, pair.value))}`.")
  }
  static func keyMisplaced(key: String, beside mark: String) -> Self {
    let isOfAnswers = KindReader.values.marks.contains(mark)
    return Self(
      "key-misplaced", "`\(key)` has no place beside `\(mark)`.",
      try: isOfAnswers ? "Put it under the answer it belongs to." : "Take it out.")
  }
  static func keyMissing(key: String, owner: KeyOwner) -> Self {
    Self("key-missing", "\(owner.one) has no `\(key)`.", try: "Add `\(key):`.")
  }
  static func keyTwice(key: String, firstLine line: Int) -> Self {
    Self(
      "key-twice", "`\(key)` stands here a second time, after line \(line).",
      try: "Keep one of the two, or rename it.")
  }
  static func keyUnknown(key: String, owner: KeyOwner, allowed: [String]) -> Self {
    Self(
      "unknown-key", "\(owner.sort) has no key `\(clipped(key))`.",
      try: nearest(to: key, allowed) ?? "Its keys are \(listed(allowed)).")
  }
  static func keysTogether(keys: [String], areTolerances: Bool = false) -> Self {
    Self(
      areTolerances ? "several-tolerances" : "keys-together",
      "\(listed(keys)) are given together, but only one can hold.", try: "Keep one of them.")
  }
  static let kindMissing = Self(
    "kind-missing", "This question does not say what is to be answered.",
    try: "Add `answers`, `function`, `options`, or `text` with `criteria`.")
  static func kindsMixed(keys: [String]) -> Self {
    Self(
      "kinds-mixed", "A question has either of \(listed(keys)), but not both.",
      try: "Make two questions of it, with a heading each.")
  }
  static func misspeltFence(info: String, nearest: String) -> Self {
    let isSecret = Fence.secret.contains(nearest)
    return Self(
      "misspelt-block",
      "A block `\(clipped(info))` is shown as it is\(isSecret ? ", answers and all" : "").",
      try: "If it should be read, call it `\(nearest)`.", as: isSecret ? .error : .warning)
  }
  static func noRightOption(count: Int) -> Self {
    Self(
      "no-right-option",
      count == 0
        ? "No option is right, so nobody can have the points."
        : "Fewer options are right than are to be chosen, so nobody can have all the points.",
      try: "Mark the right ones with `right: yes`.", as: .warning)
  }
  static let noWrongOption = Self(
    "no-wrong-option", "Whoever ticks every option has all the points.",
    try: "Add options that are not right, or make a poll of it with `points: 0`.", as: .warning)
  static let notUTF8 = Self(
    "not-utf8", "The file is not all UTF-8; what cannot be read is shown as U+FFFD.",
    try: "Save it as UTF-8.", as: .warning)
  static func optionTwice(text: String) -> Self {
    Self(
      "option-twice", "Two options read `\(clipped(text))`, but for case and spaces.",
      try: "Reword one of them, for ticks are known by their words.")
  }
  static func parameterTwice(name: String) -> Self {
    Self("parameter-twice", "Two parameters are called `\(name)`.", try: "Rename one.")
  }
  static func questionTwice(id: String, firstLine line: Int) -> Self {
    Self(
      "question-twice", "The question of line \(line) has the number \(id) already.",
      try: "Give each question a number of its own.")
  }
  static func ragged(found: Int, expected: Int) -> Self {
    Self(
      "ragged-row", "This row has \(counted(found, "cell")), but there are \(expected) headings.",
      try: found < expected
        ? "Put a comma for each cell that is missing, at its place or at the end of the row."
        : "Put a cell with a comma in it within double quotes.")
  }
  static func rangeOfTwo(found: Int, withPoints mended: String?) -> Self {
    Self(
      "bad-range", "`range` has \(counted(found, "entry")), but needs its two ends.",
      try: mended.map { "Write `range: \($0)`, with a point for decimals." }
        ?? "Write it as in `range: [2 t, 5 t]`.")
  }
  static func requiresItself(id: String) -> Self {
    Self("requires-itself", "`\(id)` requires itself.", try: "Take it out of `requires`.")
  }
  static func secondQuestion(id: String, firstLine line: Int) -> Self {
    Self(
      "second-question", "\(id) has its `question` block in line \(line) already.",
      try: "Put a heading with a number of its own before this one.")
  }
  static func seriesTooMany(count: Int, limit: Int) -> Self {
    Self(
      "too-many-series", "There are \(count) series, but a chart draws \(limit) at most.",
      try: "Make several charts of it.")
  }
  static let showEmpty = Self(
    "show-empty", "There is no formula between these braces.",
    try: "Write one, as in `{energy to kWh}`, or `{{` for a brace of the text.")
  static func showName(found: String) -> Self {
    Self(
      "show-name", "`\(clipped(found))` is not a name with its formula.",
      try: "Write it as in `total = 3 * energy`; the text follows after a line `---`.")
  }
  static let showNamesUnclosed = Self(
    "show-names-unclosed", "The names of this block have no line `---` after them.",
    try: "Put a line `---` between the names and the text.")
  static func showOption(found: String) -> Self {
    Self(
      "show-option", "`\(clipped(found))` is no way to write a figure.",
      try: "After `|`, write `exact`, `3 figures` or `number`, apart by commas.")
  }
  static func showTooLarge(limit: Int) -> Self {
    Self(
      "show-too-large", "There are more than \(limit) formulas in this text.",
      try: "Make several blocks of it.")
  }
  static func showUnclosed(formula: String) -> Self {
    Self(
      "show-unclosed",
      formula.isEmpty
        ? "This brace is not closed." : "The brace before `\(clipped(formula))` is not closed.",
      try: "Put a `}` after the formula, or write `{{` for a brace of the text.")
  }
  static let sealsOutOfPlace = Self(
    "seals-out-of-place", "Only an exercise that says `released: sealed` has seals.",
    try: "Take the exercise as it was released.")
  static let sealsUnread = Self(
    "seals-unread", "The seals of this exercise are missing or damaged.",
    try: "Take the exercise as it was released: seals are made by `reckon release`.")
  static func tableComment(_ line: String) -> Self {
    Self(
      "table-comment", "`\(clipped(line))` is read as a row: a table has no lines of comment.",
      try: "Take the line out.")
  }
  static func tableFenceUnnamed(found: String) -> Self {
    let better = nameLike(found)
    return Self(
      "table-unnamed",
      found.isEmpty
        ? "This table has no name that formulas could use."
        : "`\(clipped(found))` cannot name a table: a name has letters, digits and underscores, and "
          + "does not start with a digit.",
      try: isName(better)
        ? "Write `table \(clipped(better))`." : "Write it after the word, as in `table models`.")
  }
  static func tableOutside(path: String) -> Self {
    Self(
      "table-outside", "`\(clipped(path))` is not within the exercise's folder.",
      try: "Put the table beside the exercise, and name it from there.")
  }
  static let tableQuotes = Self(
    "table-quotes", "A double quotation mark in this row does not close, or closes too early.",
    try: "Put the whole cell within double quotes, and write `\"\"` for one inside.")
  static func tableSeparator(found: String) -> Self {
    Self(
      "table-separator",
      "The headings are separated by \([";": "semicolons", "|": "bars"][found] ?? "tabs").",
      try: "Separate them by commas.")
  }
  /// - Parameter what: `rows` or `columns`.
  static func tableTooLarge(what: String, limit: Int) -> Self {
    Self("table-too-large", "The table has more than \(limit) \(what).")
  }
  static func tableTwice(name: String) -> Self {
    Self("table-twice", "Two tables are called `\(name)`.", try: "Rename one of them.")
  }
  static func tableWithoutRows(name: String) -> Self {
    Self(
      "empty-table", "The table `\(name)` has headings and no rows.",
      try: "Add a row below them, its cells separated by commas.")
  }
  static func testLength(
    found: Int, parameters: [String], withPoints mended: String?
  ) -> Self {
    Self(
      "test-length",
      "This test point has \(counted(found, "argument")), but the function takes "
        + "\(parameters.count): \(listed(parameters)).",
      try: mended.map { "Write `\($0)`, with a point for decimals." })
  }
  static let textTooTangled = Self(
    "text-too-tangled",
    "This text is too long, or has too many marks, to be read as Markdown: it is shown as it is.",
    try: "Part it by blank lines.", as: .warning)
  static func takesLength(found: Int, parameters: [String]) -> Self {
    Self(
      "takes-length",
      "`takes` has \(found) unit\(found == 1 ? "" : "s"), and the function takes"
        + " \(parameters.count): \(listed(parameters)).", try: "Give one unit for each.")
  }
  static func tooManyEntries(key: String, count: Int, limit: Int) -> Self {
    Self(
      "too-many-entries",
      "`\(key)` has \(count) entries, of which only the first \(limit) are read.")
  }
  static func tooManyFigures(key: String, limit: Int) -> Self {
    Self("too-many-figures", "`\(key)` has more than \(limit) entries.")
  }
  static func tooManyQuestions(count: Int, limit: Int) -> Self {
    Self(
      "too-many-questions",
      "There are \(count) questions in this file, of which only the first \(limit) are read.",
      try: "Make several exercises of it.")
  }
  static func tooManyShows(limit: Int) -> Self {
    Self("too-many-shows", "There are more than \(limit) `show` blocks in this exercise.")
  }
  static let tooTangled = Self(
    "too-tangled", "The Markdown of this file is too long, or nested too deeply.",
    try: "Make several exercises of it, of less than 1 MB each.")
  static func unclosedFence(info: String) -> Self {
    Self(
      "unclosed-block", "This \(info.isEmpty ? "block" : "`\(info)` block") is not closed.",
      try: "Put a line with the same marks, and nothing else, after its last line.")
  }
  static let unfencedQuestion = Self(
    "unread-block", "This reads like a `question` block, and is shown as it is, answers and all.",
    try: "Put it between a line ```` ```question ```` and a line ```` ``` ````.")
  static func unitKind(name: String, found: String) -> Self {
    let begin = found.isEmpty ? "`\(name)` is no kind of unit" : "`\(name)` is `\(found)`"
    return Self(
      "unit-kind", "\(begin), but a unit is either `counted` or a `label`.",
      try: "Write `\(name): counted` for things that are counted, `\(name): label` for a word "
        + "that is only printed.")
  }
  /// - Parameter offer: a command with the file that is called so.
  static func unknownExercise(id: String, nearest: [String], offer: String? = nil) -> Self {
    let known = nearest.map { "`\($0)`" }.joined(separator: " or ")
    return Self(
      "unknown-exercise", "There is no exercise `\(clipped(id))`.",
      try: offer.map { "`\(withoutControls($0))`" }
        ?? (known.isEmpty ? "`reckon list` shows which there are." : "Did you mean \(known)?"))
  }
  static func unreadable(path: String, why: FileError) -> Self {
    Self("unreadable", "`\(path)` \(why.phrase).")
  }
  static func unreadFence(kind: String) -> Self {
    let isSecret = Fence.secret.contains(kind)
    return Self(
      "unread-block",
      "A `\(kind)` block that is indented or quoted is shown as it is"
        + "\(isSecret ? ", answers and all" : "").",
      try: "Begin each of its lines at the margin.", as: isSecret ? .error : .warning)
  }
  static func wrongType(key: String, expected: ValueShape, found: YAMLNode) -> Self {
    Self(
      "wrong-type",
      found.shape != .nothing
        ? "`\(key)` holds \(found.shape.rawValue), but should hold \(expected.rawValue)."
        : found.nothing.isEmpty
          ? "`\(key)` is empty, but has to be \(expected.rawValue)."
          : "`\(found.nothing)` stands for nothing, but `\(key)` has to hold \(expected.rawValue).",
      try: ShapeAdvice(key: key, expected: expected, found: found).advice)
  }
}
