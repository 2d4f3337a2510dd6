package org.wraparound.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.wraparound.localstack.DemoRealm;
import org.wraparound.localstack.LocalStack;

/**
 * How long it takes from the commit of an incident in incident-service to the commit of its effect
 * in escalation-service, at a steady rate through the gateway, on one machine that runs everything.
 *
 * <p>Both moments are PostgreSQL's own commit timestamps, so nothing is added by looking. Beside
 * it, in the same run and under the same load, runs the least that any system on Kafka must do:
 * send a record of the same size to the same broker and receive it. One incident in ten holds an
 * allegation and so raises three escalations, a plan and a step-up.
 */
public final class CommitToApplied {
  private static final int AT_ONCE = 8;
  private static final Duration DRAIN = Duration.ofSeconds(60);
  private static final int PEOPLE = 2_000;
  private static final double MEDIAN_LIMIT_MS = 15;
  private static final double P99_LIMIT_MS = 60;

  private final LocalStack stack;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger refused = new AtomicInteger();
  private final String token;

  private CommitToApplied(LocalStack stack) {
    this.stack = stack;
    this.token = DemoRealm.accessToken(stack.keycloak(), "oakfield-practitioner");
  }

  /**
   * Arguments: incidents a second (1 to 200, default 50), seconds (10 to 600, default 60), seconds
   * of the same load before it (0 to 1800, default 240), in which the virtual machines compile.
   */
  public static void main(String[] arguments) throws Exception {
    int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    int warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 240;
    BenchmarkStack.run(
        settings -> settings,
        stack -> new CommitToApplied(stack).measure(perSecond, seconds, warmUp));
  }

  private void measure(int perSecond, int seconds, int warmUp) throws Exception {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i += AT_ONCE) {
      var answers = IntStream.range(0, AT_ONCE).mapToObj(registering -> register()).toList();
      answers.forEach(answer -> people.add(answer.join()));
    }
    post(people, perSecond, Duration.ofSeconds(warmUp));
    double[] peer;
    Instant start;
    try (Peer bare = new Peer(stack.kafkaBootstrapServers(), 700)) {
      bare.start(perSecond);
      start = Instant.now();
      post(people, perSecond, Duration.ofSeconds(seconds));
      peer = bare.stop();
    }
    Instant end = Instant.now();
    double[] applied = milliseconds(start, end);
    System.out.printf(
        "%nCommit in incident-service to commit in escalation-service, %d incidents a second for %d s%n",
        perSecond, seconds);
    System.out.printf(
        "%-34s %8s %10s %10s %10s%n", "", "events", "median ms", "99th ms", "longest ms");
    print("commit to applied", applied);
    print("bare Kafka, send to receive", peer);
    System.out.printf(
        "ratio to bare Kafka: median %.1f, 99th %.1f%n",
        percentile(applied, 50) / percentile(peer, 50),
        percentile(applied, 99) / percentile(peer, 99));
    System.out.printf(
        "share of the limit: median %.2f of %.0f ms, 99th %.2f of %.0f ms%n",
        percentile(applied, 50) / MEDIAN_LIMIT_MS,
        MEDIAN_LIMIT_MS,
        percentile(applied, 99) / P99_LIMIT_MS,
        P99_LIMIT_MS);
    System.out.printf("requests not answered with 201: %d%n", refused.get());
  }

  private CompletableFuture<String> register() {
    String body =
        """
        {"name": {"given": "Bench", "family": "Mark"}, "dateOfBirth": "1990-01-01",
         "nhsNumber": {"notKnownReason": "NHS_NUMBER_NOT_KNOWN"}}
        """;
    return http.sendAsync(request("/v1/people", body), BodyHandlers.ofString())
        .thenApply(
            answer ->
                answer.body().replaceAll("(?s).*?\"id\"\\s*:\\s*\"([0-9a-f-]{36})\".*", "$1"));
  }

  private HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(stack.gateway() + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /**
   * Posts at a steady rate, whatever the answers take (open loop), and waits for the last answer.
   */
  private void post(List<String> people, int perSecond, Duration duration)
      throws InterruptedException {
    var clock = Executors.newSingleThreadScheduledExecutor();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    AtomicInteger sent = new AtomicInteger();
    var posting =
        clock.scheduleAtFixedRate(
            () -> answers.add(postOne(people, sent.getAndIncrement())),
            0,
            1_000_000 / perSecond,
            TimeUnit.MICROSECONDS);
    TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    posting.cancel(false);
    clock.shutdown();
    clock.awaitTermination(5, TimeUnit.SECONDS);
    answers.forEach(CompletableFuture::join);
  }

  private CompletableFuture<?> postOne(List<String> people, int number) {
    String allegations =
        number % 10 == 0
            ? """
              , "allegations": [{"source": "OTHER_KNOWN_TO_INDIVIDUAL", "type": "PHYSICAL",
                                 "location": "SUPPORTED_LIVING"}]"""
            : "";
    String body =
        """
        {"personId": "%s", "kind": "DISTRESSED_BEHAVIOUR", "location": "SUPPORTED_LIVING",
         "happenedAt": "%s", "behaviour": "Shouted and paced the corridor for some minutes."%s}
        """
            .formatted(people.get(number % people.size()), Instant.now(), allegations);
    return http.sendAsync(request("/v1/incidents", body), BodyHandlers.discarding())
        .handle(
            (answer, failure) -> {
              if (failure != null || answer.statusCode() != 201) {
                refused.incrementAndGet();
              }
              return null;
            });
  }

  private double[] milliseconds(Instant start, Instant end)
      throws SQLException, InterruptedException {
    Map<UUID, Instant> committed =
        commits(
            "incident",
            "select event_id, pg_xact_commit_timestamp(xmin) from journal where type = 'incident-recorded'");
    committed.values().removeIf(at -> at.isBefore(start) || at.isAfter(end));
    Instant deadline = Instant.now().plus(DRAIN);
    while (true) {
      Map<UUID, Instant> applied =
          commits("escalation", "select event_id, pg_xact_commit_timestamp(xmin) from inbox");
      if (applied.keySet().containsAll(committed.keySet())) {
        return committed.entrySet().stream()
            .mapToDouble(
                entry ->
                    Duration.between(entry.getValue(), applied.get(entry.getKey())).toNanos() / 1e6)
            .sorted()
            .toArray();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("not everything was applied within " + DRAIN);
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private Map<UUID, Instant> commits(String database, String query) throws SQLException {
    Map<UUID, Instant> commits = new HashMap<>();
    try (var connection =
            DriverManager.getConnection(
                stack.jdbcUrl(database),
                stack.databaseUser(database),
                stack.databasePassword(database));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        commits.put(
            rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return commits;
  }

  private static void print(String name, double[] sorted) {
    System.out.printf(
        "%-34s %8d %10.1f %10.1f %10.1f%n",
        name,
        sorted.length,
        percentile(sorted, 50),
        percentile(sorted, 99),
        percentile(sorted, 100));
  }

  /** The value that the given share of a sorted list does not exceed. */
  static double percentile(double[] sorted, int percent) {
    int at = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return Arrays.stream(sorted).skip(Math.max(0, at)).findFirst().orElse(Double.NaN);
  }
}
