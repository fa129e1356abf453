/// Where the sentences of a text begin and end.
///
/// A full stop within a number or after an abbreviation ends none; a line that begins like a
/// sentence, as an item of a list or as a row of a table does begin one.
public struct TextSentences {
  /// Ranges of tokens, in order, each with at least one word.
  let ranges: [Range<Int>]
  /// Place of each token's sentence among the ranges.
  let ofToken: [Int]
  let count: Int
  /// Sentences where each part between semicolons counts as one: items of a list often do.
  public let countWithSemicolons: Int

  /// Tokens of the longest sentence that is read as one.
  private static let longest = 250

  init(_ text: TextTokens) {
    var ranges: [Range<Int>] = []
    var ofToken: [Int] = []
    var start = 0
    var extra = 0
    var parts = 0
    var hasWords = false
    func close(_ end: Int) {
      guard end > start else { return }
      if hasWords {
        ranges.append(start..<end)
        extra += max(0, parts - 1)
      } else if let last = ranges.last {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        return
      }
      ofToken += Array(repeating: ranges.count - 1, count: end - ofToken.count)
      start = end
      hasWords = false
      parts = 0
    }
    var isNewPart = true
    let tables = TextTables(text)
    let lines = text.lines
    let items = zip(lines.dropFirst(), lines).filter { Self.isNextItem(text, $0, after: $1) }
    let starts = tables.rowStarts.union(items.map(\.0.lowerBound))
    for index in text.indices {
      if index > start,
        starts.contains(index) || Self.begins(text, index) || index - start >= Self.longest
      {
        close(index)
      }
      if Self.counts(text, index) {
        if !hasWords || isNewPart { parts += 1 }
        isNewPart = false
        hasWords = true
      }
      if text[index].sign == ";" { isNewPart = true }
      if hasWords, Self.ends(text, index) { close(index + 1) }
    }
    close(text.indices.upperBound)
    ofToken += Array(repeating: max(0, ranges.count - 1), count: text.indices.count - ofToken.count)
    self.ranges = ranges
    self.ofToken = ofToken
    // The headings of a table say nothing of themselves.
    count = ranges.count { !tables.headings.contains($0.lowerBound) }
    countWithSemicolons = count + extra
  }

  /// Whether the text has as many sentences as are asked, however its lists are counted.
  public func fits(_ asked: ClosedRange<Int>) -> Bool {
    count <= asked.upperBound && countWithSemicolons >= asked.lowerBound
  }

  /// Words and numbers do, the number of a list's item alone does not.
  private static func counts(_ text: TextTokens, _ index: Int) -> Bool {
    let token = text[index]
    return token.number == nil ? token.sign == nil : !isMarker(text, index)
  }

  /// `1.`, `2)` at the start of a line.
  static func isMarker(_ text: TextTokens, _ index: Int) -> Bool {
    guard let token = text.at(index), token.startsLine, let number = token.smallNumber,
      number < 100, text.isSign(index + 1, ".)"), text[index + 1].isGlued
    else { return false }
    return text.at(index + 2)?.isGlued != true
  }

  private static func isBullet(_ text: TextTokens, _ index: Int) -> Bool {
    text.isSign(index, "-*+•—") && text.at(index + 1)?.isGlued == false
  }

  // MARK: Starts

  private static func begins(_ text: TextTokens, _ index: Int) -> Bool {
    let token = text[index]
    guard token.startsLine else { return false }
    if token.linesBefore > 1 || isMarker(text, index) || isBullet(text, index) { return true }
    guard token.isCapitalised || token.number != nil, index > 0 else { return false }
    if token.number != nil, text.namesNumber(index - 1) { return false }
    // A line that ends with a comma or a bracket goes on.
    return !text.isWord(index - 1, goesOn) && !text.isSign(index - 1, ",(—-/&:+=")
  }

  /// Whether a line in small letters goes on with a list that has no bullets: `flat: 1.9 MWh`
  /// after such a line, or `model 2 has …` after `model 1 has …`.
  private static func isNextItem(
    _ text: TextTokens, _ line: Range<Int>, after above: Range<Int>
  ) -> Bool {
    let lines = [above, line]
    guard let word = text.word(line.lowerBound), let other = text.word(above.lowerBound),
      !text.isSign(line.lowerBound - 1, ",("),
      lines.allSatisfy({ $0.contains { text[$0].number != nil } })
    else { return false }
    return word == other && lines.allSatisfy { text.at($0.lowerBound + 1)?.number != nil }
      || lines.allSatisfy { line in line.prefix(labelLength).contains { text[$0].sign == ":" } }
  }

  /// Tokens at the start of a line among which the colon of a label is.
  private static let labelLength = 4

  /// Words after which a line is not at its end.
  private static let goesOn: WordKinds = [
    .article, .being, .clause, .coordinating, .having, .preposition, .pronoun, .versus,
  ]

  // MARK: Ends

  private static func ends(_ text: TextTokens, _ index: Int) -> Bool {
    guard let last = text[index].sign else { return false }
    if ")\"'".unicodeScalars.contains(last) {
      // What closes a bracket or a quotation ends the sentence that ended within.
      return text[index].isGlued && text.at(index + 1)?.isGlued != true
        && text.isSign(index - 1, ".!?") && isFullStop(text, index - 1)
    }
    guard ".!?".unicodeScalars.contains(last) else { return false }
    guard let next = text.at(index + 1) else { return true }
    if let sign = next.sign, ".!?)\"'".unicodeScalars.contains(sign), next.isGlued { return false }
    if next.isGlued, !(next.isCapitalised && text.at(index - 1)?.word.map { $0.count > 2 } == true)
    {
      return false
    }
    return isFullStop(text, index) && !(text[index - 1].word == "etc" && !next.isCapitalised)
  }

  /// Whether a sign ends a sentence and not an abbreviation.
  private static func isFullStop(_ text: TextTokens, _ index: Int) -> Bool {
    guard text[index].sign == ".", text[index].isGlued, let word = text.word(index - 1) else {
      return true
    }
    // `e.g.`, but not the unit of `17 t.` or `38 km/h.`
    // `√L. We found`, but not `J. Smith`
    let isLetter =
      word.utf8.count == 1 && text.at(index - 2)?.number == nil && !text.isSign(index - 2, "/^·°")
      && !(text.at(index + 1)?.isCapitalised == true && text.at(index + 1)?.isGlued == false
        && text.isWord(index + 1, WordKinds.grammar.union([.result, .common])))
    // `no. 2`, but not `No. It never pays.`
    let isNumberSign = text.isWord(index - 1, .numberSign) && text.at(index + 1)?.number == nil
    // `57 min. For that`
    let isUnit =
      (text.at(index - 2)?.number != nil || text.isSign(index - 2, "/"))
      && text.at(index + 1)?.isCapitalised == true
      && (text.isWord(index + 1, .grammar) || text.isSign(index + 2, ":"))
    return !isLetter && (isNumberSign || isUnit || !text.isWord(index - 1, .abbreviation))
  }
}
