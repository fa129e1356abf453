/// Finds the option that a text stands for.
public struct OptionMatcher: Sendable {
  /// As written, with single spaces and in lower case.
  private let texts: [String]
  private var places: [String: Int] = [:]
  /// By letters and digits alone; nil for those of several options.
  private var barePlaces: [String: Int?] = [:]

  public init(_ choice: ChoiceAnswer) {
    texts = choice.options.map { Self.plain($0.text) }
    for (place, text) in texts.enumerated() where places[text] == nil { places[text] = place }
    for (place, option) in choice.options.enumerated() {
      let bare = Self.bare(option.text)
      barePlaces[bare] = .some(barePlaces[bare] == nil ? place : nil)
    }
  }

  /// The option of this text, but for case, spaces and punctuation; nil where none is, or several.
  public func place(of text: String) -> Int? {
    if let exact = places[Self.plain(text)] { return exact }
    let bare = Self.bare(text)
    return bare.isEmpty ? nil : barePlaces[bare] ?? nil
  }

  /// The options that a part of their text may stand for: those that begin with it, or else those
  /// that hold it at the beginning of a word.
  public func places(ofPart text: String) -> [Int] {
    if let place = place(of: text) { return [place] }
    let plain = Self.plain(text)
    guard !plain.isEmpty else { return [] }
    let first = texts.indices.filter { texts[$0].hasPrefix(plain) }
    return first.isEmpty ? texts.indices.filter { (" " + texts[$0]).contains(" " + plain) } : first
  }

  /// In lower case and with single spaces: what no two options may have in common.
  public static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func bare(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
