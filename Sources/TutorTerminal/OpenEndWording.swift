import Formulas

/// What is said of a line that goes on.
public enum OpenEndWording {
  /// Why the next line belongs to it, and how it is left.
  public static func goesOn(after end: Parser.OpenEnd) -> String {
    let (why, what) =
      switch end {
      case .bracket(let sign): ("`\(sign)` is open", "formula")
      case .function: ("A function has begun", "function")
      case .sign(let sign): ("Nothing stands behind `\(sign)` yet", "formula")
      case .text: ("A text in quotes is open", "text")
      }
    return "\(why): the \(what) goes on with the next line. Ctrl-C drops it."
  }
}
