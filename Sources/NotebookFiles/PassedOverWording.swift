import Diagnostics
import MarkdownReading

/// The words for what stands in a notebook and answers nothing there.
extension NotebookFault.PassedOver {
  public var diagnostic: Diagnostic {
    Diagnostic(id: "notebook-" + id, severity: severity, message: message, help: help)
  }

  private var id: String {
    switch self {
    case .beforeFirst: "before-first"
    case .comment: "comment-unclosed"
    case .fence: "fence-other"
    case .formula: "formula-outside"
    case .heading: "heading"
    case .inReading, .remark: "remark"
    case .text: "text-outside"
    case .unticked: "unticked"
    case .unknownSection: "unknown-question"
    }
  }

  /// A remark beside formulas may be meant as one.
  private var severity: Diagnostic.Severity {
    switch self {
    case .beforeFirst(isAnswer: false), .inReading, .remark: .notice
    case .beforeFirst, .comment, .fence, .formula, .heading, .text, .unticked, .unknownSection:
      .warning
    }
  }

  private var message: String {
    switch self {
    case .beforeFirst: "What stands before the first question's heading answers no question."
    case .comment: "This comment is not closed, so nothing that follows it is read."
    case .fence(""):
      "This block has no mark, so its lines are not read; formulas stand in one marked `reckon`."
    case .fence(let mark):
      "This block is marked `\(mark)`, so its lines are not read; formulas stand in one marked "
        + "`reckon`."
    case .formula: "This formula is not read: formulas stand in a block that is marked `reckon`."
    case .heading(let question?, _):
      "This is no heading with a question's number, so what stands under it counts to \(question)."
    case .heading(nil, _):
      "This is no heading with a question's number, so what stands under it answers no question."
    case .inReading(let question): "\(question) asks for nothing, so what stands here is not read."
    case .remark(let question):
      "This is not read as an answer: \(question) asks for formulas, in a block marked `reckon`."
    case .text(let question): "This is not read: the text of \(question) stands behind `>`."
    case .unticked(let question):
      "This is not read as a choice: \(question) asks for ticks in a list."
    case .unknownSection(let id):
      "There is no question \(id) in this exercise, so what stands here answers none."
    }
  }

  private var help: [String] {
    switch self {
    case .beforeFirst: ["a heading with the question's number above it, such as `## 1.1`"]
    case .comment: ["close it with `-->`"]
    case .fence: ["```` ```reckon ```` as its first line"]
    case .formula: ["a line ```` ```reckon ```` above your formulas and a line ```` ``` ```` below"]
    case .heading(_, let meant?): ["`\(meant)`, if that is what follows"]
    case .heading(_, nil): ["the question's number first, such as `## 1.1`"]
    case .inReading, .remark: []
    case .text: ["`> ` at the beginning of each of its lines"]
    case .unticked: ["`- [x] ` before each option that you choose, one a line"]
    case .unknownSection: ["the number of the question that it answers in the heading above"]
    }
  }
}
