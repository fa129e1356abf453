import Quantities

extension Explanation {
  /// What is left to 100 %: `a reserve of 34 %` beside 66 %.
  static let remainder = Explanation(name: "what is left to the whole") { scene, figure, claim, _ in
    let sentence = scene.sentence(of: figure)
    guard scene.says(.remainder, inSentence: sentence) else { return false }
    return claim.own.contains { mine in
      guard mine.unit.dimension == .one, let whole = Unit.one.conversion(to: mine.unit)?.apply(1)
      else { return false }
      return scene.agrees(figure, mine.with(mine.values.map { whole - $0 }))
    }
  }

  /// By how much two rows differ, or one as a share of the other: `46 % of what Model 1 emits`.
  static let comparison = Explanation(name: "a comparison of two values", weight: .accident) {
    scene, figure, claim, _ in
    let sentence = scene.sentence(of: figure)
    let compares: WordKinds = [
      .difference, .change, .comparative, .beforeDifference, .versus, .times, .bound,
    ]
    let mayCompare =
      claim.strength < .tight && !claim.isTold
      || scene.text.saysOf(figure.tokens.upperBound)
      || claim.row.map { scene.binder.rows.namesOther(than: $0, inSentence: sentence) } ?? false
      || scene.says(compares, inSentence: sentence)
    guard mayCompare else { return false }
    return claim.own.contains { mine in
      scene.siblings(of: mine).contains { scene.isComparison(figure, mine, $0) }
        || mine.row == nil
          && scene.candidates.contains {
            $0.formula != mine.formula && $0.row == nil && $0.unit.dimension == mine.unit.dimension
              && scene.isComparison(figure, mine, $0)
          }
    }
  }

  /// What several rows come to together, or on average: `both take 14 kWh`, `in all 18 kWh`.
  static let sum = Explanation(name: "a sum or an average", weight: .accident) {
    scene, figure, claim, _ in
    let sentence = scene.sentence(of: figure)
    let places = scene.binder.rows.places(inSentence: sentence)
    let groups = Set(places.map { scene.binder.mentions[$0].group }).map { group in
      Set(group.map { scene.binder.mentions[$0].row })
    }
    let isSaid = scene.says([.sum, .statistic], inSentence: sentence)
    guard claim.strength == .unit || isSaid || groups.contains(where: { $0.count > 1 }) else {
      return false
    }
    let columns = scene.columns.filter { scene.form(of: figure, for: $0[0]) != nil }
    return columns.contains { all in
      let named = groups + [groups.reduce(into: []) { $0.formUnion($1) }]
      var sets = [all] + named.map { rows in all.filter { rows.contains($0.row ?? "") } }
      // Of names in words that are not known, any two may be meant.
      if isSaid {
        sets += all.indices.flatMap { one in
          all.indices.filter { $0 > one }.map { [all[one], all[$0]] }
        }
        .prefix(30)
      }
      // `all of the others together`
      if isSaid {
        sets += all.indices.map { left in all.indices.filter { $0 != left }.map { all[$0] } }
      }
      return sets.contains { rows in
        let total = rows.reduce(0) { $0 + ($1.values.first ?? 0) }
        return rows.count > 1
          && scene.agrees(
            figure, all[0].with([total, total / Double(rows.count)], unit: all[0].unit))
      }
    }
  }

  /// What several of a thing come to, or a part of it: `eight rods weigh 59 kg`, `a month costs 8 CHF`.
  static let multiple = Explanation(name: "a multiple or a part") { scene, figure, claim, _ in
    let sentence = scene.sentence(of: figure)
    // `For 52 backups a year … The disk then runs for 1926 hours.`
    let own = scene.tokens(ofSentence: sentence)
    let above = claim.row == nil ? own : scene.tokens(ofSentence: max(0, sentence - 1))
    let tokens = above.lowerBound..<own.upperBound
    let isTime = scene.units.isTime(claim.form.unit)
    let measured = [sentence, sentence - 1].flatMap(scene.binder.figures)
      .filter { !$0.forms[0].isShare && !$0.forms[0].isCount }
    var counts: Set<Double> = []
    for index in tokens where !figure.tokens.contains(index) {
      let text = scene.text
      if let number = text[index].number, number.isWhole, (2..<1e4).contains(number.value),
        !scene.reading.names.numbersOfNames.contains(index),
        !measured.contains(where: { $0.tokens.contains(index) })
      {
        counts.insert(number.value)
      }
      guard let word = text[index].known else { continue }
      if let number = text[index].meaning?.cardinal, number > 1 { counts.insert(Double(number)) }
      if let part = text.lexicon.denominator(word.text, isPlural: false) {
        counts.insert(Double(part))
      }
      switch isTime ? "" : text[index].meaning?.unit ?? word.singular {
      case "day": counts.formUnion([365, 7, 30])
      case "week": counts.formUnion([7, 52])
      case "h", "hour": counts.insert(24)
      case "year": counts.formUnion([365, 12, 52])
      default: break
      }
      if text.isWord(index, .month), !isTime { counts.formUnion([12, 30]) }
      if text.isWord(index, .twofold) { counts.insert(2) }
    }
    return claim.own.contains { mine in
      counts.contains { count in
        scene.agrees(figure, mine.with(mine.values.map { $0 * count }))
          || scene.agrees(figure, mine.with(mine.values.map { $0 / count }))
      }
    }
  }
}

extension FigureScene {
  /// Whether a figure is by how much two values differ, or a ratio of them.
  fileprivate func isComparison(_ figure: TextFigure, _ one: Candidate, _ other: Candidate) -> Bool
  {
    guard let left = one.values.first,
      let right = other.unit.conversion(to: one.unit).flatMap({ conversion in
        other.values.first.map { conversion.apply($0) }
      })
    else { return false }
    let difference = abs(left - right)
    let ratio = [left / right, right / left, difference / left, difference / right]
    return agrees(figure, one.with([difference]))
      || figure.forms[0].isShare && agrees(figure, one.with(ratio, unit: .one))
  }
}
