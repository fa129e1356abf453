import Diagnostics
import Exercises

/// The keys of one mapping, asked for by name; what is not as it should be is reported.
struct Fields {
  let owner: KeyOwner
  let place: SourceLocation
  let log: ProblemLog
  private let pairs: [String: YAMLPair]

  /// Entries of one list or mapping that are read, far more than anyone writes.
  private static let mostEntries = 500

  /// Nil where the node is no mapping. Keys that are not `allowed` are reported, unless they are
  /// among those `reportedElsewhere`.
  init?(
    _ node: YAMLNode, owner: KeyOwner, allowed: [String], reportedElsewhere: Set<String> = [],
    log: ProblemLog
  ) {
    guard var found = node.pairs else { return nil }
    if node.form == .flow {
      found = log.joined(found) { key in
        allowed.contains(key) || reportedElsewhere.contains(key)
          || Self.withoutColon(key, allowed) != nil
      }
    }
    self.owner = owner
    self.log = log
    place = node.place
    for pair in found where !allowed.contains(pair.key) && !reportedElsewhere.contains(pair.key) {
      if pair.value.isLeftOut, let (key, value) = Self.withoutColon(pair.key, allowed) {
        log.report(.yamlNoColon(key: key, value: value), at: pair.place)
      } else {
        log.report(.keyUnknown(key: pair.key, owner: owner, allowed: allowed), at: pair.place)
      }
    }
    pairs = Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
  }

  /// `right yes` for `right: yes`
  private static func withoutColon(
    _ text: String, _ allowed: [String]
  ) -> (key: String, value: String)? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    return words.count == 2 && allowed.contains(words[0]) ? (words[0], words[1]) : nil
  }

  /// An entry of the list `key`; nil where it is no mapping, which is reported.
  init?(
    entryOf key: String, _ node: YAMLNode, owner: KeyOwner, allowed: [String], log: ProblemLog
  ) {
    if node.pairs == nil { log.wrongType(key, .mapping, node, at: node.place) }
    self.init(node, owner: owner, allowed: allowed, log: log)
  }

  /// What a key holds that a text might stand for; nil where it is no mapping, which is reported.
  init?(_ pair: YAMLPair, owner: KeyOwner, allowed: [String], log: ProblemLog) {
    if pair.value.pairs == nil { log.wrongType(pair.key, .text, pair.value, at: pair.place) }
    self.init(pair.value, owner: owner, allowed: allowed, log: log)
  }

  func has(_ key: String) -> Bool { pairs[key] != nil }

  func node(_ key: String) -> YAMLNode? { pairs[key]?.value }

  /// Where the key stands, or else the whole mapping.
  func place(of key: String) -> SourceLocation { pairs[key]?.place ?? place }

  /// Where the key's value stands, or else the whole mapping.
  func place(ofValue key: String) -> SourceLocation { node(key)?.place ?? place }

  /// Reports the keys that are missing; true where none is.
  @discardableResult
  func require(_ keys: String..., at other: SourceLocation? = nil) -> Bool {
    let missing = keys.filter { !has($0) }
    for key in missing { log.report(.keyMissing(key: key, owner: owner), at: other ?? place) }
    return missing.isEmpty
  }

  func wrong(_ key: String, _ expected: ValueShape, _ found: YAMLNode) {
    log.wrongType(key, expected, found, at: found.shape == .nothing ? place(of: key) : found.place)
  }

  /// What `read` makes of the key's node; nil where it is missing, or is of another shape, which
  /// is reported.
  private func value<Value>(
    _ key: String, _ expected: ValueShape, _ read: (YAMLNode) -> Value?
  ) -> Value? {
    guard let node = node(key) else { return nil }
    if let value = read(node) { return value }
    wrong(key, expected, node)
    return nil
  }

  // MARK: Texts

  func text(_ key: String) -> String? { sourced(key)?.text }

  func sourced(_ key: String) -> SourcedText? {
    value(key, .text) { $0.sourced.flatMap { $0.text.isEmpty ? nil : $0 } }
  }

  func formula(_ key: String) -> AuthorFormula? { sourced(key).map { AuthorFormula($0) } }

  func number(_ key: String, _ bound: NumberBound) -> Double? {
    guard let text = value(key, .number, \.text) else { return nil }
    if let value = bound.value(text) { return value }
    log.report(.badNumber(key: key, found: text, allowed: bound), at: place(ofValue: key))
    return nil
  }

  func truth(_ key: String) -> Bool? {
    value(key, .truth, \.text).flatMap { text in
      word(key, text, ["yes": true, "no": false], other: ["true": true, "false": false])
    }
  }

  /// One of the words that a type lists.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, of type: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let text = value(key, .text, \.text) else { return nil }
    if let word = Word(rawValue: text) { return word }
    badWord(key, text, Word.allCases.map(\.rawValue))
    return nil
  }

  /// What one of some words stands for, whatever its case.
  func word<Value>(
    _ key: String, _ text: String, _ words: KeyValuePairs<String, Value>,
    other: [String: Value] = [:]
  ) -> Value? {
    let word = text.lowercased()
    if let value = words.first(where: { $0.key == word })?.value ?? other[word] { return value }
    badWord(key, text, words.map(\.key))
    return nil
  }

  private func badWord(_ key: String, _ found: String, _ allowed: [String]) {
    log.report(.badWord(key: key, found: found, allowed: allowed), at: place(ofValue: key))
  }

  // MARK: Lists and mappings

  func formulaList(_ key: String) -> [AuthorFormula] { sourcedList(key).map { AuthorFormula($0) } }

  /// A list of texts; a single text is a list of one.
  func sourcedList(_ key: String) -> [SourcedText] {
    if let single = node(key)?.sourced { return [single] }
    return list(key).compactMap { item in
      if let text = item.sourced, !text.text.isEmpty { return text }
      log.wrongType(key, .text, item, at: item.place)
      return nil
    }
  }

  /// - Parameter needsEntry: reports a list that is there and empty.
  func list(_ key: String, _ shape: ValueShape = .list, needsEntry: Bool = false) -> [YAMLNode] {
    bounded(value(key, shape, \.items), key, needsEntry)
  }

  func mapping(_ key: String, needsEntry: Bool = false) -> [YAMLPair] {
    bounded(value(key, .mapping, \.pairs), key, needsEntry)
  }

  /// The first entries, with a word on the rest.
  private func bounded<Entry>(_ entries: [Entry]?, _ key: String, _ needsEntry: Bool) -> [Entry] {
    guard let entries else { return [] }
    if entries.isEmpty, needsEntry { log.report(.emptyList(key: key), at: place(of: key)) }
    guard entries.count > Self.mostEntries else { return entries }
    log.report(
      .tooManyEntries(key: key, count: entries.count, limit: Self.mostEntries), at: place(of: key))
    return Array(entries.prefix(Self.mostEntries))
  }

  /// A mapping of names to formulas, in its order; what is no name or no formula is told and left
  /// out.
  func formulas(_ key: String, named thing: NamedThing) -> [Given] {
    mapping(key).compactMap { pair in
      guard log.isName(pair, of: thing) else { return nil }
      if let formula = pair.value.formula { return Given(name: pair.key, formula: formula) }
      log.wrongType(pair.key, .text, pair.value, at: pair.place)
      return nil
    }
  }
}

extension ProblemLog {
  /// Whether a key can be a name; one that cannot is reported.
  func isName(_ pair: YAMLPair, of thing: NamedThing) -> Bool {
    if ExerciseFiles.isName(pair.key) { return true }
    report(.badName(name: pair.key, of: thing), at: pair.place)
    return false
  }

  func wrongType(
    _ key: String, _ expected: ValueShape, _ found: YAMLNode, at place: SourceLocation
  ) {
    if expected == .mapping, found.form == .plain,
      let (key, value) = found.text.flatMap(YAMLNode.gluedKey)
    {
      return report(.yamlMissingSpace(key: key, value: value), at: place)
    }
    report(.wrongType(key: key, expected: expected, found: found), at: place)
  }
}

/// The numbers that a key takes.
struct NumberBound: Sendable {
  let phrase: String
  /// The number that a text stands for; nil where it is none of them.
  let value: @Sendable (String) -> Double?

  /// A text that it takes, for one that was written otherwise: `1.5` for `1,5`, `10%` for `10`.
  func meant(by text: String) -> String? {
    let point = text.replacing(",", with: ".")
    let number = leadingNumber(point).map { shown($0.value) }
    return ([point] + [point + "%"] + (number.map { [$0, $0 + "%"] } ?? [])).first {
      value($0) != nil
    }
  }

  static let choose = whole(upTo: mostCounted, or: ", or `any`")
  static let factor = Self(phrase: "a factor above 1, as in `2x`") { text in
    leadingNumber(text).flatMap { number, rest in
      number > 1 && ["", "x", "×"].contains(rest.trimmingBlank) ? number : nil
    }
  }
  static let figures = whole(upTo: 15)
  static let points = Self(phrase: "a number from 0 to \(Int(bounded: most))") { text in
    plainNumber(text).flatMap { (0...most).contains($0) ? $0 : nil }
  }
  static let positiveWhole = whole(upTo: mostCounted)
  static let rows = whole(upTo: TableReader.mostRows)
  static let share = Self(phrase: "a share from `0%` to `100%`, or from 0 to 1") { text in
    leadingNumber(text).flatMap { number, rest in
      let units = ["": 1.0, "%": 100]
      return units[rest.trimmingBlank].map { number / $0 }.flatMap {
        (0...1).contains($0) ? $0 : nil
      }
    }
  }
  static let weight = Self(phrase: "a number above 0 and up to \(Int(bounded: most))") { text in
    plainNumber(text).flatMap { (least...most).contains($0) ? $0 : nil }
  }

  private static func whole(upTo most: Int, or other: String = "") -> Self {
    Self(phrase: "a whole number from 1 to \(most)\(other)") { text in
      Int(text).flatMap { (1...most).contains($0) ? Double($0) : nil }
    }
  }

  /// Points of a question, or weight of an answer, at most: sums of them stay numbers.
  private static let most = 10_000.0
  /// The largest whole number that anything is counted by, such as options or figures.
  static let mostCounted = 1000
  /// A weight below which it counts for nothing.
  private static let least = 1e-6
}
