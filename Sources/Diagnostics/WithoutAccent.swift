/// The letter under the accents, by the name that Unicode gives: LATIN SMALL LETTER E WITH ACUTE.
public func withoutAccent(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value),
    let words = scalar.properties.name?.split(separator: " "), words.count > 4,
    words[2] == "LETTER", words[4] == "WITH", words[3].unicodeScalars.count == 1,
    let letter = words[3].lowercased().unicodeScalars.first
  else { return scalar }
  return words[1] == "CAPITAL" ? Unicode.Scalar(letter.value - 32) ?? letter : letter
}
