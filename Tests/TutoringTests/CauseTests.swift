import Diagnostics
import ExerciseFiles
import Foundation
import MarkdownReading
import Quantities
import Testing

@testable import ErrorDiagnosis
@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// Slips that people make, in files beside the tests: what is typed after right answers, the
/// verdict and cause that it gets, and what is said. An entry without its last line is completed,
/// and fails once.
@Suite struct CauseTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var exercise: String
    var statements: [String]
    /// `name: verdict cause [name] [name]`
    var expected: String
    var message: String
    var testDescription: String { statements.last ?? "" }
    var name: String { String(expected.prefix { $0 != ":" }) }
    var text: String {
      (statements.map { "> \($0)" } + [expected, message]).joined(separator: "\n")
    }
  }

  private static func file(_ exercise: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Slips/\(exercise).txt")
  }

  static func slips(_ exercise: String) -> [Slip] {
    guard let text = try? String(contentsOf: file(exercise), encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n\n").compactMap { entry in
      var lines = entry.split(separator: "\n").map(String.init)
      let statements = lines.prefix { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
      lines.removeFirst(statements.count)
      guard let expected = lines.first else { return nil }
      return Slip(
        exercise: exercise, statements: statements, expected: expected,
        message: lines.dropFirst().joined(separator: "\n"))
    }
  }

  @Test(arguments: ShippedExercises.ids)
  func slipGetsItsVerdictItsCauseAndItsSentence(exercise: String) throws {
    let opened = try ShippedExercises.open(exercise)
    var slips = Self.slips(exercise)
    #expect(slips.count >= 8)
    var isRecorded = false
    for (place, slip) in slips.enumerated() {
      let reports = ShippedExercises.reports(
        on: slip.statements.joined(separator: "\n"), in: opened)
      let report = try #require(reports[slip.name], "\(slip.testDescription)")
      var found = "\(report.name): \(report.verdict.rawValue)"
      if let cause = report.cause {
        found += " " + cause.kind.rawValue
        for name in cause.names { found += " [\(name)]" }
      }
      #expect(found == slip.expected, "\(slip.testDescription)")
      #expect(report.verdict != .correct)
      if slip.message.isEmpty {
        slips[place].message = report.message
        isRecorded = true
      } else {
        #expect(report.message == slip.message, "\(slip.testDescription)")
      }
    }
    if isRecorded {
      try slips.map(\.text).joined(separator: "\n\n").appending("\n")
        .write(to: Self.file(exercise), atomically: true, encoding: .utf8)
      Issue.record("Sentences were recorded in \(exercise).txt: read them.")
    }
  }

  @Test(arguments: ShippedExercises.ids)
  func sentenceNeverHoldsTheReference(exercise: String) throws {
    let opened = try ShippedExercises.open(exercise)
    for slip in Self.slips(exercise) {
      let typed = slip.statements.joined(separator: "\n")
      guard let answer = opened.compiled.answerKey.answer(named: slip.name) else { continue }
      let reports = ShippedExercises.reports(on: typed, in: opened)
      let message = try #require(reports[slip.name]).message
      for number in answer.value.numbers ?? [] where NumberFormat.figures(number) > 1 {
        for power in stride(from: -9, through: 9, by: 3) {
          let shown = NumberFormat.standard.string(number * (Double("1e\(power)") ?? 1))
          #expect(!message.contains(shown) || typed.contains(shown), "\(slip.testDescription)")
        }
      }
    }
  }
}
