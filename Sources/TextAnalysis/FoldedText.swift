/// A text with the spellings of one sign made one: accents dropped, typographic spaces,
/// apostrophes and hyphens made plain, subscripts made digits, superscripts `^` and digits, `½` 1/2, what
/// is written in LaTeX or HTML as it is meant to be seen.
/// Capitals stay, since units need them.
struct FoldedText {
  let scalars: [Unicode.Scalar]
  /// The scalar of the text as written in which each began.
  private let origins: [Int]
  private let written: [Unicode.Scalar]

  init(_ text: some StringProtocol) {
    let written = Array(text.unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    var origins: [Int] = []
    scalars.reserveCapacity(written.count)
    origins.reserveCapacity(written.count)
    var isRaised = false
    let markup = TextMarkup(written).substitutes
    for (place, scalar) in written.enumerated() {
      var seen: String.UnicodeScalarView
      let digit = markup[place] == nil ? Self.superscripts[scalar] : nil
      if let substitute = markup[place] {
        seen = String.UnicodeScalarView([substitute].compactMap { $0 })
      } else if let digit {
        // No unit ends with an O: what hurried people raise after it is an index, as in `CO²`.
        let isIndex = isRaised || scalars.last == "O" || scalars.last == "o"
        seen = String.UnicodeScalarView(isIndex ? [digit] : ["^", digit])
      } else if let fraction = Self.fractions[scalar] {
        // `2½`
        let followsDigit = place > 0 && ("0"..."9").contains(written[place - 1])
        seen = ((followsDigit ? " " : "") + fraction).unicodeScalars
      } else {
        seen = String.UnicodeScalarView([Self.folded(scalar)].compactMap { $0 })
      }
      isRaised = digit != nil
      scalars += seen
      origins += Array(repeating: place, count: seen.count)
    }
    self.scalars = scalars
    self.origins = origins
    self.written = written
  }

  /// The characters as they were written, white space made single spaces.
  func original(_ range: Range<Int>) -> String {
    guard !range.isEmpty, range.upperBound <= origins.count else { return "" }
    var last = origins[range.upperBound - 1]
    // The bracket that closes an exponent of LaTeX.
    if last + 1 < written.count, written[last + 1] == "}",
      written[origins[range.lowerBound]...last].contains("{")
    {
      last += 1
    }
    let text = String(String.UnicodeScalarView(written[origins[range.lowerBound]...last]))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let superscripts = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺".unicodeScalars, "0123456789-+".unicodeScalars))

  private static let fractions: [Unicode.Scalar: String] = [
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅒": "1/10",
  ]

  /// What stands for a scalar; nil where it is left out.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A, 0x09: return scalar
    case 0x0D: return "\n"
    case ..<0x20: return " "
    case 0x60: return "'"
    case ..<0x80: return scalar
    case 0x0300...0x036F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE0F, 0xFEFF:
      return nil
    case 0x80...0x9F: return " "
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC, 0xB4: return "'"
    case 0x2010...0x2013, 0x2212: return "-"
    case 0x2014, 0x2015: return "—"
    case 0x2022, 0x25AA, 0x25CF, 0x25E6, 0x2023: return "•"
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return "\""
    case 0x2080...0x2089: return Unicode.Scalar(scalar.value - 0x2080 + 0x30)
    case 0xFF10...0xFF19: return Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    case 0x2028, 0x2029: return "\n"
    case 0x2026: return "."
    case 0xD7, 0x2715, 0x2717, 0x2A2F: return "×"
    case 0xB7, 0x2219, 0x22C5: return "·"
    case 0x2248, 0x2243, 0x223C, 0x2245: return "~"
    case 0xFF05: return "%"
    case 0x2044: return "/"
    default: break
    }
    if scalar.properties.isWhitespace { return " " }
    return withoutAccent(scalar)
  }

  /// The letter under the accents, by the name that Unicode gives: LATIN SMALL LETTER E WITH ACUTE.
  private static func withoutAccent(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value),
      let words = scalar.properties.name?.split(separator: " "), words.count > 4,
      words[2] == "LETTER", words[4] == "WITH", words[3].unicodeScalars.count == 1,
      let letter = words[3].lowercased().unicodeScalars.first
    else { return scalar }
    return words[1] == "CAPITAL" ? Unicode.Scalar(letter.value - 32) ?? letter : letter
  }
}
