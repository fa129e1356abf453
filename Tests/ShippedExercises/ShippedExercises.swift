import ExerciseFiles
import Exercises
import Grading
import NotebookFiles
import NotebookGrading

/// The exercises that Reckon ships, with answers that are right.
public enum ShippedExercises {
  public static let ids = ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"]

  /// Of this checkout.
  public static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Exercises"

  /// Answers that are right, in statements.
  public static let answers = [
    "chatbot-model-analysis": """
    gpu_power = 450 W
    carbon_intensity = 260 g CO2e/kWh
    average_token_per_request = 1000 token/request
    nb_request_per_user_per_day = 5 request/user/day
    nb_user_per_day = 10000 user
    total_duration = 365 day
    training_emissions = models["Training Time (GPU hours)"] * gpu_power * carbon_intensity
    tokens = nb_user_per_day * nb_request_per_user_per_day * average_token_per_request * total_duration
    time = tokens / models["Output Speed (tokens/sec)"]
    inference_emissions = time * models["Number GPUs Required for Inference"] * gpu_power * carbon_intensity
    total_emissions = training_emissions + inference_emissions
    """,
    "chatgpt-footprint": """
    total_number_queries = usage["Number of queries"].sum()
    total_character_year = usage["Number of characters"].sum()
    total_token_year = total_character_year / (4 character/token)
    average_query_day = total_number_queries / (365 day)
    average_query_size = total_character_year / total_number_queries
    footprint_per_token = 1 / (107.5 token/s) * 8 * 0.407 kW * 1.2 * 262 g CO2e/kWh
    """,
    "epfl-estimate": """
    number_students = 0.75 * 10000 student
    token_per_student_per_year = total_token_year
    lower_bound_carbon_emissions_kg_per_token = 0.0008 g CO2e/token
    upper_bound_carbon_emissions_kg_per_token = footprint_per_token
    """,
  ]

  public struct Unread: Error {}

  public static func open(_ id: String) throws(Unread) -> OpenedExercise {
    let library = ExerciseLibrary(folders: [folder])
    guard let exercise = library.load(id).exercise else { throw Unread() }
    return OpenedExercise(
      exercise, required: library.required(by: exercise).compactMap(\.exercise))
  }

  /// The reports on a notebook with right answers and these statements after them.
  public static func reports(
    on statements: String, in opened: OpenedExercise
  ) -> [String: AnswerReport] {
    let id = opened.exercise.id
    let text = """
      ---
      reckon: 1
      exercise: \(id)
      ---
      ## 1
      ```reckon
      \(answers[id] ?? "")
      \(statements)
      ```
      """
    let report = opened.compiled.grade(NotebookFile(text: text, name: "test")).report()
    return Dictionary(
      report.questions.flatMap(\.answers).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }
}
