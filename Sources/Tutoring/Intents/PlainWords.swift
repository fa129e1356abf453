import Exercises

/// What a line says in plain words, brought to the words that carry it: `Can I get a hint, please?`
/// and `hints` are both `hint`.
struct PlainWords {
  /// Words that carry meaning, in small letters and of one spelling each.
  let words: [String]
  /// A question's number that is named, as in `go to 2.3.1`.
  let number: String?
  /// A table that is named.
  let table: String?
  /// All words, in small letters.
  let typed: [String]
  var first: String { typed.first ?? "" }
  /// Words as typed.
  let count: Int
  /// Whether it asks how something is done, rather than for it.
  let asksHow: Bool
  /// The language in which the line was read.
  let language: PlainLanguage.Name
  /// Whether a slip of the finger was mended in it.
  let isMended: Bool

  /// Longer lines are no cries for help.
  private static let longest = 14

  /// Nil where a line is no plain words: it has signs of a formula, or says too much.
  ///
  /// - Parameters:
  ///   - language: the language in which it is read.
  ///   - slips: whether a long word that is none is read as the one that a slip of the finger made
  ///     it of.
  init?(
    _ line: String, in language: PlainLanguage = .english, tables: [String] = [],
    mending slips: Bool = false
  ) {
    let folded = language.folded(line)
    // A question mark ends words; within brackets nothing may stand, as in `exit()`.
    guard folded.allSatisfy({ $0.isLetter || $0.isNumber || " .,;:!?()\"“”«»-–_…".contains($0) }),
      folded.firstRange(of: "(").map({ folded[$0.upperBound...].first == ")" }) ?? true
    else { return nil }
    let typed = folded.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }
      .map { $0.trimmingPoints }.filter { !$0.isEmpty }
    guard typed.count <= Self.longest else { return nil }
    var kept: [String] = []
    var number: String?
    var table: String?
    var isMended = false
    let read = typed.map { word in
      guard slips, let meant = language.wordOneSlip(from: word) else { return word }
      isMended = true
      return meant
    }
    let all = Self.joined(read.flatMap { language.contractions[$0] ?? [$0] }, language.pairs)
    for (place, word) in all.enumerated() {
      if word.first?.isNumber == true {
        guard number == nil, Question.isNumber(word) else { return nil }
        number = word
        kept.append("NUMBER")
      } else if let named = tables.first(where: { language.folded($0) == word }) {
        table = named
        kept.append("TABLE")
      } else {
        // `I do not get it` is another matter than `get me a hint`.
        let isDenied = kept.last == "not" && place > 0
        let meaning = language.meaning(of: word)
        guard isDenied ? !language.articles.contains(word) : !language.isSmall(word) else {
          continue
        }
        // `je ne comprends pas`, `ich weiss nicht`
        if meaning == "not", let last = kept.last, Self.deniedBefore.contains(last) {
          kept[kept.count - 1] = "not"
          if kept.dropLast().last == "not" { kept.removeLast() }
          kept.append(last)
        } else if kept.last != meaning {
          kept.append(meaning)
        }
      }
    }
    (words, self.number, self.table) = (kept, number, table)
    (self.typed, count, self.isMended) = (all, typed.count, isMended)
    self.language = language.name
    asksHow = all.first.map(language.asking.contains) ?? false
  }

  /// The readings of a line in each language.
  static func readings(of line: String, tables: [String] = []) -> [PlainWords] {
    PlainLanguage.all.compactMap { PlainWords(line, in: $0, tables: tables) }
  }

  /// Words that other languages deny behind them.
  private static let deniedBefore: Set<String> = ["find", "know", "understand"]

  /// With pairs that are one matter as one word.
  private static func joined(_ words: [String], _ pairs: [String: String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, let pair = pairs[last + " " + word] {
        result[result.count - 1] = pair
      } else {
        result.append(word)
      }
    }
    return result
  }
}

extension Substring {
  /// Without points at its ends, as at the end of a sentence.
  fileprivate var trimmingPoints: String {
    String(drop { $0 == "." || $0 == "_" }.reversed().drop { $0 == "." || $0 == "_" }.reversed())
  }
}
