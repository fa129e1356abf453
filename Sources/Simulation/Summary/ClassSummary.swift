import TextLayout

/// What a simulated class holds, counted while its notebooks go by.
public struct ClassSummary {
  private var notebooks = 0
  private var extents: [SimulatedNotebook.Extent: Int] = [:]
  private var late = 0
  private var troubles: [SimulatedNotebook.Trouble: Int] = [:]
  private var right = 0
  private var bare = 0
  private var slipped = 0
  private var broken = 0
  private var open = 0
  private var skipped = 0
  private var inherited = 0
  /// By answer, in the order in which they came.
  private var names: [String] = []
  private var tried: [String: Int] = [:]
  private var slips: [String: [[FormulaSlip]: Int]] = [:]

  private let hasDueDate: Bool

  /// - Parameter hasDueDate: whether anything can be late.
  public init(hasDueDate: Bool = true) { self.hasDueDate = hasDueDate }

  public mutating func add(_ notebook: SimulatedNotebook) {
    notebooks += 1
    extents[notebook.extent, default: 0] += 1
    if notebook.isLate { late += 1 }
    if let trouble = notebook.trouble { troubles[trouble, default: 0] += 1 }
    guard notebook.isGradable else { return }
    for answer in notebook.answers { add(answer) }
  }

  private mutating func add(_ answer: SimulatedAnswer) {
    if tried[answer.answer] == nil { names.append(answer.answer) }
    tried[answer.answer, default: 0] += answer.intent == .unanswered ? 0 : 1
    if !answer.inherits.isEmpty { inherited += 1 }
    switch answer.intent {
    case .right: right += 1
    case .bare: bare += 1
    case .slip(let made):
      slipped += 1
      slips[answer.answer, default: [:]][made, default: 0] += 1
    case .broken: broken += 1
    case .unanswered: open += 1
    case .skipped: skipped += 1
    }
  }

  /// The commonest slip of each answer, with how many made it of those who answered.
  public var commonest: [(answer: String, slips: [FormulaSlip], count: Int, of: Int)] {
    names.compactMap { name in
      let most = slips[name]?.max { one, other in
        (one.value, other.key.description) < (other.value, one.key.description)
      }
      return most.map { (name, $0.key, $0.value, tried[name] ?? 0) }
    }
  }

  public func lines(width: Int, unicode: Bool = true) -> [StyledText] {
    let extent =
      [
        counted(extents[.half], "half done"), counted(extents[.nothing], "empty"),
        counted(hasDueDate ? late : 0, "late"),
      ].compactMap { $0 }
      + SimulatedNotebook.Trouble.allCases.compactMap {
        counted(troubles[$0], "with \($0.rawValue)")
      }
    let answers = [
      counted(right, "right as they were meant"), counted(slipped, "with a slip"),
      counted(bare, "without their unit"), counted(broken, "that cannot be computed"),
      counted(open, "left open"), counted(skipped, "given up"),
    ].compactMap { $0 }
    var lines = wrapped(
      StyledText("\(notebooks) notebook\(notebooks == 1 ? "" : "s")", .strong)
        + (extent.isEmpty ? "." : ": \(extent.joined(separator: ", "))."), width: width)
    if !answers.isEmpty {
      let inherits =
        inherited > 0 ? " \(inherited) of them rest on an earlier one that went wrong." : ""
      lines += wrapped(
        StyledText("Their answers: \(answers.joined(separator: ", ")).\(inherits)"), width: width)
    }
    let rows = commonest.map { entry in
      [
        StyledText(entry.answer, .name), StyledText("\(entry.count) of \(entry.of)"),
        StyledText(entry.slips.map(\.phrase).joined(separator: ", and ")),
      ]
    }
    guard !rows.isEmpty else { return lines }
    lines += [StyledText(), StyledText("The commonest slip at each answer", .heading)]
    return lines
      + TextTable(header: [], rows: rows, alignments: [.left, .right, .left])
      .lines(width: width, unicode: unicode)
  }

  private func counted(_ count: Int?, _ what: String) -> String? {
    count.flatMap { $0 > 0 ? "\($0) \(what)" : nil }
  }
}
