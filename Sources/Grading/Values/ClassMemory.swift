import AnswerKeys
import Diagnostics
import Formulas

/// What was found of the answers of a class, so that what several students have typed alike is
/// computed and judged once.
///
/// Two answers share what is found where they have the same statements behind them, byte for byte
/// and in one order: their own, those of every name that occurs in one of these, and those of the
/// answers that the model answer builds on. Nothing else of a notebook is looked at in judging one
/// that can be computed.
public final class ClassMemory {
  /// A name's value before and after an answer's unit was taken on.
  typealias Computed = (key: Worksheet.Key, raw: Value, adjusted: Value)

  /// What was found of an answer, with the values of all names behind it.
  struct Known {
    var report: AnswerReport
    var values: [Computed]
  }

  let answers = RecentlyMade<ExactText, Known>(limit: lengthKept)
  /// What formulas come to on the model's values, by the statements behind them that do not stand for
  /// answers with these.
  let outcomes = RecentlyMade<ExactText, Grader.OutcomeOnModelValues?>(limit: lengthKept / 4)
  /// By each name under which an answer is taken: its other names, and those that judging it looks at.
  let related: [String: [String]]
  /// Their own names and all others under which each answer is taken, in the order of the key.
  let names: [(answer: String, names: [String])]
  /// The answers that names stand for.
  let answersByName: [String: String]

  /// Bytes of statements and what is found of them that are remembered at once.
  private static let lengthKept = 12 << 20

  private init(_ key: AnswerKey) {
    func ownNames(_ answer: AnswerKey.Answer) -> [String] {
      answer.keys.compactMap { if case .name(let name) = $0 { name } else { nil } }
    }
    var related: [String: [String]] = [:]
    for answer in key.answers {
      let behind = key.names(behind: answer.usedNames).subtracting([answer.spec.name])
      let all =
        ownNames(answer)
        + behind.flatMap { name in
          key.answer(named: name).map(ownNames) ?? [name]
        }
      for name in ownNames(answer) where related[name] == nil { related[name] = all }
    }
    self.related = related
    let names = key.answers.map { ($0.spec.name, ownNames($0)) }
    self.names = names
    answersByName = Dictionary(
      names.flatMap { answer, own in own.map { ($0, answer) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// That of an exercise; nil where its answers are not known, so that each is judged by itself.
  public static func of(_ compiled: CompiledExercise) -> ClassMemory? {
    guard compiled.answerKey.answers.allSatisfy(\.isKnown) else { return nil }
    return compiled.kept("class") { ClassMemory(compiled.answerKey) }
  }
}

/// The statements of one notebook, with what a class has found of the same.
public struct SharedAnswers {
  private let memory: ClassMemory
  /// By the names of answers: the statements behind them.
  private var keys: [String: ExactText] = [:]
  /// Names that are bound by them.
  private var bound: [String: [String]] = [:]
  private var found: [String: ClassMemory.Known] = [:]
  /// Names in the order of their statements, with the statements, and the places of all names that
  /// each uses, as bits.
  private var names: [String] = []
  private var texts: [String] = []
  private var uses: [UInt64] = []

  /// Statements of a notebook whose answers are shared at most, and bytes of them.
  private static let limits = (count: 64, length: 4000)
  /// Steps that a sheet may have taken, so that no answer is near to what it may take.
  private static let stepLimit = 10_000
  /// Bytes that what is found of an answer takes, more or less.
  private static let lengthOfReport = 1500
  /// The same of what a formula comes to on the model's values.
  private static let lengthOfOutcome = 100

  /// Nil where statements do anything but give names formulas, each once.
  ///
  /// - `fixedKeys`: names that have the model answer's value instead, in the order in which
  ///   they got it.
  public init?(
    _ statements: [Statement], fixed fixedKeys: [Worksheet.Key] = [], _ memory: ClassMemory
  ) {
    let fixed = fixedKeys.compactMap { if case .name(let name) = $0 { name } else { nil } }
    guard statements.count + fixed.count <= Self.limits.count, fixed.count == fixedKeys.count else {
      return nil
    }
    self.memory = memory
    var places: [String: Int] = [:]
    var length = 0
    for statement in statements {
      if case .show = statement.kind { continue }
      if case .assign(let name, _, _) = statement.kind, fixed.contains(name) { continue }
      guard case .assign(let name, _, _) = statement.kind,
        places.updateValue(names.count, forKey: name) == nil
      else { return nil }
      length += statement.text.utf8.count
      guard length <= Self.limits.length, statement.text.utf8.allSatisfy({ $0 < 0x80 }) else {
        return nil
      }
      names.append(name)
      texts.append(statement.text)
    }
    for name in fixed {
      guard places.updateValue(names.count, forKey: name) == nil else { return nil }
      names.append(name)
      // No statement is so.
      texts.append("\0" + name)
    }
    // Whatever a formula looks up stands in its text.
    uses = names.map { memory.related[$0]?.reduce(0) { $0 | bit(of: $1) } ?? 0 }
    func bit(of name: String) -> UInt64 { places[name].map { 1 << UInt64($0) } ?? 0 }
    for (place, text) in texts.enumerated() {
      for (other, name) in names.enumerated() where text.holds(bytesOf: name) {
        uses[place] |= 1 << UInt64(other)
      }
    }
    for (answer, own) in memory.names {
      guard own.contains(where: { places[$0] != nil }) else { continue }
      var waiting = memory.related[answer]?.reduce(0) { $0 | bit(of: $1) } ?? 0
      var behind: UInt64 = 0
      while waiting != 0 {
        let place = waiting.trailingZeroBitCount
        behind |= 1 << UInt64(place)
        waiting = (waiting | uses[place]) & ~behind
      }
      var key = answer
      var ownBound: [String] = []
      for place in names.indices where behind & (1 << UInt64(place)) != 0 {
        key += "\0"
        key += texts[place]
        ownBound.append(names[place])
      }
      let exact = ExactText(key)
      keys[answer] = exact
      bound[answer] = ownBound
      found[answer] = memory.answers[exact]
    }
  }

  /// Values that the same statements have given others.
  public var values: [Worksheet.Key: (raw: Value, adjusted: Value)] {
    var values: [Worksheet.Key: (raw: Value, adjusted: Value)] = [:]
    for known in found.values {
      for value in known.values { values[value.key] = (value.raw, value.adjusted) }
    }
    return values
  }

  /// What was found of an answer with the same statements, or else is found now.
  ///
  /// - Parameter failing: names and columns whose statements cannot be read or computed here, be it
  ///   for what others of the notebook have taken.
  func report(
    on answer: String, _ sheet: Worksheet, failing: [Worksheet.Key: LocatedDiagnostic],
    _ judge: () -> AnswerReport
  ) -> AnswerReport {
    guard let key = keys[answer], let names = bound[answer] else { return judge() }
    let looked = failing.isEmpty ? [] : names + (memory.related[answer] ?? [])
    guard looked.allSatisfy({ failing[.name($0)] == nil }) else { return judge() }
    if let known = found[answer] { return known.report }
    let report = judge()
    guard report.problem == nil, sheet.stepsTaken <= Self.stepLimit else { return report }
    var values: [ClassMemory.Computed] = []
    for key in names.map(Worksheet.Key.name) {
      guard case .success(let raw)? = sheet.rawValue(of: key),
        case .success(let adjusted)? = sheet.value(of: key)
      else { return report }
      values.append((key, raw, adjusted))
    }
    let elements = values.reduce(0) { $0 + $1.raw.elementCount + $1.adjusted.elementCount }
    memory.answers.keep(
      ClassMemory.Known(report: report, values: values), for: key,
      size: Self.lengthOfReport + key.text.utf8.count + 8 * elements)
    return report
  }

  /// What the formula of a name comes to where some answers have the model's values, as it was found
  /// with the same statements, or else is found now.
  func outcome(
    at key: Worksheet.Key, _ sheet: Worksheet, fixed: Set<String>,
    failing: [Worksheet.Key: LocatedDiagnostic], _ make: () -> Grader.OutcomeOnModelValues?
  ) -> Grader.OutcomeOnModelValues? {
    guard case .name(let name) = key, let start = names.firstIndex(of: name) else { return make() }
    var waiting: UInt64 = 1 << UInt64(start)
    var behind: UInt64 = 0
    var stops: UInt64 = 0
    while waiting != 0 {
      let place = waiting.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(place)
      behind |= bit
      if place != start, let answer = memory.answersByName[names[place]], fixed.contains(answer) {
        stops |= bit
      } else if failing[.name(names[place])] != nil {
        return make()
      } else {
        waiting |= uses[place]
      }
      waiting &= ~behind
    }
    var text = name
    for place in names.indices where behind & (1 << UInt64(place)) != 0 {
      text += "\0"
      // What stands for a fixed value is known by its name.
      text += stops & (1 << UInt64(place)) == 0 ? texts[place] : "\0" + names[place]
    }
    let exact = ExactText(text)
    if let known = memory.outcomes[exact] { return known }
    let outcome = make()
    if sheet.stepsTaken <= Self.stepLimit {
      memory.outcomes.keep(outcome, for: exact, size: Self.lengthOfOutcome + text.utf8.count)
    }
    return outcome
  }
}
