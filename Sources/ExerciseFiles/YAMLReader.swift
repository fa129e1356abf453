import Diagnostics
import YAMLReading

/// Reads a piece of YAML that stands in a file, and reports what it stumbles over.
///
/// Aliases are refused, since they can grow a short text without bound; nesting and the number of
/// values are bounded.
struct YAMLReader {
  let log: ProblemLog
  /// The line of the file that the YAML's first line is.
  let firstLine: Int

  /// Keys given twice that are reported before the rest is given up.
  private static let mostRepeats = 50

  /// Nil where nothing can be read, which has been reported.
  func read(_ source: String) -> YAMLNode? {
    let root: YAMLValue?
    do { root = try YAMLValue.read(source) } catch {
      report(error, in: source)
      return nil
    }
    guard let root else {
      return YAMLNode(content: .nothing, place: SourceLocation(line: firstLine))
    }
    guard Self.repeats(in: root) <= Self.mostRepeats else {
      log.report(.yamlTooMany, line: firstLine)
      return nil
    }
    let node = converted(root, YAMLLosses(source, firstLine: firstLine, log: log))
    if node.form == .plain, let (key, value) = node.text.flatMap(YAMLNode.gluedKey) {
      log.report(.yamlMissingSpace(key: key, value: value), line: node.place.line)
      return nil
    }
    return node
  }

  /// Keys of one mapping that come again in it, in all mappings together.
  private static func repeats(in value: YAMLValue) -> Int {
    guard let pairs = value.pairs else {
      return (value.items ?? []).reduce(0) { $0 + repeats(in: $1) }
    }
    let names = pairs.compactMap(\.key.text)
    return pairs.reduce(names.count - Set(names).count) { $0 + repeats(in: $1.value) }
  }

  // MARK: - Values

  private func place(_ mark: YAMLMark?, length: Int = 0) -> SourceLocation {
    guard let mark else { return SourceLocation(line: firstLine) }
    return SourceLocation(line: firstLine + mark.line - 1, column: mark.column, length: length)
  }

  private func converted(_ value: YAMLValue, _ losses: YAMLLosses) -> YAMLNode {
    let form = value.isBracketed ? YAMLNode.Form.flow : .block
    switch value.content {
    case .scalar(let text, let style):
      if let mark = value.mark { losses.check(text, style, at: mark) }
      return converted(text, style, at: value.mark)
    case .list(let values):
      var items = values.map { converted($0, losses) }
      if form == .flow { items = log.joined(items) }
      return YAMLNode(content: .list(items), place: place(value.mark), form: form)
    case .mapping(let all):
      var pairs = pairs(all, losses)
      // Whether a word is a key of this mapping is not known here.
      if form == .flow { pairs = log.joined(pairs) { $0.first?.isLetter != false } }
      return YAMLNode(content: .mapping(pairs), place: place(value.mark), form: form)
    }
  }

  private func converted(
    _ text: String, _ style: YAMLValue.ScalarStyle, at mark: YAMLMark?
  ) -> YAMLNode {
    var place = place(mark, length: text.unicodeScalars.count)
    var form = YAMLNode.Form.quoted
    switch style {
    case .literal, .folded: place = SourceLocation(line: place.line + 1)
    case .singleQuoted, .doubleQuoted: place.length += 2
    case .plain:
      if ["", "~", "null"].contains(text) {
        return YAMLNode(content: .nothing, place: place, nothing: text)
      }
      form = .plain
    }
    return YAMLNode(content: .scalar(text), place: place, form: form)
  }

  /// Of a key that stands there more than once the last counts, which is reported.
  private func pairs(_ all: [YAMLValue.Pair], _ losses: YAMLLosses) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    var earlier: [String: Int] = [:]
    var left = all.reduce(into: [:]) { $0[$1.key.text, default: 0] += 1 }
    for pair in all {
      guard case .scalar(var name, let style) = pair.key.content else {
        log.report(.yamlKeyNotText, at: place(pair.key.mark))
        continue
      }
      left[name, default: 1] -= 1
      if left[name] != 0 {
        earlier[name] = earlier[name] ?? place(pair.key.mark).line
        continue
      }
      var value = converted(pair.value, losses)
      var place = place(pair.key.mark, length: name.unicodeScalars.count)
      if style == .plain, value.isLeftOut, let (own, rest) = YAMLNode.gluedKey(name) {
        log.report(.yamlMissingSpace(key: own, value: rest), at: place)
        value = YAMLNode(content: .scalar(rest), place: place)
        (name, place.length) = (own, own.unicodeScalars.count)
      }
      if let first = earlier[name] { log.report(.keyTwice(key: name, firstLine: first), at: place) }
      pairs.append(YAMLPair(key: name, place: place, value: value))
    }
    return pairs
  }

  // MARK: - Troubles

  /// The line on which a mark stands; empty beyond the text.
  private func line(of mark: YAMLMark, in yaml: String) -> Substring {
    let lines = lines(of: yaml)
    return lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
  }

  /// The line, counted from 1, that lacks a space behind its key and so is one with the line after it,
  /// with that key and what follows it.
  private func gluedLine(
    _ fault: Diagnostic, at mark: YAMLMark, in yaml: String
  ) -> (number: Int, key: String, value: String)? {
    guard [.yamlColonInValue, .yamlMissingColon, .yamlBadIndentation].contains(fault) else {
      return nil
    }
    let lines = lines(of: yaml)
    let isBlank = { (line: Int) in lines[line - 1].allSatisfy(\.isWhitespace) }
    guard let end = (1...max(1, min(mark.line, lines.count))).last(where: { !isBlank($0) }) else {
      return nil
    }
    let last = lines[end - 1]
    let before = (1..<end).last { !isBlank($0) }
    for number in [before, end].compactMap(\.self) {
      let line = lines[number - 1]
      let content = content(of: line)
      guard line.count - content.count == last.count - self.content(of: last).count,
        let (key, value) = YAMLNode.gluedKey(content)
      else { continue }
      return (number, key, value)
    }
    return nil
  }

  /// A line without its indentation and the hyphens of lists.
  private func content(of line: Substring) -> Substring {
    line.drop { $0 == " " || $0 == "-" }
  }

  private func report(_ fault: YAMLFault, in yaml: String) {
    let line = firstLine + fault.mark.line - 1
    switch fault.kind {
    case .syntax(let problem, let context):
      report(problem, context, fault, in: yaml)
    case .controlCharacter: log.report(.yamlControlCharacter, line: line)
    case .alias(let name, isKnown: true): log.report(.anchor(name: name), line: line)
    case .alias(_, isKnown: false): log.report(.yamlUndefinedAlias, line: line)
    case .secondDocument: log.report(.yamlSecondDocument, line: line)
    case .tooDeep: log.report(.yamlDeep, line: line)
    case .tooMany: log.report(.yamlTooMany, at: place(fault.mark))
    case .outOfMemory: log.report(.yamlUnknown, line: firstLine)
    }
  }

  private func report(
    _ problem: String, _ context: String?, _ found: YAMLFault, in yaml: String
  ) {
    let mark = found.mark
    var fault = Diagnostic.yaml(problem: problem, context: context)
    let before = line(of: mark, in: yaml).unicodeScalars.prefix(max(0, mark.column - 1))
    let opensLine = before.allSatisfy { $0.properties.isWhitespace || $0 == "-" }
    if fault == .yamlBadIndentation, !opensLine { fault = .yamlValueEnded }
    if let (number, key, value) = gluedLine(fault, at: mark, in: yaml) {
      log.report(.yamlMissingSpace(key: key, value: value), line: firstLine + number - 1)
      return
    }
    if problem == "did not find expected alphabetic or numeric character" {
      let sign = found.contextMark ?? mark
      let value = line(of: sign, in: yaml).unicodeScalars.dropFirst(sign.column - 1)
      fault = .yamlSign(value: String(value))
    }
    let start = Diagnostic.yamlUnclosed.contains(fault) ? found.contextMark ?? mark : mark
    // Whatever libyaml makes of a tab before the first sign of a line.
    let tabbed = [start, mark].first {
      line(of: $0, in: yaml).prefix { $0.isWhitespace }.contains("\t")
    }
    log.report(
      tabbed == nil ? fault : .yamlTabIndentation, line: firstLine + (tabbed ?? start).line - 1)
  }
}
