/// The text with newlines put into words that no line of `width` columns holds.
///
/// `wrapped` cuts such words as well, at a cost that grows with the square of their length;
/// text from strangers may hold a word of a million characters.
private func cuttingLongWords(_ text: StyledText, to width: Int) -> StyledText {
  guard longestWord(in: text) > width else { return text }
  var result = StyledText()
  var used = 0
  for run in text.runs {
    var piece = ""
    for character in run.text {
      let columns = displayWidth(character)
      if character == " " || character == "\n" {
        used = 0
      } else if used + columns > width {
        piece.append("\n")
        used = columns
      } else {
        used += columns
      }
      piece.append(character)
    }
    result.append(piece, run.style)
  }
  return result
}

/// The text on lines of at most `width` columns (8 at least), in time that grows with its
/// length alone. Short pieces of code and numbers grouped by spaces stay on one line.
func folded(_ text: StyledText, to width: Int) -> [StyledText] {
  let room = max(8, width)
  let lines = wrapped(cuttingLongWords(gluing(text, within: room), to: room), width: room)
  return lines.map { replacing(noBreakSpace, by: " ", in: $0) }
}

/// The text with no-break spaces in short pieces of code and between groups of three digits.
private func gluing(_ text: StyledText, within room: Int) -> StyledText {
  text.runs.reduce(into: StyledText()) { result, run in
    let isShortCode =
      run.style == .code && run.text.utf8.count <= 96
      && displayWidth(run.text) <= min(room, longestCodeKept)
    if isShortCode {
      result.append(String(run.text.map { $0 == " " ? noBreakSpace : $0 }), run.style)
    } else {
      result.append(gluingDigits(run.text), run.style)
    }
  }
}

/// Columns of code that is not broken at its spaces.
private let longestCodeKept = 24

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

/// Typed back into a notebook, a no-break space would be no space.
private func replacing(
  _ old: Character, by new: Character, in text: StyledText
) -> StyledText {
  text.runs.reduce(into: StyledText()) { result, run in
    let text = run.text.contains(old) ? String(run.text.map { $0 == old ? new : $0 }) : run.text
    result.append(text, run.style)
  }
}

/// Columns of the longest stretch between two spaces or newlines.
func longestWord(in text: StyledText) -> Int {
  var longest = 0
  var current = 0
  for run in text.runs {
    for character in run.text {
      if character == " " || character == "\n" {
        current = 0
      } else {
        current += displayWidth(character)
        longest = max(longest, current)
      }
    }
  }
  return longest
}
