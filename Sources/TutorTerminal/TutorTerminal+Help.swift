import TextLayout
import Tutoring

/// `:help`: the few commands that one needs, topics, and every command by its name.
extension TutorTerminal {
  func helpLines() -> [StyledText] {
    prose(HelpTopic.summary) + [StyledText()] + table(Command.essential) + [StyledText()]
      + wrap(HelpTopic.list)
  }

  func lines(_ topic: HelpTopic) -> [StyledText] {
    prose(topic.text) + (topic == .commands ? table(Command.all) : [])
  }

  func lines(_ command: Command) -> [StyledText] {
    let more = command.more.isEmpty ? [] : wrap(StyledText(command.more))
    return table([command]) + more
  }

  private func table(_ commands: [Command]) -> [StyledText] {
    let rows = commands.map { command in
      [
        StyledText(":\(command.name)", .name)
          + StyledText(command.argument.isEmpty ? "" : " \(command.argument)", .dim),
        StyledText(command.meaning),
      ]
    }
    return TextTable(header: [], rows: rows, alignments: [.left, .left], isTight: true)
      .lines(width: width, unicode: unicode, inWords: inWords)
  }

  // MARK: Tables

  /// How many rows of a table fit into the window, with its heading, what is said below it, and the
  /// prompt.
  func rows(of view: TableView) -> Int {
    let left = view.table.rowCount - view.start
    let room = height - wrap(DebriefMessage.tableRows(view).text).count - 2
    var count = min(left, max(1, room - 2))
    var part = view
    while count > 1 {
      part.count = count
      if display.lines(part.page).count <= room { break }
      count -= 1
    }
    return count
  }

  func lines(_ view: TableView) -> [StyledText] {
    let rest = view.hasMore || view.start > 0 ? wrap(DebriefMessage.tableRows(view).text) : []
    return display.lines(view.page) + rest
  }
}
