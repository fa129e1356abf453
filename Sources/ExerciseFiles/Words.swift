import Diagnostics
import Exercises
import Files

/// Whether a text can be a name in formulas: letters, digits and underscores, no digit first.
func isName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, first == "_" || isLetter(first) else { return false }
  return text.unicodeScalars.allSatisfy { $0 == "_" || isLetter($0) || isDigit($0) }
}

/// The name that a text is nearest to: `my_table` for `my table`; no name where it has no letters.
func nameLike(_ text: String) -> String {
  String(text.map { $0.isLetter || $0.isNumber ? $0 : "_" }.drop { $0.isNumber })
}

/// Whether a text is a column of a table, as in `models["Total CO2e (kg)"]`.
func isColumn(_ text: String) -> Bool {
  guard let bracket = text.firstIndex(of: "["), text.hasSuffix("\"]") || text.hasSuffix("']") else {
    return false
  }
  let inside = text[bracket...].dropFirst().dropLast()
  guard inside.count > 2, let quote = inside.first, quote == inside.last else { return false }
  return (quote == "\"" || quote == "'") && isName(String(text[..<bracket]))
    && !inside.dropFirst().dropLast().contains(quote)
}

/// Whether a text can be the id of an exercise: lower-case letters, digits and hyphens.
public func isExerciseID(_ text: String) -> Bool {
  !text.isEmpty && !text.hasPrefix("-") && text.utf8.count <= 100
    && text.unicodeScalars.allSatisfy { isDigit($0) || $0 == "-" || ("a"..."z").contains($0) }
}

/// The number a heading opens with, such as `1.3.2a`, and the rest of the heading.
func numberedHeading(_ text: String) -> (id: String, title: String)? {
  let words = text.trimmingBlank.split(maxSplits: 1, whereSeparator: \.isWhitespace)
  guard var number = words.first else { return nil }
  while let last = number.last, ".:)".contains(last) { number.removeLast() }
  guard Question.isNumber(number) else { return nil }
  return (String(number), words.count > 1 ? String(words[1]).trimmingBlank : "")
}

/// The value of a plain decimal number such as `-1.5e3`; nil for all else.
func plainNumber(_ text: some StringProtocol) -> Double? {
  leadingNumber(text).flatMap { $0.rest.isEmpty ? $0.value : nil }
}

/// The plain decimal number that a text starts with, and what follows it.
func leadingNumber(_ text: some StringProtocol) -> (value: Double, rest: String)? {
  let bytes = Array(text.utf8)
  var index = 0
  func digits() -> Int {
    let count = bytes[index...].prefix { (0x30...0x39).contains($0) }.count
    index += count
    return count
  }
  func skip(_ marks: String) -> Bool {
    guard index < bytes.count, marks.utf8.contains(bytes[index]) else { return false }
    index += 1
    return true
  }
  _ = skip("+-")
  var count = digits()
  if skip(".") { count += digits() }
  guard count > 0 else { return nil }
  let mantissa = index
  if skip("eE") {
    _ = skip("+-")
    if digits() == 0 { index = mantissa }
  }
  guard let value = Double(String(decoding: bytes[..<index], as: UTF8.self)), value.isFinite else {
    return nil
  }
  return (value, String(decoding: bytes[index...], as: UTF8.self))
}

/// A number without a trailing `.0`.
func shown(_ number: Double) -> String {
  if number == number.rounded(), abs(number) < 1e15 { return String(Int(bounded: number)) }
  return String(number)
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || ["°", "‰", "µ", "Δ", "∆"].contains(scalar)
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// The name of a file without its folder and without `.md`.
func baseName(of path: String) -> String {
  let name = FileSystem.name(of: path)
  return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
}
