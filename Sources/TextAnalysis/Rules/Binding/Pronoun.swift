extension BindingRule {
  /// A sentence that takes up what the last one was about: `The Flat is old. It takes 5 kWh, more
  /// than the Farm.` Only where the last one names one row.
  static let pronoun = BindingRule(name: "pronoun") { binder, figure in
    var sentence = figure.sentence
    // What stands behind a name of its own sentence is said of that, or of what it is compared to.
    let isAfterName = figure.names.contains {
      binder.mentions[$0].tokens.lowerBound < figure.tokens.lowerBound
    }
    guard !isAfterName else { return .open }
    guard !binder.isWeighed(figure) else { return .open }
    while sentence > 0, binder.takesUp(sentence) {
      sentence -= 1
      let rows = binder.rows.rows(inSentence: sentence)
      // `it takes 5 kWh, the Farm 9 kWh` names the other one.
      if rows.count > 1 || rows.count == 1 && binder.hasSubject(sentence) { return .open }
      if rows.count == 1 { return .row(RowBinding(row: rows[0], isTight: false)) }
    }
    return .silent
  }
}

extension RowBinder {
  /// Whether a sentence begins with a pronoun for the last subject, articles and adverbs aside.
  fileprivate func takesUp(_ sentence: Int) -> Bool {
    let start = sentences.ranges[sentence].prefix(3)
    return start.prefix { !text.isWord($0, .conditional) }.contains { text.isWord($0, .subject) }
  }

  fileprivate func hasSubject(_ sentence: Int) -> Bool {
    sentences.ranges[sentence].contains { text.word($0) == "it" || text.word($0) == "es" }
  }
}
