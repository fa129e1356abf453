/// The row that a figure is said of.
struct RowBinding {
  var row: String
  /// Whether no word stands between the name and the figure.
  var isTight: Bool
  /// Whether it has the place in a list of figures that the row has in a list of names.
  var isInOrder = false
  /// The rule that found it.
  var rule = ""
}

/// A way in which a text says of which row a figure is. One file each; they are tried in the order
/// of `all`.
struct BindingRule: Sendable {
  enum Answer {
    case row(RowBinding)
    /// It stays open, whatever the rules after it would say.
    case open
    /// The next rule may tell.
    case silent
  }

  let name: String
  let find: @Sendable (RowBinder, RowBinder.Figure) -> Answer

  static let all = [
    cellOfTable, nameAfter, alternating, formerAndLatter, goesWithNext, namesInOrder, nameBefore,
    pronoun,
  ]
}

/// Finds the row that each figure is said of.
final class RowBinder {
  /// A figure among those of its sentence.
  struct Figure {
    var tokens: Range<Int>
    var sentence: Int
    /// Those of its sentence that could be of the same kind: convertible, or bare as it is.
    var rivals: [Range<Int>]
    /// Those, and the ones that it has its unit from or lends it to.
    var alike: [Range<Int>]
    /// All of its sentence.
    var all: [Range<Int>]
    /// Places of the names of its sentence.
    var names: [Int]
  }

  let text: TextTokens
  let sentences: TextSentences
  let tables: TextTables
  let brackets: TextBrackets
  let rows: RowMentions
  private let bySentence: [Int: [TextFigure]]
  /// By the first token of a figure; nil in it where that is not certain.
  private var bindings: [Int: RowBinding?] = [:]

  var mentions: [RowMentions.Mention] { rows.mentions }

  init(
    _ text: TextTokens, _ sentences: TextSentences, _ tables: TextTables, _ rows: RowMentions,
    _ figures: [TextFigure]
  ) {
    self.text = text
    self.sentences = sentences
    self.tables = tables
    self.rows = rows
    brackets = TextBrackets(text)
    bySentence = Dictionary(grouping: figures.filter { !$0.marked(.operand) }) {
      rows.sentence(of: $0.tokens)
    }
  }

  func figures(inSentence sentence: Int) -> [TextFigure] { bySentence[sentence] ?? [] }

  /// The row that a figure is said of; nil where that is not certain.
  func binding(of figure: TextFigure) -> RowBinding? {
    if let known = bindings[figure.tokens.lowerBound] { return known }
    let found = find(figure)
    bindings[figure.tokens.lowerBound] = .some(found)
    return found
  }

  private func find(_ figure: TextFigure) -> RowBinding? {
    if figure.marked([.setAside, .operand]) { return nil }
    let sentence = rows.sentence(of: figure.tokens)
    let all = figures(inSentence: sentence)
    let rivals = all.filter { other in
      guard let unit = figure.kind.unit else { return other.kind == .bare && figure.kind == .bare }
      return other.kind.unit?.dimension == unit.dimension
    }
    let alike = all.filter { other in
      other.forms.contains { $0.unit != nil && figure.forms.contains($0) }
    }
    let place = Figure(
      tokens: figure.tokens, sentence: sentence, rivals: rivals.map(\.tokens),
      alike: (rivals + alike).map(\.tokens),
      all: all.map(\.tokens), names: rows.places(inSentence: sentence))
    for rule in BindingRule.all {
      switch rule.find(self, place) {
      case .row(var binding):
        binding.rule = rule.name
        return binding
      case .open: return nil
      case .silent: continue
      }
    }
    return nil
  }

  func isNamed(in gap: Range<Int>, _ figure: Figure) -> Bool {
    figure.names.contains { gap.contains(mentions[$0].tokens.lowerBound) }
  }

  /// Whether a figure stands side by side with another of its kind: `72 t and 80 t`.
  func isJoined(_ figure: Range<Int>, to figures: [Range<Int>]) -> Bool {
    figures.contains { $0 != figure && text.joins($0, figure, by: ",&/", within: 2) }
  }
}
