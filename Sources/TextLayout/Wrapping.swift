/// A text broken at spaces into lines of at most `width` columns; later lines are indented.
/// A word longer than a line is cut.
public func wrapped(_ text: StyledText, width: Int, indent: Int = 0) -> [StyledText] {
  let limit = max(width, indent + 8)
  let margin = StyledText(String(repeating: " ", count: indent))
  var result: [StyledText] = []
  for (index, line) in text.lines.enumerated() {
    var current = index == 0 ? StyledText() : margin
    var used = current.width
    var hasWord = false
    for word in keepingUnits(words(of: line), within: limit - indent) {
      let columns = word.trailingSpaceTrimmed.width
      if hasWord, used + columns > limit {
        result.append(current.trailingSpaceTrimmed)
        current = margin
        used = indent
      }
      if used + columns <= limit {
        current += word
        used += word.width
      } else {
        let pieces = word.cut(first: limit - used, others: limit - indent)
        for piece in pieces.dropLast() {
          result.append(current + piece)
          current = margin
        }
        let last = pieces.last ?? StyledText()
        current += last
        used = indent + last.width
      }
      hasWord = true
    }
    result.append(current.trailingSpaceTrimmed)
  }
  return result
}

/// Words with the spaces that follow them; leading spaces are a word of their own. A no-break
/// space is part of its word.
private func words(of line: StyledText) -> [StyledText] {
  var result: [StyledText] = []
  var current = StyledText()
  var afterSpace = false
  for run in line.runs {
    var piece = ""
    for character in run.text {
      if character != " ", afterSpace {
        current.append(piece, run.style)
        piece = ""
        result.append(current)
        current = StyledText()
      }
      afterSpace = character == " "
      piece.append(character)
    }
    current.append(piece, run.style)
  }
  if !current.isEmpty { result.append(current) }
  return result
}

/// The words with a number and the unit behind it as one, where they fit on a line.
private func keepingUnits(_ words: [StyledText], within room: Int) -> [StyledText] {
  var result: [StyledText] = []
  var isFigure = false
  for word in words {
    let text = word.plain
    if isFigure, let last = result.last, isUnit(text),
      last.width + word.trailingSpaceTrimmed.width <= room
    {
      result[result.count - 1] += word
    } else {
      result.append(word)
      let number = text.drop { "(~≈-−+".contains($0) }
      isFigure =
        number.first?.isNumber == true && text.hasSuffix(" ") && !text.hasSuffix("  ")
        && number.dropLast().allSatisfy { $0.isNumber || ".,'’".contains($0) }
        && number.dropLast().last?.isNumber == true
    }
    isFigure = isFigure && text.hasSuffix(" ")
  }
  return result
}

/// Whether a word may be a unit behind a number: a sign, a few letters with a capital, or one of the
/// common ones in small letters.
private func isUnit(_ word: String) -> Bool {
  let symbol = word.prefix { !" .,;:)!?".contains($0) }
  guard !symbol.isEmpty, symbol.count <= 5 else { return false }
  return symbol == "%" || symbol == "/" || symbol == "h" || smallUnits.contains(String(symbol))
    || symbol.dropFirst(symbol.count > 1 ? 0 : 1).contains { $0.isUppercase || "°/²³".contains($0) }
    || symbol.count == 1 && symbol.first?.isUppercase == true && symbol != "A" && symbol != "I"
}

private let smallUnits: Set<String> = [
  "cm", "day", "days", "g", "kg", "km", "kt", "l", "m", "mg", "min", "mm", "ms", "s", "t", "year",
  "years", "€",
]

extension StyledText {
  /// Pieces of at most `first` columns, then `others`, with one character at least; spaces at
  /// the end of the last may go beyond.
  func cut(first: Int, others: Int) -> [StyledText] {
    var pieces: [StyledText] = []
    var current = StyledText()
    var used = 0
    for run in runs {
      var text = ""
      for character in run.text {
        let columns = displayWidth(character)
        let room = pieces.isEmpty ? first : others
        let isFull = used + columns > room && character != " "
        if isFull, used > 0 || !pieces.isEmpty || first <= 0 {
          current.append(text, run.style)
          pieces.append(current)
          (current, text, used) = (StyledText(), "", 0)
        }
        text.append(character)
        used += columns
      }
      current.append(text, run.style)
    }
    pieces.append(current)
    return pieces
  }
}

/// The text on lines of at most `width` columns (8 at least). Short pieces of code and numbers grouped by spaces stay on one line.
func folded(_ text: StyledText, to width: Int) -> [StyledText] {
  let room = max(8, width)
  return wrapped(gluing(text, within: room), width: room).map { line in
    // Typed back into a notebook, a no-break space would be no space.
    line.mappingTexts { run in
      run.text.contains(noBreakSpace) ? run.text.replacing("\u{A0}", with: " ") : run.text
    }
  }
}

/// The text with no-break spaces in short pieces of code and between groups of three digits.
private func gluing(_ text: StyledText, within room: Int) -> StyledText {
  text.mappingTexts { run in
    let isShortCode =
      run.style == .code && run.text.utf8.count <= 96
      && displayWidth(run.text) <= min(room, longestCodeKept)
    return isShortCode ? run.text.replacing(" ", with: "\u{A0}") : gluingDigits(run.text)
  }
}

/// Columns of code that is not broken at its spaces.
private let longestCodeKept = 40

private let noBreakSpace: Character = "\u{A0}"

/// The text with no-break spaces between groups of three digits, as in `1 000 000`.
private func gluingDigits(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var glued: [UInt8] = []
  glued.reserveCapacity(bytes.count)
  for (index, byte) in bytes.enumerated() {
    let isBetween =
      byte == UInt8(ascii: " ") && index > 0 && isDigit(bytes[index - 1])
      && bytes[(index + 1)...].prefix(4).prefix(while: isDigit).count == 3
    if isBetween { glued += [0xC2, 0xA0] } else { glued.append(byte) }
  }
  return String(decoding: glued, as: UTF8.self)
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Columns of the longest stretch between two spaces or newlines.
func longestWord(in text: StyledText) -> Int {
  text.plain.split { $0 == " " || $0 == "\n" }.map { displayWidth($0) }.max() ?? 0
}
