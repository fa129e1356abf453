import Yams

/// A mapping of an author's file, of which some keys are taken over as they are.
struct YAMLParts {
  private let node: Node?

  /// Nothing, for what is no YAML.
  init(_ text: String) { node = try? compose(yaml: text, .basic, .default, .utf8) }

  init(_ node: Node?) { self.node = node }

  subscript(key: String) -> Node? { node?.mapping?[Node(key)] }

  /// Those of some keys that are there, in the author's order.
  func pairs(_ keys: [String]) -> [(key: String, value: Node)] {
    (node?.mapping ?? [:]).compactMap { key, value in
      guard let name = key.scalar?.string, keys.contains(name) else { return nil }
      return (name, value)
    }
  }

  /// All of it, written anew; none for what is no mapping.
  var lines: [String] {
    Self.lines((node?.mapping ?? [:]).compactMap { key, value in key.string.map { ($0, value) } })
  }

  /// The same with every text in it changed.
  static func mapped(_ node: Node, _ text: (String) -> String) -> Node {
    switch node {
    case .scalar(let scalar):
      return .scalar(Node.Scalar(text(scalar.string), scalar.tag, scalar.style))
    case .sequence(let items):
      return .sequence(Node.Sequence(items.map { mapped($0, text) }, items.tag, items.style))
    case .mapping(let pairs):
      return .mapping(
        Node.Mapping(pairs.map { ($0.key, mapped($0.value, text)) }, pairs.tag, pairs.style))
    case .alias: return node
    }
  }

  /// Items of a list, or the one that stands for a list.
  static func items(of node: Node?) -> [Node] {
    if let sequence = node?.sequence { return Array(sequence) }
    return node.map { [$0] } ?? []
  }

  static func mapping(_ pairs: [(key: String, value: Node)]) -> Node {
    Node(pairs.map { (Node($0.key, Tag(.str), .plain), $0.value) })
  }

  static func list(_ items: [Node]) -> Node { Node(items) }

  /// The lines of a mapping.
  static func lines(_ pairs: [(key: String, value: Node)]) -> [String] {
    guard !pairs.isEmpty,
      let text = try? serialize(node: mapping(pairs), width: -1, allowUnicode: true)
    else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
