import Diagnostics
import TextLayout

/// Finds blocks that are meant to be read and stand where students see them as they are: those of
/// other names, those indented or quoted, and those without a fence.
struct UnreadBlocks {
  /// Of the whole file.
  let lines: [Substring]
  let log: ProblemLog

  /// A fenced block of a name that is none of an exercise's.
  func check(_ fence: Fence) {
    let info = [fence.kind, fence.argument].joined(separator: " ").trimmingBlank
    if let kind = Fence.meant(by: info) {
      log.report(.misspeltFence(info: info, nearest: kind), line: fence.line)
    } else if Self.isQuestion(fence.text.split(separator: "\n")) {
      log.report(.unfencedQuestion, line: fence.line)
    }
  }

  /// A block that is no fence of the text's own.
  func check(_ placed: PlacedBlock) {
    let range = placed.lines.lowerBound...min(placed.lines.upperBound, lines.count)
    var isTold = false
    for line in range {
      let text = Self.content(of: lines[line - 1])
      guard text.hasPrefix("```") || text.hasPrefix("~~~"), let mark = text.first,
        let kind = Fence.meant(by: String(text.drop { $0 == mark }).trimmingBlank)
      else { continue }
      isTold = true
      log.report(.unreadFence(kind: kind), line: line)
    }
    if !isTold, Self.isQuestion(range.map { Self.content(of: lines[$0 - 1]) }) {
      log.report(.unfencedQuestion, line: range.lowerBound)
    }
  }

  /// Whether lines have the keys that every question has, and those of one kind.
  private static func isQuestion(_ lines: [Substring]) -> Bool {
    let keys = Set(lines.compactMap(LineStart.key))
    return !keys.isDisjoint(with: ["points", "practice"])
      && KindReader.all.contains { $0.marks.contains { keys.contains(Substring($0)) } }
  }

  /// What follows the marks of lists and quotes at the start of a line.
  private static func content(of line: Substring) -> Substring {
    let rest = line.drop { $0.isWhitespace || $0 == ">" }
    return LineStart.afterListMark(rest) ?? rest
  }
}

extension Fence {
  /// Kinds that hold what students must not see.
  static let secret: Set<String> = ["question", "debrief"]

  /// The kind that is meant by what follows a fence: `Question`, `{question}`, `yaml question`.
  static func meant(by info: String) -> String? {
    let words = info.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first else { return nil }
    return kinds.contains(first)
      ? first
      : words.first(where: secret.contains) ?? nearestNames(to: first, among: kinds).first
  }
}
