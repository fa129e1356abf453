/// Words that a number after them names something by: `Model 2`, `scope 3`.
extension TextTokens {
  static func namesNumber(_ word: String) -> Bool {
    headsOfNames.contains(word) || word.hasSuffix("s") && headsOfNames.contains(singular(word))
  }

  private static let headsOfNames: Set<String> = [
    "answer", "article", "case", "chapter", "criterion", "equation", "exercise", "fig", "figure",
    "generation", "gpt", "group", "item", "level", "line", "llama", "model", "no", "nr", "number",
    "option", "page", "part", "phase", "point", "principle", "question", "row", "scenario", "scope",
    "sdg", "section", "sentence", "series", "step", "table", "tier", "top", "version",
  ]

  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
  ]

  static let cardinals: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
  ]

  /// A word without the ending of its plural: `queries`, `classes`, `models`.
  static func singular(_ word: String) -> String {
    if let processor = processors[word] { return processor }
    guard word.utf8.count > 2, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
      !word.hasSuffix("is")
    else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["ses", "xes", "zes", "ches", "shes"] where word.hasSuffix(ending) {
      // `uses` is of use, `classes` of class.
      if ending == "ses", !word.hasSuffix("sses") { break }
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// Acronyms whose plural looks like a word in `us`.
  private static let processors = ["cpus": "cpu", "gpus": "gpu", "npus": "npu", "tpus": "tpu"]
}
