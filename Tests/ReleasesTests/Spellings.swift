import AnswerKeys
import Exercises
import Formulas
import Foundation
import NotebookGrading
import Quantities

/// The values of model answers as people write them, by another way than the program looks for them.
enum Spellings {
  /// Of all answers, each in the asked unit, in its base unit and with neighbouring prefixes.
  static func all(of opened: OpenedExercise) -> Set<String> {
    let compiled = [opened.compiled] + opened.required
    return compiled.reduce(into: []) { found, exercise in
      for answer in exercise.answerKey.answers {
        for value in answer.accepted + [answer.value.converted(to: answer.own)].compactMap({ $0 }) {
          for number in (value.numbers ?? []).prefix(50) { add(number, &found) }
        }
        if case .success(let base)? = exercise.units.baseValue(of: answer.value) {
          for number in (base.numbers ?? []).prefix(50) { add(number, &found) }
        }
      }
      for function in exercise.answerKey.functions {
        for number in function.points.flatMap({ $0.expected.numbers ?? [] }) {
          add(number, &found)
        }
      }
    }
  }

  private static func add(_ number: Double, _ found: inout Set<String>) {
    guard number.isFinite, number != 0 else { return }
    for power in [-3, 0, 3] {
      for figures in 3...6 {
        found.formUnion(spellings(abs(number) * pow(10, Double(power)), figures))
      }
    }
  }

  /// To so many figures: plain, grouped, with a comma, with a power of ten; none where fewer than
  /// three figures are left.
  private static func spellings(_ number: Double, _ figures: Int) -> [String] {
    let power = Int(floor(log10(number)))
    let plain = String(format: "%.\(max(0, figures - 1 - power))f", rounded(number, figures, power))
    let digits = plain.filter(\.isNumber).drop { $0 == "0" }
    let distinct = digits.count - digits.reversed().prefix { $0 == "0" }.count
    guard distinct >= 3, plain.count < 20 else { return [] }
    let scientific = String(format: "%.\(figures - 1)e", number)
      .replacingOccurrences(of: "e+0", with: "e").replacingOccurrences(of: "e-0", with: "e-")
      .replacingOccurrences(of: "e+", with: "e")
    let parts = plain.split(separator: ".").map(String.init)
    var found = [plain, plain.replacingOccurrences(of: ".", with: ","), scientific]
    if parts[0].count > 3 {
      for mark in ["'", "’", ",", " ", "\u{A0}", "\u{202F}"] {
        found.append(([grouped(parts[0], mark)] + parts.dropFirst()).joined(separator: "."))
      }
    }
    return found
  }

  private static func rounded(_ number: Double, _ figures: Int, _ power: Int) -> Double {
    let unit = pow(10, Double(power - figures + 1))
    return (number / unit).rounded() * unit
  }

  private static func grouped(_ digits: String, _ mark: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while !rest.isEmpty {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return groups.joined(separator: mark)
  }

  /// Whether a text has it as a number of its own.
  static func isFound(_ spelling: String, in text: String) -> Bool {
    text.ranges(of: spelling).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...]
      return before?.isNumber != true && before != "." && after.first?.isNumber != true
        && !(after.first == "." && after.dropFirst().first?.isNumber == true)
    }
  }
}

extension UnitSystem {
  /// A value in coherent units, as far as its dimension has some.
  fileprivate func baseValue(of value: Value) -> Result<Value, Never>? {
    let bases = ["s", "m", "kg", "J", "W", "K", "m^2", "m^3", "m/s", "Pa", "N", "byte", "mol"]
    for text in bases {
      guard case .success(let unit) = unit(of: AuthorFormula(text, line: 1)),
        let base = value.converted(to: unit)
      else { continue }
      return .success(base)
    }
    return nil
  }
}
