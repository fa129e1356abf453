import Dates
import Diagnostics
import MarkdownReading
import YAMLReading

/// What the front matter of a notebook says, as `NotebookFile` hands it out.
struct HeaderValues: Equatable, Sendable {
  var exercise: String?
  var student: NotebookFile.Student?
  var tries: [String: Int] = [:]
  var hints: [String: Int] = [:]
  var skipped: [String] = []
  var noted: [String] = []
  var late: [String: Moment] = [:]
  /// Entries, as they stand there.
  var history: [String] = []
  var format = NotebookFormat.first
}

/// The formats of notebooks, in their order.
enum NotebookFormat: Comparable, Sendable {
  case first
  /// It keeps a history of what cannot be taken back.
  case withHistory
  case newer

  /// What stands under `reckon`; nil for what is no number.
  init?(_ text: String) {
    guard let number = Double(text) else { return nil }
    self = number <= 1 ? .first : text == Self.historyVersion ? .withHistory : .newer
  }

  static let historyVersion = "1.1"
}

/// The front matter of a notebook: what it says, and where each key stands.
struct NotebookHeader: Sendable {
  private(set) var values = HeaderValues()
  /// Lines of the file, counted from 1, of the questions that were given up.
  private(set) var skippedLines: [String: Int] = [:]
  /// Line of the file, counted from 1, of the history.
  private(set) var historyLine: Int?
  private(set) var faults: [ParsedNotebook.PlacedFault] = []
  /// Line of the file, counted from 1, that the YAML's first line is.
  private var firstLine = 1

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
  /// Levels of nesting that are read, more than anyone writes by hand.
  private static let bounds = YAMLBounds(depth: 40)
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
    switch FrontMatterPlace(in: bytes, from: opening) {
    case .none: return
    case .closed(let range, let end, let line):
      // Below blank lines, two lines of hyphens may be mere decoration.
      if skipped > 0, !speaksOfNotebook(bytes[range]) { return }
      bodyOffset = end
      bodyFirstLine = line + skipped
      yaml = range
      firstLine = skipped + 2
      if let plain = PlainHeader(range, of: bytes), take(plain) { return }
      read(String(decoding: bytes[range], as: UTF8.self), in: bytes)
    case .unclosed: readUnclosed(bytes, from: opening, skipped: skipped)
    }
  }

  /// Whether what stands before the body lacks its line's end.
  func endsWithinLine(of bytes: [UInt8]) -> Bool {
    bodyOffset > Self.byteOrderMark.count && bytes[bodyOffset - 1] != Byte.newline
  }

  private mutating func report(_ fault: Diagnostic, line: Int) {
    faults.append(ParsedNotebook.PlacedFault(fault: fault, line: line))
  }

  private func firstWrittenLine(of bytes: [UInt8], from start: Int) -> (offset: Int, skipped: Int) {
    let blank = bytes[start...].prefix(while: Byte.isBlank)
    let offset = blank.lastIndex(of: Byte.newline).map { $0 + 1 } ?? start
    return (offset, blank.count { $0 == Byte.newline })
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
      let text = bytes[offset..<end]
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
        || questionID(ofHeadingLine: text) != nil
      {
        break
      }
      offset = min(end + 1, bytes.count)
      line += 1
    }
    let yaml = bytes[(newline + 1)..<offset]
    guard speaksOfNotebook(yaml) else { return }
    firstLine = skipped + 2
    read(String(decoding: yaml, as: UTF8.self), in: bytes)
    isEditable = false
    faults = []
    report(.headerUnclosed, line: skipped + 1)
    bodyOffset = offset
    bodyFirstLine = line
  }

  // MARK: Reading

  private mutating func read(_ source: String, in bytes: [UInt8]) {
    guard source.utf8.count <= Self.lengthLimit else {
      isEditable = false
      return report(.headerUnreadable(), line: firstLine)
    }
    let root: YAMLValue?
    do { root = try YAMLValue.read(source, within: Self.bounds) } catch {
      isEditable = false
      report(error, in: source)
      if case .syntax = error.kind { readEachKey(source) }
      return
    }
    guard let root else { return }
    if let (key, mark) = root.repeatedKey {
      isEditable = false
      let repeated = RepeatedKeys(source)
      for (key, line) in repeated.found {
        report(.headerKeyTwice(key: key), line: firstLine + line)
      }
      // Without them, the head may be read.
      if !repeated.found.isEmpty { return read(repeated.without, in: bytes) }
      // Within one line, such as that of `tries`, where none of them can be told from the others.
      return report(.headerKeyTwiceWithin(key: key), line: firstLine + mark.line - 1)
    }
    guard let pairs = root.pairs else {
      if root.text?.isEmpty == true { return }
      isEditable = false
      return report(.headerUnreadable(), line: line(of: root))
    }
    for pair in pairs { take(pair) }
    place(pairs, in: bytes)
  }

  /// Reads the keys of a head that cannot be read as a whole, lest a slip in one cost the others.
  private mutating func readEachKey(_ source: String) {
    let start = firstLine
    defer { firstLine = start }
    for (line, text) in RepeatedKeys.entries(of: source) {
      firstLine = start + line
      // What follows a key's own line may be what is wrong.
      for part in [text, String(text.prefix { $0 != "\n" })] {
        guard let pairs = Self.readable(part)?.pairs else { continue }
        for pair in pairs { take(pair) }
        break
      }
    }
  }

  /// Nil where it cannot be read, or a key stands in it twice.
  private static func readable(_ text: String) -> YAMLValue? {
    guard let value = try? YAMLValue.read(text, within: bounds) else { return nil }
    return value.repeatedKey == nil ? value : nil
  }

  private mutating func report(_ error: YAMLFault, in source: String) {
    let found = error.mark.line - 1
    switch error.kind {
    case .syntax, .secondDocument:
      // The mark may stand where something that was left open is missed; the key is at fault.
      let fault = RepeatedKeys.entries(of: source).first { Self.readable($0.text) == nil }
      let lines = fault.map { $0.line...$0.line + $0.text.trimmingBlank.count { $0.isNewline } }
      let line = lines.map { $0.contains(found) ? found : $0.lowerBound }
      report(.headerUnreadable(entry: fault?.text ?? ""), line: firstLine + (line ?? found))
    case .alias, .controlCharacter, .tooDeep, .tooMany, .outOfMemory:
      report(.headerUnreadable(), line: firstLine + found)
    }
  }

  private mutating func take(_ pair: YAMLValue.Pair) {
    let value = pair.value
    switch pair.key.text {
    case "reckon":
      if let version = value.text, let format = NotebookFormat(version) {
        values.format = format
        if format == .newer { report(.newerFormat(found: version), line: line(of: value)) }
      }
    case "exercise":
      values.exercise = value.text?.nonEmpty
      if value.text == nil { report(.exerciseUnreadable, line: line(of: value)) }
    case "student": values.student = student(from: value)
    case "tries": values.tries = byQuestion(value, .countUnreadable(key: "tries"), Self.count)
    case "hints": values.hints = byQuestion(value, .countUnreadable(key: "hints"), Self.count)
    case "skipped":
      let skipped = words(value, .listUnreadable(key: "skipped"))
      values.skipped = skipped.map(\.word)
      skippedLines = Dictionary(uniqueKeysWithValues: skipped.map { ($0.word, $0.line) })
    case "noted": values.noted = words(value, .listUnreadable(key: "noted")).map(\.word)
    case "history":
      values.history = words(value, .listUnreadable(key: "history")).map(\.word)
      historyLine = line(of: pair.key)
    case "late": values.late = byQuestion(value, .momentUnreadable(key: "late")) { Moment($0) }
    default: break
    }
  }

  /// Takes in what a plain head says; false, and nothing is taken, where something of it has to be
  /// told.
  private mutating func take(_ plain: PlainHeader) -> Bool {
    var values = HeaderValues()
    var skippedLines: [String: Int] = [:]
    var historyLine: Int?
    for (place, entry) in plain.entries.enumerated() {
      switch (entry.key, entry.value) {
      case ("reckon", .word("1")): break
      case ("reckon", .word(NotebookFormat.historyVersion)): values.format = .withHistory
      case ("exercise", .word(let id)): values.exercise = id.nonEmpty
      case ("student", .mapping(let pairs)):
        func text(_ key: String) -> String { pairs.first { $0.key == key }?.value ?? "" }
        values.student = NotebookFile.Student(id: text("id"), name: text("name"))
      case ("tries", .mapping(let pairs)):
        guard let counts = Self.byQuestion(pairs, Self.count) else { return false }
        values.tries = counts
      case ("hints", .mapping(let pairs)):
        guard let counts = Self.byQuestion(pairs, Self.count) else { return false }
        values.hints = counts
      case ("late", .mapping(let pairs)):
        guard let times = Self.byQuestion(pairs, { Moment($0) }) else { return false }
        values.late = times
      case ("skipped", .list(let words)):
        guard Set(words).count == words.count, !words.contains("") else { return false }
        values.skipped = words
        for word in words { skippedLines[word] = firstLine + place }
      case ("noted", .list(let words)):
        guard Set(words).count == words.count, !words.contains("") else { return false }
        values.noted = words
      case ("history", .list(let words)):
        guard Set(words).count == words.count, !words.contains("") else { return false }
        values.history = words
        historyLine = firstLine + place
      case ("reckon", _), ("exercise", _), ("student", _), ("tries", _), ("hints", _), ("late", _),
        ("skipped", _), ("noted", _), ("history", _):
        return false
      default: break
      }
    }
    (self.values, self.skippedLines, self.historyLine) = (values, skippedLines, historyLine)
    entries = plain.entries.map { ($0.key, $0.bytes) }
    return true
  }

  /// Nil where one of the values cannot be read.
  private static func byQuestion<Value>(
    _ pairs: [(key: String, value: String)], _ read: (String) -> Value?
  ) -> [String: Value]? {
    var values: [String: Value] = [:]
    for (id, text) in pairs {
      guard let value = read(text) else { return nil }
      values[id] = value
    }
    return values
  }

  private func line(of node: YAMLValue) -> Int { firstLine + (node.mark?.line ?? 1) - 1 }

  private static func isNothing(_ text: String) -> Bool { ["", "~", "null"].contains(text) }

  private static func count(_ text: String) -> Int? {
    Int(text).flatMap { (0...mostCounted).contains($0) ? $0 : nil }
  }

  /// Values by the ids of questions; what cannot be read is left out and reported.
  private mutating func byQuestion<Value>(
    _ node: YAMLValue, _ fault: Diagnostic, _ read: (String) -> Value?
  ) -> [String: Value] {
    guard let pairs = node.pairs else {
      if !Self.isNothing(node.text ?? "[]") { report(fault, line: line(of: node)) }
      return [:]
    }
    var values: [String: Value] = [:]
    for pair in pairs {
      if let id = pair.key.text, let value = pair.value.text.flatMap(read) {
        values[id] = value
      } else {
        report(fault, line: line(of: pair.value))
      }
    }
    return values
  }

  /// A list of words, each once; a single word is a list of one.
  private mutating func words(_ node: YAMLValue, _ fault: Diagnostic) -> [(word: String, line: Int)]
  {
    if let word = node.text {
      return Self.isNothing(word) ? [] : [(word, line(of: node))]
    }
    var words: [(word: String, line: Int)] = []
    var seen: Set<String> = []
    for item in node.items ?? [] {
      if let word = item.text?.nonEmpty {
        if seen.insert(word).inserted { words.append((word, line(of: item))) }
      } else {
        report(fault, line: line(of: item))
      }
    }
    if node.items == nil { report(fault, line: line(of: node)) }
    return words
  }

  private func student(from value: YAMLValue) -> NotebookFile.Student? {
    if value.pairs != nil {
      return NotebookFile.Student(id: value["id"]?.text ?? "", name: value["name"]?.text ?? "")
    }
    guard let text = value.text, !Self.isNothing(text) else { return nil }
    let isNumber = text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    return NotebookFile.Student(id: isNumber ? text : "", name: isNumber ? "" : text)
  }

  /// Finds the lines of each key, which must start at the margin.
  private mutating func place(_ pairs: [YAMLValue.Pair], in bytes: [UInt8]) {
    guard let yaml else { return }
    let starts = [yaml.lowerBound] + yaml.filter { bytes[$0] == Byte.newline }.map { $0 + 1 }
    var found: [(key: String, line: Int)] = []
    for pair in pairs {
      guard let name = pair.key.text, let mark = pair.key.mark, mark.column == 1,
        mark.line > found.last?.line ?? 0, mark.line < starts.count
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
    line.first { !Byte.isBlank($0) }.map { $0 == UInt8(ascii: "#") } ?? true
  }
}

extension String { fileprivate var nonEmpty: String? { isEmpty ? nil : self } }
