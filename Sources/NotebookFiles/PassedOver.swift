import Diagnostics
import Exercises

/// Finds what a student wrote where it answers nothing: a text that is no quote, formulas in
/// another block or in none, ticks written otherwise, work without its heading.
///
/// Comments in HTML, rules and the notebook's title are meant for people and passed over.
public struct PassedOver {
  private let file: NotebookFile
  private let exercise: Exercise
  private let questions: [String: Question]
  /// In the order of the file.
  public private(set) var found: [LocatedDiagnostic] = []
  /// What was found last, in which section, and where it ended: what follows at once goes with it.
  private var last: (fault: Diagnostic, end: Int)?
  private var line = (number: 1, offset: 0)

  /// Places that are told.
  static let limit = 200
  /// Faults of a block itself, wherever it stands.
  private static let toldUnderHeadings: Set = [
    "notebook-comment-unclosed", "notebook-fence-other", "notebook-formula-outside",
  ]

  public init(_ file: NotebookFile, _ exercise: Exercise) {
    self.file = file
    self.exercise = exercise
    questions = Dictionary(
      exercise.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for section in file.reading.layout.sections { look(through: section) }
  }

  private mutating func look(through section: NotebookSection) {
    last = nil
    // Under a heading that is said to be none, nothing is said a second time.
    var isUnderHeading = false
    for (index, block) in section.blocks.enumerated() {
      guard found.count < Self.limit else { return }
      if isHeading(block) {
        last = nil
        isUnderHeading = false
        guard let fault = fault(ofHeading: block, in: section, at: index) else { continue }
        isUnderHeading = true
        tell(fault, block.bytes)
        continue
      }
      if case .choice? = section.id.flatMap({ questions[$0] })?.body, case .list = block.kind,
        !file.tasks(in: block.bytes).isEmpty
      {
        for item in file.otherItems(in: block.bytes) {
          tell(.unticked(question: section.id ?? ""), item)
        }
        continue
      }
      guard let fault = fault(of: block, in: section) else { continue }
      if isUnderHeading, !Self.toldUnderHeadings.contains(fault.id) { continue }
      tell(fault, block.bytes)
    }
  }

  private mutating func tell(_ fault: Diagnostic, _ place: Range<Int>) {
    defer { last = (fault, place.upperBound) }
    if let last, last.fault == fault,
      file.reading.bytes[last.end..<max(last.end, place.lowerBound)].allSatisfy(Byte.isBlank)
    {
      return
    }
    guard found.count < Self.limit else { return }
    found.append(file.located(fault, line: lineNumber(at: place.lowerBound)))
  }

  /// Asked for in the order of the file.
  private mutating func lineNumber(at offset: Int) -> Int {
    let bytes = file.reading.bytes
    line.number += bytes[line.offset..<offset].count { $0 == Byte.newline }
    line.offset = offset
    return line.number
  }

  // MARK: Blocks

  private func fault(of block: NotebookSection.Block, in section: NotebookSection) -> Diagnostic? {
    switch (section.id.flatMap { questions[$0] }?.body, block.kind) {
    // Nothing is said of these, whatever is in them.
    case (.text?, .quote), (.choice?, .quote): return nil
    case (_, .fence(let fence)) where fence.holdsStatements: return nil
    default: break
    }
    let lines = lines(of: block)
    switch block.kind {
    case .fence(let fence):
      if fence.holdsStatements || file.asked(in: block, about: nil) != nil || isBlank(fence) {
        return nil
      }
      let mark = Self.mark(lines.first ?? "")
      // Said already, of those that were meant as `reckon`.
      return nearestNames(to: mark.lowercased(), among: ["reckon"]).isEmpty
        ? .fenceOther(mark: mark, fence: String(lines.first?.prefix { "`~".contains($0) } ?? ""))
        : nil
    case .html where lines.first?.hasPrefix("<!--") == true:
      return lines.contains { $0.contains("-->") } ? nil : .commentUnclosed
    case .quote, .list, .html, .other: break
    }
    if lines.allSatisfy(Self.isRule) { return nil }
    guard let id = section.id else {
      return formulaOutside(lines) ?? .beforeFirst(isAnswer: isAnswer(block))
    }
    let question = questions[id]
    if let formula = formulaOutside(lines) { return formula }
    switch question?.body {
    case nil: return .unknownSection(id: id)
    case .text?: return .textOutside(question: id)
    case .choice?: return .unticked(question: id)
    case .values?, .function?: return .remark(question: id)
    case .reading?: return .inReading(question: id)
    }
  }

  private func isAnswer(_ block: NotebookSection.Block) -> Bool {
    switch block.kind {
    case .quote: true
    case .list: !file.tasks(in: block.bytes).isEmpty
    case .fence, .html, .other: false
    }
  }

  private func isBlank(_ fence: FencedBlock) -> Bool {
    let end = max(fence.content.lowerBound, fence.closing ?? fence.content.upperBound)
    return file.reading.bytes[fence.content.lowerBound..<end].allSatisfy(Byte.isBlank)
  }

  private func lines(of block: NotebookSection.Block) -> [Substring] {
    withUnixLineEnds(file.reading.text(block.bytes)).split(separator: "\n")
      .map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
  }

  /// What follows the marks of a fence, up to the first blank.
  private static func mark(_ line: Substring) -> String {
    let info = line.drop { $0 == "`" || $0 == "~" }.drop(while: \.isWhitespace)
    return withoutControls(String(info.prefix { !$0.isWhitespace }.prefix(40)))
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.allSatisfy { "-*_ \t".contains($0) }
  }

  /// What may stand before a formula that is no line of a block.
  private static let ornaments = "-*+>`$"

  private func formulaOutside(_ lines: [Substring]) -> Diagnostic? {
    let formulas = lines.filter(Self.isFormula)
    return formulas.isEmpty
      ? nil
      : .formulaOutside(
        isPlain: formulas.allSatisfy { $0.first.map { !Self.ornaments.contains($0) } ?? true })
  }

  /// Whether a line binds a name or a column, behind a bullet or a `>` too.
  private static func isFormula(_ line: Substring) -> Bool {
    var text = line.drop { Self.ornaments.contains($0) || $0 == " " || $0 == "\t" }
    if text.hasPrefix("def ") { return text.contains("(") && text.contains(":") }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    guard let first = name.first, first.isLetter || first == "_" else { return false }
    text = text[name.endIndex...]
    if text.first == "[" || text.first == "(" {
      guard let close = text.firstIndex(where: { $0 == "]" || $0 == ")" }) else { return false }
      text = text[text.index(after: close)...]
    }
    text = text.drop { $0 == " " || $0 == "\t" }
    guard text.first == "=" else { return false }
    let value = text.dropFirst().drop { $0 == " " || $0 == "\t" }
    return value.first.map { $0 != "=" } ?? false
  }

  // MARK: Headings

  /// A heading without a number, or a line by itself that stands for one.
  private func isHeading(_ block: NotebookSection.Block) -> Bool {
    guard case .other = block.kind else { return false }
    let lines = lines(of: block)
    guard let first = lines.first else { return false }
    if first.hasPrefix("#") { return true }
    // Underlined with `=` or `-`.
    if lines.count == 2, lines[1].allSatisfy({ $0 == "=" }) || lines[1].allSatisfy({ $0 == "-" }) {
      return true
    }
    return lines.count == 1 && question(opening: first) != nil
  }

  /// The question whose number or title a line opens with, in bold or after words such as
  /// "Question".
  private func question(opening line: Substring) -> Question? {
    let plain = String(line.filter { !"#*_`".contains($0) })
    let words = plain.split(whereSeparator: \.isWhitespace)
    for word in words.prefix(2) {
      let number = word.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." || $0.isLetter }
      let isLone = word.count <= number.count + 3
      if isLone, let id = questionID(ofHeading: String(number)), let own = questions[id],
        number.contains(".") || line.hasPrefix("#")
      {
        return own
      }
    }
    let title = words.joined(separator: " ").lowercased()
    let titled = exercise.questions.filter {
      !$0.title.isEmpty && singleSpaced($0.title).lowercased() == title
    }
    return titled.count == 1 ? titled[0] : nil
  }

  /// A heading counts where an answer stands under it, or where it is a question's but for its
  /// number.
  private func fault(
    ofHeading block: NotebookSection.Block, in section: NotebookSection, at index: Int
  ) -> Diagnostic? {
    let under = section.blocks[(index + 1)...].prefix { !isHeading($0) }
    guard !under.isEmpty else { return nil }
    let meant = lines(of: block).first.flatMap(question(opening:))
    guard under.contains(where: isAnswer) || meant != nil && meant?.id != section.id else {
      return nil
    }
    return .headingUnnumbered(
      question: section.id, meant: meant.map { "## \($0.id) \(singleSpaced($0.title))" })
  }
}
