import Diagnostics

/// What is tried where a key holds something of another shape than it should.
struct ShapeAdvice {
  let key: String
  let expected: ValueShape
  let found: YAMLNode

  /// Nil where nothing can be told.
  var advice: String? {
    switch (expected, found.content) {
    case (_, .nothing): found.nothing.isEmpty ? nil : "Write `'\(found.nothing)'`, if it is a text."
    case (.mapping, .scalar(let text)): mapping(of: text)
    case (.mapping, .list(let items)): mapping(of: items)
    case (.list, .scalar(let text)), (.lists, .scalar(let text)): list(of: text.trimmingBlank)
    case (.text, .list(let items)), (.number, .list(let items)), (.truth, .list(let items)):
      text(of: items)
    case (.text, .mapping(let pairs)), (.number, .mapping(let pairs)): text(of: pairs)
    case (.mapping, .mapping), (.list, .list), (.list, .mapping), (.lists, .list),
      (.lists, .mapping), (.nothing, _), (.text, .scalar), (.number, .scalar), (.truth, .scalar),
      (.truth, .mapping):
      nil
    }
  }

  /// `a = 3 m` for `a: 3 m`, and what a key is otherwise given in one word.
  private func mapping(of text: String) -> String? {
    if key == "text" { return "Write `text: {}`, or as in `text: {sentences: 1..6}`." }
    return Self.assigned(text).map { "Write `\($0)`, with a colon, on a line of its own." }
  }

  /// `- a: 3` for `a: 3`.
  private func mapping(of items: [YAMLNode]) -> String? {
    let entries = items.compactMap { item -> String? in
      if let pairs = item.pairs { return pairs.count == 1 ? pairs[0].written : nil }
      guard let text = item.text else { return nil }
      return Self.assigned(text) ?? YAMLNode.gluedKey(text).map { "\($0.key): \($0.value)" }
    }
    guard let first = entries.first, entries.count == items.count else { return nil }
    return found.form == .flow
      ? "Write `\(key): {\(entries.joined(separator: ", "))}`, within braces."
      : "Write `\(first)` without a hyphen, and so each."
  }

  /// `a: 3 m` for `a = 3 m`, of which several may have been run together from several lines.
  private static func assigned(_ text: String) -> String? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, isName(parts[0].trimmingBlank) else { return nil }
    var value = parts[1].trimmingBlank[...]
    if let next = value.firstIndex(of: "="), value[value.index(after: next)...].first != "=" {
      // The name of the next one.
      value = value[..<next].trimmingBlank[...]
      guard let blank = value.lastIndex(of: " ") else { return nil }
      value = value[..<blank]
    }
    return value.isEmpty ? nil : "\(parts[0].trimmingBlank): \(value.trimmingBlank)"
  }

  /// `[steel]` for `steel`, and `[2, 4]` for `2..4`.
  private func list(of text: String) -> String? {
    if key == "range" {
      let ends = text.split(separator: "..").map(\.trimmingBlank)
      return ends.count == 2
        ? "Write `range: [\(ends[0]), \(ends[1])]`." : "Write it as in `range: [2 t, 5 t]`."
    }
    let isPlain = !text.contains { ",[]{}#:'\"".contains($0) }
    return "Write it as a list: `\(key): [\(isPlain ? text : YAMLNode.quoted(clipped(text)))]`."
  }

  private func text(of items: [YAMLNode]) -> String {
    if found.form == .block {
      return "Write it as one text, without hyphens; a longer one below `\(key): |`, indented."
    }
    let inQuotes = "If the bracket is part of the text, put the whole text in quotes."
    guard items.count == 1, let text = items[0].text else { return inQuotes }
    return "Write `\(key): \(text)`, without brackets."
  }

  private func text(of pairs: [YAMLPair]) -> String {
    let inQuotes = "If the colon is part of the text, put the whole text in quotes"
    guard found.form == .block, pairs.count == 1, let text = pairs[0].value.text else {
      return inQuotes + "."
    }
    return inQuotes + ": `\(YAMLNode.quoted(clipped("\(pairs[0].key): \(text)")))`."
  }
}

extension YAMLPair {
  /// The pair on one line, where its value is a text.
  fileprivate var written: String? {
    value.text.map { text in
      "\(key): \(value.form == .plain ? text : YAMLNode.quoted(clipped(text)))"
    }
  }
}

extension YAMLNode {
  /// A text within quotes.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}
