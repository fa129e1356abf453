import Diagnostics
import Formulas
import Foundation
import Testing

@testable import TextLayout

/// What people really type, a mistake a file in `Mistakes`: the input, a line `---`, then all
/// that is shown for it at 60 columns, and the value of its last statement where it has one.
@Suite struct MistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var input: String
    /// Nil where nothing has been recorded yet.
    var expected: String?
    var testDescription: String { name }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Mistakes")

  static let mistakes: [Mistake] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().compactMap { file in
      guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
      else { return nil }
      let name = String(file.dropLast(4))
      guard let line = text.range(of: "\n---\n") else {
        let input = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return Mistake(name: name, input: input, expected: nil)
      }
      return Mistake(
        name: name, input: String(text[..<line.lowerBound]),
        expected: String(text[line.upperBound...]))
    }
  }()

  @Test func thereAreAtLeastAHundred() {
    #expect(Self.mistakes.count >= 100)
  }

  @Test(arguments: mistakes) func aMistakeIsSaidAsInItsFile(_ mistake: Mistake) throws {
    let found = Self.shown(mistake.input).text
    guard let expected = mistake.expected else {
      try (mistake.input + "\n---\n" + found).write(
        to: Self.folder.appending(path: "\(mistake.name).txt"), atomically: true,
        encoding: .utf8)
      Issue.record("Mistakes/\(mistake.name).txt had no message and has been recorded: read it.")
      return
    }
    #expect(found == expected)
  }

  /// Every formula and statement that a message offers is typed, after what stands above it; one
  /// with `…` in it is left for the student to fill in.
  @Test(arguments: mistakes) func whatIsOfferedCanBeTyped(_ mistake: Mistake) {
    for diagnostic in Self.shown(mistake.input).diagnostics {
      for mend in diagnostic.help.flatMap(Self.offers) {
        let page = CoursePage()
        _ = page.enter(mistake.input)
        let problems = page.enter(mend)
        #expect(problems.isEmpty, "`\(mend)`: \(problems)")
        #expect(!problems.contains(diagnostic.id), "`\(mend)` has the same mistake")
      }
    }
  }

  @Test func mostMessagesOfferWhatCanBeTyped() {
    let offering = Self.mistakes.filter { mistake in
      Self.shown(mistake.input).diagnostics.contains { !$0.help.flatMap(Self.offers).isEmpty }
    }
    #expect(offering.count * 10 > Self.mistakes.count * 8)
  }

  /// The pieces in code quotes that can be typed as they are.
  static func offers(_ help: String) -> [String] {
    help.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      .filter { code in
        code.contains { $0.isLetter || $0.isNumber } && !code.contains("…") && !code.hasPrefix(":")
      }
  }

  /// The ids of all that is said in the corpus.
  static let ids: Set<String> = Set(mistakes.flatMap { shown($0.input).diagnostics.map(\.id) })

  /// What is shown, and the diagnostics in it.
  private static func shown(_ input: String) -> (text: String, diagnostics: [Diagnostic]) {
    let page = CoursePage()
    let renderer = SnippetRenderer(width: 60)
    let source = SourceText(input)
    var diagnostics: [Diagnostic] = []
    var value: String?
    for item in Parser.parse(input).items {
      value = nil
      switch item {
      case .problem(let problem, _): diagnostics.append(problem.diagnostic)
      case .statement(let statement):
        let entered = page.sheet.enter(statement)
        if let problem = entered.problem { diagnostics.append(problem.diagnostic) }
        diagnostics += entered.notices
        value = entered.value.map { $0.text() }
      }
    }
    var lines = value.map { ["= " + $0] } ?? []
    lines += diagnostics.map { renderer.render($0, in: source).plain }
    return (lines.map { $0 + "\n" }.joined(), diagnostics)
  }
}
