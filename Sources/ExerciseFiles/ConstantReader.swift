import Exercises

/// Reads `constants` and `concrete` of a front matter.
struct ConstantReader {
  let log: ProblemLog

  /// Entries of either list.
  private static let most = 200

  static let keys = ["constants", "concrete"]

  func constants(_ fields: Fields) -> [Constant] {
    let pairs = fields.mapping("constants")
    if pairs.count > Self.most {
      log.report(
        .tooManyFigures(key: "constants", limit: Self.most), at: fields.place(of: "constants"))
    }
    return pairs.prefix(Self.most).compactMap { pair in
      guard isName(pair.key) else {
        log.report(.badName(name: pair.key, of: .constant), at: pair.place)
        return nil
      }
      if let value = pair.value.formula {
        return Constant(name: pair.key, value: value, file: file)
      }
      guard
        let own = Fields(
          pair.value, owner: .constant(pair.key), allowed: ["value", "what", "source"], log: log)
      else {
        log.report(
          .wrongType(key: pair.key, expected: .text, found: pair.value.shape), at: pair.place)
        return nil
      }
      let (what, source) = (own.text("what"), own.text("source"))
      guard own.require("value", at: pair.place), let value = own.formula("value") else {
        return nil
      }
      return Constant(name: pair.key, value: value, what: what, source: source, file: file)
    }
  }

  func equivalencies(_ fields: Fields) -> [Equivalency] {
    let nodes = fields.list("concrete")
    if nodes.count > Self.most {
      log.report(
        .tooManyFigures(key: "concrete", limit: Self.most), at: fields.place(of: "concrete"))
    }
    return nodes.prefix(Self.most).compactMap(equivalency)
  }

  private func equivalency(_ node: YAMLNode) -> Equivalency? {
    guard
      let fields = Fields(
        node, owner: .comparison, allowed: ["for", "text", "uses", "source"], log: log)
    else {
      log.report(.wrongType(key: "concrete", expected: .mapping, found: node.shape), at: node.place)
      return nil
    }
    let uses = fields.formulas("uses", named: .used)
    let source = fields.text("source")
    let complete = [fields.require("for"), fields.require("text")]
    guard !complete.contains(false), let unit = fields.formula("for"),
      let written = fields.sourced("text"), let text = LiveTextReader(log: log).text(written)
    else { return nil }
    guard !text.placeholders.isEmpty else {
      log.report(.comparisonWithoutFigure, line: written.line)
      return nil
    }
    return Equivalency(unit: unit, text: text, uses: uses, source: source, file: file)
  }

  private var file: String { log.source.name ?? "" }
}
