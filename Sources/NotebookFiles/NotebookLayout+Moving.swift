/// The layout after an edit that leaves all blocks what they are.
extension NotebookLayout {
  /// A block by its section and its place in that.
  struct Place {
    var section: Int
    var block: Int
  }

  /// The block of statements that opens at a place.
  func fence(openingAt offset: Int) -> FencedBlock? {
    guard let section = sections.last(where: { $0.bytes.lowerBound <= offset }) else { return nil }
    return section.fences.first { $0.opening == offset }
  }

  /// The block within which some bytes are.
  func block(holding range: Range<Int>) -> Place? {
    guard let section = sections.lastIndex(where: { $0.bytes.lowerBound <= range.lowerBound }),
      let block = sections[section].blocks.firstIndex(where: {
        $0.bytes.lowerBound <= range.lowerBound && range.upperBound <= $0.bytes.upperBound
      })
    else { return nil }
    return Place(section: section, block: block)
  }

  /// - Parameter edited: the block that the edit is in; nil where it is before all.
  func moved(_ shift: EditShift, editing edited: Place?) -> NotebookLayout {
    var copy = self
    for index in sections.indices {
      let isEdited = index == edited?.section
      let bytes = sections[index].bytes
      // The section of an edited block ends behind it, and every later one begins there.
      copy.sections[index].bytes = isEdited ? shift.grown(bytes) : shift.range(bytes)
      for block in sections[index].blocks.indices {
        let isOwn = isEdited && block == edited?.block
        copy.sections[index].blocks[block] = sections[index].blocks[block].moved(shift, isOwn)
      }
    }
    copy.faults = faults.map { fault in
      var fault = fault
      fault.line = shift.line(fault.line)
      return fault
    }
    return copy
  }
}

extension NotebookSection.Block {
  fileprivate func moved(_ shift: EditShift, _ isEdited: Bool) -> NotebookSection.Block {
    var copy = self
    copy.bytes = isEdited ? shift.grown(bytes) : shift.range(bytes)
    if case .fence(let fence) = kind { copy.kind = .fence(fence.moved(shift, isEdited)) }
    return copy
  }
}

extension FencedBlock {
  fileprivate func moved(_ shift: EditShift, _ isEdited: Bool) -> FencedBlock {
    var copy = self
    copy.content = isEdited ? shift.grown(content) : shift.range(content)
    copy.closing = closing.map(shift.offset)
    if !isEdited {
      copy.opening = shift.offset(opening)
      copy.firstLine = shift.line(firstLine)
    }
    return copy
  }

  /// The same where the edit is before it or within another block.
  func moved(_ shift: EditShift) -> FencedBlock { moved(shift, false) }
}
