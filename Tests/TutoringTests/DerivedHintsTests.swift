import AnswerKeys
import ExerciseFiles
import Foundation
import NotebookGrading
import ShippedExercises
import Testing

@testable import ErrorDiagnosis
@testable import Exercises
@testable import Grading

/// What holds for every derived hint, on the exercises that ship and on those of many fields.
@Suite struct DerivedHintsTests {
  struct Found: Sendable, CustomTestStringConvertible {
    let folder: String
    let id: String
    var testDescription: String { id }
  }

  private static let tests =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  private static let folders = [
    ShippedExercises.folder, tests + "/FieldExercises/First/exercises",
    tests + "/FieldExercises/Second/exercises",
  ]
  static let exercises: [Found] = folders.flatMap { folder in
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { $0.hasSuffix(".md") && $0 != "course.md" }
      .map { Found(folder: folder, id: String($0.dropLast(3))) }
  }

  private func opened(_ found: Found) throws -> OpenedExercise {
    let library = ExerciseLibrary(folders: [found.folder])
    let exercise = try #require(library.load(found.id).exercise)
    return OpenedExercise(
      exercise, required: library.required(by: exercise).compactMap(\.exercise))
  }

  /// Each hint, with the question and the answer that it is for.
  private func hints(
    _ opened: OpenedExercise
  ) -> [(question: Question, answer: String, text: String)] {
    var found: [(question: Question, answer: String, text: String)] = []
    for question in opened.exercise.questions {
      for name in question.namesOfSteps {
        guard let steps = opened.compiled.steps(towards: name, in: question) else { continue }
        for place in 0..<steps.count {
          found.append((question, name, steps.text(place, StepProgress())))
        }
      }
    }
    return found
  }

  @Test(arguments: exercises) func everyModelFormulaHasHints(_ found: Found) throws {
    let opened = try opened(found)
    for answer in opened.compiled.answerKey.answers {
      let question = try #require(opened.exercise.question(answer.question))
      let scope = opened.compiled.modelScope(of: question.id, in: opened.compiled.units)
      let isOfNames = answer.formula.usedNames.contains { name in
        scope.value(of: name) != nil || scope.table(name) != nil
      }
      if isOfNames {
        #expect(
          opened.compiled.steps(towards: answer.spec.name, in: question) != nil,
          "\(answer.spec.name)")
      }
    }
    for function in opened.compiled.answerKey.functions {
      let question = try #require(opened.exercise.question(function.question))
      #expect(opened.compiled.steps(towards: function.spec.name, in: question) != nil)
    }
  }

  /// Digits are those of names and of units alone, such as `CO2e` and `m²`.
  @Test(arguments: exercises) func noHintHasANumber(_ found: Found) throws {
    for hint in hints(try opened(found)) {
      let words = hint.text.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ")
        .split(whereSeparator: \.isWhitespace)
      let numbers = words.filter {
        $0.contains(where: \.isASCIIDigit) && $0.first?.isLetter != true
      }
      #expect(numbers.isEmpty, "\(hint.answer): \(hint.text)")
      #expect(!hint.text.contains { "*=^".contains($0) }, "\(hint.answer): \(hint.text)")
    }
  }

  /// Those that causes may name: of answers up to the question, givens, constants and columns.
  @Test(arguments: exercises) func everyNameIsOneThatAStudentMayBeTold(_ found: Found) throws {
    let opened = try opened(found)
    let compiled = opened.compiled
    for hint in hints(opened) {
      let quoted = hint.text.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      var known: Set<String> = [hint.answer]
      known.formUnion(compiled.givens(of: hint.question.id).map(\.name))
      known.formUnion(compiled.constants.map(\.name))
      known.formUnion(compiled.required.keys)
      known.formUnion(compiled.answerKey.answers.map(\.spec.name))
      known.formUnion(compiled.answerKey.function(named: hint.answer)?.spec.parameters ?? [])
      for table in compiled.tables {
        known.formUnion(table.table.columns.map { "\(table.table.name)[\"\($0.heading)\"]" })
      }
      let others = quoted.filter { name in
        !known.contains(name) && compiled.answerKey.answer(named: name) == nil
          && !Self.ofTheLanguage.contains(name)
      }
      #expect(others.isEmpty, "\(hint.answer): \(hint.text)")
    }
  }

  /// Functions, and constants that everybody has.
  private static let ofTheLanguage: Set<String> = [
    "acos", "asin", "atan", "cos", "exp", "ln", "log10", "log2", "sin", "tan", "gas_constant",
    "faraday_constant", "gravitational_constant", "planck_constant", "speed_of_light",
    "electron_mass", "boltzmann_constant", "sigma",
  ]
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
