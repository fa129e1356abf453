import Quantities
import ShippedExercises
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// On wrong values that come from nowhere nothing is guessed.
@Suite struct SilenceTests {
  /// How a value from nowhere is typed.
  enum Manner: String, CaseIterable, Sendable {
    case threeFigures, fourFigures, allFigures, computed, bare
  }

  @Test(arguments: ShippedExercises.ids, Manner.allCases)
  func ofAHundredRandomValuesAtMostOneIsExplained(exercise: String, manner: Manner) throws {
    let opened = try ShippedExercises.open(exercise)
    var generator = Draws(seed: 7)
    var explained: [String: Int] = [:]
    var tried = 0
    for answer in opened.compiled.answerKey.answers {
      guard let numbers = answer.value.numbers else { continue }
      for _ in 0..<40 {
        let drawn = numbers.map { number in
          // Within a factor of 300 either way, as evenly in every decade.
          number * exponential((generator.next() - 0.5) * 11.4)
        }
        let unit = answer.unit.symbol
        let statement = "\(answer.spec.name) = \(text(drawn, unit, manner))"
        let reports = ShippedExercises.reports(on: statement, in: opened)
        let report = try #require(reports[answer.spec.name])
        guard report.share == 0 else { continue }
        tried += 1
        if let cause = report.cause { explained[cause.kind.rawValue, default: 0] += 1 }
      }
    }
    #expect(tried > 100)
    let count = explained.values.reduce(0, +)
    print("explained by chance, \(exercise), \(manner): \(count) of \(tried), \(explained)")
    #expect(count * 100 <= tried, "\(count) of \(tried): \(explained)")
  }

  private func text(_ numbers: [Double], _ unit: String, _ manner: Manner) -> String {
    let typed = numbers.map { number -> String in
      switch manner {
      case .threeFigures: "\(NumberFormat.rounded(number, figures: 3))"
      case .fourFigures, .bare: "\(NumberFormat.rounded(number, figures: 4))"
      case .allFigures, .computed: "\(number)"
      }
    }
    let list = typed.count == 1 ? typed[0] : "[" + typed.joined(separator: ", ") + "]"
    switch manner {
    case .bare: return list
    case .computed: return unit.isEmpty ? "\(list) * 3 / 3" : "\(list) * (7 \(unit)) / 7"
    case .threeFigures, .fourFigures, .allFigures:
      return unit.isEmpty ? list : "\(list) * (1 \(unit))"
    }
  }

  /// e to a power, by its series: the tests need no more than this.
  private func exponential(_ power: Double) -> Double {
    if power < 0 { return 1 / exponential(-power) }
    return (1...60).reversed().reduce(1.0) { 1 + $0 * power / Double($1) }
  }
}

/// Numbers from 0 to 1 that come the same every time (a linear congruential generator with the
/// constants of Knuth's MMIX).
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }
}
