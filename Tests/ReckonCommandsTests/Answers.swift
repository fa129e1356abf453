/// Notebooks that answer every programming question.
enum Answers {
  static func notebook(_ exercise: String, _ sections: [(String, String)]) -> String {
    sections.reduce("---\nreckon: 1\nexercise: \(exercise)\n---\n") { text, section in
      text + "\n## \(section.0)\n```reckon\n\(section.1)\n```\n"
    }
  }

  static let chatbot = notebook(
    "chatbot-model-analysis",
    [
      (
        "1.2.1 Problem variables",
        """
        gpu_power = 450 W
        carbon_intensity = 260 g CO2e/kWh
        average_token_per_request = 1000 token/request
        nb_request_per_user_per_day = 5 request/user/day
        nb_user_per_day = 10000 user
        total_duration = 365 day
        """
      ),
      ("1.2.2 Training emissions", training),
      ("1.2.3 Inference emissions", inference),
      ("1.2.4 Total emissions", "total_emissions = training_emissions + inference_emissions"),
    ])

  static let training =
    "training_emissions = models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity"

  static let inference = """
    tokens = nb_user_per_day * nb_request_per_user_per_day * average_token_per_request * total_duration
    time = tokens / models["Output Speed (tokens/sec)"]
    electricity = time * models["Number GPUs Required for Inference"] * gpu_power
    inference_emissions = electricity * carbon_intensity
    """

  static let footprint = notebook(
    "chatgpt-footprint",
    [
      (
        "2.1.1 Usage metrics",
        """
        total_number_queries = usage["Number of queries"].sum()
        total_character_year = usage["Number of characters"].sum()
        total_token_year = total_character_year / (4 character/token)
        average_query_day = total_number_queries / (365 day)
        average_query_size = total_character_year / total_number_queries
        """
      ),
      (
        "2.2.1 Carbon footprint per token",
        """
        time_per_token = 1 / (107.5 token/s)
        power = 8 * 0.407 kW * 1.2
        footprint_per_token = time_per_token * power * 262 g CO2e/kWh
        """
      ),
    ])

  static let function =
    "def yearly_carbon_emissions_chatgpt(total_number_people, total_number_tokens, "
    + "emissions_per_token) = total_number_people * total_number_tokens * emissions_per_token"

  static let estimate = notebook(
    "epfl-estimate",
    [
      (
        "2.3.1 Variables",
        """
        number_students = 75% * 10000 student
        token_per_student_per_year = total_token_year
        lower_bound_carbon_emissions_kg_per_token = 0.0008 g CO2e/token
        upper_bound_carbon_emissions_kg_per_token = footprint_per_token
        """
      ), ("2.3.2 Function", function),
    ])

  /// Figures of model answers, as a message would give them away.
  static let figures = [
    "117'000", "117000", "46'800", "46800", "11'700", "11700", "66'690", "66690", "39'54", "3954",
    "24'71", "2471", "4'942", "4942", "13'18", "1318", "156'54", "15654", "71'51", "7151", "16'64",
    "1664", "79'87", "7987", "4'677", "4677", "1'169", "1169", "0.00264", "0.0026 ", "2.6e-06",
    "2.645", "8e-07", "0.45 ", "0.450", "0.26 ", "7500", "7'500", "7016", "7'016", "23'198",
    "23198",
  ]
}
