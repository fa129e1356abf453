import FieldExercises
import Grading
import NotebookGrading
import Testing

/// What is said of answers to exercises of many fields that the program was not made for.
@Suite struct FieldCauseTests {
  @Test(arguments: FieldExercises.sets)
  func whatIsWrongIsNamedInEveryField(set: String) throws {
    var opened: [String: OpenedExercise] = [:]
    var counts = (sure: 0, named: 0, unsure: 0)
    var (otherwise, falsely, takenForRight, lost): ([String], [String], [String], [String]) =
      ([], [], [], [])
    for answer in try FieldExercises.answers(of: set) {
      let exercise = try opened[answer.exercise] ?? FieldExercises.open(answer.exercise, in: set)
      opened[answer.exercise] = exercise
      let found = FieldExercises.report(on: answer, in: exercise)
      let report = try #require(found, "\(answer.exercise).\(answer.answer)")
      let line = "\(answer.exercise).\(answer.answer) = \(answer.typed): \(report.message)"
      if answer.isRight {
        if report.share < 0.5, report.verdict != .unitMissing { lost.append(line) }
        continue
      }
      let cause = report.cause.flatMap { $0.kind == .follows ? nil : $0 }
      let said = cause.map { [($0.kind, $0.names)] + $0.further.map { ($0.kind, $0.names) } } ?? []
      let isNamed =
        !said.isEmpty && said.allSatisfy { answer.ids.contains($0.0.rawValue) }
        && (answer.names.isEmpty || said.contains { !Set($0.1).isDisjoint(with: answer.names) })
      if answer.isSure {
        counts.sure += 1
        if report.verdict == .correct {
          takenForRight.append(line)
        } else if isNamed {
          counts.named += 1
        } else if cause != nil {
          otherwise.append(line)
        }
      } else {
        counts.unsure += 1
        if cause != nil, !isNamed { falsely.append(line) }
      }
    }
    print(
      "causes, \(set): \(counts.named) of \(counts.sure) named, \(otherwise.count) otherwise,",
      "\(falsely.count) of \(counts.unsure) unsure ones said falsely")
    #expect(takenForRight.isEmpty, "\(takenForRight)")
    #expect(lost.isEmpty, "\(lost)")
    #expect(counts.named * 100 >= 95 * counts.sure, "\(counts)")
    #expect(otherwise.count * 100 <= 2 * counts.sure, "\(otherwise.joined(separator: "\n"))")
    #expect(falsely.count <= 1, "\(falsely.joined(separator: "\n"))")
  }
}
