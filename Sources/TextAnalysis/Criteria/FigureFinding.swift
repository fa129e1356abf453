/// What the figures of a text are taken for.
struct FigureFinding {
  /// A figure that is not what was computed.
  struct Contradiction: Hashable {
    /// Nil where the text names none.
    var row: String?
    var quantity: String?
    var written: String
    /// The row, or the quantity, that it fits, where that is certain.
    var fits: String?
  }

  /// Places of the asked values that are quoted, with the sentences that do.
  private(set) var quotes: [Int: Set<Int>] = [:]
  var quoted: Set<Int> { Set(quotes.keys) }
  /// Those of them that figures give which are plainly said of their rows.
  private(set) var boundQuotes: [Int: Set<Int>] = [:]
  private(set) var wrong: [Contradiction] = []
  /// Each figure with what it is taken for, in the order of the text.
  private(set) var readings: [FigureReading] = []
  /// Formulas of which some figure has a value, whatever it is said of.
  private(set) var agreeing: Set<Int> = []
  /// How many figures could be a value of each formula by their units, and are nothing else.
  private(set) var alike: [Int: Int] = [:]
  /// Rows that figures are said of.
  private(set) var boundRows: Set<String> = []
  /// Figures that are given, whatever they are.
  let given: Int
  /// Whether these have units.
  let givenHaveUnits: Bool
  /// Whether all values are of rows, and the text names none.
  let lacksRows: Bool

  /// Figures that are looked at where they agree with nothing; no student writes more.
  private static let limit = 200

  init(_ scene: FigureScene) {
    let given = scene.figures.filter { !$0.marked([.difference, .year]) }
    self.given = given.count
    givenHaveUnits = given.allSatisfy { !$0.isBare }
    lacksRows =
      scene.binder.mentions.isEmpty && scene.candidates.allSatisfy { $0.row != nil }
    readings = scene.figures.map { figure in
      FigureReading(
        written: scene.text.original(figure.tokens), place: scene.text.place(of: figure.tokens))
    }
    let ordered = ListInOrder(scene)
    var doubtful: [(index: Int, binding: RowBinding?)] = []
    var bindings: [RowBinding?] = []
    for (index, figure) in scene.figures.enumerated() {
      let binding =
        scene.binder.binding(of: figure) ?? ordered.rows[figure.tokens.lowerBound]
        ?? scene.goingOn(index, after: bindings.last ?? nil)
      bindings.append(binding)
      if let row = binding?.row { boundRows.insert(row) }
      if let (place, rule) = quote(scene, figure, binding) {
        let sentence = scene.sentence(of: figure)
        quotes[place, default: []].insert(sentence)
        if binding != nil { boundQuotes[place, default: []].insert(sentence) }
        readings[index].take(.agrees, scene.candidates[place], rule: rule)
      } else {
        doubtful.append((index, binding))
      }
    }
    for index in doubtful.prefix(Self.limit).map(\.index) {
      let figure = scene.figures[index]
      agreeing.formUnion(scene.candidates.filter { scene.agrees(figure, $0) }.map(\.formula))
      if figure.isBare || figure.marked(.range) { continue }
      let likeliest = scene.likeliestFormulas(for: figure)
      if likeliest.isEmpty || scene.isGiven(figure)
        || scene.isMadeOfOthers(figure, figure.forms[0])
      {
        continue
      }
      for formula in likeliest { alike[formula, default: 0] += 1 }
    }
    for (index, binding) in doubtful.prefix(Self.limit) { judge(scene, index, binding) }
  }

  /// The value that a figure counts for, those first that are not quoted yet.
  private func quote(
    _ scene: FigureScene, _ figure: TextFigure, _ binding: RowBinding?
  ) -> (place: Int, rule: String)? {
    let heading =
      scene.reading.tables.headingOf[figure.tokens.lowerBound]
      .map(scene.quantities.formulas) ?? []
    for form in scene.forms(of: figure) {
      let found = scene.candidates.indices.compactMap { place -> (Int, String)? in
        let candidate = scene.candidates[place]
        guard candidate.agrees(figure, as: form),
          scene.mayGive(figure, candidate, form),
          heading.isEmpty || heading.contains(candidate.formula),
          candidate.row == nil || binding == nil || candidate.row == binding?.row
        else { return nil }
        // What is plainly said to be another quantity is not this one.
        if candidate.row == nil, let told = scene.told(of: figure), told.isTight,
          !told.formulas.contains(candidate.formula),
          scene.candidates.contains(where: {
            told.formulas.contains($0.formula) && !$0.values(for: form).isEmpty
          })
        {
          return nil
        }
        let rule = QuoteRule.all.first { $0.holds(scene, figure, form, place, binding) }
        return rule.map { (place, $0.name) }
      }
      if let first = found.first(where: { quotes[$0.0] == nil }) ?? found.first { return first }
    }
    return nil
  }

  /// What a figure is that agrees with nothing that it could be said of.
  private mutating func judge(_ scene: FigureScene, _ index: Int, _ binding: RowBinding?) {
    let figure = scene.figures[index]
    var claim: Claim?
    for rule in ClaimRule.all {
      guard var found = rule.find(scene, figure, binding, self) else { continue }
      found.rule = rule.name
      claim = found
      break
    }
    guard let claim, let first = claim.own.first, !scene.countsTime(figure, claim) else { return }
    // A value with its point moved, or of another row, is no difference and no sum.
    let isTransposed = claim.own.contains { $0.isTransposed(figure, as: claim.form) }
    let isSlip = isTransposed || claim.isSlip(figure)
    let fits = Self.fitting(scene, figure, claim)
    let isPlainSlip = isSlip && figure.number.figures >= 3
    let explanations = Explanation.all.filter { explanation in
      switch explanation.weight {
      case .accident: !isSlip && fits == nil
      case .weak: !isPlainSlip
      case .plain: true
      }
    }
    if let explanation = explanations.first(where: { $0.holds(scene, figure, claim, self) }) {
      return readings[index].take(.explained(explanation.name), nil, rule: claim.rule)
    }
    // `a balance of +660 mL` for -660 mL
    let isOfOtherSign =
      claim.strength == .tight && figure.sign > 0
      && claim.own.allSatisfy { $0.values(for: claim.form).allSatisfy { $0 < 0 } }
    let isFar =
      isOfOtherSign || isTransposed
      || claim.own.allSatisfy { $0.isFar(from: figure, as: claim.form) }
    guard isFar || fits != nil else { return }
    readings[index].take(.disagrees, first, rule: claim.rule)
    if claim.row == nil { readings[index].row = nil }
    let contradiction = Contradiction(
      row: claim.row, quantity: first.name, written: readings[index].written, fits: fits)
    if !wrong.contains(contradiction) { wrong.append(contradiction) }
  }

  /// Another row or quantity, and one alone, whose value the figure is to three figures or more.
  private static func fitting(_ scene: FigureScene, _ figure: TextFigure, _ claim: Claim) -> String?
  {
    guard figure.number.figures >= 3, figure.number.readings.count == 1, claim.strength > .unit
    else {
      return nil
    }
    let formulas = Set(claim.own.map(\.formula))
    let fitting = Set(
      scene.candidates.filter {
        (claim.row == nil ? $0.row == nil : formulas.contains($0.formula))
          && scene.agrees(figure, $0)
      }.compactMap { claim.row == nil ? $0.name : $0.row })
    return fitting.count == 1 ? fitting.first : nil
  }
}
