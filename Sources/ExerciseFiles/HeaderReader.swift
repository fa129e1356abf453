import Dates
import Exercises

/// What the front matter of an exercise or a course says.
struct Header {
  var id: String?
  var title: String?
  var due: String?
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

/// What a question's help costs, and whether it may be skipped.
struct QuestionHelps {
  /// Share of the question's points that each hint takes away.
  var hintCost = 0.0
  var maySkip = false

  static let keys = ["hint_cost", "skip"]

  init() {}

  /// As the keys say; where they are silent, as `base` does.
  init(_ fields: Fields, base: QuestionHelps = QuestionHelps()) {
    hintCost = fields.number("hint_cost", .share) ?? base.hintCost
    maySkip = fields.truth("skip") ?? base.maySkip
  }
}

/// A table that the front matter names.
struct TableReference {
  var name: String
  var also: [String]
  var file: String
  var place: SourceLocation
}

/// Reads front matter.
struct HeaderReader {
  let log: ProblemLog

  private static let exerciseKeys =
    [
      "reckon", "id", "title", "due", "units", "tables", "requires",
    ] + ConstantReader.keys + QuestionHelps.keys
  private static let courseKeys =
    [
      "reckon", "title", "due", "exercises", "calendar", "units", "tables",
    ] + ConstantReader.keys

  func exercise(_ node: YAMLNode) -> Header {
    guard let fields = fields(node, .exercise, Self.exerciseKeys) else { return Header() }
    var header = common(fields)
    if fields.require("id"), let id = fields.text("id") {
      if isExerciseID(id) {
        header.id = id
      } else {
        log.report(.badExerciseID(found: id), at: fields.node("id")?.place ?? fields.place)
      }
    }
    header.requires = requires(fields, ownID: header.id)
    header.helps = QuestionHelps(fields)
    return header
  }

  func course(_ node: YAMLNode) -> Header {
    guard let fields = fields(node, .course, Self.courseKeys) else { return Header() }
    var header = common(fields)
    header.exercises = fields.sourcedList("exercises").filter { id in
      if isExerciseID(id.text) { return true }
      log.report(.badExerciseID(found: id.text), line: id.line)
      return false
    }
    header.calendar = fields.list("calendar").compactMap(event)
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
      log.report(.badVersion(found: version), at: fields.node("reckon")?.place ?? fields.place)
    }
    if fields.require("title") { header.title = fields.text("title") }
    header.due = date("due", fields, needsTime: true)
    header.units = units(fields)
    header.tables = tables(fields)
    let figures = ConstantReader(log: log)
    header.constants = figures.constants(fields)
    header.equivalencies = figures.equivalencies(fields)
    return header
  }

  /// A date as ISO 8601 writes it; the date that was typed is kept as it is.
  private func date(_ key: String, _ fields: Fields, needsTime: Bool) -> String? {
    guard let text = fields.text(key) else { return nil }
    switch CalendarDate(text) {
    case .moment?: return text
    case .day? where !needsTime: return text
    case .day?, nil: break
    }
    log.report(
      .badDate(key: key, found: text, needsTime: needsTime),
      at: fields.node(key)?.place ?? fields.place)
    return nil
  }

  private func event(_ node: YAMLNode) -> Course.Event? {
    guard
      let fields = Fields(node, owner: .event, allowed: ["date", "until", "what", "for"], log: log)
    else {
      log.report(.wrongType(key: "calendar", expected: .mapping, found: node.shape), at: node.place)
      return nil
    }
    let until = date("until", fields, needsTime: false)
    guard fields.require("date"), fields.require("what"),
      let date = date("date", fields, needsTime: false), let what = fields.text("what")
    else { return nil }
    if let until, isBackwards(date, until) {
      log.report(
        .calendarBackwards(date: date, until: until),
        at: fields.node("until")?.place ?? fields.place)
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
      guard isName(pair.key) else {
        log.report(.badName(name: pair.key, of: .unit), at: pair.place)
        return nil
      }
      var word = pair.value.text
      var plural: String?
      if let pairs = pair.value.pairs, pairs.count == 1 {
        word = pairs[0].key
        plural = pairs[0].value.text
        if plural == nil {
          log.report(
            .wrongType(key: pairs[0].key, expected: .text, found: pairs[0].value.shape),
            at: pairs[0].place)
        }
      }
      switch word {
      case "counted": return UnitDeclaration(name: pair.key, plural: plural, kind: .counted)
      case "label": return UnitDeclaration(name: pair.key, plural: plural, kind: .label)
      default:
        log.report(.unitKind(name: pair.key, found: word ?? ""), at: pair.value.place)
        return nil
      }
    }
  }

  private func requires(_ fields: Fields, ownID: String?) -> [SourcedText] {
    fields.sourcedList("requires").filter { id in
      if id.text == ownID {
        log.report(.requiresItself(id: id.text), line: id.line)
        return false
      }
      if isExerciseID(id.text) { return true }
      log.report(.badExerciseID(found: id.text), line: id.line)
      return false
    }
  }

  private func tables(_ fields: Fields) -> [TableReference] {
    fields.mapping("tables").compactMap { pair in
      guard isName(pair.key) else {
        log.report(.badName(name: pair.key, of: .table), at: pair.place)
        return nil
      }
      if let file = pair.value.text {
        return TableReference(name: pair.key, also: [], file: file, place: pair.value.place)
      }
      guard let table = Fields(pair.value, owner: .table, allowed: ["file", "also"], log: log)
      else {
        log.report(
          .wrongType(key: pair.key, expected: .text, found: pair.value.shape), at: pair.place)
        return nil
      }
      guard table.require("file", at: pair.place), let file = table.text("file") else { return nil }
      let also = table.sourcedList("also").map(\.text).filter { name in
        if isName(name) { return true }
        log.report(.badName(name: name, of: .table), at: table.place(of: "also"))
        return false
      }
      let place = table.node("file")?.place ?? pair.place
      return TableReference(name: pair.key, also: also, file: file, place: place)
    }
  }
}
