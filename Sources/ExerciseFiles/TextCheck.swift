import Diagnostics
import Exercises
import Files
import MarkdownReading
import MathText
import TextLayout

/// Tells the author of formulas and comments in a text that students would see as typed, and of
/// pictures that they would not see.
struct TextCheck {
  let log: ProblemLog

  /// A text of a key, which is read only where it may have something to tell of.
  func check(_ text: SourcedText?) {
    guard let text, mayTell(text.text) else { return }
    let lines = Diagnostics.lines(of: text.text)
    check(readMarkdown(text.text, firstLine: text.line), lines: lines, firstLine: text.line)
  }

  /// - Parameters:
  ///   - lines: as they are typed, for Markdown takes backslashes and bars away.
  ///   - firstLine: of these.
  func check(_ document: Document, lines: [Substring], firstLine: Int) {
    for placed in document.blocks {
      check(placed.block, line: placed.lines.lowerBound)
      let range = (placed.lines.lowerBound - firstLine)..<(placed.lines.upperBound - firstLine + 1)
      check(
        typed: Array(lines[range.clamped(to: lines.indices)]), placed.block,
        firstLine: placed.lines.lowerBound)
    }
  }

  private func mayTell(_ text: String) -> Bool {
    mayHoldFormulas(text.utf8)
      || ["![", "```math", "<!--", "<img", "<IMG", "\\begin{"].contains { text.holds($0) }
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
    case .html(let text): check(html: text, line: line)
    case .code, .rule: break
    }
  }

  private func check(_ inlines: [Inline], line: Int) {
    for inline in inlines {
      switch inline {
      case .formula(let formula):
        for problem in formula.problems {
          report(.formulaProblem(problem), holding: problem.command ?? formula.start, from: line)
        }
      case .image(let destination, let alt):
        check(picture: destination, alt: alt, line: line)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        check(inner, line: line)
      case .html(let text): check(html: text, line: line)
      case .text, .code, .softBreak, .lineBreak: break
      }
    }
    let text = Self.words(of: inlines)
    let marks = [UnreadMark.formula(in: text), .comment(in: text)].compactMap { $0 }
    for mark in marks + UnreadMark.pictures(in: text) {
      report(mark.fault, holding: mark.typed, from: line)
    }
  }

  /// The text of some inlines, with a point in the place of what is no text.
  private static func words(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let words): words
      case .softBreak, .lineBreak: " "
      default: "·"
      }
    }.joined()
  }

  private func check(html text: String, line: Int) {
    if let mark = UnreadMark.comment(in: text) {
      report(mark.fault, holding: mark.typed, from: line)
    }
    if !text.hasPrefix("<!--"), let tag = text.firstMatch(of: /<img\b/.ignoresCase()) {
      report(.pictureTag, holding: String(tag.0), from: line)
    }
  }

  // MARK: As typed

  private func check(typed lines: [Substring], _ block: Block, firstLine: Int) {
    switch block {
    case .table, .heading, .paragraph, .list, .quote:
      // Of a table whose headings have a cell too many only text is left.
      for (offset, line) in lines.enumerated()
      where line.trimmingBlank.hasPrefix("|") && UnreadMark.hasFormulaWithBar(line) {
        log.report(.formulaBar, line: firstLine + offset)
      }
      for mark in UnreadMark.openBrackets(in: lines) {
        report(mark.fault, holding: mark.typed, from: firstLine)
      }
    case .code, .rule, .html: break
    }
  }

  // MARK: Pictures

  private func check(picture destination: String, alt: String, line: Int) {
    if alt.trimmingBlank.isEmpty {
      report(.pictureUndescribed(path: destination), holding: "![", from: line)
    }
    guard !destination.isEmpty, !destination.hasPrefix("#") else { return }
    guard !destination.contains(":") else {
      return report(.pictureElsewhere(address: destination), holding: destination, from: line)
    }
    let home = FileSystem.folder(of: log.source.name ?? "")
    guard let path = FileSystem.confinedPath(destination, within: home) else {
      return report(.pictureOutside(path: destination), holding: destination, from: line)
    }
    log.note(picture: path)
    if !FileSystem.isPlainFile(path) {
      report(.pictureMissing(path: destination), holding: destination, from: line)
    } else if let head = try? FileSystem.head(of: path, count: 4096), PictureFormat(head) == nil {
      report(.pictureUnknown(path: destination), holding: destination, from: line)
    }
  }

  // MARK: Lines

  /// Reports at the first line from `line` on that holds a text.
  private func report(_ fault: Diagnostic, holding text: String, from line: Int) {
    guard log.tells(fault.severity) else { return }
    let first = max(0, line - log.source.firstLine)
    for index in (first..<max(first, log.lineCount)).prefix(Self.mostLines) {
      let line = log.line(index)
      guard let range = line.firstRange(of: text) else { continue }
      let column = line[..<range.lowerBound].unicodeScalars.count + 1
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
