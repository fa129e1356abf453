import AnswerKeys
import Quantities

/// Compares the figures of a text with the values that it is to quote.
public struct FigureCriterion {
  /// A value to be quoted, and all that are taken for it: the model's, and the student's own where
  /// that was credited.
  public struct Candidate {
    public var reference: ReferenceFigure
    /// In the reference's unit.
    public var values: [Double]
    /// The unit in which a bare number is read.
    public var stated: Unit
    /// How many of that unit: 0.01 where it is L/(100 km), stated as L/km.
    public var statedFactor = 1.0
  }

  /// A figure that is not what was computed for the row that it is said of.
  struct Contradiction: Hashable {
    public var row: String
    var quantity: String?
    var written: String
    /// The row that it fits, where that is certain.
    public var fits: String?
  }

  public struct Finding {
    /// Distinct values that are quoted.
    var quoted: Int
    var contradictions: [Contradiction]
    /// Figures that are given, whatever they are.
    var given: Int
    /// Whether these have units.
    var givenHaveUnits: Bool
    /// Whether all values are of rows, and the text names none.
    var lacksRows: Bool
  }

  public let text: TextTokens
  public let sentences: TextSentences
  /// Without those of copied sentences.
  public let figures: [TextFigure]
  public let rows: RowMentions
  let candidates: [Candidate]
  /// Other values of the exercise, which a text may give for another reason.
  let others: [ReferenceFigure]
  /// Words for what each formula gives, by its place.
  let quantities: QuantityWords
  /// Whether the text says what the rows are, such as `models`.
  let saysRows: Bool
  /// Numbers of the question's prompt.
  let promptNumbers: Set<Double>
  /// Whether the text is about what the question asks.
  let isOnSubject: Bool
  /// Tokens at the start of the text that are on no other subject.
  let plainLength: Int
  let tables: TextTables
  public let units: UnitSystem

  /// A text that names none of the rows is about something else, unless it speaks of such rows and
  /// of all that is asked of them. Numbers alone name rows only where it does.
  private var isAboutRows: Bool {
    rows.mentions.contains { !$0.isBareNumber }
      || quantities.areAllTold && (saysRows || !rows.mentions.isEmpty)
  }

  public func finding() -> Finding {
    let isAboutRows = isAboutRows
    let otherTerms = sentencesOnOtherTerms()
    var quoted: Set<Int> = []
    var doubtful: [(figure: TextFigure, binding: RowMentions.Binding)] = []
    for figure in figures where !figure.isDifference {
      let binding = binding(of: figure)
      let own = fitting(figure, binding, isAboutRows: isAboutRows)
      if let found = own.first(where: { !quoted.contains($0) }) ?? own.first {
        quoted.insert(found)
        continue
      }
      guard isAboutRows, let binding else { continue }
      // Where the order is plain, the unit of the list is that of each.
      let form = binding.isInOrder ? forms(of: figure).last ?? figure : figure
      doubtful.append((form, binding))
    }
    var contradictions: [Contradiction] = []
    for (figure, binding) in doubtful {
      guard
        let wrong = contradiction(figure, binding, otherTerms: otherTerms, quoted: quoted),
        !contradictions.contains(wrong)
      else { continue }
      contradictions.append(wrong)
    }
    let given = figures.filter { !$0.isDifference && !$0.mayBeYear }
    return Finding(
      quoted: quoted.count, contradictions: contradictions, given: given.count,
      givenHaveUnits: given.allSatisfy { $0.measure != .bare },
      lacksRows: rows.mentions.isEmpty && candidates.allSatisfy { $0.reference.row != nil })
  }

  /// The row that a figure is said of; nil where that is not certain.
  private func binding(of figure: TextFigure) -> RowMentions.Binding? {
    if figure.isSetAside { return nil }
    let rivals = figures.filter { isSameKind($0, figure) }.map(\.tokens)
    return rows.binding(of: figure.tokens, among: rivals, beside: figures.map(\.tokens))
  }

  /// Whether two figures could be of one kind: convertible, or both bare.
  private func isSameKind(_ one: TextFigure, _ other: TextFigure) -> Bool {
    switch (one.kind, other.kind) {
    case (.unit(let left), .unit(let right)):
      left.dimension == right.dimension
    case (.bare, .bare): true
    case (.bare, _), (_, .bare), (.unknown, _), (_, .unknown): false
    }
  }

  // MARK: Comparing

  /// What a candidate's values are in the unit of a figure; none where it is of another kind.
  public func values(of candidate: Candidate, for figure: TextFigure) -> [Double] {
    values(
      candidate.values, candidate.reference.unit, stated: candidate.stated,
      factor: candidate.statedFactor, for: figure)
  }

  private func values(
    _ values: [Double], _ unit: Unit, stated: Unit, factor: Double = 1,
    for figure: TextFigure
  ) -> [Double] {
    switch figure.measure {
    case .unknown: return []
    case .unit(let own):
      guard let conversion = conversion(from: unit, to: own) else { return [] }
      // A rise of 50 K is one of 50 °C, as people write it.
      let degrees = own.differenceUnit
      let rises =
        own.isTemperaturePoint && !unit.isTemperaturePoint
        ? unit.conversion(to: degrees).map { rise in values.map { rise.apply($0) } }
        : nil
      return values.map { conversion.apply($0) } + (rises ?? [])
    case .bare:
      let inStated = unit.conversion(to: stated).map { conversion in
        values.map { conversion.apply($0) / factor }
      }
      // 0.721 for 72.1 %.
      let plain = stated == .one ? nil : unit.conversion(to: .one)
      return (inStated ?? [])
        + (plain.map { conversion in values.map { conversion.apply($0) } } ?? [])
    }
  }

  /// Counted units may be left out, as in `1.89 kWh` for 1.89 kWh/shower; a count alone is none.
  private func conversion(from unit: Unit, to own: Unit) -> Conversion? {
    if let conversion = unit.conversion(to: own) { return conversion }
    guard unit.differsOnlyInCounts(from: own), own.withoutCounts == own else { return nil }
    return unit.withoutCounts.conversion(to: own)
  }

  func agrees(_ figure: TextFigure, _ candidate: Candidate) -> Bool {
    agrees(figure, values(of: candidate, for: figure))
  }

  private func agrees(_ figure: TextFigure, _ values: [Double]) -> Bool {
    values.contains { value in
      figure.number.readings.contains {
        FigureComparison.agrees($0, with: value, isAbout: figure.manner != .plain)
      }
    }
  }

  // MARK: Contradictions

  private func contradiction(
    _ figure: TextFigure, _ binding: RowMentions.Binding, otherTerms: Set<Int>, quoted: Set<Int>
  ) -> Contradiction? {
    guard !figure.mayBeDifference, !figure.isOfRange, figure.manner != .bound,
      !figure.mayBeYear, figure.borrowed == nil,
      !isOfOther(figure)
    else { return nil }
    let own = candidates.indices.filter { index in
      candidates[index].reference.row == binding.row
        && !values(of: candidates[index], for: figure).isEmpty
    }
    guard let first = own.first else { return nil }
    let names = Set(own.map { candidates[$0].reference.name })
    guard names.count == 1 else { return nil }
    let sentence = sentences.ofToken[figure.tokens.lowerBound]
    let formulas = Set(own.map { candidates[$0].reference.formula })
    let isTold = quantities.isTold(inSentence: sentence, of: formulas)
    // A share, or a number without unit, may be one of anything.
    switch figure.measure {
    case .unknown: return nil
    case .bare: guard isTold, figure.number.figures >= 2 else { return nil }
    case .unit(let unit):
      guard
        isTold || binding.isTight || unit.dimension != .one
          || isOneOfAList(figure, formulas, quoted)
      else { return nil }
    }
    if quantities.isOther(inSentence: sentence) || otherTerms.contains(sentence) { return nil }
    if isExplained(
      figure, binding, own, isTotal: quantities.isTotal(inSentence: sentence, of: formulas))
    {
      return nil
    }
    let isFar = own.allSatisfy { index in
      values(of: candidates[index], for: figure).allSatisfy { value in
        figure.number.readings.allSatisfy {
          FigureComparison.contradicts($0, value, isAbout: figure.manner == .about)
        }
      }
    }
    let fits = rowThatFits(figure, formulas)
    guard isFar || fits != nil else { return nil }
    return Contradiction(
      row: binding.row, quantity: candidates[first].reference.name,
      written: text.original(figure.tokens), fits: fits)
  }

  /// Whether a share goes without the name of its quantity as others of the text do that agree:
  /// `Model 1 has 85.2 %, Model 2 is medium with 87.4 %, …`.
  private func isOneOfAList(
    _ figure: TextFigure, _ formulas: Set<Int>, _ quoted: Set<Int>
  ) -> Bool {
    let alike = quoted.count { formulas.contains(candidates[$0].reference.formula) }
    let start = figure.tokens.lowerBound
    guard alike >= Self.fewestAlike, let before = text.word(start - 1),
      Self.beforeListed.contains(before), text.word(figure.tokens.upperBound) != "of"
    else { return false }
    return !quantities.isTold(inSentence: sentences.ofToken[start])
  }

  private static let fewestAlike = 2
  private static let beforeListed: Set<String> = ["and", "at", "has", "have", "having", "with"]

  /// `2 t of paper`
  private func isOfOther(_ figure: TextFigure) -> Bool {
    let end = figure.tokens.upperBound
    guard text.word(end) == "of", let word = text.word(end + 1) else { return false }
    return !Self.afterOf.contains(word) && !quantities.isName(word)
  }

  private static let afterOf: Set<String> = [
    "a", "all", "carbon", "gas", "gases", "greenhouse", "it", "its", "pollution", "the", "their",
    "them", "total",
  ]

  /// Sentences whose figures are for something else: those with a count that the question does not
  /// give, as in `with 100'000 users`, and those with a figure for one of something, as in
  /// `2 kg per user, against 2.9 kg for Model 2`.
  private func sentencesOnOtherTerms() -> Set<Int> {
    Set(
      figures.filter { figure in
        if figure.isPerThing { return true }
        guard case .unit(let unit) = figure.measure, unit.isOnlyCounts, unit != .one else {
          return false
        }
        return !promptNumbers.contains(figure.number.value)
          && !others.contains { other in
            agrees(figure, values([other.value], other.unit, stated: other.unit, for: figure))
          }
      }.map { sentences.ofToken[$0.tokens.lowerBound] })
  }

  /// Another row, and one alone, whose value the figure is to three figures or more.
  private func rowThatFits(_ figure: TextFigure, _ formulas: Set<Int>) -> String? {
    guard figure.number.figures >= 3, figure.number.readings.count == 1 else { return nil }
    let fitting = Set(
      candidates.filter { formulas.contains($0.reference.formula) && agrees(figure, $0) }
        .compactMap(\.reference.row))
    return fitting.count == 1 ? fitting.first : nil
  }

  /// Whether a figure can be something else that is true: another value of the exercise, what is
  /// left to 100 %, a difference or a ratio of values.
  private func isExplained(
    _ figure: TextFigure, _ binding: RowMentions.Binding, _ own: [Int], isTotal: Bool
  ) -> Bool {
    let sentence = sentences.ofToken[figure.tokens.lowerBound]
    let formulas = Set(own.map { candidates[$0].reference.formula })
    let mayCompare =
      !binding.isTight && !quantities.isTold(inSentence: sentence, of: formulas)
      || text.word(figure.tokens.upperBound) == "of"
      || rows.namesOther(than: binding.row, inSentence: sentence)
      || ComparingWords(text).stand(in: self.sentences.ranges[sentence])
    // What is called the total is no other value.
    for other in others where !isTotal && (other.row == nil || other.row == binding.row) {
      if agrees(figure, values([other.value], other.unit, stated: other.unit, for: figure)) {
        return true
      }
    }
    for index in own {
      let mine = candidates[index]
      if mine.reference.unit.dimension == .one,
        let whole = Unit.one.conversion(to: mine.reference.unit)?.apply(1),
        agrees(
          figure,
          values(
            mine.values.map { whole - $0 }, mine.reference.unit, stated: mine.stated, for: figure))
      {
        return true
      }
      guard mayCompare else { continue }
      let siblings = candidates.filter {
        $0.reference.name == mine.reference.name && $0.reference.unit == mine.reference.unit
          && $0.reference.row != binding.row
      }.prefix(Self.siblingLimit)
      for sibling in siblings {
        guard let left = mine.values.first, let right = sibling.values.first else { continue }
        let difference = [abs(left - right)]
        if agrees(figure, values(difference, mine.reference.unit, stated: mine.stated, for: figure))
        {
          return true
        }
        let ratios = [
          left / right, right / left, abs(left - right) / left, abs(left - right) / right,
        ]
        if agrees(figure, values(ratios, .one, stated: .one, for: figure)) { return true }
      }
    }
    return false
  }

  private static let siblingLimit = 20
}
