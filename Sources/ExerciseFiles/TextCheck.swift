import Diagnostics
import Exercises
import Files
import MarkdownReading
import MathText
import TextLayout

/// Tells the author of formulas in a text that students would see as typed, and of pictures that are
/// not there.
struct TextCheck {
  let log: ProblemLog

  /// A text of a key, which is read only where it may have something to tell of.
  func check(_ text: SourcedText?) {
    guard let text, mayTell(text.text) else { return }
    check(readMarkdown(text.text, firstLine: text.line))
  }

  func check(_ document: Document) {
    for placed in document.blocks { check(placed.block, line: placed.lines.lowerBound) }
  }

  private func mayTell(_ text: String) -> Bool {
    mayHoldFormulas(text.utf8) || text.contains("![") || text.contains("```math")
  }

  // MARK: Blocks

  private func check(_ block: Block, line: Int) {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines): check(inlines, line: line)
    case .list(_, _, let items):
      for item in items { for block in item.blocks { check(block, line: line) } }
    case .quote(let blocks): for block in blocks { check(block, line: line) }
    case .table(_, let header, let rows):
      for row in [header] + rows { for cell in row { check(cell, line: line) } }
    case .code, .rule, .html: break
    }
  }

  private func check(_ inlines: [Inline], line: Int) {
    for inline in inlines {
      switch inline {
      case .formula(let formula):
        for problem in formula.problems {
          report(.formulaProblem(problem), holding: problem.command ?? formula.start, from: line)
        }
      case .image(let destination, _): check(picture: destination, line: line)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        check(inner, line: line)
      case .text, .code, .softBreak, .lineBreak, .html: break
      }
    }
    if let command = Self.openFormula(inlines) {
      report(.formulaOpen(command: command), holding: command, from: line)
    }
  }

  /// The first command after a dollar sign that opens no formula.
  private static func openFormula(_ inlines: [Inline]) -> String? {
    var text = ""
    for inline in inlines {
      switch inline {
      case .text(let words): text += words
      case .softBreak, .lineBreak: text += " "
      default: text += "·"
      }
    }
    guard let dollar = text.firstIndex(of: "$") else { return nil }
    let command = text[dollar...].firstMatch(of: /\\[A-Za-z]{2,}/)
    return command.map { String($0.0) }
  }

  // MARK: Pictures

  private func check(picture destination: String, line: Int) {
    guard !destination.isEmpty, !destination.contains(":"), !destination.hasPrefix("#") else {
      return
    }
    let home = FileSystem.folder(of: log.source.name ?? "")
    guard let path = FileSystem.confinedPath(destination, within: home) else {
      return report(.pictureOutside(path: destination), holding: destination, from: line)
    }
    log.note(picture: path)
    if !FileSystem.isPlainFile(path) {
      report(.pictureMissing(path: destination), holding: destination, from: line)
    }
  }

  // MARK: Lines

  /// Reports at the first line from `line` on that holds a text.
  private func report(_ fault: Diagnostic, holding text: String, from line: Int) {
    let lines = String(decoding: log.source.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let first = max(0, line - log.source.firstLine)
    for index in lines.indices.dropFirst(first).prefix(Self.mostLines) {
      guard let range = lines[index].range(of: text) else { continue }
      let column = lines[index][..<range.lowerBound].unicodeScalars.count + 1
      return log.report(
        fault,
        at: SourceLocation(
          line: index + log.source.firstLine, column: column, length: text.unicodeScalars.count))
    }
    log.report(fault, line: line)
  }

  /// Lines of one text that are looked through.
  private static let mostLines = 400
}

extension MathProblem {
  /// What of the formula it is about, as typed.
  fileprivate var command: String? {
    switch self {
    case .unknownCommand(let name): name
    case .unknownEnvironment(let name), .beginWithoutEnd(let name): "\\begin{\(name)}"
    case .leftWithoutRight: "\\left"
    case .rightWithoutLeft: "\\right"
    case .endWithoutBegin: "\\end"
    case .missingArgument, .unclosedBrace, .extraBrace, .doubleScript, .tooDeep, .tooLong: nil
    }
  }
}

extension MathFormula {
  /// What it begins with, to find it by.
  fileprivate var start: String { String(source.prefix { $0 != " " }.prefix(20)) }
}
