package org.wraparound.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.Part;

/**
 * How long one service takes to answer requests over HTTP, one at a time; beside each, in the same
 * run, how long its database takes for the least that it must do for it.
 */
final class Requests implements AutoCloseable {
  static final int RUNS = 15;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String service;
  private final Connection database;

  Requests(LocalStack stack, Part part) throws SQLException {
    String name = part.database().orElseThrow();
    this.service = stack.service(part.id()).toString();
    this.database =
        DriverManager.getConnection(
            stack.jdbcUrl(name), stack.databaseUser(name), stack.databasePassword(name));
  }

  static void header() {
    System.out.printf(
        "%-46s %10s %10s %10s %8s%n", "", "median ms", "worst ms", "peer ms", "ratio");
  }

  /**
   * Measures and prints a row.
   *
   * @param peer the query that is the least
   */
  void row(String name, String token, String path, String peer) throws Exception {
    double[] asked = milliseconds(() -> ask(token, path));
    double[] bare = milliseconds(() -> texts(peer));
    double median = CommitToApplied.percentile(asked, 50);
    double least = CommitToApplied.percentile(bare, 50);
    System.out.printf(
        "%-46s %10.1f %10.1f %10.1f %8.1f%n",
        name, median, CommitToApplied.percentile(asked, 100), least, median / least);
  }

  String ask(String token, String path) throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(service + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static double[] milliseconds(Callable<?> work) throws Exception {
    Instant warm = Instant.now().plus(WARM_UP);
    do {
      work.call();
    } while (Instant.now().isBefore(warm));
    double[] times = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long begun = System.nanoTime();
      work.call();
      times[run] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(times);
    return times;
  }

  /** The first column of all rows. */
  List<String> texts(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  void run(String command) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(command);
    }
  }

  /** Runs a statement of the resources with this number for its parameter. */
  void runScript(String resource, int number) throws SQLException, IOException {
    try (InputStream script = Requests.class.getResourceAsStream(resource);
        var statement =
            database.prepareStatement(new String(script.readAllBytes(), StandardCharsets.UTF_8))) {
      statement.setInt(1, number);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
