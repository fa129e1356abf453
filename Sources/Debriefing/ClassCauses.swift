import Diagnostics
import ErrorDiagnosis
import ItemAnalysis
import SectionedReports

/// What students did who made an error, for a sentence that begins with how many they are:
/// `31 of 180 …`. In alphabetical order of the causes.
enum ClassCauses {
  /// A verb in the past with what belongs to it.
  typealias Phrase = @Sendable (ClassResults.Error) -> Sentence

  /// One entry for every kind of cause; a test looks for each.
  static let table: [Cause.Kind: Phrase] = [
    .aggregate: { _ in "took another statistic, one number for a column, or a column for one" },
    .author: { error in
      error.message.isEmpty
        ? "made an error that the exercise foresees"
        : "made an error that the exercise foresees: \(quoted(error.message))"
    },
    .constant: { error in
      error.names.isEmpty
        ? "had a constant near to that of the exercise, and not it"
        : "had a figure for \(names(error)) near to that of the exercise, and not it"
    },
    .factorExtra: { error in
      error.names.isEmpty
        ? "had a factor too many" : "had \(names(error)) as a factor too many"
    },
    .factorMissing: { error in
      error.names.isEmpty ? "left out a factor that has no name" : "left out \(names(error))"
    },
    .follows: { error in
      error.names.isEmpty
        ? "were right on an earlier answer of their own"
        : "were right on their own \(names(error))"
    },
    .function: { error in
      switch (error.names.first, error.names.dropFirst().first) {
      case (let used?, "degrees"?): "gave \(code(used)) degrees, and not radians"
      case (let used?, "radians"?): "gave \(code(used)) radians, and not degrees"
      case (let used?, let belongs?): "used \(code(used)) where \(code(belongs)) belongs"
      case (let missing?, nil): "left out \(code(missing))"
      case (nil, _): "used another function"
      }
    },
    .inverted: { error in
      error.names.isEmpty
        ? "had it upside down" : "had \(names(error)) on the wrong side of the division"
    },
    .number: { error in
      error.names.isEmpty
        ? "changed or left out a plain number" : "had another figure for \(names(error))"
    },
    .offset: { error in
      error.names.isEmpty
        ? "counted a temperature from the wrong zero"
        : "counted \(names(error)) from the wrong zero"
    },
    .otherColumn: { error in exchanged(error, what: "another column", verb: "took") },
    .otherName: { error in exchanged(error, what: "another quantity", verb: "used") },
    .otherRow: { error in
      error.names.isEmpty ? "took another row" : "took another row of \(names(error))"
    },
    .partial: { error in
      error.names.isEmpty ? "stopped too early" : "stopped before \(names(error))"
    },
    .percent: { error in
      let what = error.names.isEmpty ? "a percentage" : names(error)
      return (error.factor ?? 100) < 1
        ? "divided \(what) by 100 twice" : "did not divide \(what) by 100"
    },
    .power: { error in
      error.names.isEmpty
        ? "missed a square, a root or another exponent"
        : "missed the exponent of \(names(error))"
    },
    .rounded: { error in
      error.names.isEmpty ? "rounded on the way" : "rounded \(names(error)) on the way"
    },
    .scale: { error in
      let what: Sentence = error.names.isEmpty ? "had a value" : "had \(names(error))"
      guard let factor = error.factor, factor.isFinite, factor > 0 else {
        return "missed a conversion, or made it twice"
      }
      let size = Figure.short(factor >= 1 ? factor : 1 / factor)
      let side = factor >= 1 ? "too large" : "too small"
      let unit: Sentence = error.units.isEmpty ? "" : ", in \(list(error.units))"
      return "\(what) \(size) times \(side)\(unit)"
    },
    .operation: { error in
      error.names.isEmpty
        ? "took one operation for another"
        : "took one operation for another between \(names(error))"
    },
    .sign: { error in
      error.names.isEmpty ? "had the wrong sign" : "gave \(names(error)) the wrong sign"
    },
    .swapped: { error in
      error.names.isEmpty ? "exchanged two quantities" : "exchanged \(names(error))"
    },
    .termExtra: { error in
      error.names.isEmpty ? "had a term too many" : "had \(names(error)) as a term too many"
    },
    .termMissing: { error in
      error.names.isEmpty ? "left out a term that has no name" : "left out \(names(error))"
    },
    .unit: { error in
      if error.units.count >= 2 {
        return "typed \(code(error.units[1])) where \(code(error.units[0])) was meant"
      }
      let unit = error.units.first.map { "\(code($0))" as Sentence } ?? "another unit"
      return error.names.isEmpty
        ? "typed it in \(unit), which is not its unit"
        : "typed \(names(error)) in \(unit), which is not its unit"
    },
  ]

  /// Of an error without a cause, by its verdict.
  private static let verdicts: [String: Sentence] = [
    "fails": "typed a formula that does not evaluate",
    "other-form": "gave it in another form than was asked for",
    "other-unit": "gave it in another unit than was asked for",
    "partly": "were right in part",
    "rounded": "rounded more than was asked for",
    "unit-missing": "left out the unit",
    "wrong-dimension": "gave a quantity of another kind",
    "wrong-unit": "gave the wrong unit",
  ]

  /// What the students of an error did.
  static func phrase(_ error: ClassResults.Error) -> Sentence {
    if let kind = error.cause.flatMap(Cause.Kind.init(rawValue:)), let phrase = table[kind] {
      return phrase(error)
    }
    return verdicts[error.verdict] ?? "gave another value, for which no cause was found"
  }

  // MARK: Pieces

  private static func code(_ text: String) -> Sentence { "\(code: shortText(text, limit: 60))" }

  private static func names(_ error: ClassResults.Error) -> Sentence { list(error.names) }

  /// At most five by name.
  private static func list(_ names: [String]) -> Sentence {
    let named = names.prefix(5).map { code($0) }
    let more = names.count - named.count
    return Sentence.enumeration(named + (more > 0 ? ["\(more) more"] : []))
  }

  private static func quoted(_ text: String) -> Sentence { "“\(shortText(text, limit: 200))”" }

  private static func exchanged(
    _ error: ClassResults.Error, what: String, verb: String
  ) -> Sentence {
    guard let used = error.names.first else { return "\(verb) \(what)" }
    guard error.names.count > 1 else { return "\(verb) \(what), by or for \(code(used))" }
    return "\(verb) \(code(used)) where \(code(error.names[1])) belongs"
  }
}
