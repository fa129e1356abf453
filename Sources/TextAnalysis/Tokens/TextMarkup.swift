/// Signs of LaTeX and HTML in a text, and what a reader sees in their place.
///
/// `$85.2\,\%$` is 85.2 %, `10^{5}` is 10^5, `CO<sub>2</sub>` is CO2, `<li>` begins an item.
struct TextMarkup {
  /// By the place of a scalar, what stands for it; nil where nothing does.
  private(set) var substitutes: [Int: Unicode.Scalar?] = [:]

  private let text: [Unicode.Scalar]
  private var hasCommands = false

  /// Scalars of the longest tag or formula.
  private static let reach = 80

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    var place = 0
    while place < text.count {
      switch text[place] {
      case "<": place = tag(at: place)
      case "&", "\\": place = command(at: place)
      case "$": place = formula(at: place)
      case "_":
        // `CO_2`, `H_2O`
        if place > 0, place + 1 < text.count, text[place - 1].properties.isUppercase,
          ("0"..."9").contains(text[place + 1])
        {
          substitutes.updateValue(nil, forKey: place)
        }
        place += 1
      default: place += 1
      }
    }
    if hasCommands {
      for (place, scalar) in text.enumerated() where scalar == "{" || scalar == "}" {
        substitutes.updateValue(nil, forKey: place)
      }
    }
  }

  /// Whether something that is not what a reader sees may begin with a sign.
  static func begins(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "<", "&", "\\", "$", "_": true
    default: false
    }
  }

  /// Puts some scalars for a range that has at least as many, at its end.
  private mutating func put(_ new: String, for range: Range<Int>) -> Int {
    var scalars = Array(new.unicodeScalars)
    for place in range.reversed() { substitutes.updateValue(scalars.popLast(), forKey: place) }
    return range.upperBound
  }

  // MARK: HTML

  private mutating func tag(at start: Int) -> Int {
    let rest = text[start...].prefix(Self.reach).dropFirst()
    guard let end = rest.firstIndex(where: { "><\n".unicodeScalars.contains($0) }), text[end] == ">"
    else { return start + 1 }
    let closes = text[start + 1] == "/"
    let name = text[start + 1..<end].dropFirst(closes ? 1 : 0).prefix { $0 != " " && $0 != "/" }
    guard let seen = Self.tags[String(String.UnicodeScalarView(name)).lowercased()] else {
      return start + 1
    }
    let isLine = seen.hasPrefix("\n")
    return put(closes ? isLine ? "\n" : "" : seen, for: start..<end + 1)
  }

  /// What a reader sees where the element begins.
  private static let tags: [String: String] = [
    "b": "", "br": "\n", "code": "", "div": "\n", "em": "", "i": "", "li": "\n• ", "ol": "\n",
    "p": "\n", "span": "", "strong": "", "sub": "", "sup": "^", "table": "\n", "tbody": "",
    "td": "|", "th": "|", "thead": "", "tr": "\n", "u": "", "ul": "\n",
  ]

  // MARK: Entities and commands

  /// `&times;`, `\,`, `\text`
  private mutating func command(at start: Int) -> Int {
    var end = text[(start + 1)...].prefix(20).prefix { $0.isASCII && $0.properties.isAlphabetic }
      .endIndex
    if text[start] == "&" || end == start + 1 { end = min(end + 1, text.count) }
    let written = String(String.UnicodeScalarView(text[start..<end]))
    guard let seen = Self.commands[written] else { return start + 1 }
    if text[start] == "\\" { hasCommands = true }
    return put(seen, for: start..<end)
  }

  private static let commands: [String: String] = [
    "&amp;": "&", "&asymp;": "~", "&gt;": ">", "&lt;": "<", "&nbsp;": " ", "&thinsp;": " ",
    "&times;": "×",
    "\\!": "", "\\#": "#", "\\%": "%", "\\&": "&", "\\(": "", "\\)": "", "\\,": " ", "\\:": " ",
    "\\;": " ", "\\[": "", "\\]": "", "\\_": "_",
    "\\SI": "", "\\approx": "~", "\\cdot": "·", "\\frac": "", "\\ge": "≥", "\\geq": "≥",
    "\\le": "≤", "\\leq": "≤", "\\mathbf": "", "\\mathit": "", "\\mathrm": "", "\\num": "",
    "\\percent": "%", "\\qty": "", "\\quad": " ", "\\sim": "~", "\\simeq": "~", "\\text": "",
    "\\textbf": "", "\\textit": "", "\\times": "×",
  ]

  /// Takes the signs around a formula away; `$200` is money.
  private mutating func formula(at start: Int) -> Int {
    let limit = min(text.count, start + Self.reach)
    guard start + 1 < limit,
      let end = (start + 1..<limit).first(where: { text[$0] == "$" || text[$0] == "\n" }),
      text[end] == "$", text[end - 1] != " ", end > start + 1
    else { return start + 1 }
    let inner = start + 1..<end
    let isFormula = inner.contains { "\\^{".unicodeScalars.contains(text[$0]) }
    let isNumber = inner.allSatisfy { "0123456789.,".unicodeScalars.contains(text[$0]) }
    guard isFormula || isNumber else { return start + 1 }
    hasCommands = true
    substitutes.updateValue(nil, forKey: start)
    substitutes.updateValue(nil, forKey: end)
    // What stands between the signs is read as all else is.
    var place = start + 1
    while place < end { place = text[place] == "\\" ? command(at: place) : place + 1 }
    return max(place, end + 1)
  }
}
