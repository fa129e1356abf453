import AnswerKeys
import Exercises
import Files
import Grading
import Testing
import TextAnalysis
import TextExercises

/// How well texts of many subjects are read: what stands in the table of scores, which a change of a
/// rule changes. Where it is missing it is written, and the test fails.
@Suite struct TextCorpusTests {
  private struct Score {
    var right = 0
    var missed = 0
    var falselyMet = 0
    var wrongTold = 0
    var wrongMissed = 0
    var accused = 0
  }

  /// By what a rule decides and its name: figures that are wrong to a reader, and others.
  private typealias Rules = [String: (wrong: Int, other: Int)]

  private static let table = "\(TextExercises.folder)/scores.txt"

  @Test func textsAreReadAsTheTableOfScoresSays() async throws {
    var rules: Rules = [:]
    var total = Score()
    var lines = ["set                 right missed falsely-met  wrong-told wrong-missed accused"]
    for set in TextExercises.sets {
      let score = try await Self.score(set, &rules)
      lines.append(line(set, score))
      total.right += score.right
      total.missed += score.missed
      total.falselyMet += score.falselyMet
      total.wrongTold += score.wrongTold
      total.wrongMissed += score.wrongMissed
      total.accused += score.accused
    }
    lines += [
      line("all", total), "", "what a figure is taken for, by which rule: wrong figures, others",
    ]
    lines += rules.sorted { $0.key < $1.key }.map {
      "\($0.key): \($0.value.wrong), \($0.value.other)"
    }
    let found = lines.joined(separator: "\n") + "\n"
    guard let known = try? FileSystem.read(Self.table, limit: 1 << 16) else {
      try FileSystem.writeNew(Self.table, Array(found.utf8))
      Issue.record("The table of scores was written; look at it.")
      return
    }
    #expect(found == String(decoding: known.bytes, as: UTF8.self))
    let judged = total.right + total.missed + total.falselyMet
    #expect(total.right * 100 >= judged * 95)
    #expect(total.falselyMet * 100 <= judged)
  }

  private func line(_ name: String, _ score: Score) -> String {
    let numbers = [
      score.right, score.missed, score.falselyMet, score.wrongTold, score.wrongMissed,
      score.accused,
    ]
    return name + String(repeating: " ", count: max(1, 20 - name.count))
      + numbers.map { String($0) }.joined(separator: " ")
  }

  private static func score(_ set: String, _ rules: inout Rules) async throws -> Score {
    var score = Score()
    var opened: [String: CompiledExercise] = [:]
    for text in try TextExercises.texts(of: set) {
      // Other tests are not to wait for all of this one.
      await Task.yield()
      let compiled =
        try opened[text.exercise] ?? TextExercises.open(text.exercise, in: set).compiled
      opened[text.exercise] = compiled
      let question = try #require(compiled.exercise.questions.first { $0.id == text.question })
      guard case .text(let spec) = question.body else {
        Issue.record("\(text.question) asks for no text")
        continue
      }
      let grader = Grader(
        compiled, sheet: compiled.makeSheet(), written: [question.id: .text(text.text)])
      let criteria = grader.judge(spec, of: question).criteria ?? []
      for (id, label) in text.criteria {
        guard let met = criteria.first(where: { $0.id == id })?.met else { continue }
        switch (label, met) {
        case (.met, true), (.notMet, false): score.right += 1
        case (.met, false): score.missed += 1
        case (.notMet, true): score.falselyMet += 1
        case (.open, _), (.metInOtherWords, _): break
        }
      }
      var wrong = text.wrong
      for figure in criteria.flatMap(\.figures) {
        let numbers = numbers(figure.written)
        let isWrong = text.wrong.contains(where: numbers.contains)
        let isTold = figure.meaning == .disagrees
        if isTold, let place = wrong.firstIndex(where: numbers.contains) {
          wrong.remove(at: place)
          score.wrongTold += 1
        } else if isTold {
          score.accused += 1
        }
        guard let rule = rule(figure) else { continue }
        let known = rules[rule] ?? (0, 0)
        rules[rule] = isWrong ? (known.wrong + 1, known.other) : (known.wrong, known.other + 1)
      }
      score.wrongMissed += wrong.count
    }
    return score
  }

  private static func rule(_ figure: FigureReading) -> String? {
    let rule = figure.rule ?? ""
    switch figure.meaning {
    case .agrees: return "agrees, \(rule)"
    case .disagrees: return "disagrees, \(rule)"
    case .explained(let name): return "taken for \(name), \(rule)"
    case .open: return nil
    }
  }

  /// The numbers in a figure as it is typed.
  private static func numbers(_ text: String) -> [Double] {
    text.replacing("'", with: "").replacing("’", with: "").replacing(",", with: ".")
      .split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
  }
}
