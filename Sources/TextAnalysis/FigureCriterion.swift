import Quantities

/// Compares the figures of a text with the values that it is to quote.
struct FigureCriterion {
  /// A value to be quoted, and all that are taken for it: the model's, and the student's own where
  /// that was credited.
  struct Candidate {
    var reference: ReferenceFigure
    /// In the reference's unit.
    var values: [Double]
    /// The unit in which a bare number is read.
    var stated: Unit
    /// How many of that unit: 0.01 where it is L/(100 km), stated as L/km.
    var statedFactor = 1.0

    func with(_ values: [Double]) -> Candidate {
      var copy = self
      copy.values = values
      return copy
    }
  }

  /// A figure that is not what was computed for the row that it is said of.
  struct Contradiction: Hashable {
    var row: String
    var quantity: String?
    var written: String
    /// The row that it fits, where that is certain.
    var fits: String?
  }

  struct Finding {
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

  let reading: TextReading
  /// Without those of copied sentences.
  let figures: [TextFigure]
  let rows: RowMentions
  let candidates: [Candidate]
  /// Other values of the exercise, which a text may give for another reason.
  let others: [Candidate]
  /// Words for what each formula gives, by its place.
  let quantities: QuantityWords
  /// Tokens at the start of the text that are on no other subject.
  let plainLength: Int

  var text: TextTokens { reading.text }
  var units: UnitVocabulary { reading.units }

  func sentence(of figure: TextFigure) -> Int {
    reading.sentences.ofToken[figure.tokens.lowerBound]
  }

  /// A text that names none of the rows is about something else, unless it speaks of such rows and
  /// of all that is asked of them. Numbers alone name rows only where it does.
  private var isAboutRows: Bool {
    rows.mentions.contains { !$0.isBareNumber }
      || quantities.areAllTold && (reading.names.saysHead || !rows.mentions.isEmpty)
  }

  func finding() -> Finding {
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
      let wrong = contradiction(figure, binding, otherTerms: otherTerms, quoted: quoted)
      if let wrong, !contradictions.contains(wrong) { contradictions.append(wrong) }
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
    // Those that could be of the same kind: convertible, or both bare.
    let rivals = figures.filter { other in
      guard let unit = figure.kind.unit else { return other.kind == .bare && figure.kind == .bare }
      return other.kind.unit?.dimension == unit.dimension
    }
    return rows.binding(
      of: figure.tokens, among: rivals.map(\.tokens), beside: figures.map(\.tokens))
  }

  // MARK: Comparing

  /// What a candidate's values are in the unit of a figure; none where it is of another kind.
  func values(of candidate: Candidate, for figure: TextFigure) -> [Double] {
    let unit = candidate.reference.unit
    func values(in conversion: Conversion?, by factor: Double = 1) -> [Double] {
      conversion.map { conversion in candidate.values.map { conversion.apply($0) / factor } } ?? []
    }
    switch figure.measure {
    case .unknown: return []
    case .unit(let own):
      guard let conversion = conversion(from: unit, to: own) else { return [] }
      // A rise of 50 K is one of 50 °C, as people write it.
      let isRise = own.isTemperaturePoint && !unit.isTemperaturePoint
      return values(in: conversion)
        + (isRise ? values(in: unit.conversion(to: own.differenceUnit)) : [])
    case .bare:
      // 0.721 for 72.1 %.
      return values(in: unit.conversion(to: candidate.stated), by: candidate.statedFactor)
        + (candidate.stated == .one ? [] : values(in: unit.conversion(to: .one)))
    }
  }

  /// Counted units may be left out, as in `1.89 kWh` for 1.89 kWh/shower; a count alone is none.
  private func conversion(from unit: Unit, to own: Unit) -> Conversion? {
    if let conversion = unit.conversion(to: own) { return conversion }
    guard unit.differsOnlyInCounts(from: own), own.withoutCounts == own else { return nil }
    return unit.withoutCounts.conversion(to: own)
  }

  func agrees(_ figure: TextFigure, _ candidate: Candidate) -> Bool {
    values(of: candidate, for: figure).contains { value in
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
      !figure.mayBeYear, figure.borrowed == nil, !isOfOther(figure)
    else { return nil }
    let own = candidates.filter {
      $0.reference.row == binding.row && !values(of: $0, for: figure).isEmpty
    }
    guard let first = own.first, Set(own.map(\.reference.name)).count == 1 else { return nil }
    let sentence = sentence(of: figure)
    let said = quantities.said(inSentence: sentence)
    if said.isOfOther || otherTerms.contains(sentence) { return nil }
    let formulas = Set(own.map(\.reference.formula))
    let isTold = !said.formulas.isDisjoint(with: formulas)
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
    if isExplained(figure, binding, own, formulas) { return nil }
    let isFar = own.flatMap { values(of: $0, for: figure) }.allSatisfy { value in
      figure.number.readings.allSatisfy {
        FigureComparison.contradicts($0, value, isAbout: figure.manner == .about)
      }
    }
    let fits = rowThatFits(figure, formulas)
    guard isFar || fits != nil else { return nil }
    return Contradiction(
      row: binding.row, quantity: first.reference.name, written: text.original(figure.tokens),
      fits: fits)
  }

  /// Whether a share goes without the name of its quantity as others of the text do that agree:
  /// `Model 1 has 85.2 %, Model 2 is medium with 87.4 %, …`.
  private func isOneOfAList(
    _ figure: TextFigure, _ formulas: Set<Int>, _ quoted: Set<Int>
  ) -> Bool {
    let alike = quoted.count { formulas.contains(candidates[$0].reference.formula) }
    let start = figure.tokens.lowerBound
    guard alike >= Self.fewestAlike,
      text.isWord(start - 1, .having) || text.word(start - 1) == "and",
      text.word(figure.tokens.upperBound) != "of"
    else { return false }
    return quantities.said(inSentence: sentence(of: figure)).formulas.isEmpty
  }

  private static let fewestAlike = 2

  /// `2 t of paper`
  private func isOfOther(_ figure: TextFigure) -> Bool {
    let end = figure.tokens.upperBound
    guard text.word(end) == "of", let word = text.word(end + 1) else { return false }
    return !text.isWord(end + 1, [.article, .pronoun, .collective, .statistic])
      && !quantities.isName(word) && !units.isLabel(word)
  }

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
        return !reading.promptNumbers.contains(figure.number.value)
          && !others.contains { agrees(figure, $0) }
      }.map(sentence))
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
    _ figure: TextFigure, _ binding: RowMentions.Binding, _ own: [Candidate], _ formulas: Set<Int>
  ) -> Bool {
    let sentence = sentence(of: figure)
    let said = quantities.said(inSentence: sentence)
    // What is called the total is no other value.
    let isTotal = said.isOfTotal && !said.isOfOther && quantities.areTotals(formulas)
    let isOther =
      !isTotal
      && others.contains {
        ($0.reference.row == nil || $0.reference.row == binding.row) && agrees(figure, $0)
      }
    if isOther { return true }
    let mayCompare =
      !binding.isTight && said.formulas.isDisjoint(with: formulas)
      || text.word(figure.tokens.upperBound) == "of"
      || rows.namesOther(than: binding.row, inSentence: sentence)
      || text.compares(in: reading.sentences.ranges[sentence])
    return own.contains { mine in
      let whole = Unit.one.conversion(to: mine.reference.unit)?.apply(1)
      if mine.reference.unit.dimension == .one, let whole,
        agrees(figure, mine.with(mine.values.map { whole - $0 }))
      {
        return true
      }
      return mayCompare && siblings(of: mine).contains { isComparison(figure, mine, $0) }
    }
  }

  /// The same quantity of other rows.
  private func siblings(of mine: Candidate) -> some Sequence<Candidate> {
    candidates.lazy.filter {
      $0.reference.name == mine.reference.name && $0.reference.unit == mine.reference.unit
        && $0.reference.row != mine.reference.row
    }.prefix(Self.siblingLimit)
  }

  private static let siblingLimit = 20

  /// Whether a figure is by how much two values differ, or a ratio of them.
  private func isComparison(_ figure: TextFigure, _ one: Candidate, _ other: Candidate) -> Bool {
    guard let left = one.values.first, let right = other.values.first else { return false }
    let difference = abs(left - right)
    var ratio = one.with([left / right, right / left, difference / left, difference / right])
    ratio.reference.unit = .one
    ratio.stated = .one
    return agrees(figure, one.with([difference])) || agrees(figure, ratio)
  }
}
