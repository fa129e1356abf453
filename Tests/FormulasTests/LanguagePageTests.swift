import Diagnostics
import Formulas
import Foundation
import Testing

@testable import TextLayout

/// docs/language.md stays true: in each ```reckon block a line `> input` is typed, and the lines
/// after it are what is shown. A line `>> input` goes on with the line before.
@Suite struct LanguagePageTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var line: Int
    var text: String
    var testDescription: String { "line \(line)" }
  }

  static let examples: [Example] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/language.md")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var examples: [Example] = []
    var block: Example?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "```reckon" {
        block = Example(line: index + 1, text: "")
      } else if line == "```", let done = block {
        examples.append(done)
        block = nil
      } else if block != nil {
        block?.text += line + "\n"
      }
    }
    return examples
  }()

  @Test func thePageHasExamples() {
    #expect(Self.examples.count >= 12)
  }

  @Test(arguments: examples) func anExampleShowsWhatThePageSays(_ example: Example) {
    let page = NotebookPage()
    var found = ""
    var typed: [String] = []
    func enter() {
      guard !typed.isEmpty else { return }
      found += Self.shown(typed.joined(separator: "\n"), on: page)
      typed = []
    }
    for line in example.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(">> ") {
        typed.append(String(line.dropFirst(3)))
        found += line + "\n"
      } else if line.hasPrefix("> ") {
        enter()
        typed = [String(line.dropFirst(2))]
        found += line + "\n"
      }
    }
    enter()
    #expect(found == example.text, "what is shown:\n\(found)")
  }

  private static func shown(_ text: String, on page: NotebookPage) -> String {
    var lines: [String] = []
    let renderer = SnippetRenderer(width: 76)
    let source = SourceText(text)
    for item in Parser.parse(text).items {
      switch item {
      case .problem(let problem, _):
        lines.append(renderer.render(problem.diagnostic, in: source).plain)
      case .statement(let statement):
        let entered = page.sheet.enter(statement)
        if let problem = entered.problem {
          lines.append(renderer.render(problem.diagnostic, in: source).plain)
        }
        if let value = entered.value {
          let name = entered.key.map { "\($0) = " } ?? ""
          lines.append(name + value.text())
        }
        lines += entered.notices.map { renderer.render($0, in: source).plain }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
