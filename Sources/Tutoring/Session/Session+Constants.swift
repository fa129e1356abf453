import AnswerKeys
import Formulas

/// Figures that come with the exercise or its course.
extension Session {
  /// The figure of that name, where the student has none of the same name.
  func constant(_ name: String) -> CompiledConstant? {
    guard sheet.value(of: .name(name)) == nil, compiled.required[name] == nil else { return nil }
    return compiled.constant(named: name)
  }

  /// Those that the student's own names do not hide.
  var constants: [CompiledConstant] { compiled.constants.filter { constant($0.name) != nil } }

  /// A remark where a name of the student's own takes the place of such a figure.
  func hidingNotice(of key: Worksheet.Key) -> [SessionEvent] {
    guard case .name(let name) = key, let figure = compiled.constant(named: name),
      !file.statements().contains(where: { $0.key == key })
    else { return [] }
    return told(SessionDiagnostics.hidesConstant(name, value: figure.value.text()))
  }

  /// What a figure is of, and where it comes from.
  func constantLines(_ name: String) -> [SessionEvent] {
    compiled.constant(named: name).map { [.constant($0.constant)] } ?? []
  }
}
