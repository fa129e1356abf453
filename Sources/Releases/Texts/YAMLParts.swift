import YAMLReading

/// A mapping of an author's file, of which some keys are taken over as they are.
struct YAMLParts {
  private let value: YAMLValue?

  /// Nothing, for what is no YAML or has a key twice.
  init(_ text: String) {
    let value = try? YAMLValue.read(text)
    self.value = value?.repeatedKey == nil ? value : nil
  }

  init(_ value: YAMLValue?) { self.value = value }

  subscript(key: String) -> YAMLValue? { value?[key] }

  /// Those of some keys that are there, in the author's order.
  func pairs(_ keys: [String]) -> [(key: String, value: YAMLValue)] {
    (value?.pairs ?? []).compactMap { pair in
      guard let name = pair.key.text, keys.contains(name) else { return nil }
      return (name, pair.value)
    }
  }

  /// All of it, written anew; none for what is no mapping.
  var lines: [String] {
    Self.lines((value?.pairs ?? []).compactMap { pair in pair.key.text.map { ($0, pair.value) } })
  }

  /// The same with every text in it changed.
  static func mapped(_ value: YAMLValue, _ text: (String) -> String) -> YAMLValue {
    var copy = value
    switch value.content {
    case .scalar(let own, let style): copy.content = .scalar(text(own), style)
    case .list(let items): copy.content = .list(items.map { mapped($0, text) })
    case .mapping(let pairs):
      copy.content = .mapping(pairs.map { .init(key: $0.key, value: mapped($0.value, text)) })
    }
    return copy
  }

  /// Items of a list, or the one that stands for a list.
  static func items(of value: YAMLValue?) -> [YAMLValue] {
    value?.items ?? value.map { [$0] } ?? []
  }

  static func mapping(_ pairs: [(key: String, value: YAMLValue)]) -> YAMLValue {
    YAMLValue(.mapping(pairs.map { .init(key: YAMLValue($0.key), value: $0.value) }))
  }

  static func list(_ items: [YAMLValue]) -> YAMLValue { YAMLValue(.list(items)) }

  /// The lines of a mapping.
  static func lines(_ pairs: [(key: String, value: YAMLValue)]) -> [String] {
    guard !pairs.isEmpty, let text = mapping(pairs).written else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
