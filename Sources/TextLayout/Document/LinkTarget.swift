import Diagnostics

/// Where a link may lead on a page: `http:`, `https:`, `mailto:`, or a place on the page itself.
///
/// Nil for anything else, such as `javascript:` or a file that does not come with the page.
/// Spaces and what could end an attribute or a Markdown destination are percent-encoded.
func linkTarget(_ destination: String) -> String? {
  let target = onOneLine(destination)
  let start = target.lowercased()
  let isAllowed = ["http://", "https://", "mailto:", "#"].contains { start.hasPrefix($0) }
  guard isAllowed, target.utf8.count <= 2000 else { return nil }
  return addressOnPage(target)
}

/// An address in which nothing ends an attribute or a Markdown destination.
func addressOnPage(_ address: String) -> String {
  // A picture within a page is long.
  if address.utf8.allSatisfy(harmless.contains) { return address }
  var result = ""
  for scalar in onOneLine(address).unicodeScalars {
    switch scalar {
    case " ", "\"", "'", "<", ">", "(", ")", "\\", "`", "{", "}", "|", "^":
      result += "%" + String(scalar.value, radix: 16, uppercase: true)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private let harmless = Set(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=:;,.-_%".utf8)
