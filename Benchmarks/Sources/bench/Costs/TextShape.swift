/// A kind of text that may be dear to read, at any length.
struct TextShape {
  var name: String
  private var piece: (Int) -> String

  private init(_ name: String, _ piece: @escaping (Int) -> String) {
    (self.name, self.piece) = (name, piece)
  }

  /// The text of so many bytes, or a few less where a sign takes several.
  func text(bytes count: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(count + 64)
    var number = 0
    while text.count < count {
      text += piece(number).utf8
      number += 1
    }
    return String(decoding: text.prefix(count), as: UTF8.self)
  }

  /// Friendly and unfriendly ones: long lines and short ones, marks of every format, nesting, signs of
  /// many scalars, what is written from the right, what no terminal shows.
  static var all: [TextShape] {
    repeated.map { name, piece in TextShape(name) { _ in piece } } + [
      TextShape("chained names") { "n\($0 + 1) = n\($0) + \($0)\n" },
      TextShape("distinct keys") { "k\($0): \($0)\n" },
      TextShape("distinct headings") { "## \($0).1 Title\nText.\n\n" },
      TextShape("distinct pictures") { "![a](p\($0).png)\n\n" },
      TextShape("distinct anchors") { "- &a\($0) b\n" },
      TextShape("ever deeper lines") { String(repeating: " ", count: $0 % 4000) + "a:\n" },
      TextShape("ever longer words") { String(repeating: "a", count: $0 % 4000) + " " },
    ]
  }

  private static let repeated: KeyValuePairs = [
    "one word": "a", "words": "word and more ", "blanks": " ", "short lines": "a\n",
    "blank lines": "\n",
    "Windows' lines": "a = 1\r\n", "old Mac lines": "a\r", "brackets": "[", "closed brackets": "[]",
    "parentheses": "(", "braces": "{", "flow mappings": "{a: ", "double quotes": "\"",
    "single quotes": "'", "backticks": "`", "runs of backticks": "`a``b```c", "underscores": "_",
    "emphasis": "*a_", "asterisks": "*", "pipes": "|", "rows": "|a|b|\n",
    "rules of tables": "|-|-\n",
    "anchors": "&a ", "aliases": "*a ", "colons": ":", "keys": "a: 1\n", "question marks": "? ",
    "documents": "---\n", "percent signs": "%", "tags": "!a ", "block texts": "- |\n  a\n",
    "digits": "1", "numbers": "1 2 ", "grouped digits": "1'000", "points": "1.",
    "exponents": "1.5e5 ",
    "units": "kW h ", "quotients of units": "m/s/", "powers": "^2", "minus signs": "-",
    "sums": "1+",
    "products": "a*", "assignments": "a=1;", "dollars": "$", "fractions": "\\frac{",
    "scripts": "x^{",
    "backslashes": "\\", "hashes": "#", "tags of HTML": "<a ", "comments": "<!--", "links": "[a](b",
    "pictures": "![a](", "footnotes": "[^a]", "definitions": "[a]: b\n", "quotes": "> ",
    "lists in lists": "* + 1. ", "headings": "## a\n", "fences": "```\n", "tildes": "~~",
    "combining marks": "e\u{301}\u{301}\u{301}", "marks alone": "\u{301}", "families": "👨‍👩‍👧‍👦",
    "flags": "🇨", "right to left": "שלום ", "overrides": "\u{202E}", "zeros": "\0", "commas": ",",
    "semicolons": ";", "tabs": "\t", "addresses": "www.a.", "calls": "f(", "elements": "a[",
    "comparisons": "a<", "conversions": "1 m to km to ", "choices": "1 if a else ",
    "all at once": "a(\"b]'c`d*e_f|g",
  ]
}
