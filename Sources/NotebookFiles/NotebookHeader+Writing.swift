extension NotebookHeader {
  /// What makes `key` say `value`, or removes it where `value` is nil; nil where the front
  /// matter must not be touched.
  func edit(
    setting key: String, to value: String?, in reading: ParsedNotebook
  ) -> NotebookFile.Edit? {
    guard isEditable else { return nil }
    let end = reading.lineEnd
    let entry = entries.first { $0.key == key }
    guard let value else { return NotebookFile.Edit(entry?.bytes ?? bodyOffset..<bodyOffset, "") }
    guard let yaml else {
      let head = "---\(end)reckon: 1\(end)\(key): \(value)\(end)---\(end)"
      return NotebookFile.Edit(bodyOffset..<bodyOffset, head)
    }
    if let entry {
      let comments = comments(in: reading.bytes[entry.bytes])
      var text = "\(key): \(value)"
      if comments.count == 1, comments[0].line == 0 {
        text += comments[0].text + end
      } else {
        text += end + comments.map { $0.text.drop { $0 == " " || $0 == "\t" } + end }.joined()
      }
      return NotebookFile.Edit(entry.bytes, text)
    }
    let above = key == "student" ? entries.first { $0.key == "exercise" } : nil
    let place = above?.bytes.upperBound ?? yaml.upperBound
    return NotebookFile.Edit(place..<place, "\(key): \(value)\(end)")
  }

  /// The comments of an entry, each with the spaces before it.
  private func comments(in entry: ArraySlice<UInt8>) -> [(line: Int, text: String)] {
    entry.split(separator: Byte.newline).enumerated().compactMap { number, line in
      guard let start = commentStart(in: line) else { return nil }
      let end = line.last == Byte.carriageReturn ? line.endIndex - 1 : line.endIndex
      return (number, String(decoding: line[start..<end], as: UTF8.self))
    }
  }

  /// Where a comment starts, or the spaces before it. A quote counts as such only where a value
  /// may start.
  private func commentStart(in line: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8?
    var mayOpen = true
    var spaces = line.startIndex
    for index in line.indices {
      let byte = line[index]
      if Byte.isBlank(byte) { continue }
      if let open = quote {
        if byte == open { quote = nil }
      } else if mayOpen, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), index == line.startIndex || spaces < index {
        return spaces
      }
      mayOpen = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":")]
        .contains(byte)
      spaces = index + 1
    }
    return nil
  }
}

/// A text as YAML reads it back unchanged within a flow mapping: bare where it is plainly a
/// text, else in double quotes.
func yamlScalar(_ text: String) -> String {
  isPlainScalar(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
}

private let wordsOfYAML: Set<String> = [
  "true", "false", "yes", "no", "on", "off", "y", "n", "null",
]

private func isPlainScalar(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
    return false
  }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  // `1.2.1` cannot be a number.
  let isQuestionID =
    parts.count > 2
    && parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  guard first.properties.isAlphabetic || isQuestionID, last != " " else { return false }
  return !wordsOfYAML.contains(text.lowercased())
    && text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " -._'".unicodeScalars.contains($0)
    }
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  // A star might look like an alias.
  let short: [Unicode.Scalar: String] = [
    "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "*": "\\x2A",
  ]
  if let escape = short[scalar] { return escape }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value > 0xFFFF ? 8 : 4
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (width == 8 ? "\\U" : "\\u") + zeros + digits
  default: return String(scalar)
  }
}
