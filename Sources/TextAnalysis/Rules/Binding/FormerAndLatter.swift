extension BindingRule {
  /// Two names, taken up as the former and the latter: `Flat and Farm: 5 kWh for the former, 9 kWh for
  /// the latter.`
  static let formerAndLatter = BindingRule(name: "former and latter") { binder, figure in
    let text = binder.text
    let around = (figure.tokens.upperBound..<figure.tokens.upperBound + 3).prefix {
      text.isWord($0, [.belonging, .article])
    }.endIndex
    let before = (0..<figure.tokens.lowerBound).suffix(4).last { binder.order(of: $0) != nil }
    guard let order = binder.order(of: around) ?? before.flatMap(binder.order) else {
      return .silent
    }
    for sentence in [figure.sentence, figure.sentence - 1] {
      let rows = binder.rows.rows(inSentence: sentence)
      if rows.count == 2 { return .row(RowBinding(row: rows[order], isTight: true)) }
      if rows.count > 2 { return .open }
    }
    return .silent
  }
}

extension RowBinder {
  /// Which of two a word means.
  fileprivate func order(of place: Int) -> Int? {
    text.isWord(place, .former) ? 0 : text.isWord(place, .latter) ? 1 : nil
  }
}
