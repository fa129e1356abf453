import AnswerKeys
import Exercises
import Formulas
import Quantities

/// A student's text, read once for all criteria of its question.
public struct TextReading {
  public let sentences: TextSentences
  /// Whether all of it is copied from the question.
  public let isCopied: Bool

  private let text: TextTokens
  private let names: NumberedNames
  private let search: TermSearch
  private let copied: Set<Int>
  private let spec: TextAnswer
  private let question: Question
  private let compiled: CompiledExercise
  private let units: UnitSystem
  private let spelling: Spelling
  /// Without those of copied sentences.
  private let ownFigures: [TextFigure]
  /// Rows of tables, and what the question's prompt names of them and of the criteria's terms.
  private let rows: [(row: String, synonyms: [String])]
  private let prompt: TermSearch

  /// - Parameter units: those of the student's sheet.
  public init(
    _ reply: String, _ spec: TextAnswer, _ question: Question, _ compiled: CompiledExercise,
    in units: UnitSystem
  ) {
    text = TextTokens(reply)
    sentences = TextSentences(text)
    self.spec = spec
    self.question = question
    self.compiled = compiled
    spelling = Self.spelling(spec, question, compiled)
    let numbered = Self.numberedNames(spec, compiled)
    names = NumberedNames(
      text, names: numbered,
      listsAreOfNames: Self.speaksOfAll(text, sentences, spec, question, compiled, spelling))
    let promptText = TextTokens(question.prompt)
    prompt = TermSearch(promptText, names: NumberedNames(promptText, names: numbered))
    rows = Self.rows(spec, compiled)
    let exercise = compiled.exercise
    let copies = CopiedText(
      text, sentences,
      from: [question.prompt, question.title, exercise.introduction, exercise.title]
        + question.hints)
    copied = copies.tokens
    isCopied = copies.isAll
    self.units = units
    let families = FamilyNames(
      text, names: Self.rowNames(compiled) + Self.lists(spec).compactMap(\.first))
    search = TermSearch(
      text, names: names, families: families, spelling: spelling, without: copied)
    ownFigures = FigureReader(text, names: names, units: units).figures()
      .filter { [copied] in !copied.contains($0.tokens.lowerBound) }
  }

  /// Names of rows that are looked at; a text tells no more apart.
  private static let rowLimit = 200

  /// Contradictions that are told one by one.
  private static let contradictionLimit = 12

  private static func rowNames(_ compiled: CompiledExercise) -> [String] {
    compiled.tables.flatMap { ($0.table.rowNames ?? []).prefix(rowLimit) }
  }

  private static func numberedNames(
    _ spec: TextAnswer, _ compiled: CompiledExercise
  ) -> [NumberedNames.Name] {
    (lists(spec).flatMap { $0 } + rowNames(compiled)).compactMap { NumberedNames.Name($0) }
  }

  private static func spelling(
    _ spec: TextAnswer, _ question: Question, _ compiled: CompiledExercise
  ) -> Spelling {
    let names = spec.criteria.flatMap { criterion in
      compiled.figures(of: question.id, criterion: criterion.id).compactMap(\.name)
    }
    let (words, stems) = TermSearch.vocabulary(of: lists(spec).flatMap { $0 } + names)
    return Spelling(words: words, stems: stems)
  }

  /// Whether a text has words for all quantities that are asked for.
  private static func speaksOfAll(
    _ text: TextTokens, _ sentences: TextSentences, _ spec: TextAnswer, _ question: Question,
    _ compiled: CompiledExercise, _ spelling: Spelling
  ) -> Bool {
    let names = spec.criteria.flatMap { criterion in
      compiled.figures(of: question.id, criterion: criterion.id).map(\.name)
    }
    guard !names.isEmpty, !names.contains(nil) else { return false }
    let quantities = QuantityWords(
      text, sentences,
      names: Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($0, Set([$1].compactMap { $0 })) }),
      synonyms: [], others: [],
      spelling: spelling)
    return quantities.areAllTold
  }

  private static func lists(_ spec: TextAnswer) -> [[String]] {
    spec.criteria.flatMap { criterion -> [[String]] in
      if case .mentions(let lists) = criterion.kind { return lists }
      return []
    }
  }

  // MARK: Mentions

  public func mentions(_ lists: [[String]], _ criterion: TextAnswer.Criterion) -> CriterionReport {
    let missing = lists.filter {
      search.mentions(ofAnyOf: $0).allSatisfy { NegatedTerms.denies($0, in: text) }
        && !isNamedByUnit($0)
    }
    let named = named(missing)
    var report = CriterionReport(
      id: criterion.id, kind: .mentions, met: missing.isEmpty, points: criterion.points,
      message: CriteriaWording.mentions(
        found: lists.count - missing.count, of: lists.count, missing: named, asks: criterion.asks))
    report.saysWhatIsAsked = !missing.isEmpty && (named ?? []).isEmpty && criterion.asks != nil
    return report
  }

  /// Whether the terms are of a quantity that a figure is given of, in a unit of its own: who
  /// gives tonnes of a model speaks of its emissions.
  private func isNamedByUnit(_ terms: [String]) -> Bool {
    let names = rows.flatMap(\.synonyms)
    guard names.contains(where: { !search.mentions(ofAnyOf: [$0]).isEmpty }) else { return false }
    let stems = Set(terms.flatMap(QuantityWords.stems))
    return spec.criteria.contains { criterion in
      compiled.figures(of: question.id, criterion: criterion.id).contains { formula in
        guard formula.unit.dimension != .one, let name = formula.name,
          !stems.isDisjoint(with: QuantityWords.stems(name))
        else { return false }
        return ownFigures.contains { figure in
          guard case .unit(let unit) = figure.measure, !figure.isDifference else { return false }
          return formula.unit.conversion(to: unit) != nil
        }
      }
    }
  }

  /// The first term of each list, where all of them are in the question or are rows of its tables:
  /// to name others would give the answer.
  private func named(_ lists: [[String]]) -> [String]? {
    let names = Set(rows.map(\.row))
    let terms = lists.compactMap(\.first)
    let isOpen = terms.allSatisfy { names.contains($0) || !prompt.mentions(ofAnyOf: [$0]).isEmpty }
    return isOpen ? terms : nil
  }

  // MARK: Figures

  public func figures(
    _ formulas: [(formula: FigureFormula, own: [Double])], atLeast: Int,
    _ criterion: TextAnswer.Criterion
  ) -> CriterionReport {
    let wanted = Set(formulas.map(\.formula.unit))
    let isForEach = formulas.contains { $0.formula.name?.contains(" per ") == true }
    let finding = FigureCriterion(
      text: text, sentences: sentences,
      figures: ownFigures.map { $0.taken(for: wanted, isForEach: isForEach) },
      rows: RowMentions(
        text, sentences, search, terms: rows, bareNumbers: names.bareNumbers),
      candidates: candidates(formulas), others: others,
      quantities: quantities(formulas), saysRows: names.saysHead,
      promptNumbers: promptNumbers(), isOnSubject: isOnSubject(),
      plainLength: SubjectWords.lengthWithout(
        text, ownFigures,
        allowing: Set(formulas.flatMap { TextTokens($0.formula.name ?? "").words }), units),
      tables: TextTables(text), units: units
    ).finding()
    // Slips are told, and leave the criterion met where no more figures are wrong than right.
    let isMet = finding.quoted >= atLeast && finding.contradictions.count <= finding.quoted
    var report = CriterionReport(
      id: criterion.id, kind: .figures, met: isMet, points: criterion.points,
      message: CriteriaWording.figures(
        finding, atLeast: atLeast, met: isMet, asks: criterion.asks))
    let shown = finding.contradictions.prefix(Self.contradictionLimit)
    report.contradictions = shown.map(CriteriaWording.contradiction)
    let more = finding.contradictions.count - shown.count
    if more > 0 { report.contradictions.append(CriteriaWording.contradictionsMore(more)) }
    return report
  }

  /// Whether the text has a word of the prompt, or one that a criterion asks for.
  private func isOnSubject() -> Bool {
    let asked = SubjectWords.words(of: TextTokens(question.prompt), units)
    if asked.isEmpty || !asked.isDisjoint(with: SubjectWords.words(of: text, units)) { return true }
    return spec.criteria.contains { criterion in
      guard case .mentions(let lists) = criterion.kind else { return false }
      return lists.allSatisfy { !search.mentions(ofAnyOf: $0).isEmpty }
    }
  }

  private func promptNumbers() -> Set<Double> {
    let prompt = TextTokens(question.prompt)
    return Set(prompt.indices.compactMap { prompt[$0].number?.value })
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
          values: [formula.values[index]] + own, stated: formula.stated,
          statedFactor: formula.statedFactor)
      }
    }
  }

  /// Each row with the synonyms that a list of the criteria gives it.
  private static func rows(
    _ spec: TextAnswer, _ compiled: CompiledExercise
  ) -> [(row: String, synonyms: [String])] {
    var lists: [String: [String]] = [:]
    for list in Self.lists(spec) {
      for term in list where lists[term] == nil { lists[term] = list }
    }
    var seen: Set<String> = []
    return rowNames(compiled).filter { seen.insert($0).inserted }.map { ($0, lists[$0] ?? [$0]) }
  }

  /// The exercise's other values, row by row.
  private var others: [ReferenceFigure] {
    func figures(_ value: Value, _ rows: [String]?) -> [ReferenceFigure] {
      guard let unit = value.unit, let numbers = value.numbers else { return [] }
      return numbers.prefix(Self.rowLimit).enumerated().map { index, number in
        let row = rows.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        return ReferenceFigure(row: row, value: number, unit: unit, formula: -1)
      }
    }
    let tables = compiled.tables.map(\.table)
    return compiled.answerKey.answers.flatMap { answer -> [ReferenceFigure] in
      let rows = tables.first { $0.rowCount == answer.value.numbers?.count }?.rowNames
      guard case .column = answer.value else { return figures(answer.value, nil) }
      return figures(answer.value, rows)
    } + tables.flatMap { table in table.columns.flatMap { figures($0.cells, table.rowNames) } }
  }

  private func quantities(
    _ formulas: [(formula: FigureFormula, own: [Double])]
  ) -> QuantityWords {
    var names: [Int: Set<String>] = [:]
    var dimensions: Set<Dimension> = []
    for (place, one) in formulas.enumerated() {
      names[place] = one.formula.name.map { [$0] } ?? []
      dimensions.insert(one.formula.unit.dimension)
    }
    let others = compiled.answerKey.answers.filter {
      dimensions.contains($0.unit.dimension)
    }
    .map(\.spec.name)
    return QuantityWords(
      text, sentences, names: names, synonyms: Self.lists(spec), others: Set(others),
      spelling: spelling)
  }
}
