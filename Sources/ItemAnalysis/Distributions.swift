import RealModule

/// The standard normal distribution.
enum NormalDistribution {
  /// Share of it below a number, to about 1e-15, by way of the error function of RealModule.
  static func share(below x: Double) -> Double { 0.5 * Double.erfc(-x / Double.sqrt(2)) }
}

/// Student's t distribution.
enum StudentDistribution {
  /// Share of it below a number: half of the regularised incomplete beta function I of
  /// v/(v + t²), v/2 and 1/2 (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.1).
  ///
  /// - Parameter degrees: of freedom, above 0.
  static func share(below t: Double, degrees: Double) -> Double {
    let square = t * t
    if square < degrees {
      // Near the middle, where v/(v + t²) is too near to 1 to hold t.
      let half = 0.5 * incompleteBeta(square / (degrees + square), 0.5, degrees / 2)
      return t < 0 ? 0.5 - half : 0.5 + half
    }
    let tail = 0.5 * incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5)
    return t < 0 ? tail : 1 - tail
  }

  /// The number below which a share of the distribution lies, by bisection of `share(below:)`.
  ///
  /// - Parameter share: between 0 and 1, neither included.
  static func quantile(_ share: Double, degrees: Double) -> Double {
    var (low, high) = (-1.0, 1.0)
    while self.share(below: low, degrees: degrees) > share { low *= 2 }
    while self.share(below: high, degrees: degrees) < share { high *= 2 }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      if self.share(below: middle, degrees: degrees) < share { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// The regularised incomplete beta function, by its continued fraction (Abramowitz and Stegun,
  /// 26.5.8) on the side on which that converges fast, evaluated by the method of Lentz as
  /// modified by Thompson and Barnett (Journal of Computational Physics 64, 1986).
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
    let logBeta = Double.logGamma(a) + Double.logGamma(b) - Double.logGamma(a + b)
    let front = Double.exp(a * Double.log(x) + b * Double.log(onePlus: -x) - logBeta) / a
    let least = 1e-300
    func apart(_ value: Double) -> Double { abs(value) < least ? least : value }
    var c = 1.0
    var d = 1 / apart(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...300 {
      let m = Double(step)
      for numerator in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 / apart(1 + numerator * d)
        c = apart(1 + numerator / c)
        fraction *= c * d
      }
      if abs(c * d - 1) < 1e-15 { break }
    }
    return front * fraction
  }
}
