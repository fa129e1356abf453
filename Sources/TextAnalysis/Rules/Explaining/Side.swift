extension Explanation {
  /// What a value is on one side of, or within: `over 60 mm`, `60-70 mm`, `instead of 60 mm`.
  static let side = Explanation(name: "a bound, or said of something else") { _, figure, claim, _ in
    figure.manner == .bound || figure.marked([.range, .setAside])
      || figure.marked(.borrowed) && claim.binding?.isInOrder != true
  }

  /// `1960`
  static let year = Explanation(name: "a year") { _, figure, claim, _ in
    figure.marked(.year) && claim.form == .bare
  }
}
