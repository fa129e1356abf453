import AnswerKeys
import Diagnostics
import Formulas
import NotebookFiles

extension CompiledExercise {
  /// What is asked for under nearly a name, among what is still open; nil where nothing is, or where
  /// the name is asked for itself or comes with the exercise.
  public func askedName(near name: String, isOpen: (String) -> Bool) -> String? {
    guard answerKey.place(of: .name(name)) == nil, constant(named: name) == nil else { return nil }
    let asked = answerKey.answers.map(\.spec.name) + answerKey.functions.map(\.spec.name)
    let open = asked.filter(isOpen)
    return nearestNames(to: name, among: open, limit: 1).first
      ?? namesOfSameWords(as: name, among: open).first
  }
}

extension GradedNotebook {
  /// Statements that are looked at for a name that nearly answers something.
  private static let lookedAt = 500

  /// Names of the notebook that answer nothing and are nearly one that is asked for and not there.
  public var nearAnswers: [LocatedDiagnostic] {
    let key = compiled.answerKey
    func isOpen(_ name: String) -> Bool {
      let keys = key.answer(named: name)?.keys ?? [.name(name)]
      return sheet.function(named: name) == nil
        && keys.allSatisfy { sheet.rawValue(of: $0) == nil && failing[$0] == nil }
    }
    return statements.prefix(Self.lookedAt).compactMap { placed in
      guard case .assign(let name, let span, _) = placed.statement.kind,
        let near = compiled.askedName(near: name, isOpen: isOpen)
      else { return nil }
      var fault = Diagnostic.nearAnswer(name, asked: near)
      fault.labels = [.init(span)]
      return LocatedDiagnostic(fault, in: placed.source)
    }
  }
}
