/// A picture that a text shows, by the file that the text names.
public struct NamedPicture: Hashable, Sendable {
  public var destination: String
  /// What to say where it cannot be shown; may be empty.
  public var description: String
}

extension Document {
  /// The pictures of a text that are files, in their order, each once.
  public var pictures: [NamedPicture] {
    var known: Set<NamedPicture> = []
    return picturePlaces.filter { known.insert($0).inserted }
  }

  /// The same for each place where one stands.
  public var picturePlaces: [NamedPicture] {
    var result: [NamedPicture] = []
    for placed in blocks { placed.block.add(to: &result) }
    return result
  }
}

extension Block {
  fileprivate func add(to pictures: inout [NamedPicture]) {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.add(to: &pictures)
    case .list(_, _, let items):
      for block in items.flatMap(\.blocks) { block.add(to: &pictures) }
    case .quote(let blocks): for block in blocks { block.add(to: &pictures) }
    case .table(_, let header, let rows):
      for cell in ([header] + rows).joined() { cell.add(to: &pictures) }
    case .code, .rule, .html: break
    }
  }
}

extension [Inline] {
  fileprivate func add(to pictures: inout [NamedPicture]) {
    for inline in self {
      switch inline {
      case .image(let destination, let description):
        let isFile =
          !destination.isEmpty && !destination.contains(":") && !destination.hasPrefix("#")
        let picture = NamedPicture(destination: destination, description: description)
        if isFile { pictures.append(picture) }
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        inner.add(to: &pictures)
      case .text, .code, .formula, .softBreak, .lineBreak, .html: break
      }
    }
  }
}
