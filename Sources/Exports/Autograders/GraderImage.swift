import Diagnostics

/// A system on which a platform runs graders, and the libraries of it that ours goes by: those that
/// cannot be brought along.
public struct GraderImage: Hashable, Sendable {
  /// As the platform calls it.
  public let name: String
  /// As `docker pull` knows it.
  public let docker: String
  /// The latest versions of symbols that its libraries have, by their prefix.
  let versions: [String: [Int]]

  private init(
    _ name: String, _ docker: String, glibc: [Int], glibcxx: [Int], cxxabi: [Int]
  ) {
    (self.name, self.docker) = (name, docker)
    versions = ["GLIBC": glibc, "GLIBCXX": glibcxx, "CXXABI": cxxabi]
  }

  private static let ubuntu22 = (glibc: [2, 35], glibcxx: [3, 4, 30], cxxabi: [1, 3, 13])

  /// Those that Gradescope offers, its default first (base images of its autograder documentation).
  static let gradescope = [
    GraderImage(
      "Ubuntu 22.04", "gradescope/autograder-base:ubuntu-22.04", glibc: ubuntu22.glibc,
      glibcxx: ubuntu22.glibcxx, cxxabi: ubuntu22.cxxabi),
    GraderImage(
      "Ubuntu 20.04", "gradescope/autograder-base:ubuntu-20.04", glibc: [2, 31],
      glibcxx: [3, 4, 28], cxxabi: [1, 3, 12]),
    GraderImage(
      "Ubuntu 18.04", "gradescope/autograder-base:ubuntu-18.04", glibc: [2, 27],
      glibcxx: [3, 4, 25], cxxabi: [1, 3, 11]),
  ]

  /// For PrairieLearn, which takes any: the oldest that the program runs on.
  static let prairieLearn = [
    GraderImage(
      "Ubuntu 22.04", "ubuntu:22.04", glibc: ubuntu22.glibc, glibcxx: ubuntu22.glibcxx,
      cxxabi: ubuntu22.cxxabi),
    GraderImage(
      "Debian 12", "debian:12", glibc: [2, 36], glibcxx: [3, 4, 30], cxxabi: [1, 3, 13]),
    GraderImage(
      "Ubuntu 24.04", "ubuntu:24.04", glibc: [2, 39], glibcxx: [3, 4, 33], cxxabi: [1, 3, 15]),
    GraderImage(
      "Debian 13", "debian:13", glibc: [2, 41], glibcxx: [3, 4, 33], cxxabi: [1, 3, 15]),
  ]

  /// Whether its libraries have a version of symbols, such as `GLIBC_2.34`.
  func has(_ version: String) -> Bool {
    // A mark of glibc 2.36 for the form of relocations.
    if version == "GLIBC_ABI_DT_RELR" { return has("GLIBC_2.36") }
    let parts = version.split(separator: "_", maxSplits: 1).map(String.init)
    guard parts.count == 2, let own = versions[parts[0]] else { return true }
    let wanted = parts[1].split(separator: ".").compactMap { Int($0) }
    return wanted.isEmpty || !own.lexicographicallyPrecedes(wanted)
  }
}
