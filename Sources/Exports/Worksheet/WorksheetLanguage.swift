/// The words of Moodle's grading worksheet in a language, as its language packs have them (assign:
/// recordid, gradecanbechanged, lastmodifiedgrade; moodle: grade; assignfeedback_comments).
struct WorksheetLanguage: Sendable {
  /// ISO 639-1.
  let code: String
  let identifier: String
  let grade: [String]
  /// Of an assignment with points.
  let maximum: [String]
  /// Of one that is marked by a scale of words.
  let scale: String
  let canBeChanged: [String]
  let gradeModified: [String]
  let comments: [String]
  /// In a cell of `canBeChanged`.
  let yes: String
  let decimalSign: MarkRule.DecimalSign

  static let all: [WorksheetLanguage] = [
    WorksheetLanguage(
      code: "en", identifier: "Identifier", grade: ["Grade"], maximum: ["Maximum Grade"],
      scale: "Scale", canBeChanged: ["Grade can be changed"],
      gradeModified: ["Last modified (grade)"], comments: ["Feedback comments"], yes: "Yes",
      decimalSign: .point),
    WorksheetLanguage(
      code: "de", identifier: "ID", grade: ["Bewertung"], maximum: ["Bestwertung"],
      scale: "Skala", canBeChanged: ["Bewertung kann geändert werden"],
      gradeModified: ["Zuletzt geändert (Bewertung)"], comments: ["Feedback als Kommentar"],
      yes: "Ja", decimalSign: .comma),
    WorksheetLanguage(
      code: "fr", identifier: "Identifiant", grade: ["Note"], maximum: ["Note maximale"],
      scale: "Barème", canBeChanged: ["La note peut être modifiée"],
      gradeModified: ["Dernière modification (note)"], comments: ["Feedback par commentaires"],
      yes: "Oui", decimalSign: .comma),
    WorksheetLanguage(
      code: "es", identifier: "Identificador", grade: ["Calificación"],
      maximum: ["Calificación máxima", "Calificación Máxima"], scale: "Escala",
      canBeChanged: ["La calificación puede ser cambiada", "La calificación puede cambiarse"],
      gradeModified: ["Última modificación (calificación)"],
      comments: ["Comentarios de retroalimentación", "Comentarios de retroacción"], yes: "Sí",
      decimalSign: .comma),
    WorksheetLanguage(
      code: "it", identifier: "Identificativo", grade: ["Valutazione"],
      maximum: ["Valutazione massima"], scale: "Scala",
      canBeChanged: ["La valutazione può essere cambiata"],
      gradeModified: ["Ultima modifica (valutazione)"],
      comments: ["Commenti", "Feedback commenti"],
      yes: "Sì", decimalSign: .comma),
  ]
}
