/// A sentence for a terminal that shows ASCII only: `^2` for `²`, `degC` for `°C`, `->` for `→`,
/// `...` for `…`, as each can be typed. A learner's own letters stay as they are.
public func inASCII(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  var result = ""
  var isRaised = false
  for scalar in text.unicodeScalars {
    if let digit = raised[scalar] {
      if !isRaised { result += "^" }
      isRaised = true
      result.append(digit)
      continue
    }
    isRaised = false
    // Δ°C is delta_degC, and its ° is in that already.
    if scalar == "°", result.hasSuffix("delta_deg") { continue }
    result += plain[scalar] ?? String(scalar)
  }
  return result
}

private let raised: [Unicode.Scalar: Character] = [
  "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
  "⁹": "9", "⁻": "-",
]

private let plain: [Unicode.Scalar: String] = [
  "…": "...", "→": "->", "×": "*", "·": "*", "−": "-", "–": "-", "—": "-", "’": "'", "“": "\"",
  "”": "\"", "µ": "u", "Ω": "ohm", "°": "deg", "Δ": "delta_deg", "Å": "angstrom",
  "‰": "permille", "‱": "permyriad", "√": "sqrt",
]
