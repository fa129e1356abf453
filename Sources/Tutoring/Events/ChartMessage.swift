/// What is said of charts.
public enum ChartMessage {
  case chartsOf([String])
  case noChartYet(String, [String])
  case nothingToSave
  case saved(String)
}
