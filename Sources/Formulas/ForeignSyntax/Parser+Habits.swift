import Diagnostics

/// Ways of writing that the parser meets on its way.
extension Parser {
  /// What a statement that cannot be read was meant to be.
  func habit(_ problem: FormulaProblem, from first: Int) -> FormulaProblem? {
    HabitReader(problem, bytes: bytes, tokens: tokens, from: first)?.readingHabit()
  }

  /// What a statement that was read, but cannot be computed, was meant to be.
  static func habit(
    _ problem: FormulaProblem, in statement: Statement, value: @escaping (String) -> String?
  ) -> FormulaProblem? {
    guard statement.text.utf8.count <= 600, problem.function == nil else { return nil }
    let start = statement.span.start
    var own = problem
    own.span = problem.span.shifted(by: -start)
    guard own.span.start >= 0 else { return nil }
    let parser = Parser(bytes: Array(statement.text.utf8))
    guard var reader = HabitReader(own, bytes: parser.bytes, tokens: parser.tokens, from: 0) else {
      return nil
    }
    reader.offset = start
    reader.value = value
    guard var found = reader.computingHabit() else { return nil }
    found.span = found.span.shifted(by: start)
    found.mendSpan = found.mendSpan?.shifted(by: start)
    return found
  }

  /// A habit whose mend takes the place of what is marked.
  func habit(_ habit: Habit, at place: Span, mend: String) -> FormulaProblem {
    FormulaProblem(.habit(habit, mends: [mend]), place, mending: withSpaces(place, mend))
  }

  /// The place with the spaces around it, where the mend brings its own or needs none.
  private func withSpaces(_ place: Span, _ mend: String) -> Span {
    guard mend.hasPrefix(" ") || mend == "/" else { return place }
    var place = place
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
    while place.start > 0, isSpace(bytes[place.start - 1]) { place.start -= 1 }
    while place.end < bytes.count, isSpace(bytes[place.end]) { place.end += 1 }
    return place
  }

  /// `50 % of 3`, `5 g per kWh`, `gpu_power as kW`, as people say them.
  func spokenWord(after last: Expression) -> FormulaProblem? {
    guard current.kind == .word else { return nil }
    let word = text(current.span)
    if case .name = last.kind, ["is", "equals", "be"].contains(word), peek().kind == .number {
      return habit(.spoken(word, sign: "="), at: current.span, mend: "=")
    }
    if case .unitWord(let unit) = last.kind, let whole = Self.unitsOfTwoWords[unit + " " + word] {
      return habit(
        .wordsOfUnit("\(unit) \(word)"), at: last.span.union(current.span), mend: whole)
    }
    guard peek().kind == .word || peek().kind == .number else { return nil }
    switch word {
    case "of":
      guard case .unitWord(let unit) = last.kind, unit != "%", peek().kind == .word else {
        return habit(.spoken("of", sign: "*"), at: current.span, mend: "*")
      }
      return habit(.spoken("of", sign: ""), at: current.span, mend: " ")
    case "per": return habit(.spoken("per", sign: "/"), at: current.span, mend: "/")
    case "as", "into": return habit(.spoken(word, sign: "to"), at: current.span, mend: "to")
    case "plus": return habit(.spoken("plus", sign: "+"), at: current.span, mend: "+")
    case "minus": return habit(.spoken("minus", sign: "-"), at: current.span, mend: "-")
    case "times": return habit(.spoken("times", sign: "*"), at: current.span, mend: "*")
    default: return nil
    }
  }

  /// Units of one word that people write as two; read word by word, each would be a product.
  private static let unitsOfTwoWords: [String: String] = {
    var result = ["fl oz": "floz", "fluid ounce": "fluid_ounce", "light year": "light_year"]
    for equivalent in ["e", "eq", "equiv", "equivalent", "equivalents"] {
      result["CO2 \(equivalent)"] = "CO2e"
    }
    for degree in ["degree", "degrees", "deg", "°"] {
      for celsius in ["C", "c", "celsius", "Celsius", "centigrade"] {
        result["\(degree) \(celsius)"] = "°C"
      }
      for fahrenheit in ["F", "f", "fahrenheit", "Fahrenheit"] {
        result["\(degree) \(fahrenheit)"] = "°F"
      }
    }
    return result
  }()
}
