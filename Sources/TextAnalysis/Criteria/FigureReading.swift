/// What a figure of a text was taken for.
public struct FigureReading: Sendable {
  public enum Meaning: Sendable, Hashable {
    /// It agrees with a value that is asked for.
    case agrees
    /// It is said of a value that it does not agree with.
    case disagrees
    /// It can be something else, told in a few words.
    case explained(String)
    /// Nothing is known of it.
    case open
  }

  /// As typed.
  public var written: String
  /// In Unicode scalars of the text, from 0.
  public var place: Range<Int>
  public var meaning: Meaning = .open
  /// The row and the quantity that it was taken for.
  public var row: String?
  public var quantity: String?
  /// The rule that decided.
  public var rule: String?

  init(written: String, place: Range<Int>) {
    self.written = written
    self.place = place
  }

  mutating func take(_ meaning: Meaning, _ candidate: Candidate?, rule: String) {
    self.meaning = meaning
    self.rule = rule
    row = candidate?.row
    quantity = candidate?.name
  }
}
