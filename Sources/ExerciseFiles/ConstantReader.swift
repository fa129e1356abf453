import Exercises

/// Reads `constants` and `concrete` of a front matter.
struct ConstantReader {
  let fields: Fields

  /// Entries of either list.
  private static let most = 200

  static let keys = ["constants", "concrete"]

  private var log: ProblemLog { fields.log }
  private var file: String { log.source.name ?? "" }

  func constants() -> [Constant] {
    bounded(fields.mapping("constants"), "constants").compactMap { pair in
      guard log.isName(pair, of: .constant) else { return nil }
      if let value = pair.value.formula {
        return Constant(name: pair.key, value: value, file: file)
      }
      guard
        let own = Fields(
          pair, owner: .constant(pair.key), allowed: ["value", "what", "source"], log: log)
      else { return nil }
      let (what, source) = (own.text("what"), own.text("source"))
      guard own.require("value", at: pair.place), let value = own.formula("value") else {
        return nil
      }
      return Constant(name: pair.key, value: value, what: what, source: source, file: file)
    }
  }

  func equivalencies() -> [Equivalency] {
    bounded(fields.list("concrete"), "concrete").compactMap(equivalency)
  }

  private func bounded<Entry>(_ entries: [Entry], _ key: String) -> ArraySlice<Entry> {
    if entries.count > Self.most {
      log.report(.tooManyFigures(key: key, limit: Self.most), at: fields.place(of: key))
    }
    return entries.prefix(Self.most)
  }

  private func equivalency(_ node: YAMLNode) -> Equivalency? {
    let keys = ["for", "text", "uses", "source"]
    guard let own = Fields(entryOf: "concrete", node, owner: .comparison, allowed: keys, log: log)
    else { return nil }
    let uses = own.formulas("uses", named: .used)
    let source = own.text("source")
    guard own.require("for", "text"), let unit = own.formula("for"),
      let written = own.sourced("text"), let text = LiveTextReader(log: log).text(written)
    else { return nil }
    guard !text.placeholders.isEmpty else {
      log.report(.comparisonWithoutFigure, line: written.line)
      return nil
    }
    return Equivalency(unit: unit, text: text, uses: uses, source: source, file: file)
  }
}
