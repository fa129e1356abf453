import MarkdownReading

/// The id of a fault of YAML, what is said of it, and what mends it.
func yamlWording(of fault: YAMLFault) -> (id: String, message: String, help: String) {
  switch fault {
  case .badEscape:
    (
      "yaml-escape", "A backslash within double quotes stands before a letter it does not go with.",
      "Use single quotes, or write `\\\\` for a backslash."
    )
  case .badIndentation:
    (
      "yaml-indentation", "This line is not indented like those it belongs to.",
      "Start the keys of one block, or the hyphens of one list, in the same column, with spaces."
    )
  case .badStart:
    (
      "yaml-start", "A value cannot start with a tab or one of the signs % @ `.",
      "Put the value in quotes."
    )
  case .colonInValue:
    (
      "yaml-colon", "A colon followed by a space stands within a value here.",
      "Put the value in quotes, or look at the indentation of this line."
    )
  case .controlCharacter:
    ("yaml-control-character", "A control character stands here.", "Take it out.")
  case .deep:
    (
      "yaml-too-deep", "Lists and keys are nested too deeply here.",
      "Close the brackets, or write the text in quotes on a line without brackets."
    )
  case .keyNotText:
    ("yaml-key", "A key has to be a word.", "Put a text that opens with a bracket in quotes.")
  case .missingColon:
    (
      "yaml-no-colon", "There is no colon after the key, or the line before does not end here.",
      "Write `key: value`, and indent the lines that continue a text."
    )
  case .secondDocument:
    (
      "yaml-second-part", "A line `---` or a value before it cuts this block in two.",
      "Take the line out, or put what follows in one block."
    )
  case .tabIndentation:
    (
      "yaml-tab", "This line is indented with a tab.",
      "Indent with spaces: the tab's width differs from editor to editor."
    )
  case .tooMany:
    ("yaml-too-many", "There are too many values here.", "Make several exercises of it.")
  case .unclosedBrace:
    (
      "yaml-brace", "This brace is not closed, or a comma is missing after one of its entries.",
      "Put texts with brackets, braces or commas in quotes."
    )
  case .unclosedBracket:
    (
      "yaml-bracket", "This bracket is not closed, or a comma is missing after one of its entries.",
      "Put texts with brackets, braces or commas in quotes, as in `'models[\"Accuracy (%)\"]'`."
    )
  case .unclosedQuote:
    ("yaml-quote", "This quotation mark is not closed.", "Close it with the same mark.")
  case .undefinedAlias:
    ("yaml-star", "A value cannot start with `*`.", "Put the value in quotes.")
  case .unknown:
    (
      "yaml", "This cannot be read as keys and values.",
      "Look at the quotes, colons and indentation of this line and the one before."
    )
  case .valueEnded:
    (
      "yaml-value-ended", "More stands on this line after its value has ended.",
      "Put the whole value in single quotes, as in `'models[\"Accuracy (%)\"]'`."
    )
  }
}

// MARK: - Phrases
