import CYaml

extension YAMLValue {
  /// The value as YAML in block style, a scalar in the style that it has; nil for what cannot be
  /// written, such as a character that YAML does not know.
  public var written: String? {
    let writer = YAMLWriter()
    return writer.write(self) ? String(decoding: writer.bytes, as: UTF8.self) : nil
  }
}

/// Hands a tree to libyaml as events.
private final class YAMLWriter {
  private(set) var bytes: [UInt8] = []
  /// libyaml keeps its address.
  private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
  private let isReady: Bool

  init() {
    isReady = yaml_emitter_initialize(emitter) == 1
    guard isReady else { return }
    yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, -1)
    yaml_emitter_set_break(emitter, YAML_LN_BREAK)
    let own = Unmanaged.passUnretained(self).toOpaque()
    yaml_emitter_set_output(
      emitter,
      { own, text, count in
        guard let own, let text else { return 0 }
        let writer = Unmanaged<YAMLWriter>.fromOpaque(own).takeUnretainedValue()
        writer.bytes += UnsafeBufferPointer(start: text, count: count)
        return 1
      }, own)
  }

  deinit {
    if isReady { yaml_emitter_delete(emitter) }
    emitter.deallocate()
  }

  func write(_ value: YAMLValue) -> Bool {
    isReady && emit { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
      && emit { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
      && emit(value)
      && emit { yaml_document_end_event_initialize(&$0, 1) }
      && emit { yaml_stream_end_event_initialize(&$0) }
  }

  /// The event is libyaml's from here on, which frees it.
  private func emit(_ initialize: (inout yaml_event_t) -> Int32) -> Bool {
    var event = yaml_event_t()
    return initialize(&event) == 1 && yaml_emitter_emit(emitter, &event) == 1
  }

  private func emit(_ value: YAMLValue) -> Bool {
    let implicit: Int32 = value.tag == nil ? 1 : 0
    switch value.content {
    case .scalar(let text, let style): return emit(text, style)
    case .list(let items):
      return withTag(value.tag) { tag in
        emit {
          yaml_sequence_start_event_initialize(&$0, nil, tag, implicit, YAML_ANY_SEQUENCE_STYLE)
        }
      } && items.allSatisfy(emit) && emit { yaml_sequence_end_event_initialize(&$0) }
    case .mapping(let pairs):
      return withTag(value.tag) { tag in
        emit {
          yaml_mapping_start_event_initialize(&$0, nil, tag, implicit, YAML_ANY_MAPPING_STYLE)
        }
      } && pairs.allSatisfy { emit($0.key) && emit($0.value) }
        && emit { yaml_mapping_end_event_initialize(&$0) }
    }
  }

  private func emit(_ text: String, _ style: YAMLValue.ScalarStyle) -> Bool {
    guard let length = Int32(exactly: text.utf8.count) else { return false }
    return withBytes(of: text) { bytes in
      emit {
        yaml_scalar_event_initialize(&$0, nil, nil, bytes, length, 1, 1, Self.style(style))
      }
    }
  }

  private func withTag(
    _ tag: String?, _ body: (UnsafePointer<yaml_char_t>?) -> Bool
  ) -> Bool {
    tag.map { withBytes(of: $0, body) } ?? body(nil)
  }

  /// The bytes end with a zero, which libyaml leaves as they are.
  private func withBytes(
    of text: String, _ body: (UnsafePointer<yaml_char_t>?) -> Bool
  ) -> Bool {
    (Array(text.utf8) + [0]).withUnsafeBufferPointer { body($0.baseAddress) }
  }

  private static func style(_ style: YAMLValue.ScalarStyle) -> yaml_scalar_style_t {
    switch style {
    case .plain: YAML_PLAIN_SCALAR_STYLE
    case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
    case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
    case .literal: YAML_LITERAL_SCALAR_STYLE
    case .folded: YAML_FOLDED_SCALAR_STYLE
    }
  }
}
