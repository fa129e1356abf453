import Diagnostics

/// Feet and inches, and minutes and seconds of arc, as they are marked on paper.
extension ForeignSyntax {
  static let feetAndInches = ForeignSyntax(
    "feet-and-inches", "`'` and `\"` are quotes here: feet are `ft`, inches `in`.",
    example: Example("6' 2\"", "6 ft + 2 in")
  ) { code in
    code.primed { $0.first?.mark == .prime }.map { code.match($0.place, edits: [$0]) }
  }

  static let minutesOfArc = ForeignSyntax(
    "minutes-of-arc",
    "`'` and `\"` are quotes here: minutes of arc are `arcmin`, seconds `arcsec`.",
    example: Example("36°7.2'", "36° + 7.2 arcmin")
  ) { code in
    code.primed { $0.count > 1 && $0[0].mark == .degree }.map { code.match($0.place, edits: [$0]) }
  }
}

extension ForeignSyntax.Source {
  fileprivate enum Mark { case degree, prime, doublePrime }

  /// A number with its mark, in bytes of the text.
  fileprivate struct Part {
    var number: String
    var mark: Mark
  }

  private static let marks: [(signs: [String], mark: Mark)] = [
    (["''", "’’", "′′", "\"", "”", "″"], .doublePrime), (["'", "’", "′"], .prime),
    (["°", "º"], .degree),
  ]

  /// What is written with marks, with what it is written as here.
  ///
  /// - Parameter isIt: whether it is what is looked for.
  fileprivate func primed(where isIt: ([Part]) -> Bool) -> (place: Span, text: String)? {
    for index in indices.prefix(40) where kind(index) == .number {
      if let found = primed(at: index, where: isIt) { return found }
    }
    return nil
  }

  private func primed(at first: Int, where isIt: ([Part]) -> Bool) -> (place: Span, text: String)? {
    let start = tokens[first].span.start
    let typed = Array(text(Span(start, whole.end)).unicodeScalars)
    var position = 0
    var end = 0
    var parts: [Part] = []
    while let part = Self.part(of: typed, at: &position), parts.count < 3 {
      // Each is a smaller unit than the one before.
      if let last = parts.last, !Self.isSmaller(part.mark, than: last.mark) { break }
      parts.append(part)
      end = position
    }
    guard !parts.isEmpty, isIt(parts) else { return nil }
    let isOfArc = parts[0].mark == .degree
    let pieces = parts.map { part in
      switch part.mark {
      case .degree: part.number + "°"
      case .prime: part.number + (isOfArc ? " arcmin" : " ft")
      case .doublePrime: part.number + (isOfArc ? " arcsec" : " in")
      }
    }
    var length = 0
    for scalar in typed[..<end] { length += UTF8.width(scalar) }
    var rest = String(String.UnicodeScalarView(typed[end...]))
    // `46° 31' N`: where it lies is said by its sign.
    if isOfArc, ["N", "S", "E", "W", "O"].contains(rest.trimmed) {
      for scalar in typed[end...] { length += UTF8.width(scalar) }
      rest = ""
    }
    let isLast = rest.trimmed.isEmpty || [" to ", " in ", ")"].contains(where: rest.hasPrefix)
    let isFirst = first == 0 || [.equal, .openParen].contains(kind(first - 1))
    let sum = pieces.joined(separator: " + ")
    let isSum = pieces.count > 1 && !(isFirst && isLast)
    // With the conversion that may follow: `5'2" in m`.
    let target = rest.hasPrefix(" in ") ? " to" : ""
    let place = Span(start, start + length + (target.isEmpty ? 0 : 3))
    return (place, (isSum ? "(\(sum))" : sum) + target)
  }

  private static func isSmaller(_ mark: Mark, than other: Mark) -> Bool {
    switch (other, mark) {
    case (.degree, .prime), (.prime, .doublePrime): true
    default: false
    }
  }

  /// A number with a mark behind it; the position is behind both then.
  private static func part(of typed: [Unicode.Scalar], at position: inout Int) -> Part? {
    var index = position
    func skipSpaces() { while index < typed.count, typed[index] == " " { index += 1 } }
    skipSpaces()
    let start = index
    while index < typed.count, "0123456789.".unicodeScalars.contains(typed[index]) { index += 1 }
    guard index > start else { return nil }
    let number = String(String.UnicodeScalarView(typed[start..<index]))
    skipSpaces()
    for (signs, mark) in marks {
      for sign in signs where typed[index...].starts(with: sign.unicodeScalars) {
        position = index + sign.unicodeScalars.count
        return Part(number: number, mark: mark)
      }
    }
    return nil
  }
}
