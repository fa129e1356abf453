import Exercises
import Formulas
import Quantities

/// A student's text, read once for all criteria of its question.
struct TextReading {
  let sentences: TextSentences
  /// Whether all of it is copied from the question.
  let isCopied: Bool

  private let text: TextTokens
  private let names: NumberedNames
  private let search: TermSearch
  private let copied: Set<Int>
  private let spec: TextAnswer
  private let question: Question
  private let reference: Reference

  init(_ reply: String, _ spec: TextAnswer, _ question: Question, _ reference: Reference) {
    text = TextTokens(reply)
    sentences = TextSentences(text)
    self.spec = spec
    self.question = question
    self.reference = reference
    names = NumberedNames(text, names: Self.numberedNames(spec, reference))
    let exercise = reference.exercise
    let copies = CopiedText(
      text, sentences,
      from: [question.prompt, question.title, exercise.introduction, exercise.title]
        + question.hints)
    copied = copies.tokens
    isCopied = copies.isAll
    search = TermSearch(text, names: names, without: copied)
  }

  /// Names of rows that are looked at; a text tells no more apart.
  private static let rowLimit = 200

  private static func rowNames(_ reference: Reference) -> [String] {
    reference.tables.flatMap { ($0.table.rowNames ?? []).prefix(rowLimit) }
  }

  private static func numberedNames(
    _ spec: TextAnswer, _ reference: Reference
  ) -> [NumberedNames.Name] {
    (lists(spec).flatMap { $0 } + rowNames(reference)).compactMap { NumberedNames.Name($0) }
  }

  private static func lists(_ spec: TextAnswer) -> [[String]] {
    spec.criteria.flatMap { criterion -> [[String]] in
      if case .mentions(let lists) = criterion.kind { return lists }
      return []
    }
  }

  // MARK: Mentions

  func mentions(_ lists: [[String]], _ criterion: TextAnswer.Criterion) -> CriterionReport {
    let missing = lists.filter { search.mentions(ofAnyOf: $0).isEmpty }
    return CriterionReport(
      id: criterion.id, kind: .mentions, met: missing.isEmpty, points: criterion.points,
      message: CriteriaWording.mentions(
        found: lists.count - missing.count, of: lists.count, missing: named(missing),
        asks: criterion.asks))
  }

  /// The first term of each list, where all of them are in the question or are rows of its tables:
  /// to name others would give the answer.
  private func named(_ lists: [[String]]) -> [String]? {
    let rows = Set(Self.rowNames(reference))
    let prompt = TextTokens(question.prompt)
    let known = TermSearch(
      prompt, names: NumberedNames(prompt, names: Self.numberedNames(spec, reference)))
    let terms = lists.compactMap(\.first)
    let isOpen = terms.allSatisfy { rows.contains($0) || !known.mentions(ofAnyOf: [$0]).isEmpty }
    return isOpen ? terms : nil
  }

  // MARK: Figures

  func figures(
    _ formulas: [(formula: FigureFormula, own: [Double])], atLeast: Int,
    _ criterion: TextAnswer.Criterion, in units: UnitSystem
  ) -> CriterionReport {
    let finding = FigureCriterion(
      text: text, sentences: sentences,
      figures: FigureReader(text, names: names, units: units).figures()
        .filter { !copied.contains($0.tokens.lowerBound) },
      rows: RowMentions(text, sentences, search, terms: rowTerms()),
      candidates: candidates(formulas), others: others(units),
      quantities: quantities(formulas, units), units: units
    ).finding()
    // A few slips among many figures are told, and leave the criterion met.
    let isMet = finding.quoted >= atLeast && finding.contradictions.count * 3 <= finding.quoted
    var report = CriterionReport(
      id: criterion.id, kind: .figures, met: isMet, points: criterion.points,
      message: CriteriaWording.figures(
        finding, atLeast: atLeast, met: isMet, asks: criterion.asks))
    report.contradictions = finding.contradictions.map(CriteriaWording.contradiction)
    return report
  }

  private func candidates(
    _ formulas: [(formula: FigureFormula, own: [Double])]
  ) -> [FigureCriterion.Candidate] {
    formulas.enumerated().flatMap { place, one in
      one.formula.values.indices.compactMap { index -> FigureCriterion.Candidate? in
        let formula = one.formula
        guard formula.values[index].isFinite else { return nil }
        let row = formula.rows.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        let own = one.own.indices.contains(index) ? [one.own[index]] : []
        return FigureCriterion.Candidate(
          reference: ReferenceFigure(
            name: formula.name, row: row, value: formula.values[index], unit: formula.unit,
            formula: place),
          values: [formula.values[index]] + own, stated: formula.stated)
      }
    }
  }

  /// Each row with the synonyms that a list of the criteria gives it.
  private func rowTerms() -> [(row: String, synonyms: [String])] {
    let lists = Self.lists(spec)
    var seen: Set<String> = []
    return Self.rowNames(reference).filter { seen.insert($0).inserted }.map { row in
      (row, lists.first { $0.contains(row) } ?? [row])
    }
  }

  /// The exercise's other values, row by row.
  private func others(_ units: UnitSystem) -> [ReferenceFigure] {
    func figures(_ value: Value, _ rows: [String]?) -> [ReferenceFigure] {
      guard let unit = value.unit, let numbers = value.numbers else { return [] }
      return numbers.prefix(Self.rowLimit).enumerated().map { index, number in
        let row = rows.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        return ReferenceFigure(row: row, value: number, unit: unit, formula: -1)
      }
    }
    let tables = reference.tables.map(\.table)
    return reference.answers.flatMap { answer -> [ReferenceFigure] in
      let rows = tables.first { $0.rowCount == answer.value.numbers?.count }?.rowNames
      guard case .column = answer.value else { return figures(answer.value, nil) }
      return figures(answer.value, rows)
    } + tables.flatMap { table in table.columns.flatMap { figures($0.cells, table.rowNames) } }
  }

  private func quantities(
    _ formulas: [(formula: FigureFormula, own: [Double])], _ units: UnitSystem
  ) -> QuantityWords {
    var names: [Int: Set<String>] = [:]
    var dimensions: Set<DimensionID> = []
    for (place, one) in formulas.enumerated() {
      names[place] = one.formula.name.map { [$0] } ?? []
      dimensions.insert(units.dimension(of: one.formula.unit))
    }
    let others = reference.answers.filter { dimensions.contains(units.dimension(of: $0.unit)) }
      .map(\.spec.name)
    return QuantityWords(
      text, sentences, names: names, synonyms: Self.lists(spec), others: Set(others))
  }
}
