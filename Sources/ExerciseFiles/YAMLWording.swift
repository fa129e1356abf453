import Diagnostics

/// What YAML stumbles over, in terms of what stands in the file.
extension Diagnostic {
  static let yamlBadEscape = Self(
    "yaml-escape", "A backslash within double quotes stands before a letter it does not go with.",
    try: "Use single quotes, or write `\\\\` for a backslash.")
  static let yamlBadIndentation = Self(
    "yaml-indentation", "This line is not indented like those it belongs to.",
    try: "Start the keys of one block, or the hyphens of one list, in the same column, with spaces."
  )
  static let yamlBadStart = Self(
    "yaml-start", "A value cannot start with a tab or one of the signs % @ `.",
    try: "Put the value in quotes.")
  static let yamlColonInValue = Self(
    "yaml-colon", "A colon followed by a space stands within a value here.",
    try: "Put the value in quotes, or look at the indentation of this line.")
  static let yamlControlCharacter = Self(
    "yaml-control-character", "A control character stands here.", try: "Take it out.")
  static let yamlDeep = Self(
    "yaml-too-deep", "Lists and keys are nested too deeply here.",
    try: "Close the brackets, or write the text in quotes on a line without brackets.")
  static let yamlKeyNotText = Self(
    "yaml-key", "A key has to be a word.", try: "Put a text that opens with a bracket in quotes.")
  static func yamlLostCommand(_ command: String) -> Self {
    Self(
      "yaml-lost-command",
      "Within double quotes, `\(command.prefix(2))` is not a backslash and a letter: `\(command)` is"
        + " lost.", try: "Use single quotes, or write `\\\(command)`.", as: .warning)
  }
  static func yamlLostRest(_ rest: String, after text: String) -> Self {
    Self(
      "yaml-lost-rest",
      "What stands after `\(clipped(text))` is not read, for `#` after a space begins a remark:"
        + " `\(clipped(rest))`.",
      try: "Put the whole value in single quotes, or write `# ` before a remark.", as: .warning)
  }
  static let yamlMissingColon = Self(
    "yaml-no-colon", "There is no colon after the key, or the line before does not end here.",
    try: "Write `key: value`, and indent the lines that continue a text.")
  static func yamlMissingSpace(key: String, value: String) -> Self {
    Self(
      "yaml-space", "A space is missing after the colon of `\(key):`.",
      try: "Write `\(key): \(clipped(value))`.")
  }
  static func yamlNoColon(key: String, value: String) -> Self {
    Self(
      "yaml-no-colon", "There is no colon after `\(key)`.",
      try: "Write `\(key): \(clipped(value))`.")
  }
  static let yamlSecondDocument = Self(
    "yaml-second-part", "A line `---` or a value before it cuts this block in two.",
    try: "Take the line out, or put what follows in one block.")
  /// Of a `*` or `&`, which open names of YAML's own.
  static func yamlSign(value: String) -> Self {
    Self(
      "yaml-star", "A value cannot start with `\(value.prefix(1))`.",
      try: "Put it in quotes: `\(YAMLNode.quoted(clipped(value.trimmingBlank)))`.")
  }
  static let yamlTabIndentation = Self(
    "yaml-tab", "This line is indented with a tab.",
    try: "Indent with spaces: the tab's width differs from editor to editor.")
  static let yamlTooMany = Self(
    "yaml-too-many", "There are too many values here.", try: "Make several exercises of it.")
  static let yamlUnclosedBrace = Self(
    "yaml-brace", "This brace is not closed, or a comma is missing after one of its entries.",
    try: "Put texts with brackets, braces or commas in quotes.")
  static let yamlUnclosedBracket = Self(
    "yaml-bracket", "This bracket is not closed, or a comma is missing after one of its entries.",
    try: "Put texts with brackets, braces or commas in quotes, as in `'models[\"Accuracy (%)\"]'`.")
  static let yamlUnclosedQuote = Self(
    "yaml-quote", "This quotation mark is not closed.", try: "Close it with the same mark.")
  static let yamlUndefinedAlias = Self(
    "yaml-star", "A value cannot start with `*`.", try: "Put the value in quotes.")
  static let yamlUnknown = Self(
    "yaml", "This cannot be read as keys and values.",
    try: "Look at the quotes, colons and indentation of this line and the one before.")
  static let yamlValueEnded = Self(
    "yaml-value-ended", "More stands on this line after its value has ended.",
    try: "Put the whole value in single quotes, as in `'models[\"Accuracy (%)\"]'`.")

  /// Faults of what is not closed, which is looked for where it was opened.
  static let yamlUnclosed = [
    yamlMissingColon, yamlUnclosedBracket, yamlUnclosedBrace, yamlUnclosedQuote,
  ]

  /// What libyaml's own report means for whoever wrote the text.
  static func yaml(problem: String, context: String?) -> Self {
    switch problem {
    case "mapping values are not allowed in this context", "found unexpected ':'": .yamlColonInValue
    case "could not find expected ':'": .yamlMissingColon
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context",
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      .yamlBadIndentation
    case "did not find expected ',' or ']'": .yamlUnclosedBracket
    case "did not find expected ',' or '}'": .yamlUnclosedBrace
    case "found character that cannot start any token": .yamlBadStart
    case "found unexpected end of stream", "found unexpected document indicator": .yamlUnclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      .yamlBadEscape
    case "did not find expected <document start>": .yamlSecondDocument
    case "did not find expected node content" where context == "while parsing a flow node":
      .yamlUnclosedBracket
    default: .yamlUnknown
    }
  }
}
