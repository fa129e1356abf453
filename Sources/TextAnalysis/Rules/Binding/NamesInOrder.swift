extension BindingRule {
  /// Names and figures in one order: `Flat and Farm take 5 kWh and 9 kWh respectively`.
  static let namesInOrder = BindingRule(name: "names in order") { binder, figure in
    let text = binder.text
    guard let nearest = binder.nameBefore(figure), binder.mentions[nearest].group.count > 1 else {
      return .silent
    }
    let group = binder.mentions[nearest].group
    let range = binder.sentences.ranges[figure.sentence]
    let rest = binder.mentions[group.upperBound - 1].tokens.upperBound..<range.upperBound
    let listed = figure.rivals.filter { rest.contains($0.lowerBound) }
    guard range.contains(where: { text.isWord($0, .inOrder) }), listed.count == group.count,
      let place = listed.firstIndex(of: figure.tokens)
    else { return .open }
    let row = binder.mentions[group.lowerBound + place].row
    return .row(RowBinding(row: row, isTight: false, isInOrder: true))
  }
}
