/// Why a text is not read as YAML, and where.
public struct YAMLFault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// It is no YAML, in libyaml's words: what it stumbled over, and at what it was.
    case syntax(problem: String, context: String?)
    /// A control character that may not stand in YAML.
    case controlCharacter
    /// The value that another one is to stand for. None is followed: a few lines of them grow without
    /// bound. Whether the text has an anchor of that name before it.
    case alias(name: String, isKnown: Bool)
    /// More follows after a line `---` or `...`.
    case secondDocument
    case tooDeep
    case tooMany
    case outOfMemory
  }

  public var kind: Kind
  public var mark: YAMLMark
  /// Where what was being read began.
  public var contextMark: YAMLMark?
}

/// How much of a text is read.
public struct YAMLBounds: Sendable {
  /// Levels of lists and mappings.
  public var depth: Int
  /// Lists, mappings, keys and texts, together.
  public var values: Int

  public init(depth: Int = 64, values: Int = 100_000) {
    self.depth = depth
    self.values = values
  }
}
