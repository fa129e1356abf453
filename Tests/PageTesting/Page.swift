import Foundation
import Testing

/// A page of `docs`, parted into its fenced blocks, for tests that hold it true.
public struct Page: Sendable {
  public let text: String
  /// In the order of the page; those within another are part of its text.
  public let blocks: [PageBlock]

  /// - Parameter name: in `docs`, such as `language.md`. A page that cannot be read is empty.
  public init(_ name: String) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let page = root.appending(path: "docs/\(name)")
    text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    var blocks: [PageBlock] = []
    var open: (marks: Substring, line: Int)?
    var inside: [Substring] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let marks = line.prefix { $0 == "`" }
      if let fence = open {
        if line == fence.marks {
          let text = inside.dropFirst().map { $0 + "\n" }.joined()
          let info = String(inside[0].dropFirst(fence.marks.count))
          blocks.append(PageBlock(info: info, text: text, line: fence.line))
          open = nil
        } else {
          inside.append(line)
        }
      } else if marks.count >= 3 {
        open = (marks, index + 1)
        inside = [line]
      }
    }
    self.blocks = blocks
  }

  /// Exercises that are complete, front matter and all.
  public var exercises: [PageBlock] { documents.filter { $0.exerciseID != nil } }

  /// Exercises and courses.
  public var documents: [PageBlock] {
    blocks.filter { $0.info == "markdown" && $0.text.hasPrefix("---\n") }
  }
}

/// A fenced block of a page.
public struct PageBlock: Hashable, Sendable, CustomTestStringConvertible {
  /// What follows the marks of the opening fence.
  public let info: String
  public let text: String
  /// Of the opening fence, counted from 1.
  public let line: Int

  public init(info: String, text: String, line: Int) {
    self.info = info
    self.text = text
    self.line = line
  }

  public var testDescription: String { "\(info), line \(line)" }

  /// Of an exercise.
  public var exerciseID: String? {
    text.split(separator: "\n").first { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) }
  }
}
