/// Where the rows of a table, such as the four models, are named in a text, and which of them a
/// figure is said of.
public struct RowMentions {
  struct Mention {
    public var row: String
    var tokens: Range<Int>
    /// Whether other rows are named in one breath with it: `Models 2 and 4`.
    var group: Range<Int>
    /// Whether it is a number alone, which may mean something else.
    var isBareNumber = false
  }

  /// What a figure is said of.
  struct Binding {
    public var row: String
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
      if place > 0, !joins(mentions[place - 1], mentions[place]) { start = place }
      for member in start...place { mentions[member].group = start..<place + 1 }
      bySentence[sentence(mentions[place].tokens.lowerBound), default: []].append(place)
      // A group is written anew for each member: keep it short.
      if place - start >= 30 { start = place + 1 }
    }
  }

  /// Whether a name stands in brackets that say more than the name and end before a place: what
  /// comes after `(model 2: 294 t)` is said of another.
  private func isPast(_ mention: Mention, at place: Int) -> Bool {
    guard let bracket = brackets.innermost(around: mention.tokens), bracket.upperBound <= place
    else { return false }
    return bracket.lowerBound + 1 < mention.tokens.lowerBound
      || mention.tokens.upperBound + 1 < bracket.upperBound
  }

  func isNamed(inSentence sentence: Int) -> Bool { bySentence[sentence] != nil }

  func namesOther(than row: String, inSentence sentence: Int) -> Bool {
    bySentence[sentence]?.contains { mentions[$0].row != row } ?? false
  }

  private func sentence(_ token: Int) -> Int {
    sentences.ofToken.indices.contains(token) ? sentences.ofToken[token] : 0
  }

  /// Whether nothing but `,`, `and` and the like stands between two names.
  private func joins(_ first: Mention, _ second: Mention) -> Bool {
    guard second.tokens.lowerBound >= first.tokens.lowerBound else { return false }
    let gap = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    guard gap.count <= 4 else { return false }
    return gap.allSatisfy { index in
      if let sign = text[index].sign { return ",&/+-".contains(sign) }
      return text[index].word.map { Self.joints.contains($0) } ?? false
    }
  }

  private static let joints: Set<String> = [
    "and", "as", "both", "or", "the", "to", "versus", "vs", "well",
  ]

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
    let isTight = gap.allSatisfy { text[$0].word.map { Self.fillers.contains($0) } ?? true }
    if mention.group.count > 1 {
      return respectively(mention.group, figure, among: figures)
    }
    if gap.contains(where: { isBoundary($0) }) { return nil }
    if figures.contains(where: {
      $0.lowerBound >= gap.lowerBound && $0.upperBound <= gap.upperBound
    }) {
      return nil
    }
    let inBrackets =
      text.at(gap.lowerBound)?.sign == "("
      && brackets.opened(at: gap.lowerBound)?.contains(figure.lowerBound) != false
    // `than the second (198 t instead of 294 t)`
    if inBrackets, isCompared(mention, by: Self.comparing), holdsTwo(gap.lowerBound, figures) {
      return nil
    }
    // `its accuracy is higher (81.0 % against 78.4 %)`
    if isWeighed(figure, against: figures, own) || isSubject(figure) { return nil }
    if isCompared(mention, by: Self.strictlyComparing) { return nil }
    let isAlone = own.allSatisfy { mentions[$0].row == mention.row }
    // `the emissions of Model 2 are 72 t`
    let isCompared = (!isTight || inBrackets) && isCompared(mention, by: Self.comparing)
    if !isAlone, isCompared || isJoined(figure, to: figures) { return nil }
    if !inBrackets, isCompared || clauseHasOther(place, own) { return nil }
    return Binding(row: mention.row, isTight: isTight)
  }

  /// Whether a figure goes with the next, after which a name stands: `71.5 t and 78.4 % for Model
  /// 2`, `9600 kWh and a COP of 2.5 for the Farm`.
  private func goesWithNext(_ figure: Range<Int>, _ own: [Int], _ all: [Range<Int>]) -> Bool {
    guard let next = all.first(where: { $0.lowerBound >= figure.upperBound }),
      nameAfter(next, own, among: []) != nil
    else { return false }
    if isJoined(figure, to: [next]) { return true }
    let gap = figure.upperBound..<next.lowerBound
    return gap.count <= Self.longestJoint
      && text.word(gap.lowerBound).map(Self.pairing.contains) == true
      && gap.allSatisfy { text[$0].word != nil }
      && !own.contains { gap.contains(mentions[$0].tokens.lowerBound) }
  }

  private static let longestJoint = 6
  private static let pairing: Set<String> = ["and", "at", "but", "with"]

  private func holdsTwo(_ start: Int, _ figures: [Range<Int>]) -> Bool {
    guard let bracket = brackets.opened(at: start) else { return false }
    return figures.count { bracket.contains($0.lowerBound) } > 1
  }

  /// Whether a figure stands side by side with another of its kind: `72 t and 80 t`.
  private func isJoined(_ figure: Range<Int>, to figures: [Range<Int>]) -> Bool {
    figures.contains { other in
      let gap =
        other.lowerBound >= figure.upperBound
        ? figure.upperBound..<other.lowerBound
        : other.upperBound..<max(other.upperBound, figure.lowerBound)
      return other != figure && gap.count <= 2
        && gap.allSatisfy { index in
          if let sign = text[index].sign { return ",&/".contains(sign) }
          return text[index].word.map { Self.joints.contains($0) } ?? false
        }
    }
  }

  /// Whether a figure is set against another of its kind that no name follows: whose each of the
  /// two is stays open.
  private func isWeighed(
    _ figure: Range<Int>, against figures: [Range<Int>], _ own: [Int]
  ) -> Bool {
    figures.contains { other in
      guard other != figure else { return false }
      let isLater = other.lowerBound >= figure.upperBound
      let gap =
        isLater
        ? figure.upperBound..<other.lowerBound
        : other.upperBound..<max(other.upperBound, figure.lowerBound)
      guard gap.count <= 3 else { return false }
      let isCompared = gap.contains { index in
        text.word(index).map { Self.weighing.contains($0) }
          ?? (text[index].sign == "<" || text[index].sign == ">")
      }
      if own.contains(where: { gap.contains(mentions[$0].tokens.lowerBound) }) { return false }
      return isCompared && nameAfter(isLater ? other : figure, own, among: figures) == nil
    }
  }

  private static let weighing: Set<String> = [
    "against", "compared", "instead", "not", "rather", "than", "versus", "vs",
  ]

  /// Whether a clause begins with the figure: `and 78.4 % accuracy is enough`.
  private func isSubject(_ figure: Range<Int>) -> Bool {
    guard let before = text.at(figure.lowerBound - 1),
      before.sign == "," || before.word.map({ ["and", "but", "so", "since"].contains($0) }) == true
    else { return false }
    for index in figure.upperBound..<figure.upperBound + 2 {
      guard let word = text.word(index) else { return false }
      if ["are", "is", "suffices", "was"].contains(word) { return true }
    }
    return false
  }

  /// Words between a name and its figure that say nothing.
  private static let fillers: Set<String> = [
    "about", "approx", "approximately", "are", "around", "at", "ca", "circa", "has", "is", "nearly",
    "only", "roughly", "was", "were", "with",
  ]

  /// `87.4 % for Model 2`, `85.2 % (Model 1)`.
  private func nameAfter(
    _ figure: Range<Int>, _ own: [Int], among figures: [Range<Int>]
  ) -> Binding? {
    var next = figure.upperBound
    var hasPreposition = false
    while next < figure.upperBound + 3, let token = text.at(next) {
      if let word = token.word, Self.prepositions.contains(word) {
        hasPreposition = true
      } else if token.sign == "(" {
        hasPreposition = true
      } else if token.word != "the" {
        break
      }
      next += 1
    }
    guard hasPreposition,
      let mention = own.map({ mentions[$0] }).first(where: { $0.tokens.lowerBound == next }),
      mention.group.count == 1
    else { return nil }
    // `198 t (model 2: 294 t)`
    if let bracket = (figure.upperBound..<next).lazy.compactMap({ brackets.opened(at: $0) }).first,
      figures.contains(where: { bracket.contains($0.lowerBound) })
    {
      return nil
    }
    return Binding(row: mention.row, isTight: true)
  }

  private static let prepositions: Set<String> = ["by", "for", "in", "of"]

  /// `Models 2 and 4 have 78.4 % and 81.0 % respectively`.
  private func respectively(
    _ group: Range<Int>, _ figure: Range<Int>, among figures: [Range<Int>]
  ) -> Binding? {
    guard let first = group.first, let last = group.last else { return nil }
    let range = sentences.ranges[sentence(figure.lowerBound)]
    let says = range.contains { text.word($0) == "respectively" || text.word($0) == "resp" }
    let rest = mentions[last].tokens.upperBound..<range.upperBound
    let listed = figures.filter { rest.contains($0.lowerBound) }
    guard says, listed.count == group.count,
      let place = listed.firstIndex(where: { $0.lowerBound == figure.lowerBound })
    else { return nil }
    return Binding(row: mentions[first + place].row, isTight: false, isInOrder: true)
  }

  /// Whether what follows is said of something else.
  private func isBoundary(_ index: Int) -> Bool {
    if text[index].sign == ";" { return true }
    guard let word = text[index].word else { return false }
    return Self.boundaries.contains(word)
  }

  private static let boundaries: Set<String> = [
    "against", "all", "average", "both", "compared", "each", "every", "other", "others", "rest",
    "than", "unlike", "versus", "vs", "whereas", "while",
  ]

  /// Whether the name stands after a word that compares: `better than Model 2`.
  private func isCompared(_ mention: Mention, by words: Set<String>) -> Bool {
    for index in stride(from: mention.tokens.lowerBound - 1, through: 0, by: -1)
      .prefix(Self.reach)
    {
      guard let word = text.word(index) else { return false }
      if words.contains(word) { return true }
    }
    return false
  }

  /// Words before a name that tell how it is meant.
  private static let reach = 4

  private static let strictlyComparing: Set<String> = [
    "above", "against", "beats", "below", "compared", "than", "unlike", "versus", "vs",
  ]
  private static let comparing: Set<String> = [
    "against", "beats", "below", "compared", "from", "like", "of", "over", "than", "to", "unlike",
    "versus", "vs", "above", "not",
  ]

  /// Whether another row is named before this one since the clause began.
  private func clauseHasOther(_ place: Int, _ own: [Int]) -> Bool {
    guard let before = own.last(where: { $0 < place && mentions[$0].row != mentions[place].row })
    else { return false }
    let gap = mentions[before].tokens.upperBound..<mentions[place].tokens.lowerBound
    guard gap.lowerBound < gap.upperBound else { return true }
    return !gap.contains { index in
      if let sign = text[index].sign { return ",;:)".contains(sign) }
      return text[index].word.map { ["and", "but", "while", "whereas"].contains($0) } ?? false
    }
  }
}
