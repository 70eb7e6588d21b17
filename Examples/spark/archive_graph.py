#!/usr/bin/env python3
"""The graph of an archive, made by Apache Spark: each partition of the news goes through `isnad build --stream`, and
Spark's own distinct and sort make the set of triples.

usage: spark-submit archive_graph.py NEWS OUT [--isnad isnad] [--evidence facts] [--partitions N]

NEWS is NDJSON, one article a line, in any file system that Spark reads; OUT becomes a folder of N-Triples, sorted by bytes
across its parts. A record that cannot be read is reported in the worker's log and stops nothing.
"""
import argparse
import shlex

from pyspark.sql import SparkSession


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("news")
    arguments.add_argument("out")
    arguments.add_argument("--isnad", default="isnad", help="the command, on every worker")
    arguments.add_argument("--evidence", default="facts", choices=["none", "facts", "full"])
    arguments.add_argument("--partitions", type=int, default=None)
    options = arguments.parse_args()

    spark = SparkSession.builder.appName("isnad").getOrCreate()
    articles = spark.sparkContext.textFile(options.news, options.partitions)
    build = f"{shlex.quote(options.isnad)} build - --stream --format ntriples --evidence {options.evidence} -j 1"
    # Exit code 1: some records failed, the rest is written.
    lines = articles.pipe(shlex.join(["sh", "-c", f"{build} || [ $? -eq 1 ]"]), checkCode=True)
    triples = spark.createDataFrame(lines.map(lambda line: (line,)), "triple string")
    triples.distinct().sort("triple").write.text(options.out)
    spark.stop()


main()
