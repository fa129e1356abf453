/// Bounds on a piece of YAML that are looked at before it is parsed.
public enum YAMLBounds {
  /// An alias to an anchor of the text, and its line counted from 0.
  ///
  /// Texts within quotes count as well, which costs nothing: `&name` and `*name`, both at the
  /// start of a word, do not come together in an exercise's prose or formulas.
  public static func firstAlias(in yaml: String) -> (name: String, line: Int)? {
    var anchors: Set<String> = []
    var aliases: [(name: String, line: Int)] = []
    var line = 0
    var atStart = true
    let bytes = Array(yaml.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if atStart, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
        let name = bytes[(index + 1)...].prefix(while: isNameByte)
        if !name.isEmpty {
          let text = String(decoding: name, as: UTF8.self)
          if byte == UInt8(ascii: "&") {
            anchors.insert(text)
          } else {
            aliases.append((text, line))
          }
          index += name.count
        }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      atStart = !isNameByte(byte)
      index += 1
    }
    return aliases.first { anchors.contains($0.name) }
  }

  /// The line, counted from 0, where nesting goes deeper than `limit`.
  public static func lineDeeper(than limit: Int, in yaml: String) -> Int? {
    var indents: [Int] = []
    var brackets = 0
    for (number, line) in yaml.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
      guard indent < line.count else { continue }
      while let last = indents.last, last >= indent { indents.removeLast() }
      indents.append(indent)
      // Entries opened on the same line, as in `- - - a`.
      let marks = line.dropFirst(indent).prefix {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: " ")
      }
      let opened = marks.count { $0 != UInt8(ascii: " ") }
      for offset in 0..<min(opened, limit + 1) where opened > 1 {
        indents.append(indent + 1 + offset)
      }
      for byte in line {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        default: break
        }
        if brackets + indents.count > limit { return number }
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
