import LineEditing
import TextLayout

/// Shows what does not fit into the window page by page.
final class Pager {
  /// Whether it does; else all is printed at once.
  var isOn: Bool

  private let console: Console
  private let editor: LibeditLineEditor

  init(_ console: Console, _ editor: LibeditLineEditor) {
    (self.console, self.editor) = (console, editor)
    isOn = console.isTerminal && editor.turnsPages
  }

  /// - Parameters:
  ///   - lines: what is shown.
  ///   - again: the same for the window as it is now, and the lines at its end that stand there also
  ///     where the rest was left unread.
  func show(_ lines: [StyledText], again: () -> (lines: [StyledText], closing: [StyledText])) {
    guard isOn, !console.inWords, editor.pastedLinesWaiting == 0, !pages(lines).isOne else {
      return console.show(lines)
    }
    editor.turningPages { nextKey in turn(lines, again, nextKey) }
  }

  private func pages(_ lines: [StyledText], first: Int = 0) -> Pages {
    Pages(lines, width: console.width, height: console.rows, first: first)
  }

  private func turn(
    _ lines: [StyledText], _ again: () -> (lines: [StyledText], closing: [StyledText]),
    _ nextKey: () -> PageKey
  ) {
    var lines = lines
    var pages = pages(lines)
    console.show(Array(lines[pages.shown]))
    while !pages.isOver {
      console.showUnfinished(status(pages))
      let key = nextKey()
      console.eraseLine()
      switch key {
      case .step(let step): draw(pages.go(step), of: lines)
      case .resized:
        let first = pages.shown.lowerBound * again().lines.count / max(1, lines.count)
        lines = again().lines
        pages = self.pages(lines, first: first)
        draw(.anew(pages.shown), of: lines)
      case .leave, .typing:
        let closing = again().closing
        if !closing.isEmpty { console.show(StyledText(console.unicode ? "⋯" : "...", .dim)) }
        return console.show(closing)
      case .hangUp: return
      case .nothing: break
      }
    }
  }

  private func draw(_ drawing: Pages.Drawing, of lines: [StyledText]) {
    switch drawing {
    case .added(let range): console.show(Array(lines[range]))
    case .anew(let range):
      console.clearScreen()
      console.show(Array(lines[range]))
    }
  }

  private func status(_ pages: Pages) -> StyledText {
    CommandWording.page(pages.percent, width: console.width)
  }
}
