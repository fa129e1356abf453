extension ClaimRule {
  /// A figure in a unit that is asked for, beside others of the text that agree, which is none of the
  /// values of that unit and can be made of none: whichever was meant, it is wrong. In words that are
  /// not known, such as those of another language, this tells what the names would.
  static let noneOfUnit = ClaimRule(name: "none of its unit") { scene, figure, binding, finding in
    let form = figure.forms[0]
    guard binding == nil, !form.isShare, !form.isLoose, figure.number.figures >= 2,
      figure.manner == .plain
    else { return nil }
    let own = scene.candidates.filter { !$0.values(for: form).isEmpty && $0.row == nil }
    guard Set(own.map(\.quantity)).count > 1, finding.quotes.count > (scene.isForeign ? 0 : 1),
      scene.saysWhatIs(figure), !scene.isMadeOfOthers(figure, form)
    else { return nil }
    return Claim(own: own, strength: .unit, form: form)
  }
}
