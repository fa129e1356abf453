import Exercises
import Foundation
import Grading
import MarkdownReading
import Testing

@testable import Files
@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// Answers to the open questions of the course, a file for each: the question, the criteria that
/// it meets, the figures that contradict what was computed, and the answer.
@Suite struct ReplyTests {
  struct Reply: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var question: String
    var met: Set<String>
    /// `Model 2 87.4 %`
    var wrong: [String]
    var text: String
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Replies")

  static let replies: [Reply] = {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
      .compactMap { file in
        guard let text = try? String(contentsOf: file, encoding: .utf8),
          let gap = text.range(of: "\n\n")
        else { return nil }
        let head = text[..<gap.lowerBound].split(separator: "\n")
        func values(_ key: String) -> [String] {
          head.filter { $0.hasPrefix(key + ":") }
            .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) }
        }
        return Reply(
          testDescription: file.deletingPathExtension().lastPathComponent,
          question: values("question").first ?? "",
          met: Set((values("met").first ?? "").split(separator: " ").map(String.init)),
          wrong: values("wrong"), text: String(text[gap.upperBound...]))
      }
  }()

  static func report(on text: String, question id: String) throws -> AnswerReport {
    let opened = try ShippedExercises.open(
      id.hasPrefix("1.") ? "chatbot-model-analysis" : "epfl-estimate")
    let question = try #require(opened.exercise.question(id))
    guard case .text(let spec) = question.body else {
      throw ReplyError.notAText
    }
    let grader = Grader(
      opened.compiled, sheet: opened.compiled.makeSheet(), written: [id: .text(text)])
    return grader.judge(spec, of: question)
  }

  enum ReplyError: Error { case notAText }

  @Test func corpusIsLargeEnough() {
    #expect(Self.replies.count >= 75)
    #expect(Set(Self.replies.map(\.question)) == ["1.3.1", "1.3.2", "1.4.1", "2.4.1", "2.4.2"])
  }

  @Test(arguments: replies)
  func replyMeetsItsCriteriaAndNoOthers(_ reply: Reply) throws {
    let report = try Self.report(on: reply.text, question: reply.question)
    let criteria = try #require(report.criteria)
    let met = Set(criteria.filter { $0.met == true && $0.kind != .length }.map(\.id))
    #expect(met == reply.met, "\(criteria.map { "\($0.id): \($0.message)" })")
    let told = criteria.flatMap(\.contradictions)
    #expect(told.count == reply.wrong.count, "\(told)")
    for wrong in reply.wrong {
      let row = wrong.prefix(7)
      let figure = wrong.dropFirst(8)
      #expect(
        told.contains { $0.contains("You give \(row) ") && $0.contains(" \(figure), which") },
        "\(wrong): \(told)")
    }
    // Of what a person decides nothing is said.
    #expect(criteria.filter { $0.kind == .person }.allSatisfy { $0.met == nil })
    #expect(report.verdict == .unchecked || report.verdict == .partly)
  }
}
