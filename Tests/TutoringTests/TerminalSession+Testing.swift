import NotebookGrading

@testable import TutorTerminal
@testable import Tutoring

extension TerminalSession {
  /// A session at a terminal without colours.
  convenience init(
    _ opened: OpenedExercise, notebook path: String, isInteractive: Bool = false,
    unicode: Bool = true, width: Int = 80, height: Int = 24,
    edit: ((String) -> EditedText)? = nil
  ) {
    self.init(
      Session(
        opened, notebook: path,
        environment: Session.Environment(
          isInteractive: isInteractive, unicode: unicode, edit: edit)),
      screen: Screen(unicode: unicode, colour: false, width: { width }, height: { height }))
  }
}

extension TerminalSession {
  /// What a student reads of events, without styles.
  func words(of events: [SessionEvent]) -> [String] { shown(events).map(\.plain) }
}
