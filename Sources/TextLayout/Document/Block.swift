/// A piece of a document that stands on lines of its own.
public indirect enum Block: Hashable, Sendable {
  /// Levels run from 1, the document's title, to 6.
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  /// `start` is the first item's number, or nil for bullets; the items of a `tight` list have
  /// no blank lines between them.
  case list(start: Int?, tight: Bool, items: [ListItem])
  /// `info` is all that follows the opening fence; `text` ends with a newline unless empty.
  /// Code that is not `fenced` was set off by indentation.
  case code(info: String, text: String, fenced: Bool)
  case quote([Block])
  /// Every row has as many cells as the header.
  case table(alignments: [ColumnAlignment], header: [[Inline]], rows: [[[Inline]]])
  /// A line across, between two parts of a text.
  case rule
  /// Passed on as written.
  case html(String)
}

/// An item of a list.
public struct ListItem: Hashable, Sendable {
  public var blocks: [Block]
  /// Whether a task is done; nil where the item is not a task.
  public var checked: Bool?

  public init(_ blocks: [Block], checked: Bool? = nil) {
    self.blocks = blocks
    self.checked = checked
  }
}
