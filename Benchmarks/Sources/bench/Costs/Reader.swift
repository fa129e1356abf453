/// A way by which a text of others comes in: a command, and the file in which the text stands.
struct Reader {
  var name: String
  /// The limit that bounds it, in the words of the page.
  var bound: String
  private var program: Program
  private var arguments: [String]
  /// The file that holds the text; nil where it is standard input.
  private var file: String?
  private var wrap: (String) -> String

  private enum Program { case reckon, desk }

  private init(
    _ name: String, bound: String, by program: Program = .reckon, _ arguments: [String],
    file: String? = nil, wrap: @escaping (String) -> String = { $0 }
  ) {
    (self.name, self.bound, self.program) = (name, bound, program)
    (self.arguments, self.file, self.wrap) = (arguments, file, wrap)
  }

  /// The command that reads a text; the file is written.
  func command(_ text: String, _ bench: Workbench) throws -> Command {
    let path = try bench.write(wrap(text), to: file ?? "input")
    if let companion = Self.companions[file ?? ""] {
      _ = try bench.write(companion.text, to: companion.name)
    }
    var command = Command(
      program == .reckon ? bench.reckon : bench.desk, input: file == nil ? path : nil,
      folder: bench.scratch,
      environment: [
        "LANG": "C.UTF-8", "HOME": bench.scratch, "RECKON_EXERCISES": bench.root + "/Exercises",
        "XDG_STATE_HOME": bench.scratch,
      ])
    command.arguments = arguments
    return command
  }

  // MARK: All of them

  private static func head(_ exercise: String, _ more: String = "") -> String {
    "---\nreckon: 1\nexercise: \(exercise)\n\(more)---\n"
  }

  private static func exercise(_ body: String, head: String = "") -> String {
    "---\nreckon: 1\nid: costs\ntitle: Costs\n\(head)---\n\(body)"
  }

  private static func quoted(_ text: String) -> String {
    "> " + text.replacing("\n", with: "\n> ") + "\n"
  }

  private static func question(_ block: String) -> String {
    "## 1 A\nA.\n\n```question\npoints: 1\n\(block)\n```\n"
  }

  private static let chatbot = "chatbot-model-analysis"
  private static let footprint = "chatgpt-footprint"
  private static let values = question("answers:\n  a: 1")

  /// What has to lie beside a file.
  private static let companions = [
    "costs.csv": (name: "costs.md", text: exercise(values, head: "tables: {t: costs.csv}\n")),
    "list.csv": (name: "costs-\(footprint).answers.md", text: head(footprint)),
  ]

  static var all: [Reader] {
    [
      Reader("`eval`, statements", bound: "16 MB a line", ["eval"]),
      Reader(
        "`check`, a notebook", bound: "4 MB", ["check", "a.\(footprint).answers.md"],
        file: "a.\(footprint).answers.md"
      ) {
        head(footprint) + $0
      },
      Reader(
        "`check`, its head", bound: "64 kB", ["check", "b.\(footprint).answers.md"],
        file: "b.\(footprint).answers.md"
      ) {
        head(footprint, $0 + "\n")
      },
      Reader(
        "`check`, its statements", bound: "100 000 signs", ["check", "c.\(footprint).answers.md"],
        file: "c.\(footprint).answers.md"
      ) {
        head(footprint) + "## 2.1.1\n```reckon\n" + $0 + "\n```\n"
      },
      Reader(
        "`check`, its texts", bound: "50 000 signs", ["check", "d.\(chatbot).answers.md"],
        file: "d.\(chatbot).answers.md"
      ) {
        head(chatbot) + "## 1.3.1\n" + quoted($0)
      },
      Reader(
        "`convert`, its texts", bound: "1 MB",
        ["convert", "e.\(chatbot).answers.md", "--to", "html", "-o", "-"],
        file: "e.\(chatbot).answers.md"
      ) {
        head(chatbot) + "## 1.3.1\n" + quoted($0)
      },
      Reader("`lint`, Markdown", bound: "1 MB", ["lint", "f.md"], file: "f.md") {
        exercise($0 + "\n" + values)
      },
      Reader("`lint`, a head", bound: "100 000 values", ["lint", "g.md"], file: "g.md") {
        exercise(values, head: $0 + "\n")
      },
      Reader("`lint`, a question", bound: "100 000 values", ["lint", "h.md"], file: "h.md") {
        exercise(question($0))
      },
      Reader("`lint`, a chart", bound: "100 000 values", ["lint", "i.md"], file: "i.md") {
        exercise(values + "\n```chart\n" + $0 + "\n```\n")
      },
      Reader("`lint`, a table", bound: "16 MB", ["lint", "costs.md"], file: "costs.csv") {
        "a,b\n" + $0
      },
      Reader(
        "`preview`, a formula of a text", bound: "2000 signs", ["preview", "k.md"], file: "k.md"
      ) {
        exercise("## 1 A\nA\n\n$$\n" + $0 + "\n$$\n\nb.\n")
      },
      Reader(
        "`preview`, a text read word by word", bound: "50 000 signs",
        ["preview", chatbot, "--question", "1.3.1", "--text", "-"]),
      Reader("`grade --stream`, a line", bound: "32 MB", by: .desk, ["grade", "--stream"]),
      Reader("`grade --stream`, a notebook", bound: "4 MB", by: .desk, ["grade", "--stream"]) {
        "{\"notebooks\": [\"" + escaped(head(chatbot) + "## 1.3.1\n" + quoted($0)) + "\"]}\n"
      },
      Reader(
        "`grade --roster`", bound: "64 MB", by: .desk,
        [
          "grade", "costs-\(footprint).answers.md", "--into", "costs.sqlite", "--roster",
          "list.csv",
        ],
        file: "list.csv"
      ) {
        "id,name\n" + $0
      },
      Reader(
        "`debrief --marks`", bound: "64 MB", by: .desk, ["debrief", "--marks", "marks.csv"],
        file: "marks.csv"
      ) { "id,q1\n" + $0 },
    ]
  }

  /// As a text in JSON has it.
  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        result += "\\u00".utf8
        for digit in [byte >> 4, byte & 15] {
          result.append(Array("0123456789abcdef".utf8)[Int(digit)])
        }
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
