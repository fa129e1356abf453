/// What libyaml's own reports mean for whoever wrote the text.
enum YAMLTrouble {
  static func fault(problem: String, context: String?) -> YAMLFault {
    switch problem {
    case "mapping values are not allowed in this context", "found unexpected ':'": .colonInValue
    case "could not find expected ':'": .missingColon
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context",
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      .badIndentation
    case "did not find expected ',' or ']'": .unclosedBracket
    case "did not find expected ',' or '}'": .unclosedBrace
    case "found character that cannot start any token": .badStart
    case "found unexpected end of stream", "found unexpected document indicator": .unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      .badEscape
    case "but found another document", "did not find expected <document start>": .secondDocument
    case "found undefined alias": .undefinedAlias
    case "did not find expected node content" where context == "while parsing a flow node":
      .unclosedBracket
    default: .unknown
    }
  }

  static func isAboutItsStart(_ fault: YAMLFault) -> Bool {
    switch fault {
    case .missingColon, .unclosedBracket, .unclosedBrace, .unclosedQuote: true
    case .badEscape, .badIndentation, .badStart, .colonInValue, .controlCharacter, .deep,
      .keyNotText, .secondDocument, .tabIndentation, .tooMany, .undefinedAlias, .unknown,
      .valueEnded:
      false
    }
  }
}
