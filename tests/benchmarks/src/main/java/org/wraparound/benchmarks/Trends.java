package org.wraparound.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wraparound.localstack.DemoRealm;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.Part;

/**
 * How long trends, themes and search take over a provider with many incidents, asked of
 * incident-service over HTTP, one request at a time. Beside each, in the same run, the least that
 * the database must do for it is measured too: count the same rows, or read one of them.
 */
public final class Trends {
  private static final int RUNS = 15;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final String PERSON = "00000000-0000-4000-8000-000000000000";
  private static final String SETTING = "SETTING-1";
  private static final String COMMISSIONER = "BRIDGESHIRE-COMMISSIONING";

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalStack stack;
  private final Connection database;
  private String manager;
  private String commissioner;

  private Trends(LocalStack stack, Connection database) {
    this.stack = stack;
    this.database = database;
  }

  /** Argument: incidents of the provider (10,000 to 5,000,000, default 1,000,000). */
  public static void main(String[] arguments) throws Exception {
    int incidents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    BenchmarkStack.run(
        settings -> settings.withServices(Set.of(Part.INCIDENT)),
        stack -> {
          try (Connection database =
              DriverManager.getConnection(
                  stack.jdbcUrl("incident"),
                  stack.databaseUser("incident"),
                  stack.databasePassword("incident"))) {
            Trends benchmark = new Trends(stack, database);
            benchmark.load(incidents);
            benchmark.measure(incidents);
          }
        });
  }

  /** Stores the incidents without indexes and makes those again, which is quicker. */
  private void load(int incidents) throws SQLException, IOException {
    Instant begun = Instant.now();
    List<String> indexes =
        texts(
            "select indexdef from pg_indexes where tablename = 'incident'"
                + " and indexname not in (select conname from pg_constraint)");
    for (String name :
        texts(
            "select indexname from pg_indexes where tablename = 'incident'"
                + " and indexname not in (select conname from pg_constraint)")) {
      run("drop index " + name);
    }
    run("set maintenance_work_mem = '512MB'");
    run("select setseed(0.42)");
    try (InputStream script = Trends.class.getResourceAsStream("/incidents.sql");
        var insert =
            database.prepareStatement(new String(script.readAllBytes(), StandardCharsets.UTF_8))) {
      insert.setInt(1, incidents);
      insert.executeUpdate();
    }
    for (String index : indexes) {
      run(index);
    }
    run(
        "insert into access_grant select person_id, agency, 'PROVIDER', 'FULL' from incident group by 1, 2");
    run(
        "insert into access_grant select person_id, '%s', 'COMMISSIONER', 'SUMMARY' from access_grant"
            .formatted(COMMISSIONER));
    run("vacuum (analyze) incident");
    run("analyze access_grant");
    System.out.printf(
        "%,d incidents stored in %d s%n",
        incidents, Duration.between(begun, Instant.now()).toSeconds());
  }

  private void measure(int incidents) throws Exception {
    manager = DemoRealm.accessToken(stack.keycloak(), "oakfield-manager");
    commissioner = DemoRealm.accessToken(stack.keycloak(), "bridgeshire-commissioner");
    System.out.printf(
        "%nTrends over %,d incidents of one provider, %d runs of each, one at a time%n",
        incidents, RUNS);
    System.out.printf(
        "%-46s %10s %10s %10s %8s%n", "", "median ms", "worst ms", "peer ms", "ratio");
    String counted = "select count(*) from incident where counted and agency = 'OAKFIELD'";
    row(
        "a person's year, 2,000 incidents",
        manager,
        "/v1/people/" + PERSON + "/trends",
        counted + " and person_id = '" + PERSON + "'");
    row(
        "a setting's year",
        manager,
        "/v1/settings/" + SETTING + "/trends",
        counted + " and setting_id = '" + SETTING + "'");
    row("the provider's year, by itself", manager, "/v1/providers/OAKFIELD/themes", counted);
    row(
        "the provider's year, by a commissioner",
        commissioner,
        "/v1/providers/OAKFIELD/themes",
        counted);
    System.out.printf(
        "%nSearch, pages of 50, the first against the last; the peer reads 50 records by their ids%n");
    search("all", "", "true");
    search("of the provider", "provider=OAKFIELD", "agency = 'OAKFIELD'");
    search("of a kind", "kind=INJURY", "kind = 'INJURY'");
    search("of a severity", "severity=SEVERE", "severity = 'SEVERE'");
    search("with an antecedent", "antecedent=NOISE_OR_CROWDING", "antecedent_codes @> array['NOISE_OR_CROWDING']");
    search(
        "with an alleged type of risk",
        "allegationType=SEXUAL",
        "allegation_types @> array['SEXUAL']");
    search("with a rare word", "q=heron", "words @@ websearch_to_tsquery('english', 'heron')");
    search(
        "with a common word", "q=thunder", "words @@ websearch_to_tsquery('english', 'thunder')");
  }

  private void search(String name, String filter, String condition) throws Exception {
    String byIds =
        "select * from incident where id in (select id from incident where %s limit 50)"
            .formatted(condition);
    String path = "/v1/incidents?" + filter;
    row(name + ", first page", manager, path, byIds);
    List<String> cursor =
        texts(
            "select to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || E'\\n' || id"
                + " from incident where %s order by happened_at, id offset 50 limit 1"
                    .formatted(condition));
    if (cursor.isEmpty()) {
      return;
    }
    String after =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(cursor.get(0).getBytes(StandardCharsets.UTF_8));
    row(
        name + ", last page",
        manager,
        path + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8),
        byIds);
  }

  private void row(String name, String token, String path, String peer) throws Exception {
    double[] asked = milliseconds(() -> ask(token, path));
    double[] bare = milliseconds(() -> texts(peer));
    double median = CommitToApplied.percentile(asked, 50);
    double least = CommitToApplied.percentile(bare, 50);
    System.out.printf(
        "%-46s %10.1f %10.1f %10.1f %8.1f%n",
        name, median, CommitToApplied.percentile(asked, 100), least, median / least);
  }

  private String ask(String token, String path) throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(stack.service("incident-service") + path))
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
  private List<String> texts(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private void run(String command) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(command);
    }
  }
}
