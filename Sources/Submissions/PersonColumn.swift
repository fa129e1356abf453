/// What a column of a list of people holds, as learning platforms export them, by its heading.
public enum PersonColumn: CaseIterable, Sendable {
  case id, username, name, givenName, familyName, email, submission, submitted

  /// Headings, as `PersonName.folded` has them; the first that heads a column counts.
  private var headings: [String] {
    switch self {
    case .id:
      [
        "id number", "student id", "student number", "student", "number", "id", "sis user id",
        "sis id", "matricule", "matrikelnummer", "sciper", "no sciper", "id-nummer",
        "numero d'identification", "numero de id", "codice identificativo",
      ]
    case .username:
      ["username", "user name", "login", "sis login id", "anmeldename", "nom d'utilisateur"]
    case .name:
      [
        "full name", "name", "student name", "vollstandiger name", "nom complet",
        "nombre completo", "nome completo",
      ]
    case .givenName: ["first name", "given name", "vorname", "prenom", "nombre", "nome"]
    case .familyName:
      [
        "surname", "last name", "family name", "nachname", "nom", "nom de famille", "apellidos",
        "cognome",
      ]
    case .email:
      [
        "email address", "email", "e-mail", "e-mail-adresse", "adresse de courriel", "courriel",
        "direccion de correo", "indirizzo email",
      ]
    case .submission: ["identifier", "identifiant", "identificador", "identificativo"]
    case .submitted:
      [
        "submitted", "submitted at", "submission time", "created_at",
        "last modified (submission)",
        "zuletzt geandert (abgabe)", "derniere modification (travail remis)",
        "ultima modificacion (entrega)", "ultima modifica (consegna)",
      ]
    }
  }

  /// Where each stands in a row of headings, counted from 0.
  public static func places(in header: [String]) -> [PersonColumn: Int] {
    let headings = header.map { PersonName.folded($0).trimmingBlank }
    var places: [PersonColumn: Int] = [:]
    for column in allCases {
      places[column] = column.headings.lazy.compactMap { headings.firstIndex(of: $0) }.first
    }
    // In a German worksheet the submission's number stands under ID.
    if places[.submission] == nil, headings.contains("zuletzt geandert (abgabe)"),
      headings.first == "id", places[.id] == 0
    {
      places[.submission] = 0
      places[.id] = nil
    }
    // Canvas has the name under Student, and a number of its own under ID.
    if let login = headings.firstIndex(of: "sis login id"), headings.first == "student" {
      places[.name] = 0
      places[.id] = headings.firstIndex(of: "sis user id")
      places[.username] = login
    }
    return places
  }
}
