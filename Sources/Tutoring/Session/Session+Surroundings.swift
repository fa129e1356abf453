import Dates

extension Session {
  /// How the terminal is.
  public struct Surroundings {
    public var isInteractive: Bool
    public var unicode: Bool
    public var colour: Bool
    /// Columns at hand now.
    public var width: () -> Int
    /// Lines at hand now.
    public var height: () -> Int
    public var clock = WallClock.system
    /// Nil where files cannot be handed in together.
    public var handIn: HandIn?
    /// Hands a text to the student's editor and waits; nil where there is none.
    public var edit: ((String) -> EditedText)?

    public init(
      isInteractive: Bool, unicode: Bool, colour: Bool, width: @escaping () -> Int,
      height: @escaping () -> Int = { 24 }, edit: ((String) -> EditedText)? = nil
    ) {
      self.isInteractive = isInteractive
      self.unicode = unicode
      self.colour = colour
      self.width = width
      self.height = height
      self.edit = edit
    }
  }
}
