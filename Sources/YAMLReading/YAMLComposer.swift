import CYaml

extension YAMLValue {
  /// The value that a text stands for, every scalar as its text; nil where nothing stands in it.
  ///
  /// Ends of lines that only YAML takes for such (U+0085, U+2028, U+2029) count as spaces.
  public static func read(
    _ text: String, within bounds: YAMLBounds = YAMLBounds()
  ) throws(YAMLFault) -> YAMLValue? {
    let composer = YAMLComposer(withoutYAMLBreaks(text), bounds)
    return try composer.document()
  }
}

/// The text with spaces for the line ends that only YAML takes for such.
func withoutYAMLBreaks(_ text: String) -> String {
  let breaks: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]
  guard !text.utf8.allSatisfy({ $0 < 0x80 }), text.unicodeScalars.contains(where: breaks.contains)
  else { return text }
  return String(
    String.UnicodeScalarView(text.unicodeScalars.map { breaks.contains($0) ? " " : $0 }))
}

/// Makes a tree of libyaml's events, and stops at the first that goes beyond the bounds. libyaml
/// looks ahead by a line or 1024 characters at most, so that what is not read costs nothing.
///
/// Time and memory are in proportion to the text: for each token libyaml (0.2.5) goes through the levels
/// that are open, of which there are at most those of the bounds and of 1024 characters ahead; it keeps no
/// token that has become an event, and no anchor; aliases are not followed, and here an anchor is one entry
/// of a set.
private final class YAMLComposer {
  private let bytes: [UInt8]
  private let bounds: YAMLBounds
  /// libyaml keeps its address, and reads on from the bytes.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let isReady: Bool
  private var count = 0
  private var anchors: Set<String> = []

  init(_ text: String, _ bounds: YAMLBounds) {
    bytes = Array(text.utf8)
    self.bounds = bounds
    isReady = yaml_parser_initialize(parser) == 1
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  func document() throws(YAMLFault) -> YAMLValue? {
    guard isReady else { throw YAMLFault(kind: .outOfMemory, mark: YAMLMark(line: 1, column: 1)) }
    return try bytes.withUnsafeBufferPointer { buffer throws(YAMLFault) -> YAMLValue? in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      return try root()
    }
  }

  private func root() throws(YAMLFault) -> YAMLValue? {
    _ = try next()  // The stream begins.
    guard try next().type != YAML_STREAM_END_EVENT else { return nil }
    let root = try value(next(), level: 1)
    _ = try next()  // The document ends.
    let last = try next()
    guard last.type == YAML_STREAM_END_EVENT else {
      throw YAMLFault(kind: .secondDocument, mark: last.mark)
    }
    return root
  }

  // MARK: Values

  private func value(_ event: Event, level: Int) throws(YAMLFault) -> YAMLValue {
    count += 1
    guard count <= bounds.values else { throw YAMLFault(kind: .tooMany, mark: event.mark) }
    if let anchor = event.anchor { anchors.insert(anchor) }
    switch event.kind {
    case .scalar(let text, let style): return YAMLValue(.scalar(text, style), mark: event.mark)
    case .alias(let name):
      let isKnown = anchors.contains(name)
      throw YAMLFault(kind: .alias(name: name, isKnown: isKnown), mark: event.mark)
    case .list, .mapping, .other: break
    }
    guard level <= bounds.depth else { throw YAMLFault(kind: .tooDeep, mark: event.mark) }
    let content =
      event.kind == .list
      ? try YAMLValue.Content.list(items(level: level)) : .mapping(try pairs(level: level))
    return YAMLValue(content, tag: event.tag, isBracketed: event.isBracketed, mark: event.mark)
  }

  private func items(level: Int) throws(YAMLFault) -> [YAMLValue] {
    var items: [YAMLValue] = []
    while true {
      let event = try next()
      if event.type == YAML_SEQUENCE_END_EVENT { return items }
      items.append(try value(event, level: level + 1))
    }
  }

  private func pairs(level: Int) throws(YAMLFault) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    while true {
      let event = try next()
      if event.type == YAML_MAPPING_END_EVENT { return pairs }
      let key = try value(event, level: level + 1)
      pairs.append(YAMLValue.Pair(key: key, value: try value(next(), level: level + 1)))
    }
  }

  // MARK: Events

  private func next() throws(YAMLFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { yaml_event_delete(&event) }
    return Event(event)
  }

  private func fault() -> YAMLFault {
    let parser = parser.pointee
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    switch parser.error {
    case YAML_MEMORY_ERROR:
      return YAMLFault(kind: .outOfMemory, mark: YAMLMark(parser.mark))
    case YAML_READER_ERROR:
      let line = bytes.prefix(parser.problem_offset).count { $0 == UInt8(ascii: "\n") } + 1
      return YAMLFault(kind: .controlCharacter, mark: YAMLMark(line: line, column: 1))
    default:
      let context = parser.context.map { String(cString: $0) }
      return YAMLFault(
        kind: .syntax(problem: problem, context: context), mark: YAMLMark(parser.problem_mark),
        contextMark: context == nil ? nil : YAMLMark(parser.context_mark))
    }
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}

/// What libyaml has read, as values of Swift.
private struct Event {
  enum Kind: Equatable {
    case scalar(String, YAMLValue.ScalarStyle)
    case alias(name: String)
    case list, mapping
    /// A beginning or an end.
    case other
  }

  let type: yaml_event_type_t
  let kind: Kind
  let mark: YAMLMark
  private(set) var anchor: String?
  private(set) var tag: String?
  private(set) var isBracketed = false

  init(_ event: yaml_event_t) {
    type = event.type
    mark = YAMLMark(event.start_mark)
    // A pair in a list, `[a: 1]`, is a mapping without braces: it opens with no sign.
    let hasSign = event.end_mark.index > event.start_mark.index
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(String(decoding: bytes, as: UTF8.self), Self.style(scalar.style))
      anchor = Self.text(scalar.anchor)
    case YAML_ALIAS_EVENT: kind = .alias(name: Self.text(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let list = event.data.sequence_start
      kind = .list
      anchor = Self.text(list.anchor)
      tag = list.implicit != 0 ? nil : Self.ownTag(list.tag)
      isBracketed = list.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      kind = .mapping
      anchor = Self.text(mapping.anchor)
      tag = mapping.implicit != 0 ? nil : Self.ownTag(mapping.tag)
      isBracketed = mapping.style == YAML_FLOW_MAPPING_STYLE && hasSign
    default: kind = .other
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLValue.ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func text(_ name: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    name.map { String(cString: $0) }
  }

  /// Nil for the tags that say no more than brackets and braces do.
  private static func ownTag(_ tag: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text(tag).flatMap { ["!", YAML_SEQ_TAG, YAML_MAP_TAG].contains($0) ? nil : $0 }
  }
}
