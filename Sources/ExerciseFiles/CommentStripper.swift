import Diagnostics
/// Takes remarks out of Markdown, which nobody sees on a page and everybody does in its file.
public struct CommentStripper {
  private var isInside = false

  public init() {}

  /// All of a text.
  public static func stripped(_ text: String) -> String {
    var stripper = CommentStripper()
    return lines(of: text)
      .map { line in
        let shown = stripper.stripped(String(line))
        // What stood before a remark ends there.
        return shown.count == line.count
          ? shown : String(shown.reversed().drop(while: \.isWhitespace).reversed())
      }.joined(separator: "\n")
  }

  /// A line with a formula, without the remark behind `#`.
  public static func ofFormula(_ line: String) -> String {
    var quote: Character?
    for place in line.indices {
      let character = line[place]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        return String(line[..<place].reversed().drop(while: \.isWhitespace).reversed())
      }
    }
    return line
  }

  public mutating func stripped(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while !rest.isEmpty {
      if isInside {
        guard let end = rest.firstRange(of: "-->") else { return result }
        rest = rest[end.upperBound...]
        isInside = false
      } else {
        guard let start = rest.firstRange(of: "<!--"),
          // Within code it is a text like any other.
          rest[..<start.lowerBound].count(where: { $0 == "`" }).isMultiple(of: 2)
        else { return result + rest }
        result += rest[..<start.lowerBound]
        rest = rest[start.upperBound...]
        isInside = true
      }
    }
    return result
  }
}
