/// A Markdown document as a value: blocks in order, with the lines that they came from.
public struct Document: Hashable, Sendable {
  /// In the order of the text.
  public var blocks: [PlacedBlock]
  /// The lines where texts start that were too tangled to be read as more than plain text.
  public var plainLines: [Int] = []

  public init(blocks: [PlacedBlock] = []) { self.blocks = blocks }
}

/// A block at the top level of a document and the lines of the source that it takes.
public struct PlacedBlock: Hashable, Sendable {
  public var block: Block
  /// Counted from 1, both ends included; a fenced code block's fences are part of it.
  public var lines: ClosedRange<Int>

  public init(_ block: Block, lines: ClosedRange<Int>) {
    self.block = block
    self.lines = lines
  }
}
