import Diagnostics
import Exercises

/// Sentences about choices, in alphabetical order. None tells which option is right.
enum ChoiceWording {
  /// Options that are right if they are argued for.
  static func argued(_ options: [String]) -> String {
    "\(named(options)) \(options.count == 1 ? "is" : "are") acceptable if you argue for"
      + " \(options.count == 1 ? "it" : "them"): a person will read that."
  }

  static func missing(_ missing: Int, ticked: Int) -> String {
    "\(ticked) of \(ticked + missing) chosen; \(missing) more"
      + " \(missing == 1 ? "is" : "are") asked for."
  }

  static let noted = "Noted."

  /// Some of what is ticked fits, and maybe more does.
  public static func partly(_ mark: ChoiceMark, _ choice: ChoiceAnswer, ticked: Int) -> String {
    let fits = fit(mark.right, of: ticked)
    let earned = mark.earned > 0 ? "\(percent(mark.earned)) of the mark so far" : "no mark so far"
    return "\(fits): \(earned).\(surplus(mark, choice).map { " " + $0 } ?? "")"
  }

  static let right = "Right."

  /// Ticked texts that are no options of the question.
  static func unmatched(_ texts: [String]) -> String {
    let names = named(texts.map { withoutControls(String($0.prefix(60))) })
    return texts.count == 1
      ? "\(names) is ticked in the notebook and is none of the options: it is left out."
      : "\(names) are ticked in the notebook and are none of the options: they are left out."
  }

  /// More ticked than asked for, in a poll.
  static func surplus(_ count: Int, asked: Int) -> String {
    "\(count) are ticked, and \(asked) \(asked == 1 ? "is" : "are") asked for."
  }

  static func waits(_ mark: ChoiceMark, ticked: Int) -> String {
    mark.earned > 0
      ? "\(fit(mark.right, of: ticked)): \(percent(mark.earned)) of the mark so far."
      : "Noted."
  }

  static func wrong(_ mark: ChoiceMark, _ choice: ChoiceAnswer, ticked: Int) -> String {
    let more = surplus(mark, choice).map { " " + $0 } ?? ""
    switch choice.count {
    case .any where mark.right > 0:
      return "\(fit(mark.right, of: ticked)). One that does not fit takes off what another earns."
    case .exactly, .any:
      let fits = mark.right > 0 ? fit(mark.right, of: ticked) : none(ticked)
      return "\(fits).\(more)"
    }
  }

  // MARK: Pieces

  private static func fit(_ right: Int, of ticked: Int) -> String {
    if right == 0 { return none(ticked) }
    if right == ticked { return ticked == 1 ? "What you ticked fits" : "All \(ticked) fit" }
    return "\(right) of your \(ticked) fit\(right == 1 ? "s" : "")"
  }

  private static func none(_ ticked: Int) -> String {
    ticked == 1 ? "It does not fit" : "None of your \(ticked) fits"
  }

  private static func named(_ texts: [String]) -> String { enumeration(texts.map { "`\($0)`" }) }

  private static func percent(_ share: Double) -> String {
    "\(Points.text((share * 100).rounded())) %"
  }

  private static func surplus(_ mark: ChoiceMark, _ choice: ChoiceAnswer) -> String? {
    guard case .exactly(let asked) = choice.count, mark.surplus > 0 else { return nil }
    return "\(asked + mark.surplus) are ticked where \(asked) \(asked == 1 ? "is" : "are") asked"
      + " for, and each one beyond takes a part off."
  }
}
