/// A piece of a text and what it was read as, for authors.
public struct TextPiece: Sendable {
  /// As typed.
  public var written: String
  /// In Unicode scalars of the text, from 0.
  public var place: Range<Int>
  /// What it was read as, each in a few words; empty for a word that says nothing here.
  public var meanings: [String]
  /// The most telling of them.
  public var role: Role

  /// What a piece does for the criteria; the later ones tell more.
  public enum Role: Int, Comparable, Sendable {
    case none, word, row, figure, mention, denial, agreement, disagreement

    public static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }

    init(_ meaning: FigureReading.Meaning) {
      switch meaning {
      case .agrees: self = .agreement
      case .disagrees: self = .disagreement
      case .explained, .open: self = .figure
      }
    }
  }
}

extension TextReading {
  /// The text word by word: names and terms, figures, and words that tell how these are meant.
  ///
  /// - Parameter reports: what was found of the criteria.
  public func pieces(_ reports: [CriterionReport]) -> [TextPiece] {
    var meanings: [Int: [String]] = [:]
    var spans: [Int: Range<Int>] = [:]
    var roles: [Int: TextPiece.Role] = [:]
    func add(_ tokens: Range<Int>, _ role: TextPiece.Role, _ meaning: String) {
      let start = tokens.lowerBound
      roles[start] = max(roles[start] ?? .none, role)
      spans[start] = spans[start].map { $0.upperBound > tokens.upperBound ? $0 : tokens } ?? tokens
      if meanings[start]?.contains(meaning) != true { meanings[start, default: []].append(meaning) }
    }
    for mention in binder.mentions { add(mention.tokens, .row, "names \(mention.row)") }
    for lists in question.mentionLists {
      for list in lists {
        // Terms of one list mean the same, but for names of several rows.
        let isOfRows = Set(list.compactMap { question.row(named: [$0]) }).count > 1
        for terms in isOfRows ? list.map({ [$0] }) : [list] {
          for tokens in search.mentions(ofAnyOf: terms) {
            let isDenied = text.denies(tokens)
            add(
              tokens, isDenied ? .denial : .mention,
              "\(isDenied ? "denies" : "mentions") \(terms[0])")
          }
        }
      }
    }
    let readings = reports.flatMap(\.figures)
    for figure in figures {
      let place = text.place(of: figure.tokens)
      let found = readings.filter { $0.place == place }
      for reading in found {
        add(
          figure.tokens, TextPiece.Role(reading.meaning),
          CriteriaWording.reading(reading) + (reading.rule.map { " (\($0))" } ?? ""))
      }
      if found.isEmpty { add(figure.tokens, .figure, "a figure") }
    }
    let quantities = QuantityWords(
      text, sentences,
      QuantityNames(
        names: question.asked.map(\.name), synonyms: question.mentionLists.flatMap { $0 },
        heads: names.heads, spelling: question.spelling))
    for index in text.indices {
      for formula in quantities.formulas(index..<index + 1).sorted() {
        if let name = question.asked[formula].name { add(index..<index + 1, .word, "says \(name)") }
      }
      for (kinds, meaning) in Self.telling where text.isWord(index, kinds) {
        add(index..<index + 1, .word, meaning)
      }
    }
    return merged(meanings, spans, roles)
  }

  /// Words whose kinds tell how a name or a figure is meant.
  private static let telling: [(kinds: WordKinds, meaning: String)] = [
    ([.negation, .not, .nothing, .neither], "a denial"), (.hedge, "approximately"),
    (.bound, "a bound"), ([.difference, .comparative, .beforeDifference], "a difference"),
    ([.versus, .instead], "set against another"), (.sum, "a sum"),
    ([.modal, .conditional], "supposed"), (.inOrder, "in order"),
    (.subject, "takes up the last name"),
  ]

  /// Pieces in order: what was read, and runs of words that say nothing between them.
  private func merged(
    _ meanings: [Int: [String]], _ spans: [Int: Range<Int>], _ roles: [Int: TextPiece.Role]
  ) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var index = 0
    while index < text.indices.upperBound {
      let start = index
      if let span = spans[index] {
        index = max(index + 1, span.upperBound)
      } else {
        repeat {
          index += 1
        } while index < text.indices.upperBound && spans[index] == nil
          && !text[index].startsLine
      }
      let tokens = start..<index
      // What begins within a longer piece is told with it.
      let inner = tokens.flatMap { meanings[$0] ?? [] }
      pieces.append(
        TextPiece(
          written: text.original(tokens), place: text.place(of: tokens), meanings: inner,
          role: tokens.compactMap { roles[$0] }.max() ?? .none))
    }
    return pieces
  }
}
