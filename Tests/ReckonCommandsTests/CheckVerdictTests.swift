import Foundation
import TerminalTesting
import Testing

@testable import ErrorDiagnosis
@testable import Files

/// Right answers in many styles, and wrong ones, graded from files.
@Suite struct CheckVerdictTests {
  private static let chatbot = "chatbot-model-analysis"
  private static let footprint = "chatgpt-footprint"
  private static let estimate = "epfl-estimate"

  // MARK: Styles that are right

  struct Style: CustomTestStringConvertible {
    var testDescription: String
    var exercise: String
    var text: String
  }

  private static func changed(_ text: String, _ changes: [(String, String)]) -> String {
    changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static let styles: [Style] = [
    Style(testDescription: "units throughout", exercise: chatbot, text: Answers.chatbot),
    Style(testDescription: "units throughout, usage", exercise: footprint, text: Answers.footprint),
    Style(
      testDescription: "units throughout, estimate", exercise: estimate, text: Answers.estimate),
    Style(
      testDescription: "counts as bare numbers", exercise: chatbot,
      text: changed(
        Answers.chatbot,
        [
          ("1000 token/request", "1000"), ("5 request/user/day", "5"), ("10000 user", "10000"),
          ("365 day", "365"),
        ])),
    Style(
      testDescription: "users of a day", exercise: chatbot,
      text: changed(Answers.chatbot, [("10000 user", "10'000 user/day")])),
    Style(
      testDescription: "powers and intensities in the units asked for", exercise: chatbot,
      text: changed(
        Answers.chatbot, [("450 W", "0.450 kW"), ("260 g CO2e/kWh", "0.260 kg CO2e/kWh")])),
    Style(
      testDescription: "results in other units", exercise: chatbot,
      text: changed(
        Answers.chatbot,
        [
          ("450 W", "0.00045 MW"), ("260 g CO2e/kWh", "0.00026 t CO2e/kWh"),
          ("* gpu_power * carbon_intensity", "* gpu_power * carbon_intensity to t"),
          ("electricity * carbon_intensity", "(electricity to Wh) * carbon_intensity to mg"),
        ])),
    Style(
      testDescription: "figures typed as read", exercise: chatbot,
      text: changed(
        Answers.chatbot,
        [(Answers.training, "training_emissions = [117, 46.8, 11.7, 66.69] * 1 t CO2e")])),
    Style(
      testDescription: "results as columns of the table", exercise: chatbot,
      text: changed(
        Answers.chatbot,
        [
          ("training_emissions = models", "models[\"Training CO2e (kg)\"] = models"),
          ("inference_emissions = el", "models[\"Inference CO2e (kg)\"] = el"),
          (
            "total_emissions = training_emissions + inference_emissions",
            "models[\"Total CO2e (kg)\"] = models[\"Training CO2e (kg)\"] + models[\"Inference CO2e (kg)\"]"
          ),
        ])),
    Style(
      testDescription: "everything in one formula", exercise: chatbot,
      text: changed(
        Answers.chatbot,
        [
          (
            Answers.inference,
            "inference_emissions = 10000 user * 5 request/user/day * 1000 token/request * 365 day / "
              + "models[\"Output Speed (tokens/sec)\"] * "
              + "models[\"Number GPUs Required for Inference\"] * 450 W * 260 g CO2e/kWh"
          )
        ])),
    Style(
      testDescription: "statements out of order", exercise: chatbot,
      text: Answers.notebook(
        chatbot,
        [
          ("1.2.4", "total_emissions = training_emissions + inference_emissions"),
          ("1.2.3", Answers.inference.split(separator: "\n").reversed().joined(separator: "\n")),
          ("1.2.2", Answers.training),
          (
            "1.2.1",
            """
            total_duration = 365; nb_user_per_day = 10000
            nb_request_per_user_per_day = 5; average_token_per_request = 1000
            carbon_intensity = 260 g CO2e/kWh; gpu_power = 450 W
            """
          ),
        ])),
    Style(
      testDescription: "front matter with the exercise alone", exercise: chatbot,
      text: changed(Answers.chatbot, [("reckon: 1\n", "")])),
    Style(
      testDescription: "no front matter", exercise: footprint,
      text: changed(Answers.footprint, [("---\nreckon: 1\nexercise: chatgpt-footprint\n---\n", "")])
    ),
    Style(
      testDescription: "other headings", exercise: footprint,
      text: changed(
        Answers.footprint,
        [("## 2.1.1 Usage metrics", "# 2.1.1"), ("## 2.2.1 Carbon footprint", "### 2.2.1: my")])),
    Style(
      testDescription: "Windows line ends and remarks", exercise: footprint,
      text: changed(
        Answers.footprint, [("\n```reckon", "\nSome *remark*.\n\n```reckon"), ("\n", "\r\n")])),
    Style(
      testDescription: "the course's own lines", exercise: footprint,
      text: Answers.notebook(
        footprint,
        [
          (
            "2.1.1",
            """
            total_number_queries = epfl_student_df["Number of queries"].sum()
            total_character_year = epfl_student_df['Number of characters'].sum()
            total_token_year = total_character_year / 4
            average_query_day = total_number_queries / 365 * 1 query/day / (1 query)
            average_query_size = total_character_year / total_number_queries
            """
          ),
          (
            "2.2.1",
            """
            # Python's own way
            def footprint():
                hours = 1 / (107.5 token/s)
                energy = hours * 8 * 0.407 kW * 1.2
                return energy * 262 g CO2e/kWh
            footprint_per_token = footprint()
            """
          ),
        ])),
    Style(
      testDescription: "two figures are enough", exercise: footprint,
      text: changed(
        Answers.footprint,
        [("time_per_token * power * 262 g CO2e/kWh", "0.0026 g CO2e/token")])),
    Style(
      testDescription: "a day's average as the course divides it", exercise: footprint,
      text: changed(Answers.footprint, [("/ (365 day)", "/ 365")])),
    Style(
      testDescription: "a function with a local name on indented lines", exercise: estimate,
      text: changed(
        Answers.estimate,
        [
          (
            Answers.function,
            """
            def yearly_carbon_emissions_chatgpt(total_number_people, total_number_tokens, emissions_per_token):
                tokens = total_number_people * total_number_tokens
                return tokens * emissions_per_token
            """
          )
        ])),
    Style(
      testDescription: "a function as Python has it, on one line", exercise: estimate,
      text: changed(
        Answers.estimate,
        [(Answers.function, "def yearly_carbon_emissions_chatgpt(p, t, e): return p * t * e")])),
    Style(
      testDescription: "students as a bare number and bounds in kilograms", exercise: estimate,
      text: changed(
        Answers.estimate,
        [
          ("75% * 10000 student", "7500"), ("0.0008 g CO2e/token", "8e-7 kg CO2e/token"),
          ("= footprint_per_token", "= 0.0000026 kg CO2e/token"),
        ])),
  ]

  @Test(arguments: styles)
  func aRightAnswerIsCorrectHoweverItIsWritten(_ style: Style) throws {
    let checked = try Student().check(style.exercise, style.text)
    #expect(checked.notCorrect == [:])
    let points = style.exercise == Self.chatbot ? 4.0 : 2
    let score = try #require(checked.object["score"] as? Double)
    #expect(score == points)
    #expect(checked.run.errors == "")
  }

  @Test(arguments: [
    ("450 W", "0.450", "gpu_power"), ("260 g CO2e/kWh", "0.260", "carbon_intensity"),
  ])
  func aBareNumberIsHalfRightWhereItsUnitIsAskedFor(
    _ old: String, _ new: String, _ name: String
  ) throws {
    let text = Answers.chatbot.replacing(old, with: new)
    let checked = try Student().check(Self.chatbot, text)
    // What is built on it is not marked down again.
    #expect(checked.notCorrect == [name: "unit-missing"])
    #expect(abs(try checked.score("1.2.1") - 5.5 / 6) < 1e-5)
    #expect(checked.run.status == 1)
  }

  // MARK: Wrong answers

  struct Slip: CustomTestStringConvertible {
    var exercise: String
    var name: String
    var old: String
    var new: String
    var testDescription: String { "\(name): \(new)" }
  }

  private static func slips(
    _ exercise: String, _ name: String, _ old: String, _ wrong: [String]
  ) -> [Slip] {
    wrong.map { Slip(exercise: exercise, name: name, old: old, new: $0) }
  }

  private static let slips: [Slip] =
    slips(
      chatbot, "gpu_power", "450 W",
      [
        "450", "450 kW", "0.45", "0.45 W", "45 W", "450 J", "-450 W", "4500 W", "450 g", "1/0",
        "\"450 W\"", "nothing", "models", "460 W", "450 W * 365",
      ])
    + slips(
      chatbot, "carbon_intensity", "260 g CO2e/kWh",
      [
        "260", "260 kg CO2e/kWh", "260 g CO2e", "0.26 g CO2e/kWh", "260 g CO2e/Wh", "260 kWh/g",
        "0.260 kWh",
      ])
    + slips(chatbot, "nb_user_per_day", "10000 user", ["1000", "100000 user", "10000 km", "0"])
    + slips(chatbot, "total_duration", "365 day", ["1", "365 h", "300 day", "12", "3650"])
    + slips(
      chatbot, "training_emissions",
      "models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity",
      [
        "models[\"Training Time (GPU hours)\"] * gpu_power",
        "models[\"Training Time (GPU hours)\"] * gpu_power / carbon_intensity",
        "models[\"Training Time (GPU hours)\"].sum() * gpu_power * carbon_intensity",
        "models[\"Training Time (GPU hours)\"].mean() * gpu_power * carbon_intensity",
        "models[\"Accuracy (%)\"] * 1 h * gpu_power * carbon_intensity",
        "models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity * 1000",
        "models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity / 3600",
        "models[\"Training Time (GPU hours)\"] * models[\"Number GPUs Required for Inference\"] * gpu_power * carbon_intensity",
        "-models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity",
        "[1, 2, 3, 4] * 1 kg CO2e", "[117000] * 1 kg CO2e", "[66690, 11700, 46800, 117000] * 1 kg",
        "117000 kg CO2e",
      ])
    + slips(
      chatbot, "inference_emissions", "electricity * carbon_intensity",
      [
        "electricity",
        "electricity * carbon_intensity / models[\"Number GPUs Required for Inference\"]",
        "electricity * carbon_intensity / 365", "electricity * carbon_intensity * 3600",
        "tokens * models[\"Output Speed (tokens/sec)\"] * gpu_power * carbon_intensity", "time",
      ])
    + slips(
      chatbot, "total_emissions", "training_emissions + inference_emissions",
      [
        "training_emissions - inference_emissions", "training_emissions", "inference_emissions",
        "training_emissions.sum() + inference_emissions.sum()",
        "training_emissions + 2 * inference_emissions", "training_emissions * inference_emissions",
      ])
    + slips(
      footprint, "total_token_year", "total_character_year / (4 character/token)",
      ["total_character_year * 4", "total_character_year", "total_character_year / 5", "4677352"])
    + slips(
      footprint, "average_query_day", "total_number_queries / (365 day)",
      [
        "usage[\"Number of queries\"].mean()", "total_number_queries", "total_number_queries / 12",
        "total_number_queries / 366 * 2",
      ])
    + slips(
      footprint, "average_query_size", "total_character_year / total_number_queries",
      [
        "total_number_queries / total_character_year",
        "(usage[\"Number of characters\"] / usage[\"Number of queries\"]).mean()",
      ])
    + slips(
      footprint, "footprint_per_token", "time_per_token * power * 262 g CO2e/kWh",
      [
        "power * 262 g CO2e/kWh", "time_per_token * power", "0.026 g CO2e/token", "0.00026",
        "time_per_token * power * 262 kg CO2e/kWh", "time_per_token * power * 262 g CO2e/kWh / 1.2",
        "time_per_token * 0.407 kW * 262 g CO2e/kWh", "9.5226", "0.0027 g CO2e/token",
        "0.0026 kg CO2e/token", "1 / (time_per_token * power * 262 g CO2e/kWh)",
      ])
    + slips(
      estimate, "number_students", "75% * 10000 student", ["10000", "75 * 10000", "0.75", "2500"])
    + slips(
      estimate, "lower_bound_carbon_emissions_kg_per_token", "0.0008 g CO2e/token",
      ["0.0008", "0.0008 kg CO2e/token", "0.8 g CO2e/token", "0.0008 m"])
    + slips(
      estimate, "upper_bound_carbon_emissions_kg_per_token", "= footprint_per_token",
      [
        "= footprint_per_token * 1000", "= footprint_per_token / 1000", "= 0.0026",
        "= 0.026 g CO2e/token",
      ])
    + slips(
      estimate, "yearly_carbon_emissions_chatgpt",
      "= total_number_people * total_number_tokens * emissions_per_token",
      [
        "= total_number_tokens * emissions_per_token", "= 7016 kg CO2e",
        "= total_number_people * total_number_tokens * emissions_per_token / 1000",
        "= total_number_people * total_number_tokens / emissions_per_token",
        "= total_number_people + total_number_tokens", "= emissions_per_token / 0",
        "= yearly_carbon_emissions_chatgpt(1, 2, 3)",
      ])

  @Test(arguments: slips)
  func aWrongAnswerIsNeverTakenForRightAndTheModelNotGivenAway(_ slip: Slip) throws {
    let right = [
      Self.chatbot: Answers.chatbot, Self.footprint: Answers.footprint,
      Self.estimate: Answers.estimate,
    ]
    let text = try #require(right[slip.exercise])
    let wrong = text.replacing(slip.old, with: slip.new)
    try #require(wrong != text)
    let checked = try Student().check(slip.exercise, wrong)
    let answer = try #require(checked.answers.first { $0.name == slip.name })
    #expect(answer.verdict != "correct" && answer.verdict != "follows")
    #expect(checked.run.status == 1)
    // The call of a test point stands in its message; the exercise's author has chosen it.
    let calls = (answer.points ?? []).compactMap { $0["call"] as? String }
    let message = calls.reduce(answer.message) { $0.replacing($1, with: "") }
    for figure in Answers.figures where !wrong.contains(figure.trimmingCharacters(in: .whitespaces))
    {
      #expect(!message.contains(figure))
    }
    #expect(answer.message.count > 5)
  }
}
