import Diagnostics
import Exercises

/// What a line typed at a choice asks for: `1 4`, `1,4`, `1 and 4`, `1-3`, the options' words, a
/// unique part of them, `not 1`, `-1`, `none`, `all`.
enum ChoiceLine: Hashable {
  /// Tick some options and untick others, by their places.
  case change(adding: [Int], removing: [Int])
  case all
  case none
  /// A part that stands for no option, with options that may have been meant.
  case noSuchOption(String, near: [String])
  /// A part that stands for any of several options.
  case several(String, [String])

  /// Nil for a line that is rather a formula.
  init?(_ line: String, among choice: ChoiceAnswer) {
    let reader = ChoiceLineReader(choice: choice, matcher: OptionMatcher(choice))
    guard let read = reader.read(line) else { return nil }
    self = read
  }
}

/// Reads what is typed at a choice.
private struct ChoiceLineReader {
  let choice: ChoiceAnswer
  let matcher: OptionMatcher

  private static let emptying: Set<String> = [
    "none", "nothing", "clear", "reset", "none of them", "rien", "aucun", "aucune", "keine",
    "keines",
    "nichts", "nessuno", "nessuna",
  ]
  private static let filling: Set<String> = [
    "all", "everything", "all of them", "tout", "tous", "toutes", "alle", "alles", "tutto", "tutti",
    "tutte",
  ]
  private static let removers = ["not", "no", "without", "remove", "untick", "minus"]
  private static let joiners: Set<String> = ["and", "&", "+", "or"]
  /// Characters of a line that are looked at.
  private static let lengthLimit = 2000

  func read(_ line: String) -> ChoiceLine? {
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.utf8.count <= Self.lengthLimit else {
      return .noSuchOption(String(text.prefix(40)) + "…", near: [])
    }
    // An option may be called `None of these` or `Not at all`.
    if let place = matcher.place(of: text) { return .change(adding: [place], removing: []) }
    if matcher.places(ofPart: text).isEmpty {
      let word = text.lowercased()
      if Self.emptying.contains(word) { return ChoiceLine.none }
      if Self.filling.contains(word) { return .all }
    }
    if let numbers = numbers(text) { return numbers }
    return words(text)
  }

  // MARK: Numbers

  /// Nil where anything but numbers, ranges, joining words and `not` stands in the line.
  private func numbers(_ text: String) -> ChoiceLine? {
    let signs: [Character: String] = [
      ",": " ", ";": " ", "–": "-", "—": "-", "−": "-", "(": " ", ")": " ", "#": " ", "…": "-",
    ]
    let plain = text.lowercased().replacing("..", with: "-").map { signs[$0] ?? String($0) }
      .joined()
    var adding: [Int] = []
    var removing: [Int] = []
    var removes = false
    var hasNumber = false
    var open: (start: Int, removes: Bool)?
    let tokens = plain.split(separator: " ").map { token in
      token.last == "." ? String(token.dropLast()) : String(token)
    }
    for (index, token) in tokens.enumerated() {
      if Self.joiners.contains(token) || token.isEmpty { continue }
      if Self.removers.contains(token) {
        removes = true
        continue
      }
      if token == "-" || token == "to" {
        // `1 - 3`; before the first number it takes away.
        let last = index > 0 ? Int(tokens[index - 1]) : nil
        if let last { open = (last, removes) } else { removes = true }
        continue
      }
      guard let range = range(token) else { return nil }
      hasNumber = true
      let first = open?.start ?? range.first
      let takes = open?.removes ?? (removes || range.removes)
      open = nil
      for number in [first, range.last] where !choice.options.indices.contains(number - 1) {
        return .noSuchOption(number == Int.max ? token : "\(number)", near: [])
      }
      let places = (min(first, range.last)...max(first, range.last)).map { $0 - 1 }
      if takes { removing += places } else { adding += places }
    }
    guard hasNumber, open == nil else { return nil }
    return .change(adding: distinct(adding), removing: distinct(removing))
  }

  /// `4`, `-4` or `1-3`.
  private func range(_ token: String) -> (first: Int, last: Int, removes: Bool)? {
    if let number = number(token) { return (number, number, false) }
    if token.first == "-", let number = number(token.dropFirst()) { return (number, number, true) }
    let ends = token.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = number(ends[0]), let last = number(ends[1]) else {
      return nil
    }
    return (first, last, false)
  }

  /// A number too long for any option stands for one that there is not.
  private func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(text) ?? Int.max
  }

  // MARK: Words

  private func words(_ text: String) -> ChoiceLine? {
    let isFormula =
      text.contains("=") || text.contains("(")
      || text.first?.isNumber == true && text.contains { "*/^".contains($0) }
    var adding: [Int] = []
    var removing: [Int] = []
    var removes = false
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      for phrase in phrases(String(part)) {
        var phrase = phrase
        if matcher.places(ofPart: phrase).isEmpty, let rest = withoutRemover(phrase) {
          removes = true
          phrase = rest
        }
        let places = Int(phrase).map { [max(0, $0) - 1] } ?? matcher.places(ofPart: phrase)
        guard places.count == 1, choice.options.indices.contains(places[0]) else {
          if isFormula { return nil }
          if places.count > 1 { return .several(phrase, places.map { choice.options[$0].text }) }
          return .noSuchOption(phrase, near: near(phrase))
        }
        if removes { removing += places } else { adding += places }
      }
    }
    if adding.isEmpty, removing.isEmpty { return isFormula ? nil : .noSuchOption(text, near: []) }
    return .change(adding: distinct(adding), removing: distinct(removing))
  }

  /// The part in the words that `and` joins, where it is no option as it stands.
  private func phrases(_ part: String) -> [String] {
    let words = part.split(separator: " ").map(String.init)
    let whole = words.joined(separator: " ")
    guard matcher.places(ofPart: whole).isEmpty else { return [whole] }
    return words.split(whereSeparator: { Self.joiners.contains($0.lowercased()) })
      .map { $0.joined(separator: " ") }
  }

  private func withoutRemover(_ phrase: String) -> String? {
    if phrase.first == "-", phrase.count > 1 {
      return phrase.dropFirst().split(separator: " ").joined(separator: " ")
    }
    let words = phrase.split(separator: " ", maxSplits: 1)
    guard words.count == 2, Self.removers.contains(words[0].lowercased()) else { return nil }
    return String(words[1])
  }

  private func near(_ phrase: String) -> [String] {
    nearestNames(to: phrase, among: choice.options.map(\.text), limit: 2)
  }

  private func distinct(_ places: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return places.filter { seen.insert($0).inserted }
  }
}
