import Files

/// What can be wrong with the file of an exercise or a course, worded in `ExerciseWording.swift`.
enum ExerciseFault: Hashable {
  case anchor(name: String)
  case answerTwice(name: String, firstLine: Int)
  case badDate(key: String, found: String, needsTime: Bool)
  case badExerciseID(found: String)
  case badFunction(found: String)
  case badName(name: String, of: NamedThing)
  case badNumber(key: String, found: String, allowed: NumberBound)
  case badOtherName(found: String)
  case badSentences(found: String)
  case badTolerance(found: String)
  case badVersion(found: String)
  case badWord(key: String, found: String, allowed: [String])
  case blockOutsideQuestion(info: String)
  case calendarBackwards(date: String, until: String)
  case cellIsNoNumber(heading: String, unit: String, cell: String)
  case chartKeyMisplaced(key: String, kind: String)
  case chartRange(found: String)
  case chooseTooMany(count: Int, options: Int)
  case circle(ids: [String])
  case columnTwice(heading: String)
  case comparisonWithoutFigure
  case criteriaPoints(sum: Double, points: Double)
  case criterionKind(id: String, found: [String])
  case criterionTwice(id: String)
  case emptyHeading(column: Int)
  case emptyTable(name: String)
  case emptyList(key: String)
  case frontMatterMissing
  case frontMatterUnclosed
  case keyMisplaced(key: String, beside: String)
  case keyMissing(key: String, owner: KeyOwner)
  case keyTwice(key: String, firstLine: Int)
  case keyUnknown(key: String, owner: KeyOwner, allowed: [String])
  case keysTogether(keys: [String])
  case kindMissing
  case kindsMixed(keys: [String])
  case misspeltFence(info: String, nearest: String)
  case noRightOption(count: Int)
  case noWrongOption
  case notUTF8
  case optionTwice(text: String)
  case parameterTwice(name: String)
  case questionTwice(id: String, firstLine: Int)
  case ragged(found: Int, expected: Int)
  case rangeOfTwo(found: Int)
  case requiresItself(id: String)
  case secondQuestion(id: String, firstLine: Int)
  case seriesTooMany(count: Int, limit: Int)
  case severalTolerances(keys: [String])
  case showEmpty
  case showName(found: String)
  case showNamesUnclosed
  case showOption(found: String)
  case showTooLarge(limit: Int)
  case showUnclosed(formula: String)
  case tableFenceUnnamed
  case tableOutside(path: String)
  case tableQuotes
  case tableSeparator(found: String)
  case tableTooLarge(what: TableBound, limit: Int)
  case tableTwice(name: String)
  case testLength(found: Int, parameters: [String])
  case textTooTangled
  case tooManyEntries(key: String, count: Int, limit: Int)
  case tooManyFigures(key: String, limit: Int)
  case tooManyQuestions(count: Int, limit: Int)
  case tooManyShows(limit: Int)
  case tooTangled
  case unclosedFence(info: String)
  case unitKind(name: String, found: String)
  case unknownExercise(id: String, nearest: [String])
  case unreadable(path: String, why: FileError)
  case wrongType(key: String, expected: ValueShape, found: ValueShape)
  case yaml(YAMLFault)
}

/// Whose keys are spoken of.
enum KeyOwner: Hashable {
  case answer(String)
  case constant(String)
  case chart, comparison, course, criterion, event, exercise, figure, misconception, option,
    question, series, shares, table, text
}

enum NamedThing: Hashable {
  case answer, constant, given, parameter, table, unit, used, variable
}

enum NumberBound: Hashable {
  case factor, points, weight, positiveWhole, share, figures, choose
}

enum ValueShape: Hashable {
  case list, mapping, nothing, number, text, truth, lists
}

enum TableBound: Hashable {
  case rows, columns
}

/// What YAML stumbles over, in terms of what stands in the file.
enum YAMLFault: Hashable {
  case badEscape, badIndentation, badStart, colonInValue, controlCharacter, deep, keyNotText
  case missingColon, secondDocument, tabIndentation, tooMany, unclosedBrace, unclosedBracket
  case unclosedQuote, undefinedAlias, unknown, valueEnded
}
