import NotebookFiles
import SeededRandom

/// Made-up names of several languages, with what trips programs up: accents, apostrophes, hyphens,
/// particles, other scripts.
enum StudentNames {
  private static let groups: [(given: [String], family: [String])] = [
    (
      ["Ada", "Grace", "Oliver", "Emily", "Jack", "Siobhán", "Liam", "Chloë"],
      ["Whitfield", "O'Connor", "Ashdown", "MacLeod", "Hart", "Smith-Jones", "O’Brien", "Baker"]
    ),
    (
      ["Chloé", "Léa", "Hugo", "Maël", "Noémie", "Jean-Luc", "Zoé", "François"],
      ["Dubois", "Lefèvre", "d'Arcy", "Rochat", "Favre-Bulle", "Müller", "L'Écuyer", "Noël"]
    ),
    (
      ["Jürg", "Anna-Lena", "Björn", "Käthe", "Lukas", "Mia", "Søren", "Åsa"],
      ["Hürlimann", "Größ", "von Arx", "Brändli", "Østergård", "Lindqvist", "Weiß", "Schmid"]
    ),
    (
      ["Nicolò", "Giulia", "José María", "Iñaki", "João", "Inês", "Lucía", "Matteo"],
      ["D'Angelo", "Peña", "de la Cruz", "Gonçalves", "Dell'Acqua", "Núñez", "Rossi", "Ferrão"]
    ),
    (
      ["Łukasz", "Zofia", "Jiří", "Šárka", "Đorđe", "Ștefan", "Gergő", "Ilmārs"],
      ["Wójcik", "Dvořák", "Živković", "Țurcanu", "Kovács", "Őze", "Bērziņš", "Nowak"]
    ),
    (
      ["Ольга", "Дмитро", "Ἑλένη", "Γιώργος", "Нино", "Алёна"],
      ["Смирнова", "Шевченко", "Παπαδοπούλου", "Νικολάου", "Беридзе", "Королёва"]
    ),
    (["美咲", "娜", "伟", "지민", "서연", "翔太"], ["佐藤", "李", "王", "김", "박", "鈴木"]),
    (
      ["Layla", "يوسف", "नेहा", "Nguyễn", "Ayşe", "Oğuz", "דנה", "Chimamanda"],
      ["al-Haddad", "منصور", "शर्मा", "Thị Hương", "Yıldız", "Şahin", "כהן", "Nwosu"]
    ),
  ]

  static func name(by random: inout SplitMix) -> String {
    // Half a class has names of one language, as where it is taught.
    let group = random.chance(0.4) ? 1 : random.below(groups.count)
    // Of those who have come from elsewhere, some have a family name of here.
    let other = random.chance(0.08) ? random.below(groups.count) : group
    let given = random.pick(groups[group].given) ?? ""
    return "\(given) \(random.pick(groups[other].family) ?? "")"
  }
}

/// Whose notebook it is, and what they are like.
struct SimulatedStudent {
  let student: NotebookFile.Student
  /// Of a normal distribution about 0 with deviation 1.
  let ability: Double
  /// Whether they bind what is given to names before they compute.
  let bindsGivens: Bool
  /// Whether they leave units out.
  let isBare: Bool
  /// How willingly they type a number that was computed elsewhere.
  let typesNumbers: Double

  /// Ids of six digits.
  static let idCount = 900_000
  private static let firstID = 100_000
  /// Has no factor in common with the number of ids, so that none comes twice.
  private static let step = 541_027

  init(_ place: Int, seed: UInt64, by random: inout SplitMix) {
    var start = SplitMix(seed: seed, for: "ids")
    let id = Self.firstID + (start.below(Self.idCount) + place * Self.step) % Self.idCount
    student = NotebookFile.Student(id: "\(id)", name: StudentNames.name(by: &random))
    ability = random.normal()
    bindsGivens = random.chance(0.5)
    isBare = random.chance(0.12)
    typesNumbers = random.chance(0.25) ? 0.5 : 0.08
  }
}
