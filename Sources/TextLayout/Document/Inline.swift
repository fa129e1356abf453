import MathText

/// A piece of text within a block.
public indirect enum Inline: Hashable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  case link(destination: String, [Inline])
  /// `alt` is what to say where the picture cannot be shown.
  case image(destination: String, alt: String)
  case formula(MathFormula)
  /// The end of a line in the source, which reads as a space.
  case softBreak
  /// The end of a line that the author asked for.
  case lineBreak
  /// A single tag or comment, as written.
  case html(String)
}
