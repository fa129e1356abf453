import Dates
import MarkdownReading
import TextLayout
import Yams

/// The front matter of a notebook: what it says, and where each key stands.
struct NotebookHeader: Sendable {
  private(set) var exercise: String?
  private(set) var student: NotebookFile.Student?
  private(set) var tries: [String: Int] = [:]
  private(set) var hints: [String: Int] = [:]
  /// Ids of questions that were given up, each with its line, counted from 1.
  private(set) var skipped: [(id: String, line: Int)] = []
  /// Words for what the student was told once and need not be told again.
  private(set) var noted: [String] = []
  /// When each question was first changed after its due date.
  private(set) var late: [String: Moment] = [:]
  private(set) var faults: [ParsedNotebook.PlacedFault] = []

  /// Bytes between the two marks; nil where there is no front matter.
  private(set) var yaml: Range<Int>?
  /// Where the body starts, in bytes and as a line counted from 1.
  private(set) var bodyOffset = 0
  private(set) var bodyFirstLine = 1
  /// Whether keys may be written: each stands on lines of its own, or there are none yet.
  private(set) var isEditable = true
  /// The lines of each key, in bytes.
  private(set) var entries: [(key: String, bytes: Range<Int>)] = []

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// The largest count that is read, such as one of tries.
  static let mostCounted = 1_000_000
  /// Bytes of front matter that are read.
  private static let lengthLimit = 1 << 16

  init(of bytes: [UInt8]) {
    guard bytes.count <= NotebookFile.lengthLimit else {
      bodyOffset = bytes.count
      isEditable = false
      report(.tooLarge(limit: NotebookFile.lengthLimit), line: 1)
      return
    }
    let start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    bodyOffset = start
    let (opening, skipped) = firstWrittenLine(of: bytes, from: start)
    guard bytes[opening...].starts(with: [0x2D, 0x2D, 0x2D]) else { return }
    let text = String(decoding: bytes[opening...], as: UTF8.self)
    switch splitFrontMatter(text) {
    case .none: return
    case .closed(let front):
      let end = opening + front.bodyOffset
      guard let newline = bytes[opening...].firstIndex(of: Byte.newline) else { return }
      let range = newline + 1..<newline + 1 + front.yaml.utf8.count
      // Below blank lines, two lines of hyphens may be mere decoration.
      if skipped > 0, !speaksOfNotebook(bytes[range]) { return }
      bodyOffset = end
      bodyFirstLine = front.bodyFirstLine + skipped
      yaml = range
      read(front.yaml, firstLine: skipped + 2, in: bytes)
    case .unclosed: readUnclosed(bytes, from: opening, skipped: skipped)
    }
  }

  /// Whether what stands before the body lacks its line's end.
  func endsWithinLine(of bytes: [UInt8]) -> Bool {
    bodyOffset > Self.byteOrderMark.count && bytes[bodyOffset - 1] != Byte.newline
  }

  private mutating func report(_ fault: NotebookFault, line: Int) {
    faults.append(ParsedNotebook.PlacedFault(fault: fault, line: line))
  }

  private func firstWrittenLine(of bytes: [UInt8], from start: Int) -> (offset: Int, skipped: Int) {
    var offset = start
    var lines = 0
    for index in start..<bytes.count {
      guard Byte.isBlank(bytes[index]) else { break }
      if bytes[index] == Byte.newline {
        offset = index + 1
        lines += 1
      }
    }
    return (offset, lines)
  }

  private func speaksOfNotebook(_ yaml: ArraySlice<UInt8>) -> Bool {
    yaml.split(separator: Byte.newline).contains {
      $0.starts(with: "reckon:".utf8) || $0.starts(with: "exercise:".utf8)
    }
  }

  /// Without a closing mark the body starts at the first numbered heading or fence.
  private mutating func readUnclosed(_ bytes: [UInt8], from opening: Int, skipped: Int) {
    guard let newline = bytes[opening...].firstIndex(of: Byte.newline) else { return }
    var offset = newline + 1
    var line = skipped + 2
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: Byte.newline) ?? bytes.count
      let text = String(decoding: bytes[offset..<min(end, offset + 200)], as: UTF8.self)
      if text.hasPrefix("```") || text.hasPrefix("~~~") { break }
      if text.hasPrefix("#"), questionID(ofHeading: String(text.drop { $0 == "#" })) != nil {
        break
      }
      offset = min(end + 1, bytes.count)
      line += 1
    }
    guard speaksOfNotebook(bytes[(newline + 1)..<offset]) else { return }
    read(
      String(decoding: bytes[(newline + 1)..<offset], as: UTF8.self), firstLine: skipped + 2,
      in: bytes)
    isEditable = false
    faults = []
    report(.headerUnclosed, line: skipped + 1)
    bodyOffset = offset
    bodyFirstLine = line
  }

  // MARK: Reading

  private mutating func read(_ source: String, firstLine: Int, in bytes: [UInt8]) {
    let knot = source.utf8.count > Self.lengthLimit ? 0 : Self.knot(in: source)
    if let knot {
      isEditable = false
      return report(.headerUnreadable, line: firstLine + knot)
    }
    do {
      guard let root = try compose(yaml: withoutRareBreaks(source), .basic, .default, .utf8)
      else { return }
      guard let mapping = root.mapping else {
        if root.scalar?.string.isEmpty == true { return }
        isEditable = false
        return report(.headerUnreadable, line: firstLine + (root.mark?.line ?? 1) - 1)
      }
      for (key, value) in mapping { take(key, value, firstLine: firstLine) }
      place(mapping, firstLine: firstLine, in: bytes)
    } catch {
      isEditable = false
      if case .duplicatedKeysInMapping = error as? YamlError {
        return readFirstKeys(source, firstLine: firstLine, in: bytes, error)
      }
      report(error, firstLine: firstLine)
      readEachKey(source, firstLine: firstLine)
    }
  }

  /// Reads the keys of a head that cannot be read as a whole, lest a slip in one cost the others.
  private mutating func readEachKey(_ source: String, firstLine: Int) {
    for (line, text) in RepeatedKeys.entries(of: source) {
      // What follows a key's own line may be what is wrong.
      for part in [text, String(text.prefix { $0 != "\n" })] {
        guard let mapping = (try? compose(yaml: part, .basic, .default, .utf8))?.mapping else {
          continue
        }
        for (key, value) in mapping { take(key, value, firstLine: firstLine + line) }
        break
      }
    }
  }

  /// Reads the head without keys that stand in it already, where this mends it.
  private mutating func readFirstKeys(
    _ source: String, firstLine: Int, in bytes: [UInt8], _ error: any Error
  ) {
    let repeated = RepeatedKeys(source)
    guard !repeated.found.isEmpty else { return report(error, firstLine: firstLine) }
    for (key, line) in repeated.found {
      report(.headerKeyTwice(key: key), line: firstLine + line)
    }
    read(repeated.without, firstLine: firstLine, in: bytes)
  }

  private mutating func report(_ error: any Error, firstLine: Int) {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      // A mark past the end stands for what was left open.
      report(.headerUnreadable, line: firstLine + mark.line - 1)
    case .duplicatedKeysInMapping(let keys, let context):
      // Within one line, such as that of `tries`, where none of them can be told from the others.
      let key = keys.first ?? "key"
      report(.headerKeyTwiceWithin(key: key), line: firstLine + context.mark.line - 1)
    case .reader, .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, nil:
      report(.headerUnreadable, line: firstLine)
    }
  }

  private mutating func take(_ key: Node, _ value: Node, firstLine: Int) {
    let line = firstLine + (value.mark?.line ?? key.mark?.line ?? 1) - 1
    switch key.scalar?.string {
    case "reckon":
      if let version = value.scalar?.string, let number = Double(version), number > 1 {
        report(.newerFormat(found: version), line: line)
      }
    case "exercise": exercise = value.scalar?.string.nonEmpty
    case "student": student = student(from: value)
    case "tries": tries = counts(of: "tries", from: value, line: line, firstLine: firstLine)
    case "hints": hints = counts(of: "hints", from: value, line: line, firstLine: firstLine)
    case "skipped": skipped = words(of: "skipped", from: value, line: line, firstLine: firstLine)
    case "noted":
      noted = words(of: "noted", from: value, line: line, firstLine: firstLine).map(\.id)
    case "late": late = moments(of: "late", from: value, line: line, firstLine: firstLine)
    default: break
    }
  }

  private mutating func moments(
    of key: String, from value: Node, line: Int, firstLine: Int
  ) -> [String: Moment] {
    guard let mapping = value.mapping else {
      let text = value.scalar?.string ?? "[]"
      if !["", "~", "null"].contains(text) { report(.momentUnreadable(key: key), line: line) }
      return [:]
    }
    var moments: [String: Moment] = [:]
    for (id, moment) in mapping {
      if let id = id.scalar?.string, let moment = (moment.scalar?.string).flatMap({ Moment($0) }) {
        moments[id] = moment
      } else {
        let line = firstLine + (moment.mark?.line ?? 1) - 1
        report(.momentUnreadable(key: key), line: line)
      }
    }
    return moments
  }

  /// A list of words, each once; a single word is a list of one.
  private mutating func words(
    of key: String, from value: Node, line: Int, firstLine: Int
  ) -> [(id: String, line: Int)] {
    if let word = value.scalar?.string {
      return ["", "~", "null"].contains(word) ? [] : [(word, line)]
    }
    var words: [(id: String, line: Int)] = []
    var seen: Set<String> = []
    for item in value.sequence ?? [] {
      let place = firstLine + (item.mark?.line ?? 1) - 1
      guard let word = item.scalar?.string.nonEmpty else {
        report(.listUnreadable(key: key), line: place)
        continue
      }
      if seen.insert(word).inserted { words.append((word, place)) }
    }
    if value.sequence == nil { report(.listUnreadable(key: key), line: line) }
    return words
  }

  private func student(from value: Node) -> NotebookFile.Student? {
    if let mapping = value.mapping {
      func text(_ key: String) -> String {
        mapping.first { pair in pair.key.scalar?.string == key }?.value.scalar?.string ?? ""
      }
      return NotebookFile.Student(id: text("id"), name: text("name"))
    }
    guard let text = value.scalar?.string.nonEmpty, text != "~", text != "null" else { return nil }
    let isNumber = text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    return NotebookFile.Student(id: isNumber ? text : "", name: isNumber ? "" : text)
  }

  private mutating func counts(
    of key: String, from value: Node, line: Int, firstLine: Int
  ) -> [String: Int] {
    guard let mapping = value.mapping else {
      let text = value.scalar?.string ?? "[]"
      if !["", "~", "null"].contains(text) { report(.countUnreadable(key: key), line: line) }
      return [:]
    }
    var counts: [String: Int] = [:]
    for (id, count) in mapping {
      if let id = id.scalar?.string, let number = (count.scalar?.string).flatMap({ Int($0) }),
        (0...Self.mostCounted).contains(number)
      {
        counts[id] = number
      } else {
        let line = firstLine + (count.mark?.line ?? 1) - 1
        report(.countUnreadable(key: key), line: line)
      }
    }
    return counts
  }

  /// Finds the lines of each key, which must start at the margin.
  private mutating func place(_ mapping: Node.Mapping, firstLine: Int, in bytes: [UInt8]) {
    guard let yaml else { return }
    var starts = [yaml.lowerBound]
    for index in yaml where bytes[index] == Byte.newline { starts.append(index + 1) }
    var found: [(key: String, line: Int)] = []
    for (key, _) in mapping {
      guard let name = key.scalar?.string, let mark = key.mark, mark.column == 1,
        mark.line > found.last?.line ?? 0, mark.line < starts.count, mapping.style != .flow
      else {
        isEditable = false
        return report(.headerStyle, line: firstLine)
      }
      found.append((name, mark.line))
    }
    for (index, entry) in found.enumerated() {
      var end = index + 1 < found.count ? found[index + 1].line - 1 : starts.count - 1
      while end > entry.line, isEmptyOrComment(bytes[starts[end - 1]..<starts[end]]) { end -= 1 }
      entries.append((entry.key, starts[entry.line - 1]..<starts[end]))
    }
  }

  private func isEmptyOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !Byte.isBlank($0) }) else { return true }
    return first == UInt8(ascii: "#")
  }

  // MARK: Bounds

  /// The line, counted from 0, where YAML goes deeper than anyone writes by hand, or refers to
  /// itself; reading such a text might take without bound.
  private static func knot(in source: String) -> Int? {
    var depth = 0
    var isLeading = true
    var column = 0
    var line = 0
    var hasAnchor = false
    var hasAlias = false
    var previous = Byte.newline
    for byte in source.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default:
        // An anchor or alias is a mark that a word follows at once.
        if !Byte.isBlank(byte) {
          if previous == UInt8(ascii: "&") { hasAnchor = true }
          if previous == UInt8(ascii: "*") { hasAlias = true }
        }
      }
      if isLeading {
        isLeading =
          byte == Byte.space || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
        column += 1
      }
      if depth > 40 || column > 80 || hasAnchor && hasAlias { return line }
      if byte == Byte.newline {
        line += 1
        column = 0
        isLeading = true
      }
      previous = byte
    }
    return nil
  }

  /// The text with spaces for the line ends that only YAML takes for such.
  private func withoutRareBreaks(_ text: String) -> String {
    let breaks: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]
    guard text.utf8.contains(where: { $0 >= 0x80 }),
      text.unicodeScalars.contains(where: breaks.contains)
    else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { breaks.contains($0) ? " " : $0 }))
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
