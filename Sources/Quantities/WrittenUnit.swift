import Diagnostics

/// A quantity as our own tables write it: a number where there is one, then units with exponents,
/// such as `1 kg m s^-2`, `5/18 m /s` or `m/s^2`.
struct WrittenUnit {
  /// A decimal or a ratio; `~` before one that is not exact.
  private(set) var number: Substring?
  private(set) var factors: [(word: Substring, exponent: Exponent)] = []

  init(_ text: String) {
    for part in text.split(separator: " ") {
      if number == nil, factors.isEmpty, let first = part.first, first.isNumber || first == "~" {
        number = part
        continue
      }
      for (place, piece) in part.split(separator: "/", omittingEmptySubsequences: false)
        .enumerated()
      where !piece.isEmpty {
        let pieces = piece.split(separator: "^")
        let power = Exponent(pieces.count > 1 ? Int32(pieces[1]) ?? 1 : 1)
        factors.append((pieces[0], place > 0 ? -power : power))
      }
    }
  }

  /// The product of the units; nil where one of them is not in the catalogue.
  var unit: Unit? {
    var product: [UnitFactor] = []
    for (word, exponent) in factors {
      guard var factor = CatalogueIndex.shared.unit(String(word))?.factors.first else { return nil }
      factor.exponent = exponent
      product.append(factor)
    }
    return Unit(product)
  }

  var scale: Scale {
    guard let number else { return .one }
    if number.hasPrefix("~") { return Scale(approximately: terms[0]) }
    return terms.count == 2
      ? Scale(decimal: terms[0]) / Scale(decimal: terms[1])
      : Scale(decimal: terms[0])
  }

  /// The number as people write it: `5/18`, `about 0.0174533`.
  var numberText: String {
    guard let number else { return "1" }
    let text = terms.map(NumberFormat.standard.string).joined(separator: "/")
    return number.hasPrefix("~") ? "about " + text : text
  }

  private var terms: [Double] {
    (number ?? "1").drop { $0 == "~" }.split(separator: "/").map { term in
      guard let value = Double(term) else {
        preconditionFailure("The catalogue cannot be read at \(term).")
      }
      return value
    }
  }
}
