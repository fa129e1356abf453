import Diagnostics

/// A text with the spellings of one sign made one: accents dropped, typographic spaces,
/// apostrophes and hyphens made plain, subscripts made digits, superscripts `^` and digits, `½` 1/2, what
/// is written in LaTeX or HTML as it is meant to be seen.
/// Capitals stay, since units need them.
struct FoldedText {
  let scalars: [Unicode.Scalar]
  /// The scalar of the text as written in which each began; nil where all stand for themselves.
  private let origins: [Int]?
  private let written: [Unicode.Scalar]

  init(_ text: some StringProtocol) {
    let written = Array(text.unicodeScalars)
    if written.allSatisfy({
      $0.isASCII && Self.standsForItself[Int($0.value)] && !TextMarkup.begins($0)
    }) {
      scalars = written
      origins = nil
      self.written = written
      return
    }
    var scalars: [Unicode.Scalar] = []
    var origins: [Int] = []
    scalars.reserveCapacity(written.count)
    origins.reserveCapacity(written.count)
    var isRaised = false
    let markup = TextMarkup(written).substitutes
    let hasMarkup = !markup.isEmpty
    for (place, scalar) in written.enumerated() {
      if scalar.isASCII, Self.standsForItself[Int(scalar.value)],
        !hasMarkup || markup.index(forKey: place) == nil
      {
        isRaised = false
        scalars.append(scalar)
        origins.append(place)
        continue
      }
      let seen: [Unicode.Scalar]
      let wasRaised = isRaised
      isRaised = false
      if let substitute = markup[place] {
        seen = [substitute].compactMap { $0 }
      } else if let fraction = Self.fractions[scalar] {
        // `2½`
        let followsDigit = place > 0 && ("0"..."9").contains(written[place - 1])
        seen = (followsDigit ? [" "] : []) + Array(fraction.unicodeScalars)
      } else {
        isRaised = Self.isRaised(scalar)
        // No unit ends with an O: what hurried people raise after it is an index, as in `CO²`.
        let isIndex = wasRaised || scalars.last == "O" || scalars.last == "o"
        seen = (isRaised && !isIndex ? ["^"] : []) + [Self.folded(scalar)].compactMap { $0 }
      }
      scalars += seen
      origins += Array(repeating: place, count: seen.count)
    }
    self.scalars = scalars
    self.origins = origins
    self.written = written
  }

  /// The scalars of the text as written that a range of these stands for.
  func written(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= scalars.count else { return 0..<0 }
    let start = origins?[range.lowerBound] ?? range.lowerBound
    var last = origins?[range.upperBound - 1] ?? range.upperBound - 1
    // The bracket that closes an exponent of LaTeX.
    if last + 1 < written.count, written[last + 1] == "}", written[start...last].contains("{") {
      last += 1
    }
    return start..<last + 1
  }

  /// The characters as they were written, white space made single spaces.
  func original(_ range: Range<Int>) -> String {
    let written = written[written(range)]
    if let words = String(plainWords: written) { return words }
    let text = String(String.UnicodeScalarView(written))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let fractions: [Unicode.Scalar: String] = [
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅒": "1/10",
  ]

  /// Signs that stand for others.
  private static let alike =
    ([
      "'": "‘’‛′ʼ´`", "\"": "“”„«»", "-": "−⁻", "—": "—―", "+": "⁺", "•": "•▪●◦‣",
      ".": "…", "×": "✕✗⨯", "·": "∙⋅\u{387}", ";": "\u{37E}", "~": "≈≃∼≅", "%": "％", "/": "⁄",
      "\t": "\t", "\n": "\n\r",
    ] as KeyValuePairs<Unicode.Scalar, String>).reduce(into: [Unicode.Scalar: Unicode.Scalar]()) {
      alike, entry in for scalar in entry.value.unicodeScalars { alike[scalar] = entry.key }
    }

  /// Of each scalar of ASCII.
  private static let standsForItself = (0..<128).map { value in
    let scalar = Unicode.Scalar(UInt8(value))
    return folded(scalar) == scalar
  }

  /// Those that Unicode calls superscripts.
  private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2071, 0x2074...0x207F: true
    default: false
    }
  }

  /// What stands for a scalar; nil where it is left out.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if let sign = alike[scalar] { return sign }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: return nil
    case .control, .spaceSeparator: return " "
    case .lineSeparator, .paragraphSeparator: return "\n"
    case .dashPunctuation: return "-"
    default: break
    }
    if scalar.isASCII { return scalar }
    // Raised, lowered and wide digits.
    if let value = scalar.properties.numericValue,
      scalar.properties.numericType == .digit || (0xFF10...0xFF19).contains(scalar.value)
    {
      return Unicode.Scalar(UInt8(truncatingIfNeeded: Int(bounded: value) + 0x30))
    }
    return withoutAccent(scalar)
  }
}

extension String {
  /// Of visible scalars of ASCII, which take no looking at; nil of others.
  init?(plain scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else { return nil }
    self.init(bytesOf: scalars)
  }

  /// The same of words with single spaces between them.
  fileprivate init?(plainWords scalars: ArraySlice<Unicode.Scalar>) {
    var wasSpace = true
    for scalar in scalars {
      let isSpace = scalar == " "
      guard isSpace ? !wasSpace : (0x21...0x7E).contains(scalar.value) else { return nil }
      wasSpace = isSpace
    }
    guard !wasSpace else { return nil }
    self.init(bytesOf: scalars)
  }

  private init(bytesOf scalars: ArraySlice<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.count) { bytes in
      for (place, scalar) in scalars.enumerated() { bytes[place] = UInt8(scalar.value) }
      return scalars.count
    }
  }
}
