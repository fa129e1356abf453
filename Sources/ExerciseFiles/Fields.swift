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
    guard let found = node.pairs else { return nil }
    self.owner = owner
    self.log = log
    place = node.place
    var pairs: [String: YAMLPair] = [:]
    for pair in found {
      if !allowed.contains(pair.key), !reportedElsewhere.contains(pair.key) {
        log.report(.keyUnknown(key: pair.key, owner: owner, allowed: allowed), at: pair.place)
      }
      pairs[pair.key] = pair
    }
    self.pairs = pairs
  }

  func has(_ key: String) -> Bool { pairs[key] != nil }

  func node(_ key: String) -> YAMLNode? { pairs[key]?.value }

  /// Where the key stands, or else the whole mapping.
  func place(of key: String) -> SourceLocation { pairs[key]?.place ?? place }

  /// Reports the key where it is missing.
  @discardableResult
  func require(_ key: String, at other: SourceLocation? = nil) -> Bool {
    if has(key) { return true }
    log.report(.keyMissing(key: key, owner: owner), at: other ?? place)
    return false
  }

  func wrong(_ key: String, _ expected: ValueShape, _ found: YAMLNode) {
    log.report(
      .wrongType(key: key, expected: expected, found: found.shape),
      at: found.shape == .nothing ? place(of: key) : found.place)
  }

  func text(_ key: String) -> String? { sourced(key)?.text }

  func sourced(_ key: String) -> SourcedText? {
    guard let node = node(key) else { return nil }
    guard let found = node.sourced, !found.text.isEmpty else {
      wrong(key, .text, node)
      return nil
    }
    return found
  }

  func formula(_ key: String) -> AuthorFormula? { sourced(key).map { AuthorFormula($0) } }

  func formulaList(_ key: String) -> [AuthorFormula] {
    sourcedList(key).map { AuthorFormula($0) }
  }

  /// A list of texts; a single text is a list of one.
  func sourcedList(_ key: String) -> [SourcedText] {
    guard let node = node(key) else { return [] }
    if let single = node.sourced { return [single] }
    guard let items = node.items else {
      wrong(key, .list, node)
      return []
    }
    return bounded(items, key).compactMap { item in
      if let text = item.sourced, !text.text.isEmpty { return text }
      log.report(.wrongType(key: key, expected: .text, found: item.shape), at: item.place)
      return nil
    }
  }

  func list(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard let items = node.items else {
      wrong(key, .list, node)
      return []
    }
    return bounded(items, key)
  }

  func mapping(_ key: String) -> [YAMLPair] {
    guard let node = node(key) else { return [] }
    guard let pairs = node.pairs else {
      wrong(key, .mapping, node)
      return []
    }
    return bounded(pairs, key)
  }

  /// The first entries, with a word on the rest.
  private func bounded<Entry>(_ entries: [Entry], _ key: String) -> [Entry] {
    guard entries.count > Self.mostEntries else { return entries }
    log.report(
      .tooManyEntries(key: key, count: entries.count, limit: Self.mostEntries), at: place(of: key))
    return Array(entries.prefix(Self.mostEntries))
  }

  func number(_ key: String, _ bound: NumberBound) -> Double? {
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      wrong(key, .number, node)
      return nil
    }
    if let value = bound.value(of: text) { return value }
    log.report(.badNumber(key: key, found: text, allowed: bound), at: node.place)
    return nil
  }

  func truth(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      wrong(key, .truth, node)
      return nil
    }
    switch text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      log.report(.badWord(key: key, found: text, allowed: ["yes", "no"]), at: node.place)
      return nil
    }
  }

  /// A mapping of names to formulas, in its order; what is no name or no formula is told and left
  /// out.
  func formulas(_ key: String, named thing: NamedThing) -> [Given] {
    mapping(key).compactMap { pair in
      guard isName(pair.key) else {
        log.report(.badName(name: pair.key, of: thing), at: pair.place)
        return nil
      }
      guard let formula = pair.value.formula else {
        log.report(
          .wrongType(key: pair.key, expected: .text, found: pair.value.shape), at: pair.place)
        return nil
      }
      return Given(name: pair.key, formula: formula)
    }
  }

  /// One of the words that a type lists.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, of type: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      wrong(key, .text, node)
      return nil
    }
    if let word = Word(rawValue: text) { return word }
    let allowed = Word.allCases.map(\.rawValue)
    log.report(.badWord(key: key, found: text, allowed: allowed), at: node.place)
    return nil
  }
}

extension NumberBound {
  /// Points of a question, or weight of an answer, at most: sums of them stay numbers.
  static let most = 10_000.0
  /// The largest whole number that anything is counted by, such as options or figures.
  static let mostCounted = 1000
  /// A weight below which it counts for nothing.
  private static let least = 1e-6

  /// The number that a text stands for, if it is within the bound.
  func value(of text: String) -> Double? {
    switch self {
    case .points: plainNumber(text).flatMap { (0...Self.most).contains($0) ? $0 : nil }
    case .weight: plainNumber(text).flatMap { $0 >= Self.least && $0 <= Self.most ? $0 : nil }
    case .positiveWhole, .choose:
      Int(text).flatMap { (1...Self.mostCounted).contains($0) ? Double($0) : nil }
    case .figures: Int(text).flatMap { (1...15).contains($0) ? Double($0) : nil }
    case .factor:
      leadingNumber(text).flatMap { number, rest in
        number > 1 && ["", "x", "×"].contains(rest.trimmed) ? number : nil
      }
    case .share: share(text).flatMap { (0...1).contains($0) ? $0 : nil }
    }
  }

  private func share(_ text: String) -> Double? {
    leadingNumber(text).flatMap { number, rest in
      switch rest.trimmed {
      case "": number
      case "%": number / 100
      default: nil
      }
    }
  }
}
