/// A value of YAML and where it stands.
public struct YAMLValue: Sendable {
  public enum Content: Sendable {
    case scalar(String, ScalarStyle)
    case list([YAMLValue])
    /// In the order of the text; a key may stand there more than once.
    case mapping([Pair])
  }

  public enum ScalarStyle: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  public struct Pair: Sendable {
    public var key: YAMLValue
    public var value: YAMLValue

    public init(key: YAMLValue, value: YAMLValue) { (self.key, self.value) = (key, value) }
  }

  public var content: Content
  /// Of a list or mapping, what its author calls it, as in `!note {a: 1}`; nil where it is one like
  /// any other.
  public var tag: String?
  /// Whether a list or mapping stands within brackets or braces of its own.
  public var isBracketed: Bool
  /// Where it begins; nil where it was made and not read.
  public var mark: YAMLMark?

  public init(
    _ content: Content, tag: String? = nil, isBracketed: Bool = false, mark: YAMLMark? = nil
  ) {
    self.content = content
    self.tag = tag
    self.isBracketed = isBracketed
    self.mark = mark
  }

  public init(_ text: String, _ style: ScalarStyle = .plain) { self.init(.scalar(text, style)) }

  /// Nil for a list or mapping.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Nil for what is no list.
  public var items: [YAMLValue]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// Nil for what is no mapping.
  public var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The first value of a mapping that has this key.
  public subscript(key: String) -> YAMLValue? { pairs?.first { $0.key.text == key }?.value }

  /// The first key that stands twice in one mapping, wherever that is, and its first place: of inner
  /// mappings before outer ones, of several in one mapping the first of the alphabet.
  public var repeatedKey: (key: String, mark: YAMLMark)? {
    for child in items ?? pairs?.flatMap({ [$0.key, $0.value] }) ?? [] {
      if let found = child.repeatedKey { return found }
    }
    let keys = (pairs ?? []).compactMap { pair in pair.key.text.map { ($0, pair.key.mark) } }
    let repeated = Dictionary(grouping: keys, by: \.0).filter { $1.count > 1 }
    guard let first = repeated.min(by: { $0.key < $1.key }) else { return nil }
    return (first.key, first.value[0].1 ?? YAMLMark(line: 1, column: 1))
  }
}

/// A place in a text, in Unicode scalars; both are counted from 1.
public struct YAMLMark: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}
