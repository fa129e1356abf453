/// Words of a text that say which quantity is spoken of: `accurate` for the accuracy.
struct QuantityWords {
  /// What a sentence says.
  struct Said {
    /// Formulas whose quantity is told.
    var formulas: Set<Int> = []
    /// Whether it tells another quantity of the same kind, such as `training` emissions.
    var isOfOther = false
    /// Whether it speaks of a total.
    var isOfTotal = false
  }

  /// The quantity that stands nearest to a figure.
  struct Told {
    var formulas: Set<Int>
    /// The word that tells it.
    var place = 0
    /// Whether nothing but words like `is about` stands between.
    var isTight: Bool
  }

  /// What the quantities are told by.
  private let names: QuantityNames
  /// Formulas that a word tells, by its token.
  private var toldBy: [Int: Set<Int>] = [:]
  private var said: [Int: Said] = [:]
  /// Formulas that the line above a list tells of its items, by the sentence.
  private var headed: [Int: Set<Int>] = [:]
  private let text: TextTokens
  private let sentences: TextSentences

  init(_ text: TextTokens, _ sentences: TextSentences, _ names: QuantityNames) {
    self.names = names
    self.text = text
    self.sentences = sentences
    var heading: Set<Int> = []
    for index in text.indices {
      guard let word = text[index].known else { continue }
      let sentence = sentences.ofToken[index]
      if text.isWord(index, .sum), text.isWord(index, .statistic) {
        said[sentence, default: Said()].isOfTotal = true
      }
      let telling = names.telling(word)
      if let named = telling.symbolOf, text.at(index - 1)?.number == nil {
        toldBy[index] = named
        said[sentence, default: Said()].formulas.formUnion(named)
        continue
      }
      if telling.isOfOther { said[sentence, default: Said()].isOfOther = true }
      guard let formulas = telling.formulas else { continue }
      toldBy[index] = formulas
      said[sentence, default: Said()].formulas.formUnion(formulas)
    }
    // `U-values:` above a list is said of its items.
    for (place, range) in sentences.ranges.enumerated() {
      let startsLine = text[range.lowerBound].startsLine
      if !startsLine || text[range.lowerBound].linesBefore > 1 { heading = [] }
      if startsLine, !heading.isEmpty {
        said[place, default: Said()].formulas.formUnion(heading)
        headed[place] = heading
      }
      if text.isSign(range.upperBound - 1, ":") { heading = said[place]?.formulas ?? [] }
    }
  }

  /// Whether the text speaks of each of the quantities, which are two or more.
  var areAllTold: Bool {
    let named = names.stems.filter { !$0.value.isEmpty }
    let told = Set(said.values.flatMap(\.formulas))
    return Set(named.values).count > 1 && told.isSuperset(of: named.keys)
  }

  /// What the line above a list tells of its items, of which a sentence is one.
  func heading(ofSentence sentence: Int) -> Set<Int> { headed[sentence] ?? [] }

  func said(inSentence sentence: Int) -> Said { said[sentence] ?? Said() }

  /// Whether one of some formulas gives a total.
  func areTotals(_ formulas: Set<Int>) -> Bool { !names.totals.isDisjoint(with: formulas) }

  /// Whether a word is one of a quantity's.
  func isName(_ word: String) -> Bool { names.isName(word) }

  /// Whether a word is the one of a formula's name that the others qualify: `time` of the playing time.
  func isHead(_ place: Int, of formulas: Set<Int>) -> Bool {
    guard let stem = text.singular(place).flatMap(Self.stem) else { return true }
    return formulas.contains { names.heads[$0] == stem }
  }

  /// Whether the head stands there or shortly before, as in `the cost of a loan`.
  private func isWithHead(_ place: Int, of formulas: Set<Int>) -> Bool {
    (place - 4...place).contains {
      !(toldBy[$0] ?? []).isDisjoint(with: formulas) && isHead($0, of: formulas)
    }
  }

  /// The formulas that words of a range tell.
  func formulas(_ range: Range<Int>) -> Set<Int> {
    range.compactMap { toldBy[$0] }.reduce([]) { found, next in
      // All words of one name: `self-sufficiency` is no self-consumption.
      let both = found.intersection(next)
      return both.isEmpty ? found.union(next) : both
    }
  }

  /// Whether a range has two words of a formula's name, or the one that it is: the heating costs are
  /// not the cost of a loan.
  func isWholeName(of formula: Int, in range: Range<Int>) -> Bool {
    let said = Set(range.filter { toldBy[$0]?.contains(formula) == true }.compactMap(text.word))
    return said.count >= min(2, names.nameLengths[formula])
  }

  // MARK: Which one a figure is of

  /// The quantity that a figure is said of: the one right after it, as in `69 mm of deflection`, the
  /// last one before it that no other figure parts from it, or the next in its clause.
  ///
  /// - Parameter possible: formulas of which it can be a value.
  func told(of figure: Range<Int>, among possible: Set<Int>) -> Told? {
    let sentence = sentences.ranges[sentences.ofToken[figure.lowerBound]]
    let end = figure.upperBound
    func formulas(_ place: Int) -> Set<Int>? {
      guard let found = toldBy[place]?.intersection(possible), !found.isEmpty else { return nil }
      return isOfOther(place) ? [] : found
    }
    // `171 cups`, where cups are asked for.
    for place in figure.dropFirst() {
      if let found = formulas(place), !found.isEmpty { return Told(formulas: found, isTight: true) }
    }
    let next = (end..<max(end, min(end + 4, sentence.upperBound))).prefix {
      toldBy[$0] == nil && text.isWord($0, [.belonging, .article, .comparative, .statistic])
    }.endIndex
    if next < sentence.upperBound, let found = formulas(next), !found.isEmpty,
      !isFollowedByOwn(next)
    {
      return Told(formulas: found, place: next, isTight: true)
    }
    let start = text.computation(before: figure.lowerBound) ?? figure.lowerBound
    let before = max(sentence.lowerBound, start - Self.reach)..<max(sentence.lowerBound, start)
    var isTight = true
    for place in before.reversed() {
      if text[place].number != nil || text.isSign(place, ";") { break }
      if let found = formulas(place) {
        // Another quantity of its kind is told by no formula.
        return Told(
          formulas: found.isEmpty ? [] : whole(found, at: place, from: before.lowerBound),
          place: place, isTight: isTight && (found.isEmpty || isWithHead(place, of: found)))
      }
      if text.isWord(place, .modifier) { continue }
      isTight =
        isTight
        && (text.word(place) == nil
          ? text.isSign(place, "=:(~-+") : text.isWord(place, Self.saying))
    }
    for place in end..<max(end, min(end + 9, sentence.upperBound)) {
      if text[place].sign != nil || text[place].number != nil || text.isWord(place, .coordinating) {
        break
      }
      if let found = formulas(place) {
        return found.isEmpty || isFollowedByOwn(place) ? nil : Told(formulas: found, isTight: false)
      }
    }
    return nil
  }

  private static let reach = 14
  private static let saying: WordKinds = [
    .hedge, .focus, .being, .having, .article, .preposition, .verb, .subject, .result,
    .beforeDifference,
  ]

  /// Of several formulas that a word tells, those that another word of their name tells too.
  private func whole(_ formulas: Set<Int>, at place: Int, from start: Int) -> Set<Int> {
    guard formulas.count > 1 else { return formulas }
    var left = formulas
    for other in (max(start, place - 4)..<place).reversed() {
      if let more = toldBy[other], !left.isDisjoint(with: more) { left.formIntersection(more) }
    }
    return left
  }

  /// `69 mm and a limit of only 60 mm`: the quantity after has a figure of its own.
  private func isFollowedByOwn(_ place: Int) -> Bool {
    let rest = (place + 1..<place + 6).prefix {
      text.word($0) != nil && !text.isWord($0, [.coordinating, .clause]) || text.isSign($0, "=:")
    }.endIndex
    return text.at(rest)?.number != nil
  }

  /// Whether a word before makes another quantity of it: `the allowed deflection`.
  private func isOfOther(_ place: Int) -> Bool {
    // `the speed limit`
    [place - 1, place + 1].contains { text.isWord($0, .modifier) && toldBy[$0] == nil }
  }
}
