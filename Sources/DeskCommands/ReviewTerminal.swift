import LineEditing
import MarkdownReading
import ReckonCommands
import Reviewing
import TextLayout

/// Brings a reviewer's terminal and a session together.
struct ReviewTerminal {
  private let session: ReviewSession
  private let console: Console
  private let editor: LibeditLineEditor
  /// A question's task with its model answers, as Markdown.
  private let task: (_ question: String) -> String

  /// What a key has led to.
  private enum Outcome {
    case ask(ReviewSession.Asked)
    case leave
    case failure(ReviewSession.Failure)
  }

  /// Nil where nobody can press a key.
  init?(
    _ session: ReviewSession, _ console: Console, task: @escaping (_ question: String) -> String
  ) {
    self.task = task
    self.session = session
    self.console = console
    editor = LibeditLineEditor(name: "reckon", historyFile: nil, colour: console.hasColour)
    editor.isPlain = console.inWords
    guard console.isTerminal, editor.isInteractive else { return nil }
  }

  func run() throws(ReviewSession.Failure) {
    console.clearScreen()
    while true {
      switch editor.pressingKeys(untilAsked) {
      case .leave: return finish()
      case .failure(let failure):
        finish()
        throw failure
      case .ask(let asked): try session.take(ask(asked), for: asked)
      }
    }
  }

  private func untilAsked(_ nextKey: () -> KeyPress) -> Outcome {
    do throws(ReviewSession.Failure) {
      while true {
        draw()
        switch nextKey() {
        case .hangUp, .interrupt: return .leave
        case .resized: console.clearScreen()
        case .nothing: break
        case let key:
          guard let key = ReviewKey(key) else { break }
          switch try session.handle(key) {
          case .redraw: break
          case .ask(let asked): return .ask(asked)
          case .leave: return .leave
          }
        }
      }
    } catch { return .failure(error) }
  }

  private var screen: ReviewScreen {
    ReviewScreen(
      session, width: console.width, height: console.rows, unicode: console.unicode,
      colour: console.colour, fills: console.canDraw, inWords: console.inWords,
      task: { [console, task] question in
        TerminalLayout(width: console.width, unicode: console.unicode).lines(
          markdown: task(question))
      })
  }

  private func draw() { console.showScreen(screen.lines()) }

  /// What is typed below the answer; nil where it is given up by Ctrl-C or Ctrl-D.
  private func ask(_ asked: ReviewSession.Asked) -> String? {
    let (offered, prompt) = screen.question(asked)
    console.show(offered)
    console.flush()
    defer { console.clearScreen() }
    guard case .line(var line) = editor.readLine(prompt: prompt) else { return nil }
    // What was pasted is one answer; nothing of it is for the next question.
    while editor.pastedLinesWaiting > 0, case .line(let more) = editor.readLine(prompt: prompt) {
      if asked == .comment || asked == .why { line += " " + more }
    }
    editor.discardPastedLines()
    if asked == .comment, !line.isEmpty { editor.remember(line) }
    return line
  }

  private func finish() {
    console.clearScreen()
    console.flush()
  }
}

extension ReviewKey {
  /// Nil for what is no key of the screen.
  fileprivate init?(_ key: KeyPress) {
    switch key {
    case .character(let character): self = .character(character)
    case .enter: self = .enter
    case .escape: self = .escape
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .interrupt, .resized, .hangUp, .nothing: return nil
    }
  }
}
