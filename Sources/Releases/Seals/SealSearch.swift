import Exercises
import Files

/// What it takes to find an answer by trying, on the cheaper way.
public struct SealSearch: Sendable {
  /// At most: by cells of its grid, or by all numbers of too few figures.
  public let guesses: Double

  /// On average, until a box is found that tells of an error, and so how its value is off; nil where
  /// there are none.
  public let guessesOfErrors: Double?

  init?(_ items: [SealedItem], _ roundings: [SealedRounding], _ slips: [SealedSlips]) {
    let byCells = items.flatMap { item in
      item.sealedRows.flatMap { row in item.accepted[row].filter(\.isFinite) }
        .map(item.words.grid.guesses)
    }
    guard let least = (byCells + roundings.compactMap(\.guesses)).min() else { return nil }
    guesses = least
    guessesOfErrors = slips.compactMap(\.guesses).min()
  }

  /// Seconds that one guess takes on this machine, of one core.
  public static func secondsPerGuess() -> Double {
    let clock = ContinuousClock()
    let salt = SealCipher.random(SealCipher.saltBytes)
    let tries = 3
    let time = clock.measure {
      for number in 0..<tries { _ = SealCipher.standard.derived("\(number)", salt: salt) }
    }
    return time / .seconds(1) / Double(tries)
  }
}
