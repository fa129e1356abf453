import Exercises
import Formulas

/// A cell that keeps a column from being one of numbers.
struct TextCell {
  var text: String
  /// The heading of its column.
  var column: String
  /// Its file and line.
  var place: String
  /// The number and the unit that it holds; nil where it does not.
  var parts: (number: String, unit: String)?
}

extension ExerciseCompiler {
  /// The first cell that is no number, in the column of texts that a formula most likely needs as
  /// numbers: one with other cells that are numbers comes first.
  func textCell(of text: SourcedText) -> TextCell? {
    let columns = columns(in: AuthorFormula(text))
    let found = columns.first { $0.column.hasNumbers } ?? columns.first
    guard let (table, column) = found, let cell = column.firstText else { return nil }
    let file = (table.file ?? exercise.file).split(separator: "/").last.map(String.init) ?? ""
    let number = cell.text.prefix { $0.isNumber || ".+-−".contains($0) }
    let unit = cell.text.dropFirst(number.count).trimmingBlank
    let isUnit =
      if !number.isEmpty, !unit.isEmpty,
        (try? units.unit(of: AuthorFormula(unit, line: 1)).get()) != nil
      {
        true
      } else { false }
    return TextCell(
      text: cell.text, column: column.heading, place: "\(file):\(cell.line)",
      parts: isUnit ? (String(number), unit) : nil)
  }

  /// Columns of texts in a formula and in those of the names that it uses.
  private func columns(in formula: AuthorFormula) -> [(table: DataTable, column: DataColumn)] {
    var found: [(table: DataTable, column: DataColumn)] = []
    var seen: Set<String> = []
    var waiting = [formula.expression].compactMap { $0 }
    while let next = waiting.popLast() {
      var receiver: Expression?
      var heading = ""
      switch next.kind {
      case .element(let own, let element):
        if case .text(let text) = element.kind { (receiver, heading) = (own, text) }
      case .member(let own, let name, _): (receiver, heading) = (own, name)
      case .name(let name) where seen.insert(name).inserted:
        let formulas = exercise.questions.flatMap(\.namedFormulas).filter { $0.name == name }
        waiting += formulas.compactMap(\.formula.expression)
      default: break
      }
      if case .name(let word)? = receiver?.kind,
        let table = exercise.tables.first(where: { $0.name == word || $0.also.contains(word) }),
        let column = table.columns.first(where: { $0.heading == heading }), column.firstText != nil
      {
        found.append((table, column))
      } else {
        waiting += next.parts
      }
    }
    return found
  }
}

extension DataColumn {
  fileprivate var hasNumbers: Bool {
    guard case .texts(let texts) = cells else { return true }
    return texts.contains { Double($0) != nil }
  }
}

extension Question {
  fileprivate var namedFormulas: [Given] {
    guard case .values(let answers) = body else { return given }
    return given + answers.map { Given(name: $0.name, formula: $0.expect) }
  }
}

extension FormulaProblem {
  /// Whether a column of texts stands where numbers are needed.
  var isAboutTexts: Bool {
    switch kind {
    case .kinds(_, let left, let right): left == .texts || right == .texts
    case .wrongKind(_, found: .texts, let expected):
      expected == .number || expected == .numbersInOneUnit
    case .columnExpected(_, found: .texts, _): true
    default: false
    }
  }
}
