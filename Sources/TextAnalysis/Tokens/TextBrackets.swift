/// Round brackets of a text and what they hold.
struct TextBrackets {
  private var byStart: [Int: Range<Int>] = [:]
  /// By token, where the innermost bracket around it that is closed begins.
  private var starts: [Int: Int] = [:]

  init(_ text: TextTokens) {
    var open: [Int] = []
    for index in text.indices {
      if text[index].sign == "(" { open.append(index) }
      if text[index].sign == ")", let start = open.popLast() { byStart[start] = start..<index + 1 }
    }
    var inside: [Range<Int>] = []
    for index in text.indices {
      while let last = inside.last, last.upperBound <= index { inside.removeLast() }
      if let last = inside.last { starts[index] = last.lowerBound }
      if let bracket = byStart[index] { inside.append(bracket) }
    }
  }

  /// From the bracket that a token opens to the one that closes it.
  func opened(at start: Int) -> Range<Int>? { byStart[start] }

  func innermost(around tokens: Range<Int>) -> Range<Int>? {
    starts[tokens.lowerBound].flatMap { byStart[$0] }
  }
}
