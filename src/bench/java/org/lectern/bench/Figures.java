package org.lectern.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param about when, where and with what
 * @param memory of the server at the end, resident, in megabytes
 */
record Figures(Map<String, String> about, List<Row> rows, long memory) {

  /**
   * One scenario.
   *
   * @param perSecond how many of it, from clients that do not wait
   * @param ofBare per bare page of the same size
   * @param ofInserts per single-row insert by as many clients; none for what only reads
   * @param nginxFiles files of nginx for one of it; none where there is no nginx
   * @param serverMilliseconds processor time of the server for one of it
   * @param databaseMilliseconds processor time of PostgreSQL for one of it
   * @param latency at 70 % of the throughput, at a constant rate
   */
  record Row(
      String name,
      Spread perSecond,
      Spread ofBare,
      Spread ofInserts,
      Spread nginxFiles,
      Spread serverMilliseconds,
      Spread databaseMilliseconds,
      Latency latency,
      long errors) {}

  /** In milliseconds. */
  record Latency(double perSecond, double p50, double p90, double p99, double p999, double longest) {}

  /** The median of the rounds, and the smallest and the largest of them. */
  record Spread(double median, double least, double most) {

    static final Spread NONE = new Spread(0, 0, 0);

    static Spread of(List<Double> rounds) {
      if (rounds.isEmpty()) {
        return NONE;
      }
      var sorted = rounds.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      var middle = sorted.length / 2;
      var median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
  }
}
