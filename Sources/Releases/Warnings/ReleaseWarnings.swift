import AnswerKeys
import Diagnostics
import ExerciseFiles
import Exercises
import Files
import Formulas

/// What an author is told of a release whose texts may give an answer away. Whether they are meant
/// to, nobody can know.
public struct ReleaseWarnings {
  /// By file and line of the author's.
  public private(set) var all: [LocatedDiagnostic] = []
  private let known: KnownValues
  private let compiled: CompiledExercise

  /// Lines of one file that are looked at.
  private static let mostLooked = 5000
  /// Lines of one file that are told for one answer.
  private static let mostLines = 3

  public init(of compiled: CompiledExercise, in files: [ReleaseFiles.File]) {
    self.compiled = compiled
    known = KnownValues(of: compiled)
    for file in files where !file.isPicture { look(through: file) }
    for question in compiled.exercise.questions { lookAtFormulas(of: question) }
  }

  private mutating func look(through file: ReleaseFiles.File) {
    let source = DecodedText((try? FileSystem.read(file.origin, limit: 64 << 20).bytes) ?? []).text
    let authors = source.split(separator: "\n", omittingEmptySubsequences: false)
    let lines =
      file.text?.lines.map { (text: $0.text, origin: $0.origin) }
      ?? authors.enumerated().map { (text: String($1), origin: $0 + 1...$0 + 1) }
    var told: [String: Int] = [:]
    var said: Set<String> = []
    var isInSeals = false
    for line in lines.prefix(Self.mostLooked) {
      if line.text.hasPrefix("```") { isInSeals = line.text.hasPrefix("```seals") }
      if isInSeals || line.text.hasPrefix("made_of:") { continue }
      for number in WrittenNumber.all(in: line.text) {
        let answers = known.answers(givenBy: number)
        guard let first = answers.first else { continue }
        let written =
          String(line.text.dropLast(number.rest.count))
          .split(separator: " ").last.map(String.init) ?? ""
        // What was written anew stands where its author has the same figure.
        let place =
          line.origin.first {
            authors.indices.contains($0 - 1) && authors[$0 - 1].contains(written)
          } ?? line.origin.lowerBound
        guard said.insert("\(place) \(first)").inserted else { continue }
        told[first, default: 0] += 1
        if told[first, default: 0] > Self.mostLines { continue }
        report(ReleaseWording.holdsValue(answers), file.origin, place)
      }
    }
    for (name, count) in told.sorted(by: { $0.key < $1.key }) where count > Self.mostLines {
      report(ReleaseWording.moreLines(name, count - Self.mostLines), file.origin, 1)
    }
  }

  // MARK: Formulas

  /// Hints that are nothing but a formula of the answer, and charts and texts with live figures that
  /// compute it.
  private mutating func lookAtFormulas(of question: Question) {
    let sheet = compiled.makeModelSheet()
    let own = compiled.answerKey.answers.filter { $0.question == question.id }
    func answer(givenBy formula: Expression) -> String? {
      guard case .success(let value) = sheet.evaluate(formula) else { return nil }
      if case .name = formula.kind { return nil }
      return own.first { answer in
        formula.usedNames.isDisjoint(with: [answer.spec.name])
          && formula.typedFigures == nil && answer.accepts(value.converted(to: answer.unit))
      }?.spec.name
    }
    for (place, hint) in question.hints.enumerated() {
      let formulas = Self.formulas(in: hint)
      if let name = formulas.lazy.compactMap(answer).first {
        report(
          ReleaseWording.hintIsFormula(place + 1, of: name), compiled.exercise.file, question.line)
      } else if question.isProgramming, Self.countOfOperators(in: hint) >= Self.mostOperators {
        report(ReleaseWording.hintReadsAsFormula(place + 1), compiled.exercise.file, question.line)
      }
    }
    let drawn = question.charts.flatMap { chart in
      chart.series.flatMap { [$0.x, $0.y] } + [chart.x]
    }
    for formula in drawn.compactMap({ $0 }) + question.liveTexts.flatMap(\.formulas) {
      guard let name = formula.expression.flatMap(answer) else { continue }
      report(
        ReleaseWording.formulaStays(formula.text, of: name), compiled.exercise.file, formula.line)
    }
  }

  /// Signs of operations between words from which on a hint is a formula in words.
  private static let mostOperators = 2

  private static func countOfOperators(in hint: String) -> Int {
    hint.split(separator: " ").count { ["×", "·", "÷", "*", "/", "+", "−"].contains($0) }
  }

  /// The whole of a hint as a formula, and each piece of code in it.
  private static func formulas(in hint: String) -> [Expression] {
    let pieces = hint.split(separator: "`", omittingEmptySubsequences: false)
    let codes = pieces.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map {
      String($0.element)
    }
    return ([hint] + codes).compactMap { text in
      let formula = text.split(separator: "=", maxSplits: 1).last.map(String.init) ?? text
      return try? Parser.formula(formula.filter { $0 != "`" }).get()
    }
  }

  private mutating func report(_ warning: Diagnostic, _ file: String, _ line: Int) {
    all.append(LocatedDiagnostic(warning, in: SourceText("", name: file, firstLine: line)))
  }
}

extension ReleaseFiles.File {
  fileprivate var isPicture: Bool {
    text == nil && !path.hasSuffix(".csv") && !path.hasSuffix(".md")
  }
}
