/// Where the rows of a table, such as four houses, are named in a text, and which of them a figure
/// is said of.
struct RowMentions {
  struct Mention {
    var row: String
    var tokens: Range<Int>
    /// The mentions that are named in one breath with it: `Models 2 and 4`.
    var group: Range<Int>
    /// Whether it is a number alone, which may mean something else.
    var isBareNumber: Bool
  }

  /// What a figure is said of.
  struct Binding {
    var row: String
    /// Whether no word stands between the name and the figure.
    var isTight: Bool
    /// Whether it has the place in a list of figures that the row has in a list of names.
    var isInOrder = false
  }

  /// In the order of the text.
  private(set) var mentions: [Mention] = []
  private let text: TextTokens
  private let sentences: TextSentences
  /// Places among the mentions, by sentence.
  private var bySentence: [Int: [Int]] = [:]
  private let brackets: TextBrackets

  /// Mentions in a group at most: each holds it.
  private static let groupLimit = 30

  /// - Parameters:
  ///   - terms: each row with its synonyms.
  ///   - bareNumbers: first tokens of names that are numbers alone.
  init(
    _ text: TextTokens, _ sentences: TextSentences, _ search: TermSearch,
    terms: [(row: String, synonyms: [String])], bareNumbers: Set<Int>
  ) {
    self.text = text
    self.sentences = sentences
    brackets = TextBrackets(text)
    for (row, synonyms) in terms {
      var last: Range<Int>?
      for tokens in search.mentions(ofAnyOf: synonyms) where tokens != last {
        mentions.append(
          Mention(
            row: row, tokens: tokens, group: 0..<0,
            isBareNumber: bareNumbers.contains(tokens.lowerBound)))
        last = tokens
      }
    }
    mentions.sort {
      ($0.tokens.upperBound, $0.tokens.lowerBound) < ($1.tokens.upperBound, $1.tokens.lowerBound)
    }
    var start = 0
    for place in mentions.indices {
      if place > start {
        let (last, next) = (mentions[place - 1].tokens, mentions[place].tokens)
        let isNew = next.lowerBound < last.lowerBound || !joins(last, next)
        if isNew || place - start > Self.groupLimit { start = place }
      }
      for member in start...place { mentions[member].group = start..<place + 1 }
      bySentence[sentence(mentions[place].tokens.lowerBound), default: []].append(place)
    }
  }

  func isNamed(inSentence sentence: Int) -> Bool { bySentence[sentence] != nil }

  func namesOther(than row: String, inSentence sentence: Int) -> Bool {
    bySentence[sentence]?.contains { mentions[$0].row != row } ?? false
  }

  private func sentence(_ token: Int) -> Int {
    sentences.ofToken.indices.contains(token) ? sentences.ofToken[token] : 0
  }

  /// Tokens between two ranges, whichever is first.
  private func gap(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    let (first, second) = one.lowerBound <= other.lowerBound ? (one, other) : (other, one)
    return first.upperBound..<max(first.upperBound, second.lowerBound)
  }

  /// Whether nothing but `,`, `and` and the like stands between two names or figures.
  private func joins(
    _ one: Range<Int>, _ other: Range<Int>, by signs: String = ",&/+-", within limit: Int = 4
  ) -> Bool {
    let gap = gap(one, other)
    return gap.count <= limit
      && gap.allSatisfy {
        text.isSign($0, signs) || text.isWord($0, [.joint, .together]) || text.word($0) == "the"
      }
  }

  // MARK: Binding

  /// The row that a figure is said of; nil where that is not certain.
  ///
  /// - Parameters:
  ///   - figures: tokens of all figures that could be of the same kind.
  ///   - all: tokens of all figures.
  func binding(
    of figure: Range<Int>, among figures: [Range<Int>], beside all: [Range<Int>]
  ) -> Binding? {
    guard let own = bySentence[sentence(figure.lowerBound)] else { return nil }
    if let after = nameAfter(figure, own, among: figures) { return after }
    if goesWithNext(figure, own, all) { return nil }
    // The last name before it, if it is one of its clause.
    guard
      let place = own.last(where: {
        mentions[$0].tokens.upperBound <= figure.lowerBound
          && !isPast(mentions[$0], at: figure.lowerBound)
      })
    else { return nil }
    let mention = mentions[place]
    let gap = mention.tokens.upperBound..<figure.lowerBound
    guard gap.count <= 25 else { return nil }
    if mention.group.count > 1 { return respectively(mention.group, figure, among: figures) }
    let isPartedFromName =
      gap.contains { text.isSign($0, ";") || text.isWord($0, [.versus, .contrast, .collective]) }
      || figures.contains { gap.contains($0.lowerBound) && $0.upperBound <= gap.upperBound }
    if isPartedFromName { return nil }
    // Words that say nothing.
    let isTight = gap.allSatisfy {
      text.word($0) == nil || text.isWord($0, [.hedge, .focus, .being, .having])
    }
    let inBrackets =
      text.isSign(gap.lowerBound, "(")
      && brackets.opened(at: gap.lowerBound)?.contains(figure.lowerBound) != false
    let isCompared = isAfter([.versus, .opposition, .oblique], mention)
    // `than the second (198 t instead of 294 t)`
    let bracket = brackets.opened(at: gap.lowerBound) ?? 0..<0
    let holdsTwo = figures.count { bracket.contains($0.lowerBound) } > 1
    if inBrackets, isCompared, holdsTwo { return nil }
    // `its accuracy is higher (81.0 % against 78.4 %)`
    if isWeighed(figure, against: figures, own) || isSubject(figure) { return nil }
    if isAfter([.versus, .opposition], mention) { return nil }
    let isAlone = own.allSatisfy { mentions[$0].row == mention.row }
    // `the emissions of Model 2 are 72 t`
    let mayBeOfOther = isCompared && (!isTight || inBrackets)
    if !isAlone, mayBeOfOther || isJoined(figure, to: figures) { return nil }
    if !inBrackets, mayBeOfOther || clauseHasOther(place, own) { return nil }
    return Binding(row: mention.row, isTight: isTight)
  }

  /// Whether a name stands in brackets that say more than the name and end before a place: what
  /// comes after `(model 2: 294 t)` is said of another.
  private func isPast(_ mention: Mention, at place: Int) -> Bool {
    guard let bracket = brackets.innermost(around: mention.tokens), bracket.upperBound <= place
    else { return false }
    return bracket.lowerBound + 1 < mention.tokens.lowerBound
      || mention.tokens.upperBound + 1 < bracket.upperBound
  }

  /// Whether a figure goes with the next, after which a name stands: `71.5 t and 78.4 % for Model
  /// 2`, `9600 kWh and a COP of 2.5 for the Farm`.
  private func goesWithNext(_ figure: Range<Int>, _ own: [Int], _ all: [Range<Int>]) -> Bool {
    guard let next = all.first(where: { $0.lowerBound >= figure.upperBound }),
      nameAfter(next, own, among: []) != nil
    else { return false }
    if isJoined(figure, to: [next]) { return true }
    let gap = figure.upperBound..<next.lowerBound
    return gap.count <= Self.longestJoint && text.isWord(gap.lowerBound, [.coordinating, .having])
      && gap.allSatisfy { text[$0].word != nil } && !isNamed(in: gap, own)
  }

  private static let longestJoint = 6

  private func isNamed(in gap: Range<Int>, _ own: [Int]) -> Bool {
    own.contains { gap.contains(mentions[$0].tokens.lowerBound) }
  }

  /// Whether a figure stands side by side with another of its kind: `72 t and 80 t`.
  private func isJoined(_ figure: Range<Int>, to figures: [Range<Int>]) -> Bool {
    figures.contains { $0 != figure && joins($0, figure, by: ",&/", within: 2) }
  }

  /// Whether a figure is set against another of its kind that no name follows: whose each of the
  /// two is stays open.
  private func isWeighed(
    _ figure: Range<Int>, against figures: [Range<Int>], _ own: [Int]
  ) -> Bool {
    figures.contains { other in
      let gap = gap(figure, other)
      guard other != figure, gap.count <= 3, !isNamed(in: gap, own) else { return false }
      let last = figure.lowerBound < other.lowerBound ? other : figure
      return gap.contains { text.isWord($0, [.versus, .instead]) || text.isSign($0, "<>") }
        && nameAfter(last, own, among: figures) == nil
    }
  }

  /// Whether a clause begins with the figure: `and 78.4 % accuracy is enough`.
  private func isSubject(_ figure: Range<Int>) -> Bool {
    let begins =
      text.isSign(figure.lowerBound - 1, ",") || text.isWord(figure.lowerBound - 1, .clause)
    let next = (figure.upperBound..<figure.upperBound + 2).prefix { text.word($0) != nil }
    return begins && next.contains { text.isWord($0, .being) || text.word($0) == "suffices" }
  }

  /// `87.4 % for Model 2`, `85.2 % (Model 1)`.
  private func nameAfter(
    _ figure: Range<Int>, _ own: [Int], among figures: [Range<Int>]
  ) -> Binding? {
    func leads(_ index: Int) -> Bool { text.isWord(index, .belonging) || text.isSign(index, "(") }
    let between = (figure.upperBound..<figure.upperBound + 3).prefix {
      leads($0) || text.word($0) == "the"
    }
    guard between.contains(where: leads),
      let place = own.first(where: { mentions[$0].tokens.lowerBound == between.endIndex }),
      mentions[place].group.count == 1,
      // `198 t (model 2: 294 t)`
      case let bracket = between.lazy.compactMap({ brackets.opened(at: $0) }).first ?? 0..<0,
      !figures.contains(where: { bracket.contains($0.lowerBound) })
    else { return nil }
    return Binding(row: mentions[place].row, isTight: true)
  }

  /// `Models 2 and 4 have 78.4 % and 81.0 % respectively`.
  private func respectively(
    _ group: Range<Int>, _ figure: Range<Int>, among figures: [Range<Int>]
  ) -> Binding? {
    guard let last = group.last else { return nil }
    let range = sentences.ranges[sentence(figure.lowerBound)]
    let rest = mentions[last].tokens.upperBound..<range.upperBound
    let listed = figures.filter { rest.contains($0.lowerBound) }
    guard range.contains(where: { text.word($0) == "respectively" || text.word($0) == "resp" }),
      listed.count == group.count,
      let place = listed.firstIndex(where: { $0.lowerBound == figure.lowerBound })
    else { return nil }
    return Binding(row: mentions[group.lowerBound + place].row, isTight: false, isInOrder: true)
  }

  /// Whether one of the few words before a name is of some kind: `better than Model 2`.
  private func isAfter(_ kinds: WordKinds, _ mention: Mention) -> Bool {
    (0..<mention.tokens.lowerBound).suffix(Self.reach).reversed().prefix { text.word($0) != nil }
      .contains { text.isWord($0, kinds) }
  }

  /// Words before a name that tell how it is meant.
  private static let reach = 4

  /// Whether another row is named before this one since the clause began.
  private func clauseHasOther(_ place: Int, _ own: [Int]) -> Bool {
    guard let before = own.last(where: { $0 < place && mentions[$0].row != mentions[place].row })
    else { return false }
    return !gap(mentions[before].tokens, mentions[place].tokens).contains {
      text.isSign($0, ",;:)") || text.isWord($0, .clause)
    }
  }
}
