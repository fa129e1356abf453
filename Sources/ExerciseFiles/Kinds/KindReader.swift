import Exercises

/// How the `question` block of one kind of question is read.
protocol KindReader {
  /// Keys that show a question to be of this kind.
  static var marks: [String] { get }
  /// Other keys that only some kinds have.
  static var keys: [String] { get }

  init(_ block: QuestionBlock)

  /// Nil where the block says too little to ask anything.
  func body() -> Question.Body?
}

extension KindReader {
  static var allKeys: [String] { marks + keys }
}

/// A `question` block and what is known of its question before its kind is looked at.
struct QuestionBlock {
  let fields: Fields
  let names: TakenNames
  /// Of the block itself.
  let place: SourceLocation
  let question: Question
}

/// Every kind of question that a block can be of; the first whose mark it has is taken.
var kindReaders: [any KindReader.Type] {
  [ValuesReader.self, FunctionReader.self, ChoiceReader.self, TextReader.self]
}
