import Diagnostics
import Exercises

/// The ticks of a notebook, matched with the options that a question offers.
///
/// A notebook is edited by hand, and an exercise is reworded after it was begun: an option is
/// known again whatever its case, spaces and punctuation, as long as only one can be meant.
public struct ChoiceTicks: Sendable {
  /// Places of the options that are ticked, each once, in the question's order.
  public let options: [Int]
  /// Ticked texts that are none of the options, each once, as typed.
  public let strangers: [String]

  /// - Parameter texts: of the items that are ticked.
  public init(_ texts: [String], among choice: ChoiceAnswer) {
    let matcher = OptionMatcher(choice)
    var found: Set<Int> = []
    var strangers: [String] = []
    for text in texts {
      if let place = matcher.place(of: text) {
        found.insert(place)
      } else if !strangers.contains(text), strangers.count < Self.strangerLimit {
        strangers.append(text)
      }
    }
    options = found.sorted()
    self.strangers = strangers
  }

  /// Unknown options that are kept to be told.
  private static let strangerLimit = 10
}

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
    return first.isEmpty
      ? texts.indices.filter { (" " + texts[$0]).contains(" " + plain) } : first
  }

  /// In lower case and with single spaces: what no two options may have in common.
  public static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func bare(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
