"""Grades a class on a Spark cluster.

usage: spark-submit grade_with_spark.py RECORDS OUT -- reckon grade --stream [OPTION...]

RECORDS is a file, or a folder of files, with a JSON record a line, as `reckon grade --stream` takes
them. OUT gets three folders: `lines`, the filter's own lines, byte for byte and in order; `marks`,
the same as Parquet; and `summary`, a row an exercise.
"""

import shlex
import sys

from pyspark.sql import SparkSession

SCHEMA = """
  id STRING, version STRING, submitted STRING, input STRING, error STRING,
  score DOUBLE, maxScore DOUBLE,
  notebooks ARRAY<STRUCT<
    name: STRING, exercise: STRING, standing: STRING, remark: STRING, notebookDigest: STRING,
    exerciseDigest: STRING, due: STRING, late: BOOLEAN, editedAfterDue: BOOLEAN,
    score: DOUBLE, maxScore: DOUBLE, provisional: DOUBLE, waiting: DOUBLE,
    questions: ARRAY<STRUCT<
      id: STRING, score: DOUBLE, maxScore: DOUBLE,
      answers: ARRAY<STRUCT<
        name: STRING, verdict: STRING, message: STRING,
        cause: STRUCT<id: STRING, names: ARRAY<STRING>, factor: DOUBLE>>>>>>>
"""

SUMMARY = """
  SELECT notebook.exercise AS exercise, count(*) AS notebooks, avg(notebook.score) AS mean,
    stddev_samp(notebook.score) AS deviation, count_if(notebook.late) AS late
  FROM marks LATERAL VIEW explode(notebooks) AS notebook
  WHERE notebook.standing = 'graded' GROUP BY notebook.exercise ORDER BY exercise
"""


def main(records, out, command):
    spark = SparkSession.builder.appName("reckon").getOrCreate()
    lines = spark.sparkContext.textFile(records, 64)
    # Without checkCode, a filter that was killed loses its rows, and nobody is told.
    lines.pipe(shlex.join(command), checkCode=True).saveAsTextFile(out + "/lines")
    # With a schema the lines are read once.
    spark.read.schema(SCHEMA).json(out + "/lines").write.parquet(out + "/marks")
    spark.read.parquet(out + "/marks").createOrReplaceTempView("marks")
    spark.sql(SUMMARY).coalesce(1).write.csv(out + "/summary", header=True)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) < 5 or sys.argv[3] != "--":
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[4:])
