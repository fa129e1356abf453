/// Lines in a window that they do not fit into, shown page by page.
public struct Pages: Sendable {
  /// What a key does.
  public enum Step: Sendable {
    case page, line, halfPage
    case pageBack, lineBack, halfPageBack
    case first, last
  }

  /// What is to be drawn after a step.
  public enum Drawing: Hashable, Sendable {
    /// These come below those that stand there.
    case added(Range<Int>)
    /// These alone fill the window.
    case anew(Range<Int>)
  }

  private let rows: [Int]
  /// Where a paragraph ends.
  private let breaks: Set<Int>
  private let room: Int
  /// The lines that stand in the window.
  public private(set) var shown: Range<Int>

  /// - `lines`: all of them; one that is wider than the window takes several rows.
  /// - `height`: rows of the window, of which the last is for what says how to go on.
  /// - `first`: the line that stands at the top.
  public init(_ lines: [StyledText], width: Int, height: Int, first: Int = 0) {
    rows = lines.map { max(1, ($0.width + max(1, width) - 1) / max(1, width)) }
    room = max(1, height - 1)
    breaks = Set(lines.indices.filter { lines[$0].isEmpty })
    shown = 0..<0
    let start = min(max(0, first), max(0, lines.count - 1))
    shown = start..<end(from: start)
  }

  /// Whether all lines fit beside a prompt.
  public var isOne: Bool { rows.reduce(0, +) <= room }

  /// Whether nothing is left below.
  public var isOver: Bool { shown.upperBound >= rows.count }

  /// Share of the lines that have been shown, in per cent.
  public var percent: Int { rows.isEmpty ? 100 : shown.upperBound * 100 / rows.count }

  /// Goes on or back, and says what is drawn.
  public mutating func go(_ step: Step) -> Drawing {
    let before = shown
    switch step {
    case .page:
      shown = before.upperBound..<end(from: before.upperBound)
      return .added(shown)
    case .line, .halfPage:
      let bottom = min(rows.count, before.upperBound + (step == .line ? 1 : max(1, room / 2)))
      shown = start(to: bottom)..<bottom
      return .added(before.upperBound..<bottom)
    case .last:
      shown = start(to: rows.count)..<rows.count
      return .added(before.upperBound..<rows.count)
    case .pageBack: return redrawn(from: start(to: before.lowerBound))
    case .halfPageBack: return redrawn(from: before.lowerBound - max(1, room / 2))
    case .lineBack: return redrawn(from: before.lowerBound - 1)
    case .first: return redrawn(from: 0)
    }
  }

  private mutating func redrawn(from first: Int) -> Drawing {
    let start = max(0, first)
    shown = start..<end(from: start)
    return .anew(shown)
  }

  /// As many lines as fit, and at least one; where a paragraph ends shortly before, up to there.
  private func end(from start: Int) -> Int {
    var (end, used) = (start, 0)
    while end < rows.count, end == start || used + rows[end] <= room {
      used += rows[end]
      end += 1
    }
    guard end < rows.count, !breaks.contains(end) else { return end }
    let least = end - max(1, room / 2)
    return (max(start + 1, least)..<end).last { breaks.contains($0) } ?? end
  }

  /// The line from which on all up to a line fit.
  private func start(to end: Int) -> Int {
    var (start, used) = (end, 0)
    while start > 0, start == end || used + rows[start - 1] <= room {
      used += rows[start - 1]
      start -= 1
    }
    return start
  }
}
