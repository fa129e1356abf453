import Diagnostics

/// The shortest decimal digits that stand for a double, and where the point is.
struct DecimalDigits {
  /// The digits as a whole number, with no zero at its end; 0 for 0.
  private(set) var whole: UInt64 = 0
  /// How many they are; none for 0.
  private(set) var count = 0
  /// The number is 0.d₁d₂d₃… × 10^exponent.
  private(set) var exponent = 0

  /// Digits of a double at most.
  static let most = 17

  init(_ value: Double) {
    guard value.isFinite, value != 0 else { return }
    if let own = UInt64(exactly: value.magnitude), own < 1_000_000_000_000_000 {
      // A whole number that a double holds exactly is its own shortest form.
      whole = own
      count = Self.count(of: own)
      exponent = count
    } else {
      var description = value.magnitude.description
      description.withUTF8 { read($0) }
    }
    removeZeros()
  }

  /// What Swift writes of a double: `0.001`, `5e-324`, `1.25e+16`.
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var point: Int?
    var places = 0
    var power = 0
    var readsPower = false
    var isNegativePower = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "."): point = places
      case UInt8(ascii: "e"): readsPower = true
      case UInt8(ascii: "-"): isNegativePower = true
      case UInt8(ascii: "+"): break
      default:
        let digit = byte &- UInt8(ascii: "0")
        if readsPower {
          power = power * 10 + Int(digit)
        } else {
          whole = whole * 10 + UInt64(digit)
          places += 1
        }
      }
    }
    count = Self.count(of: whole)
    exponent = (point ?? places) - (places - count) + (isNegativePower ? -power : power)
  }

  /// The digit at a place from the first; 0 behind the last.
  func digit(_ place: Int) -> UInt8 {
    guard (0..<count).contains(place) else { return 0 }
    return UInt8(whole / Self.powersOfTen[count - 1 - place] % 10)
  }

  /// Keeps `count` digits, rounding half away from zero on the shortest decimal form.
  mutating func round(to kept: Int) {
    guard count > kept, kept >= 0 else { return }
    let power = Self.powersOfTen[count - kept]
    let isUp = whole % power >= power / 2
    whole = whole / power + (isUp ? 1 : 0)
    // 9.96 to two digits is 10.
    if whole == Self.powersOfTen[kept] { exponent += 1 }
    count = Self.count(of: whole)
    removeZeros()
  }

  private mutating func removeZeros() {
    while whole % 10 == 0, whole > 0 {
      whole /= 10
      count -= 1
    }
  }

  private static func count(of whole: UInt64) -> Int {
    powersOfTen.firstIndex { $0 > whole } ?? powersOfTen.count
  }

  private static let powersOfTen: [UInt64] = (0..<most + 2).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }
}
