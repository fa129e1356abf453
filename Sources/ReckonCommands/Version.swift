import CBuild

/// The version of the program; the newest entry of CHANGELOG.md has its number.
package enum Version {
  package static let number = "0.2.0"

  /// With the commit that the program was built from, where `make` built it.
  package static var text: String {
    let commit = String(cString: reckon_commit())
    return commit.isEmpty ? number : "\(number) (\(commit))"
  }
}
