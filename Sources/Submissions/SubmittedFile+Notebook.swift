import NotebookFiles
import Reports

extension SubmittedFile {
  /// Why no notebook can be read from a file.
  public enum Refusal: Error, Hashable, Sendable {
    case trouble(Trouble)
    case fault(NotebookIdentity.Fault)

    /// A sentence for whoever has handed it in.
    public var sentence: String {
      switch self {
      case .trouble(let trouble): trouble.sentence
      case .fault(let fault): fault.sentence
      }
    }
  }

  /// The text of the notebook that it is, or that a notebook for Jupyter was made of.
  public var notebookText: Result<String, Refusal> {
    content.mapError { .trouble($0) }.flatMap { bytes in
      Self.notebookText(of: bytes, name: name).map(\.text).mapError { .fault($0) }
    }
  }

  /// The same of bytes, and whether some of them were no UTF-8.
  public static func notebookText(
    of bytes: [UInt8], name: String
  ) -> Result<(text: String, isRepaired: Bool), NotebookIdentity.Fault> {
    let (text, isRepaired) = NotebookStore.text(of: bytes)
    guard name.lowercased().hasSuffix(".ipynb") else { return .success((text, isRepaired)) }
    return JupyterReader.notebook(of: text).map { .success(($0, isRepaired)) }
      ?? .failure(.foreignJupyter)
  }
}
