/// What lines of a text begin with.
enum LineStart {
  /// What follows the mark of an item of a list, `-`, `*`, `+`, `1.` or `1)`, and the blanks behind it;
  /// nil where there is none.
  static func afterListMark(_ line: Substring) -> Substring? {
    guard let first = line.first else { return nil }
    var rest: Substring
    if "-*+".contains(first) {
      rest = line.dropFirst()
    } else {
      rest = line.drop { "0"..."9" ~= $0 }
      guard rest.startIndex > line.startIndex, let point = rest.first, point == "." || point == ")"
      else { return nil }
      rest = rest.dropFirst()
    }
    guard rest.first?.isWhitespace == true else { return nil }
    return rest.drop(while: \.isWhitespace)
  }

  /// The key of a line such as `points: 2`; nil where it has none.
  static func key(_ line: Substring) -> Substring? {
    let text = line.drop(while: \.isWhitespace)
    let key = text.prefix { "a"..."z" ~= $0 || $0 == "_" }
    let rest = text[key.endIndex...]
    guard !key.isEmpty, rest.first == ":", rest.dropFirst().first?.isWhitespace ?? true else {
      return nil
    }
    return key
  }
}
