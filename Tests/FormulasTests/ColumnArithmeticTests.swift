import CColumns
import Quantities
import Testing

@testable import Formulas

/// Whole columns come to what the same operations make of their numbers, bit by bit.
@Suite(.serialized) struct ColumnArithmeticTests {
  static let counts = [0, 1, 7, 8, 9, 63, 64, 65, 511, 512, 513, 1500]
  static let conversions = [
    Conversion.identity, conversion("h", "min"), conversion("min", "h"), conversion("km/h", "m/s"),
    conversion("K", "°C"), conversion("°F", "K"),
  ]
  static let instructions = [RECKON_PLAIN, RECKON_AVX2, RECKON_AVX512]

  static func conversion(_ source: String, _ target: String) -> Conversion {
    let units = UnitSystem()
    let (source, target) = (
      NotebookPage.unit("1 \(source)", units), NotebookPage.unit("1 \(target)", units)
    )
    return source.conversion(to: target) ?? .identity
  }

  /// Numbers of all sizes and signs; with `strange`, some that are missing, infinite, or at an end of
  /// the range.
  static func numbers(_ count: Int, seed: UInt64, strange: Bool) -> [Double] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let choice = state >> 59
      let number = Double(Int64(bitPattern: state) >> 20) / 1e6
      guard strange else { return number == 0 ? 1 : number }
      switch choice {
      case 0: return .nan
      case 1: return -.infinity
      case 2: return 0
      case 3: return -0.0
      case 4: return 1.7e308
      case 5: return .leastNonzeroMagnitude
      case 6: return number * 1e290
      case 7: return number * 1e-300
      case 8: return number.rounded()
      default: return number
      }
    }
  }

  /// Two sides of an operation; of one with the step 0, the first number.
  static func with<Result>(
    _ left: [Double], _ step: Int, _ right: [Double], _ other: Int,
    _ body: (reckon_operand, reckon_operand) -> Result
  ) -> Result {
    func side(_ numbers: [Double], _ step: Int) -> ColumnSide {
      step == 1 ? ColumnSide(column: numbers) : ColumnSide(number: numbers[0])
    }
    return side(left, step).withOperand { left in
      side(right, other).withOperand { right in body(left, right) }
    }
  }

  /// With each set of instructions that this machine has.
  func withEach(_ body: () -> Void) {
    for instructions in Self.instructions where reckon_use(instructions) { body() }
  }

  @Test(arguments: counts) func operationsAreThoseOfNumbers(count: Int) {
    let signs: [(reckon_operation, (Double, Double, Conversion) -> Double)] = [
      (RECKON_ADD, { $0 + $2.apply($1) }), (RECKON_SUBTRACT, { $0 - $2.apply($1) }),
      (RECKON_MULTIPLY, { $2.apply($0 * $1) }), (RECKON_DIVIDE, { $2.apply($0 / $1) }),
    ]
    let left = Self.numbers(count, seed: 1, strange: false)
    let right = Self.numbers(count, seed: 2, strange: false)
    withEach {
      for (sign, expected) in signs {
        for conversion in Self.conversions {
          for (one, other) in [(1, 1), (1, 0), (0, 1)] where count > 0 {
            var result = [Double](repeating: 0, count: count)
            let stored = Self.with(left, one, right, other) {
              reckon_combine(sign, &result, $0, $1, conversion.ofColumns, count)
            }
            #expect(stored == count)
            let rows = (0..<count).map { expected(left[$0 * one], right[$0 * other], conversion) }
            #expect(result.map(\.bitPattern) == rows.map(\.bitPattern))
          }
        }
      }
    }
  }

  @Test func rowsWithoutAResultEndAnOperation() {
    withEach {
      for place in [0, 511, 512, 1499] {
        for strange in [Double.nan, .infinity, -.infinity] {
          var numbers = [Double](repeating: 1, count: 1500)
          numbers[place] = strange
          var result = numbers
          let stored = Self.with(numbers, 1, [2], 0) {
            reckon_combine(RECKON_MULTIPLY, &result, $0, $1, Conversion.identity.ofColumns, 1500)
          }
          #expect(stored == place / 512 * 512)
          #expect(!numbers.areFinite)
        }
      }
    }
  }

  @Test(arguments: counts) func comparisonsAreThoseOfNumbers(count: Int) {
    let signs: [(reckon_comparison, (Double, Double, Bool) -> Bool)] = [
      (RECKON_EQUAL, { $2 }), (RECKON_NOT_EQUAL, { !$2 }), (RECKON_LESS, { $0 < $1 && !$2 }),
      (RECKON_LESS_OR_EQUAL, { $0 < $1 || $2 }), (RECKON_GREATER, { $0 > $1 && !$2 }),
      (RECKON_GREATER_OR_EQUAL, { $0 > $1 || $2 }),
    ]
    // No column holds an infinite number.
    var left = Self.numbers(count, seed: 3, strange: true).map { $0.isInfinite ? .nan : $0 }
    var right = Self.numbers(count, seed: 4, strange: true).map { $0.isInfinite ? .nan : $0 }
    // Many that are the same to 12 digits, or just are not.
    for row in left.indices where row % 3 == 0 {
      right[row] = left[row] * (1 + Double(row % 7 - 3) * 0.4999e-12)
    }
    if count > 9 {
      left[0] = 0.1
      right[0] = 0.1
      for row in 1..<9 { left[row] = 0.1 * (1 + Double(row - 5) * 0.25e-12) }
    }
    withEach {
      for (sign, expected) in signs {
        for conversion in Self.conversions {
          for (one, other) in [(1, 1), (1, 0), (0, 1)] where count > 0 {
            let rows = (0..<count).map { row in
              let (a, b) = (left[row * one], conversion.apply(right[row * other]))
              return expected(a, b, a.isNearlyEqual(to: b))
            }
            let result = [Bool].filled(count) { place in
              Self.with(left, one, right, other) {
                reckon_compare(sign, place, $0, $1, conversion.ofColumns, count)
              }
            }
            #expect(result == rows)
          }
        }
      }
    }
  }

  @Test(arguments: counts) func conversionsAreThoseOfNumbers(count: Int) {
    let numbers = Self.numbers(count, seed: 5, strange: true)
    withEach {
      for conversion in Self.conversions {
        let rows = numbers.map { conversion.apply($0) }
        #expect(conversion.apply(numbers).map(Self.bits) == rows.map(Self.bits))
      }
    }
  }

  /// Of NaN there are many, which nobody tells apart.
  static func bits(_ number: Double) -> UInt64 { number.isNaN ? 0x7FF8 << 48 : number.bitPattern }

  @Test(arguments: counts) func sortingIsStableAndPutsMissingNumbersLast(count: Int) {
    withEach {
      for strange in [false, true] {
        let numbers = Self.numbers(count, seed: 6, strange: strange)
        let sorted = numbers.filter { !$0.isNaN }.sorted()
        let missing = numbers.filter(\.isNaN)
        #expect(numbers.inOrder.map(Self.bits) == (sorted + missing).map(Self.bits))
        for place in stride(from: 0, to: sorted.count, by: 37) {
          #expect(numbers.filter { !$0.isNaN }.number(atPlace: place) == sorted[place])
        }
        let present = numbers.filter { !$0.isNaN }
        #expect(numbers.smallest.map(Self.bits) == present.min().map(Self.bits))
        #expect(numbers.largest.map(Self.bits) == present.max().map(Self.bits))
      }
    }
  }

  @Test func manyNumbersAreSorted() {
    withEach {
      for shape in [
        Self.numbers(70_000, seed: 7, strange: true), (0..<70_000).map { Double($0 % 5) },
        (0..<70_000).map { Double(-$0) },
      ] {
        let present = shape.filter { !$0.isNaN }
        #expect(present.inOrder.map(\.bitPattern) == present.sorted().map(\.bitPattern))
      }
    }
  }

  @Test func theOrderOfTheNumbersDoesNotShowInTheirSum() {
    var numbers: [Double] = []
    for row in 0..<1000 {
      let large = 1e16 + Double(row * 2)
      numbers += [large, 1.5, -large]
    }
    withEach {
      for count in [3, 48, 3000] {
        let some = Array(numbers.prefix(count))
        #expect(some.total == Double(count / 3) * 1.5)
        #expect(some.sorted().total == Double(count / 3) * 1.5)
      }
      #expect([Double](repeating: 0.1, count: 1_000_000).total == 100_000)
      #expect(![1, .nan, 2].total.isFinite)
      #expect(![Double](repeating: .nan, count: 100).total.isFinite)
    }
  }

  @Test(arguments: counts) func conditionsKeepRows(count: Int) {
    let numbers = Self.numbers(count, seed: 8, strange: true)
    let truths = numbers.map { $0 > 0 }
    #expect(truths.holding == truths.count { $0 })
    #expect(truths.kept(of: numbers) == numbers.filter { $0 > 0 })
  }
}

/// What is said of a row stays as it is where columns are computed as a whole.
struct ColumnRowTests {
  let page = NotebookPage()

  @Test(arguments: [
    ("range(2000) / (range(2000) - 1234)", "row 1235"), ("range(2000) * 1e308", "largest number"),
    ("(range(2000) - 1500)^0.5", "row 1"),
  ]) func mistakesNameTheirRow(formula: String, said: String) {
    guard case .success(let expression) = Parser.formula(formula),
      case .failure(let problem) = page.sheet.evaluate(expression)
    else {
      Issue.record("\(formula) has a value")
      return
    }
    #expect(problem.diagnostic.message.contains(said), "\(problem.diagnostic.message)")
  }

  @Test func whatIsMissingStaysMissing() {
    #expect(page.last("models[\"Accuracy (%)\"] * 2 + 1") == "[145.2, missing, 137]")
    #expect(page.last("sum(models[\"Accuracy (%)\"])") == "140.1")
    #expect(page.last("count(models[\"Accuracy (%)\"])") == "2")
    #expect(page.last("median(models[\"Accuracy (%)\"])") == "70.05")
    #expect(page.last("sort(models[\"Accuracy (%)\"])") == "[68, 72.1, missing]")
    #expect(page.last("max(models[\"Accuracy (%)\"])") == "72.1")
  }

  /// A result takes the place of numbers only where nobody else holds them.
  @Test func namesKeepTheirNumbers() {
    page.type("x = range(100); y = x; z = x * 2 + x; w = (x + 1) * (x + 1) - x")
    #expect(page.last("sum(x) == 4950") == "True")
    #expect(page.last("sum(y) == 4950") == "True")
    #expect(page.last("sum(z) == 3 * 4950") == "True")
    #expect(page.last("sum(w) == 328350 + 4950 + 100") == "True")
  }
}
