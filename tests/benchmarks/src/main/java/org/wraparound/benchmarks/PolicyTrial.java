package org.wraparound.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wraparound.localstack.DemoRealm;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.Part;
import org.wraparound.localstack.StackSettings;

/**
 * How long the trial of a policy takes over a year of past incidents, asked of escalation-service
 * over HTTP. Beside it, in the same run, the least that it must do is measured too: read the same
 * rows in the same orders.
 */
public final class PolicyTrial {
  private static final int RUNS = 5;
  private static final int ROWS_AT_A_TIME = 500;
  private static final String BY_PERSON =
      "select id, person_id, agency, happened_at, known from incident_facts"
          + " order by person_id, happened_at, id";
  private static final String BY_KEY =
      "select k.code, i.id, i.person_id, i.agency, i.happened_at, i.known from incident_facts i"
          + " join incident_key k on k.incident_id = i.id order by k.code, k.happened_at, i.id";

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalStack stack;
  private final Connection database;

  private PolicyTrial(LocalStack stack, Connection database) {
    this.stack = stack;
    this.database = database;
  }

  /** Argument: incidents of the provider (1,000 to 1,000,000, default 100,000). */
  public static void main(String[] arguments) throws Exception {
    int incidents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Path checkout = StackSettings.checkoutAround(Path.of(""));
    BenchmarkStack.run(
        settings -> settings.withServices(Set.of(Part.ESCALATION)),
        stack -> {
          try (Connection database =
              DriverManager.getConnection(
                  stack.jdbcUrl("escalation"),
                  stack.databaseUser("escalation"),
                  stack.databasePassword("escalation"))) {
            PolicyTrial benchmark = new PolicyTrial(stack, database);
            benchmark.load(incidents);
            benchmark.measure(incidents, checkout);
          }
        });
  }

  private void load(int incidents) throws SQLException, IOException {
    run("select setseed(0.42)");
    try (InputStream script = PolicyTrial.class.getResourceAsStream("/incident-facts.sql");
        var insert =
            database.prepareStatement(new String(script.readAllBytes(), StandardCharsets.UTF_8))) {
      insert.setInt(1, incidents);
      insert.setInt(2, incidents);
      insert.executeUpdate();
    }
    count("SETTING", "settingId");
    count("ALLEGED_SOURCE", "allegationSourceRef");
    count("WORKER", "workerRef");
    run("vacuum (analyze) incident_facts");
    run("vacuum (analyze) incident_key");
  }

  private void count(String by, String fact) throws SQLException {
    run(
        """
        insert into incident_key
        select id, '%s OAKFIELD ' || code, happened_at
        from incident_facts, jsonb_array_elements_text(known -> '%s') as code
        """
            .formatted(by, fact));
  }

  private void measure(int incidents, Path checkout) throws Exception {
    String manager = DemoRealm.accessToken(stack.keycloak(), "oakfield-manager");
    String policy =
        Files.readString(
            checkout.resolve("escalation-service/src/main/resources/policies/default.json"));
    String drafted = post(manager, "/v1/policies", policy);
    String version = drafted.replaceFirst("(?s).*?\"version\"\\s*:\\s*([0-9]+).*", "$1");
    String time =
        "{\"from\": \"%s\", \"to\": \"%s\"}"
            .formatted(Instant.now().minus(Duration.ofDays(365)), Instant.now());
    double[] asked = seconds(() -> post(manager, "/v1/policies/" + version + "/trial", time));
    double[] bare = seconds(() -> rows(BY_PERSON) + rows(BY_KEY));
    System.out.printf(
        "%nTrial of a policy over %,d incidents, the first of %d runs and the median%n",
        incidents, RUNS);
    System.out.printf("%-30s %10s %10s%n", "", "first s", "median s");
    System.out.printf("%-30s %10.2f %10.2f%n", "trial", asked[0], median(asked));
    System.out.printf("%-30s %10.2f %10.2f%n", "reading the same rows", bare[0], median(bare));
    System.out.printf("%-30s %10s %10.1f%n", "ratio", "", median(asked) / median(bare));
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double[] seconds(Callable<?> work) throws Exception {
    double[] times = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long begun = System.nanoTime();
      work.call();
      times[run] = (System.nanoTime() - begun) / 1e9;
    }
    return times;
  }

  private String post(String token, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(stack.service("escalation-service") + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Reads all rows, a few at a time, and gives the characters read. */
  private long rows(String query) throws SQLException {
    database.setAutoCommit(false);
    try (Statement statement = database.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      long read = 0;
      try (var rows = statement.executeQuery(query)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            read += rows.getString(column).length();
          }
        }
      }
      return read;
    } finally {
      database.rollback();
      database.setAutoCommit(true);
    }
  }

  private void run(String command) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(command);
    }
  }
}
