/// Signs that Unicode has raised or lowered.
enum SmallLetters {
  /// The text raised; nil where one of its signs has no such form.
  static func raised(_ text: String) -> String? { mapped(text, raised) }

  /// The text lowered; nil where one of its signs has no such form.
  static func lowered(_ text: String) -> String? { mapped(text, lowered) }

  /// Whether it is a letter or a digit that is neither raised nor lowered.
  static func isOfFullSize(_ character: Character) -> Bool {
    (character.isLetter || character.isNumber) && !small.contains(character)
  }

  private static let small = Set(raised.values).union(lowered.values)

  private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
    var result = ""
    for character in text {
      guard let small = table[character] else { return nil }
      result.append(small)
    }
    return result
  }

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }

  private static let raised = table(
    "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ′*",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ′*")
  private static let lowered = table(
    "0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}
