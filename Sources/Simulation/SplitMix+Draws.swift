import Diagnostics
import SeededRandom

/// Draws of our own: those of the standard library may be other ones in another version of it, and a
/// class is to be the same on every machine.
extension SplitMix {
  /// Numbers that depend on a seed and on what they are drawn for.
  init(seed: UInt64, for words: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    for word in words {
      // FNV-1a, with a byte between words that no word holds.
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x0100_0000_01b3
    }
    self.init(seed: hash)
    // Seeds that are neighbours begin alike.
    self.init(seed: next() ^ seed)
  }

  /// From 0 up to, and without, a number above 0 (after Daniel Lemire, "Fast random integer generation
  /// in an interval", 2019; what its rejection would mend is beyond anybody's notice here).
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  mutating func coin() -> Bool { (next() >> 17) & 1 == 0 }

  /// From 0 up to, and without, 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ share: Double) -> Bool { self.share() < share }

  /// Of a normal distribution about 0 with deviation 1, by Irwin and Hall: no function of the C
  /// library, whose last bits differ.
  mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + share() } }

  /// Nil of an empty list.
  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }

  /// A place in a list of weights, each as likely as it is heavy; nil where none has any.
  mutating func place(among weights: [Double]) -> Int? {
    var rest = share() * weights.reduce(0, +)
    for (place, weight) in weights.enumerated() where weight > 0 {
      rest -= weight
      if rest < 0 { return place }
    }
    return weights.lastIndex { $0 > 0 }
  }

  /// How many times something is done again that has a chance each time.
  mutating func repeats(_ share: Double, most: Int) -> Int {
    var count = 0
    while count < most, chance(share) { count += 1 }
    return count
  }
}

/// From 0 to 1, one half at 0, with a slope of about a half there.
func logistic(_ number: Double) -> Double {
  // A square root is the same on every machine, an exponential is not.
  0.5 * (1 + number / (1 + number * number).squareRoot())
}
