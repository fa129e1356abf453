import Testing

@Suite struct NumberTests {
  /// What has no value is told from what is too large.
  @Test(arguments: [
    ("(-8)^(1/3)", "domain"), ("(-8 m^3)^(1/3)", "domain"), ("(-1)^0.5", "domain"),
    ("[-8, 8]^(1/3)", "domain"), ("2^[1, 2] * (-1)^[1, 0.5]", "domain"), ("sqrt(-1)", "domain"),
    ("sqrt([4, -4])", "domain"), ("log(-1)", "domain"), ("log2(0)", "domain"),
    ("asin(2)", "domain"), ("acosh(0.5)", "domain"), ("atanh(1)", "domain"),
    ("atanh(-2)", "domain"), ("0^-1", "division-by-zero"), ("(0 m)^-2", "division-by-zero"),
    ("5 % 0", "division-by-zero"), ("exp(1000)", "out-of-range"), ("cosh(-1000)", "out-of-range"),
    ("exp([1, 1000])", "out-of-range"), ("sqr(1e200)", "out-of-range"),
    ("10^400", "out-of-range"), ("1e300 * [1, 1e300]", "out-of-range"),
  ]) func noValueIsNotTooLarge(typed: String, id: String) {
    #expect(NotebookPage().last(typed) == "error \(id)")
  }

  /// Whole to 12 digits is whole, as `==` has it.
  @Test(arguments: [
    ("mod(0.15, 0.05)", "0"), ("mod(10.8, 1.2)", "0"), ("0.3 // 0.1", "3"), ("0.3 % 0.1", "0"),
    ("-0.3 % 0.1", "0"), ("1.3 kg // (100 g)", "13"), ("[0.3, 0.35] % 0.1", "[0, 0.05]"),
    ("floor(0.29*100)", "29"), ("ceil(0.1*3*10)", "3"), ("trunc(0.29*100)", "29"),
    ("fract(0.29*100)", "0"), ("floor(-0.29*100)", "-29"), ("round(0.285*100)", "29"),
    ("len(range(0.1, 0.4, 0.1))", "3"), ("len(range(0, 0.3, 0.1))", "3"),
    ("len(linspace(0, 1, 0.1*3*10))", "3"), ("[7, 8, 9, 10][0.1*3*10]", "10"),
    ("floor(2.5)", "2"), ("ceil(2.0000001)", "3"), ("-7 // 2", "-4"), ("-7 % 2", "1"),
    ("5.5 % 2", "1.5"), ("floor(1000000000000.5)", "1'000'000'000'000"), ("1e13 % 3", "1"),
    ("30000000000001 % 300000", "1"),
  ]) func nearlyWholeIsWhole(typed: String, shown: String) {
    #expect(NotebookPage().last(typed) == shown)
  }
}
