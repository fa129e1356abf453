import Diagnostics
import Gradebook
import Grading
import TextLayout

/// The criteria of an answer, or the answers of a question, with what was found and decided of each.
struct ReviewParts {
  private let session: ReviewSession
  private let work: ReviewedWork
  private let width: Int
  private let unicode: Bool
  private let inWords: Bool

  init(
    _ session: ReviewSession, _ work: ReviewedWork, width: Int, unicode: Bool, inWords: Bool
  ) {
    self.session = session
    self.work = work
    self.width = width
    self.unicode = unicode
    self.inWords = inWords
  }

  /// Whole messages where there is room, else that of the marked part alone; of very many parts those
  /// around it.
  func lines(room: Int) -> [StyledText] {
    let whole = whole
    let full = work.parts.indices.map { lines($0, messageLines: .max) }
    if whole.count + full.joined().count <= room { return whole + full.joined() }
    // The marked part gets what is left.
    let others = work.parts.count - 1
    let brief = work.parts.indices.map {
      lines($0, messageLines: $0 == session.focus ? max(2, room - whole.count - others - 1) : 0)
    }
    var first = 0
    while brief[first..<max(first + 1, brief.count)].joined().count > room - whole.count,
      first < session.focus
    {
      first += 1
    }
    return whole + brief[first...].joined().prefix(max(1, room - whole.count))
  }

  /// What somebody has given the whole question, which counts in the place of its parts.
  private var whole: [StyledText] {
    guard session.decision(on: .question, of: work) != .open else { return [] }
    return [StyledText(inWords ? "" : "    ") + state(of: work.wholePart)]
  }

  private func lines(_ index: Int, messageLines: Int) -> [StyledText] {
    let part = work.parts[index]
    let isMarked = index == session.focus
    let marker = isMarked ? (inWords ? "here: " : unicode ? "▸ " : "> ") : inWords ? "" : "  "
    var line = StyledText(marker, .prompt) + StyledText("\(index + 1) ", .dim)
    line += state(of: part)
    line = inWords ? line : line.shortened(to: width)
    let message = message(of: part)
    guard messageLines > 0, !message.isEmpty else { return [line] }
    let told = wrapped(
      StyledText("    ") + StyledText(plainLine(message), .dim), width: width, indent: 4)
    return [line] + shortened(told, to: messageLines, unicode: unicode)
  }

  /// What the author asks a person to look for; of another criterion what was found and what not.
  private func message(of part: ReviewedWork.Part) -> String {
    guard let note = session.found?.notes[part.name] else { return part.message }
    return part.found == nil ? note : "\(part.message) \(note)"
  }

  private func state(of part: ReviewedWork.Part) -> StyledText {
    let maximum = Points.text(part.maximum)
    let column = min(18, work.parts.map { displayWidth(label(of: $0)) }.max() ?? 0)
    let name = StyledText(padded(label(of: part), to: column), .name)
    func line(_ sign: String, _ style: TextStyle, _ points: String, _ note: String) -> StyledText {
      if inWords { return StyledText("\(label(of: part)), \(points) of \(maximum), \(note)") }
      return StyledText(padded(sign, to: 4), style) + name + StyledText("  ")
        + StyledText(padded("\(points)/\(maximum)", to: 10), .value) + StyledText(note, .dim)
    }
    switch session.decision(on: part.part, of: work) {
    case .points(let points):
      let (sign, style) = sign(points, of: part.maximum)
      return line(sign, style, Points.text(points), reviewers(of: part, points))
    case .disagreement:
      return line(
        unicode ? "≠" : "!=", .error, "?", dispute(on: part))
    case .open:
      let before = before(part)
      guard let found = part.found else { return line("?", .warning, "?", before ?? "for you") }
      return line(
        found > 0 ? "(\(unicode ? "✓" : "+"))" : "(\(unicode ? "✗" : "-"))", .dim,
        Points.text(found),
        part.verdict == "mentions" || part.verdict == "figures"
          ? "found" : part.verdict)
    }
  }

  /// What has no name of its own has that of its question.
  private func label(of part: ReviewedWork.Part) -> String {
    if part.part == .question { return ReviewWording.wholeQuestion }
    return part.name == work.question ? ReviewWording.wholeAnswer : plainLine(part.name)
  }

  /// What it was given while something else stood there.
  private func before(_ part: ReviewedWork.Part) -> String? {
    guard !session.options.isSecondReading else { return nil }
    for review in work.outdated.reversed() where review.part == part.part {
      if case .points(let points?) = review.ruling {
        return ReviewWording.before(points, by: review.reviewer)
      }
    }
    return nil
  }

  private func sign(_ points: Double, of maximum: Double) -> (String, TextStyle) {
    if points >= maximum { return (unicode ? "✓" : "ok", .success) }
    if points <= 0 { return (unicode ? "✗" : "x", .error) }
    return (unicode ? "½" : "~", .warning)
  }

  /// Who has given the points, and why where somebody has said so.
  private func reviewers(of part: ReviewedWork.Part, _ points: Double) -> String {
    let decided = session.visible(work).filter {
      $0.part == part.part && $0.ruling == .points(points)
    }
    let names = decided.map { plainLine($0.reviewer) }.joined(separator: ", ")
    let why = decided.last { !$0.why.isEmpty }?.why
    return why.map { "\(names): \(plainLine($0))" } ?? names
  }

  private func dispute(on part: ReviewedWork.Part) -> String {
    session.visible(work).compactMap { review -> String? in
      guard review.part == part.part, case .points(let points?) = review.ruling else { return nil }
      return "\(plainLine(review.reviewer)) \(Points.text(points))"
    }.joined(separator: unicode ? " · " : " - ")
  }
}
