import SectionedReports

/// What each statistic is, and where its definition is from: the end of every debriefing.
enum StatisticNotes {
  struct Note: Sendable {
    var name: String
    var text: Sentence
  }

  /// Of the questions.
  static let items: [Note] = [
    Note(
      name: "Facility index",
      text: """
        the mean, as a share of the points at stake: 0 where nobody, 1 where everybody has them \
        all [1].
        """),
    Note(name: "SD", text: "the standard deviation of the points, with n − 1 [1]."),
    Note(
      name: "Discrimination index",
      text: """
        in percent, the correlation of the points for this question with those for all the \
        others. Near 0, or below, the question tells little of who is good at the rest [1].
        """),
    Note(
      name: "Discriminative efficiency",
      text: """
        in percent, how near their covariance comes to the greatest that these points allow; of \
        very easy and very hard questions it says more than the index [1].
        """),
    Note(
      name: "Effective weight",
      text: """
        in percent, how much of the spread of the totals comes from this question. None is given \
        where it runs against the totals [1].
        """),
  ]

  /// Of the whole.
  static let whole: [Note] = [
    Note(
      name: "Skewness",
      text: """
        to which side the totals trail off: below 0 to the low marks, above 0 to the high ones \
        [1].
        """),
    Note(
      name: "Kurtosis",
      text: """
        how much they owe to a few far from the mean; 0 for a bell curve (excess) [1].
        """),
    Note(
      name: "Cronbach's alpha",
      text: """
        in percent, how far the questions agree about the students: 100 · p/(p − 1) · (1 − sum of \
        the variances of p questions / variance of the totals) [1, 2]. It may be negative.
        """),
    Note(
      name: "Error ratio",
      text: """
        in percent, the share of the standard deviation that is chance: 100 · √(1 − alpha/100) \
        [1].
        """),
    Note(
      name: "Standard error",
      text: """
        of measurement, in points: error ratio times standard deviation. By so much a student's \
        total may well be off [1].
        """),
    Note(
      name: "Interval",
      text: """
        meant to hold, in 95 of 100 classes, the value for all such students. It comes from \
        classes drawn from this one with replacement, and is widened for small classes: by \
        Student's t with the bootstrap's standard error (alpha by the logarithm of the error \
        ratio [4]), or, for median, skewness and kurtosis, as an expanded percentile interval \
        [3]. Where totals are skewed, that of the kurtosis \
        holds it in 86 of 100 classes only.
        """),
  ]

  static let sources: [Sentence] = [
    "[1] Moodle developer documentation, “Quiz statistics calculations”: the definitions.",
    """
    [2] L. J. Cronbach, “Coefficient alpha and the internal structure of tests”, Psychometrika \
    16 (1951), 297–334.
    """,
    """
    [3] T. C. Hesterberg, “What Teachers Should Know About the Bootstrap”, The American \
    Statistician 69 (2015), 371–386.
    """,
    """
    [4] D. G. Bonett, “Sample size requirements for testing and estimating coefficient alpha”, \
    Journal of Educational and Behavioral Statistics 27 (2002), 335–340.
    """,
  ]
}
