/// Text as the content of an HTML element, or of an attribute in double quotes: without control
/// characters, and with nothing in it that a browser takes for markup.
public func escapedHTML(_ text: String) -> String {
  let clean = withoutControls(text)
  guard clean.utf8.contains(where: "&<>\"".utf8.contains) else { return clean }
  var result = ""
  for scalar in clean.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
