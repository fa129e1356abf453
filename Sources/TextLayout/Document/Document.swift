/// A Markdown document as a value: blocks in order, with the lines that they came from.
public struct Document: Hashable, Sendable {
  /// In the order of the text.
  public var blocks: [PlacedBlock]
  /// The lines where texts start that were too tangled to be read as more than plain text.
  public var plainLines: [Int] = []
  /// What a page shows of the pictures that the document names, by their destinations; one that has
  /// none is named alone.
  public var pictureSources: [String: PictureSource] = [:]

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

/// Where a page finds a picture. It comes from whoever makes the page, never from a text.
public enum PictureSource: Hashable, Sendable {
  /// An address that is right for the page.
  case at(String)
  /// It is not shown, and why.
  case leftOut(String)
}
