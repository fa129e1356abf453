import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Quantities

/// Rules of marking that may say something else than their author means.
extension ExerciseCheck {
  func ruleProblems() -> [LocatedDiagnostic] {
    bareShares() + sharesOfNothing() + compiled.answerKey.answers.flatMap(problems)
  }

  private func problems(_ answer: AnswerKey.Answer) -> [LocatedDiagnostic] {
    [roundedTooFar(answer), zeroOfShare(answer), percentWithout(answer)].compactMap { $0 }.map {
      problem($0, line: answer.spec.expect.line)
    }
      + alternativesNear(answer)
  }

  // MARK: How numbers are written

  /// Of a model answer that is not within its tolerance once it is written as its author asks.
  private func roundedTooFar(_ answer: AnswerKey.Answer) -> Diagnostic? {
    guard let form = answer.spec.rules.written else {
      return nil
    }
    let numbers = answer.accepted.compactMap(\.numbers).joined()
    let isOff = numbers.contains { number in
      !number.isNaN && !answer.tolerance.accepts(form.rounded(number), number)
    }
    return isOff ? AnswerKeyWording.writtenTooFar(answer.spec.name, form) : nil
  }

  // MARK: What a number is not

  /// Of a single model answer of 0 that has a share for its tolerance.
  private func zeroOfShare(_ answer: AnswerKey.Answer) -> Diagnostic? {
    guard case .quantity(0, let unit) = answer.value else { return nil }
    switch answer.tolerance {
    case .relative(let share) where share > 0: break
    case .factor: break
    case .relative, .absolute, .degrees, .figures, .range: return nil
    }
    return AnswerKeyWording.zeroOfShare(answer.spec.name, unit: unit.symbol)
  }

  /// Of a number without its sign where a percentage is asked for.
  private func percentWithout(_ answer: AnswerKey.Answer) -> Diagnostic? {
    let typed = answer.spec.expect.text
    guard answer.unit.symbol == "%", let number = Double(typed), number != 0 else { return nil }
    return AnswerKeyWording.percentWithout(
      answer.spec.name, typed: typed, percent: NumberFormat.standard.string(number * 100))
  }

  // MARK: Several accepted values

  /// Of accepted values that are right by another one as well.
  private func alternativesNear(_ answer: AnswerKey.Answer) -> [LocatedDiagnostic] {
    let spec = answer.spec
    guard let first = spec.alternatives.first, answer.accepted.count == spec.alternatives.count + 1
    else { return [] }
    if answer.tolerance.isRange {
      return [problem(AnswerKeyWording.orInRange(spec.name), line: first.line)]
    }
    let formulas = [spec.expect] + spec.alternatives
    return formulas.indices.dropFirst().compactMap { place in
      let near = (0..<place).first { earlier in
        isNear(answer.accepted[place], answer.accepted[earlier], answer.tolerance)
      }
      return near.map { near in
        problem(
          AnswerKeyWording.orNear(spec.name, formulas[place].text, formulas[near].text),
          line: formulas[place].line)
      }
    }
  }

  private func isNear(_ value: Value, _ other: Value, _ tolerance: Tolerance) -> Bool {
    zip(value.numbers ?? [], other.numbers ?? []).allSatisfy(tolerance.accepts)
  }

  // MARK: Shares

  /// Shares for a number in another unit, of questions in which no number is ever read so.
  private func sharesOfNothing() -> [LocatedDiagnostic] {
    compiled.exercise.questions.compactMap { question in
      let answers = compiled.answerKey.answers.filter {
        $0.question == question.id && $0.spec.rules.shares[.otherUnit] != nil
      }
      guard let first = answers.first, !answers.contains(where: \.takesOtherUnits) else {
        return nil
      }
      let rules = first.spec.rules
      let why =
        rules.units == .none
        ? "units are not looked at"
        : rules.bare == .refuse ? "bare numbers are refused" : "no other unit is usual for it"
      return problem(
        AnswerKeyWording.noOtherUnit(first.spec.name, why), line: first.spec.expect.line)
    }
  }

  // MARK: Tolerances

  /// What is said of a tolerance that is typed as a bare number, once for all answers that share it:
  /// of a plain number first, where it is likeliest to have been meant as a distance.
  private func bareShares() -> [LocatedDiagnostic] {
    let judged = compiled.answerKey.answers.map(Judged.init) + functionsJudged()
    var found: [SourcedText] = []
    for text in judged.compactMap(\.rules.bareShare) where !found.contains(text) {
      found.append(text)
    }
    return found.compactMap { text in
      let own = judged.filter {
        $0.rules.bareShare == text && $0.tolerance.distances($0.value) != nil
      }
      return (own.first { $0.unit == .one } ?? own.first).map { note(on: $0, text) }
    }
  }

  /// What of an answer or a function a tolerance is about.
  private struct Judged {
    let name: String
    let rules: MarkingRules
    let unit: Unit
    let tolerance: Tolerance
    let value: Value

    init(_ answer: AnswerKey.Answer) {
      (name, rules, unit) = (answer.spec.name, answer.spec.rules, answer.unit)
      (tolerance, value) = (answer.tolerance, answer.value)
    }

    init(_ function: AnswerKey.Function, _ point: AnswerKey.Function.Point) {
      (name, rules, unit) = (point.call, function.spec.rules, function.unit)
      (tolerance, value) = (function.tolerance, point.expected)
    }
  }

  /// Every function at its first point.
  private func functionsJudged() -> [Judged] {
    compiled.answerKey.functions.compactMap { function in
      function.points.first.map { Judged(function, $0) }
    }
  }

  private func note(on judged: Judged, _ text: SourcedText) -> LocatedDiagnostic {
    let distances = judged.tolerance.distances(judged.value) ?? 0...0
    let unit = judged.unit.differenceUnit
    let least = unit.text(of: distances.lowerBound)
    let greatest = unit.text(of: distances.upperBound)
    return problem(
      AnswerKeyWording.bareShare(
        judged.name, typed: text.text, here: least == greatest ? least : "\(least) to \(greatest)",
        unit: unit.symbol),
      line: text.line)
  }
}

extension Tolerance {
  var isRange: Bool { if case .range = self { true } else { false } }

  /// How far from the numbers of a value a share of them reaches, from the least to the greatest;
  /// nil where there is none, or the tolerance is no share.
  fileprivate func distances(_ value: Value) -> ClosedRange<Double>? {
    let sizes = (value.numbers ?? []).filter { $0.isFinite && $0 != 0 }.compactMap { number in
      switch self {
      case .relative(let share): share * abs(number)
      case .degrees(let share, let least): max(share * abs(number), least)
      case .absolute, .figures, .range, .factor: nil
      }
    }
    guard let least = sizes.min(), let greatest = sizes.max() else { return nil }
    return least...greatest
  }
}
