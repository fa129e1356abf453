import Diagnostics
import Gradebook
import TextAnalysis
import TextLayout

/// What a student has written, with what was found in it.
struct ReviewedText {
  private let work: ReviewedWork
  private let pieces: [TextPiece]?
  private let colour: Bool
  private let unicode: Bool

  init(_ work: ReviewedWork, _ pieces: [TextPiece]?, colour: Bool, unicode: Bool) {
    self.work = work
    self.pieces = pieces
    self.colour = colour
    self.unicode = unicode
  }

  func lines(width: Int) -> [StyledText] {
    guard let text = work.text, !text.isEmpty else { return formulas(width: width) }
    let styled = pieces.map { marked(text, $0) } ?? StyledText(text)
    return styled.lines.flatMap { wrapped($0, width: width) }
      + (work.parts.contains { $0.typed != nil } ? formulas(width: width) : [])
  }

  /// Formulas with what they give, or options that were ticked.
  private func formulas(width: Int) -> [StyledText] {
    work.parts.flatMap { part -> [StyledText] in
      guard let typed = part.typed else { return [] }
      let isChoice = work.kind == "choice"
      return typed.split(separator: "\n").flatMap { line in
        wrapped(
          StyledText(isChoice ? "- " : "", .dim) + StyledText(String(line), .code), width: width,
          indent: 2)
      }
        + (part.value.map { value in
          wrapped(
            StyledText(unicode ? "  → " : "  = ", .dim) + StyledText(value, .value), width: width,
            indent: 4)
        } ?? [])
    }
  }

  private func marked(_ text: String, _ pieces: [TextPiece]) -> StyledText {
    let scalars = Array(text.unicodeScalars)
    var styled = StyledText()
    var end = 0
    func add(_ range: Range<Int>, _ style: TextStyle) {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range])
      styled.append(String(part), style)
    }
    for piece in pieces where piece.place.lowerBound >= end {
      guard let (style, sign) = Self.look(of: piece.role) else { continue }
      let place = piece.place.clamped(to: 0..<scalars.count)
      add(end..<max(end, place.lowerBound), .plain)
      add(place, style)
      if !colour, let sign { styled.append(unicode ? sign.sign : sign.ascii) }
      end = max(end, place.upperBound)
    }
    add(min(end, scalars.count)..<scalars.count, .plain)
    return styled
  }

  /// How a piece looks, and the sign that says the same without colour.
  private static func look(
    of role: TextPiece.Role
  ) -> (TextStyle, (sign: String, ascii: String)?)? {
    switch role {
    case .none, .word: nil
    case .row: (.name, nil)
    case .figure: (.value, nil)
    case .mention: (.notice, ("⁺", "[+]"))
    case .denial: (.warning, ("⁻", "[-]"))
    case .agreement: (.success, ("✓", "[ok]"))
    case .disagreement: (.error, ("✗", "[x]"))
    }
  }
}
