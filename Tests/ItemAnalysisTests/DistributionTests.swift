import Testing

@testable import ItemAnalysis

/// Quantiles as in printed tables and in R (`pnorm`, `qt`).
@Suite struct DistributionTests {
  @Test(arguments: [
    (0.0, 0.5), (1.959963984540054, 0.975), (-3, 0.001349898031630095),
    (-6, 9.865876450376946e-10), (2.5, 0.9937903346742238),
  ])
  func theNormalDistributionIsAsInTables(_ x: Double, _ share: Double) {
    #expect(abs(NormalDistribution.share(below: x) - share) < 1e-12 * max(share, 1e-3))
  }

  @Test(arguments: [
    (1.0, 0.975, 12.706204736174694), (2, 0.975, 4.302652729749464), (4, 0.975, 2.7764451051977943),
    (7, 0.975, 2.3646242515927849), (14, 0.975, 2.1447866879178044),
    (29, 0.975, 2.0452296421327034), (99, 0.975, 1.9842169515864174),
    (4, 0.005, -4.604094871349993),
    (99_999, 0.975, 1.9599877077718442), (3, 0.5, 0), (10, 0.9, 1.3721836411103356),
  ])
  func studentsQuantilesAreAsInTables(_ degrees: Double, _ share: Double, _ quantile: Double) {
    let found = StudentDistribution.quantile(share, degrees: degrees)
    #expect(abs(found - quantile) < 1e-8 * max(1, abs(quantile)), "\(found)")
  }
}
