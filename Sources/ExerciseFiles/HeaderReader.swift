import Dates
import Exercises

/// What the front matter of an exercise or a course says.
struct Header {
  var id: String?
  var release: Release?
  var title: String?
  var due: SourcedText?
  var units: [UnitDeclaration] = []
  var tables: [TableReference] = []
  var requires: [SourcedText] = []
  var exercises: [SourcedText] = []
  var calendar: [Course.Event] = []
  var constants: [Constant] = []
  var equivalencies: [Equivalency] = []
  /// What holds for every question that does not say otherwise.
  var helps = QuestionHelps()
}

/// What a question's help costs, whether hints are derived, and whether it may be skipped.
struct QuestionHelps {
  /// Share of the question's points that each hint takes away.
  var hintCost = 0.0
  /// Whether the model answers make hints as well.
  var derivesHints = true
  var maySkip = false

  static let keys = ["hint_cost", "derived_hints", "skip"]

  init() {}

  /// As the keys say; where they are silent, as `base` does.
  init(_ fields: Fields, base: QuestionHelps = QuestionHelps()) {
    hintCost = fields.number("hint_cost", .share) ?? base.hintCost
    derivesHints = fields.truth("derived_hints") ?? base.derivesHints
    maySkip = fields.truth("skip") ?? base.maySkip
  }
}

/// A table that the front matter names.
struct TableReference {
  var name: String
  var also: [String] = []
  var file: String
  var place: SourceLocation
}

/// Reads front matter.
struct HeaderReader {
  let log: ProblemLog

  /// In the order in which they are listed for somebody who looks for one.
  private static let exerciseKeys =
    ["reckon", "id", "title", "due", "units", "tables", "requires", "released", "made_of"]
    + ConstantReader.keys + QuestionHelps.keys
  private static let courseKeys =
    ["reckon", "title", "due", "exercises", "calendar", "units", "tables"] + ConstantReader.keys

  func exercise(_ node: YAMLNode) -> Header {
    guard let fields = fields(node, .exercise, Self.exerciseKeys) else { return Header() }
    var header = common(fields)
    if fields.require("id"), let id = fields.text("id") {
      if isExerciseID(id) {
        header.id = id
      } else {
        log.report(.badExerciseID(found: id), at: fields.place(ofValue: "id"))
      }
    }
    header.requires = ids("requires", fields, except: header.id)
    header.helps = QuestionHelps(fields)
    header.release = fields.word("released", of: Release.Kind.self).map {
      Release(kind: $0, source: fields.text("made_of") ?? "")
    }
    return header
  }

  func course(_ node: YAMLNode) -> Header {
    guard let fields = fields(node, .course, Self.courseKeys) else { return Header() }
    var header = common(fields)
    header.exercises = ids("exercises", fields)
    header.calendar = fields.list("calendar").compactMap(event)
    return header
  }

  /// What a list of exercises says of one, or of a course: what else stands in the front matter is not
  /// looked at.
  func entry(_ node: YAMLNode) -> Header {
    let isExercise = node.pairs?.contains { $0.key == "id" } == true
    guard
      let fields = fields(
        node, isExercise ? .exercise : .course, isExercise ? Self.exerciseKeys : Self.courseKeys)
    else { return Header() }
    var header = Header()
    header.title = fields.text("title")
    header.due = due(fields)
    header.id = fields.text("id").flatMap { isExerciseID($0) ? $0 : nil }
    header.exercises = isExercise ? [] : ids("exercises", fields)
    return header
  }

  private func fields(_ node: YAMLNode, _ owner: KeyOwner, _ keys: [String]) -> Fields? {
    if let fields = Fields(node, owner: owner, allowed: keys, log: log) { return fields }
    log.report(.keyMissing(key: "reckon", owner: owner), at: node.place)
    return nil
  }

  private func common(_ fields: Fields) -> Header {
    var header = Header()
    if fields.require("reckon"), let version = fields.text("reckon"), version != "1" {
      log.report(.badVersion(found: version), at: fields.place(ofValue: "reckon"))
    }
    fields.require("title")
    header.title = fields.text("title")
    header.due = due(fields)
    header.units = units(fields)
    header.tables = fields.mapping("tables").compactMap(table)
    let figures = ConstantReader(fields: fields)
    header.constants = figures.constants()
    header.equivalencies = figures.equivalencies()
    return header
  }

  private func due(_ fields: Fields) -> SourcedText? {
    date("due", fields, needsTime: true).map {
      SourcedText($0, line: fields.place(of: "due").line)
    }
  }

  /// A date as ISO 8601 writes it; the date that was typed is kept as it is.
  private func date(_ key: String, _ fields: Fields, needsTime: Bool = false) -> String? {
    guard let text = fields.text(key) else { return nil }
    switch CalendarDate(text) {
    case .moment?: return text
    case .day? where !needsTime: return text
    case .day?, nil:
      log.report(
        .badDate(key: key, found: text, needsTime: needsTime), at: fields.place(ofValue: key))
      return nil
    }
  }

  private func event(_ node: YAMLNode) -> Course.Event? {
    let keys = ["date", "until", "what", "for"]
    guard let fields = Fields(entryOf: "calendar", node, owner: .event, allowed: keys, log: log)
    else { return nil }
    let until = date("until", fields)
    guard fields.require("date"), fields.require("what"), let date = date("date", fields),
      let what = fields.text("what")
    else { return nil }
    if let until, isBackwards(date, until) {
      log.report(.calendarBackwards(date: date, until: until), at: fields.place(ofValue: "until"))
    }
    let purpose = fields.word("for", of: Course.Event.Purpose.self)
    return Course.Event(date: date, until: until, what: what, purpose: purpose)
  }

  /// Whether an end is before its start; of a day and a time that depends on the zone.
  private func isBackwards(_ date: String, _ until: String) -> Bool {
    switch (CalendarDate(date), CalendarDate(until)) {
    case (.day(let from)?, .day(let end)?): end < from
    case (.moment(let from)?, .moment(let end)?): end < from
    case (.day?, .moment?), (.moment?, .day?), (nil, _), (_, nil): false
    }
  }

  private func units(_ fields: Fields) -> [UnitDeclaration] {
    fields.mapping("units").compactMap { pair in
      guard log.isName(pair, of: .unit) else { return nil }
      var word = pair.value.text
      var plural: String?
      if let pairs = pair.value.pairs, pairs.count == 1 {
        word = pairs[0].key
        plural = pairs[0].value.text
        if plural == nil { log.wrongType(pairs[0].key, .text, pairs[0].value, at: pairs[0].place) }
      }
      if let kind = word.flatMap(UnitDeclaration.Kind.init) {
        return UnitDeclaration(
          name: pair.key, plural: plural, kind: kind, line: pair.place.line)
      }
      log.report(.unitKind(name: pair.key, found: word ?? ""), at: pair.value.place)
      return nil
    }
  }

  /// Ids of exercises; what cannot be one is told and left out, as is the exercise's own.
  private func ids(_ key: String, _ fields: Fields, except own: String? = nil) -> [SourcedText] {
    fields.sourcedList(key).filter { id in
      if id.text != own, isExerciseID(id.text) { return true }
      log.report(
        id.text == own ? .requiresItself(id: id.text) : .badExerciseID(found: id.text),
        line: id.line)
      return false
    }
  }

  private func table(_ pair: YAMLPair) -> TableReference? {
    guard log.isName(pair, of: .table) else { return nil }
    if let file = pair.value.text {
      return TableReference(name: pair.key, file: file, place: pair.value.place)
    }
    guard let table = Fields(pair, owner: .table, allowed: ["file", "also"], log: log),
      table.require("file", at: pair.place), let file = table.text("file")
    else { return nil }
    let also = table.sourcedList("also").map(\.text).filter { name in
      if isName(name) { return true }
      log.report(.badName(name: name, of: .table), at: table.place(of: "also"))
      return false
    }
    return TableReference(
      name: pair.key, also: also, file: file, place: table.place(ofValue: "file"))
  }
}
