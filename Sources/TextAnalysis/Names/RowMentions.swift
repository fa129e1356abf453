/// Where the rows of a table, such as four houses, are named in a text.
struct RowMentions {
  struct Mention {
    var row: String
    var tokens: Range<Int>
    /// The mentions that are named in one breath with it: `Models 2 and 4`.
    var group: Range<Int>
    /// Whether it is a number alone, which may mean something else.
    var isBareNumber: Bool
  }

  /// In the order of the text.
  private(set) var mentions: [Mention] = []
  private let text: TextTokens
  private let sentences: TextSentences
  private let namedTokens: Set<Int>
  /// Places among the mentions, by sentence.
  private var bySentence: [Int: [Int]] = [:]

  /// Mentions in a group at most: each holds it.
  private static let groupLimit = 30

  /// - Parameter bareNumbers: first tokens of names that are numbers alone.
  init(
    _ text: TextTokens, _ sentences: TextSentences, _ search: TermSearch, rows: [RowNames.Row],
    bareNumbers: Set<Int>
  ) {
    self.text = text
    self.sentences = sentences
    for row in rows {
      var last: Range<Int>?
      for tokens in search.mentions(ofAnyOf: row.terms)
      where (last.map { !$0.overlaps(tokens) } ?? true) && !text.isKind(tokens, of: row.name) {
        mentions.append(
          Mention(
            row: row.name, tokens: tokens, group: 0..<0,
            isBareNumber: bareNumbers.contains(tokens.lowerBound)))
        last = tokens
      }
    }
    // Of two names at one place the longer is meant: `wheat` in winter wheat.
    var longest: [Int: Int] = [:]
    for mention in mentions {
      for token in mention.tokens {
        longest[token] = max(longest[token] ?? 0, mention.tokens.count)
      }
    }
    mentions.removeAll { mention in
      mention.tokens.contains { longest[$0].map { $0 > mention.tokens.count } ?? false }
    }
    mentions.sort {
      ($0.tokens.upperBound, $0.tokens.lowerBound) < ($1.tokens.upperBound, $1.tokens.lowerBound)
    }
    namedTokens = Set(mentions.flatMap(\.tokens))
    var start = 0
    for place in mentions.indices {
      if place > start {
        let (last, next) = (mentions[place - 1].tokens, mentions[place].tokens)
        let isNew = next.lowerBound < last.lowerBound || !text.joins(last, next)
        if isNew || place - start > Self.groupLimit { start = place }
      }
      for member in start...place { mentions[member].group = start..<place + 1 }
      bySentence[sentence(of: mentions[place].tokens), default: []].append(place)
    }
  }

  /// Places among the mentions of those in a sentence.
  func places(inSentence sentence: Int) -> [Int] { bySentence[sentence] ?? [] }

  /// Those that begin within some tokens of one sentence.
  func mentions(in tokens: Range<Int>) -> [Mention] {
    guard !tokens.isEmpty else { return [] }
    return places(inSentence: sentence(of: tokens)).map { mentions[$0] }
      .filter { tokens.contains($0.tokens.lowerBound) }
  }

  /// Whether some tokens are all of a name.
  func isName(_ tokens: Range<Int>) -> Bool {
    namedTokens.contains(tokens.lowerBound) && mentions.contains { $0.tokens == tokens }
  }

  /// Whether a token is one of a name.
  func isNamed(at token: Int) -> Bool { namedTokens.contains(token) }

  func isNamed(inSentence sentence: Int) -> Bool { bySentence[sentence] != nil }

  /// Rows that a sentence names, in order, each once.
  func rows(inSentence sentence: Int) -> [String] {
    var seen: Set<String> = []
    return places(inSentence: sentence).map { mentions[$0].row }.filter { seen.insert($0).inserted }
  }

  func namesOther(than row: String, inSentence sentence: Int) -> Bool {
    places(inSentence: sentence).contains { mentions[$0].row != row }
  }

  func sentence(of tokens: Range<Int>) -> Int {
    sentences.ofToken.indices.contains(tokens.lowerBound) ? sentences.ofToken[tokens.lowerBound] : 0
  }
}

extension TextTokens {
  /// Whether a word joins a noun to what it is of: `2 t of paper`, `lac de Hallwil`.
  func saysOf(_ index: Int) -> Bool { isWord(index, .genitive) }

  /// Whether a part of a name only says of what kind something else is: `lac de Hallwil`.
  fileprivate func isKind(_ tokens: Range<Int>, of name: String) -> Bool {
    tokens.count == 1 && saysOf(tokens.upperBound)
      && name.split(separator: " ").count > 1
      && word(tokens.lowerBound) == name.lowercased().split(separator: " ").first.map(String.init)
  }

  /// Tokens between two ranges, whichever is first.
  func gap(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    let (first, second) = one.lowerBound <= other.lowerBound ? (one, other) : (other, one)
    return first.upperBound..<max(first.upperBound, second.lowerBound)
  }

  /// Whether nothing but `,`, `and` and the like stands between two names or figures.
  func joins(
    _ one: Range<Int>, _ other: Range<Int>, by signs: String = ",&/+-", within limit: Int = 4
  ) -> Bool {
    let gap = gap(one, other)
    return gap.count <= limit
      && gap.allSatisfy {
        isSign($0, signs) || isWord($0, [.joint, .together]) || isWord($0, .article)
      }
  }
}
