package org.wraparound.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.wraparound.localstack.DemoRealm;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.Part;

/**
 * How long trends, themes and search take over a provider with many incidents, asked of
 * incident-service over HTTP, one request at a time. Beside each, in the same run, the least that
 * the database must do for it is measured too: count the same rows, or read one of them.
 */
public final class Trends {
  private static final String PERSON = "00000000-0000-4000-8000-000000000000";
  private static final String SETTING = "SETTING-1";
  private static final String COMMISSIONER = "BRIDGESHIRE-COMMISSIONING";

  private final LocalStack stack;
  private final Requests requests;
  private String manager;
  private String commissioner;

  private Trends(LocalStack stack, Requests requests) {
    this.stack = stack;
    this.requests = requests;
  }

  /** Argument: incidents of the provider (10,000 to 5,000,000, default 1,000,000). */
  public static void main(String[] arguments) throws Exception {
    int incidents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    BenchmarkStack.run(
        settings -> settings.withServices(Set.of(Part.INCIDENT)),
        stack -> {
          try (Requests requests = new Requests(stack, Part.INCIDENT)) {
            Trends benchmark = new Trends(stack, requests);
            benchmark.load(incidents);
            benchmark.measure(incidents);
          }
        });
  }

  /** Stores the incidents without indexes and makes those again, which is quicker. */
  private void load(int incidents) throws SQLException, IOException {
    Instant begun = Instant.now();
    List<String> indexes =
        requests.texts(
            "select indexdef from pg_indexes where tablename = 'incident'"
                + " and indexname not in (select conname from pg_constraint)");
    for (String name :
        requests.texts(
            "select indexname from pg_indexes where tablename = 'incident'"
                + " and indexname not in (select conname from pg_constraint)")) {
      requests.run("drop index " + name);
    }
    requests.run("set maintenance_work_mem = '512MB'");
    requests.run("select setseed(0.42)");
    requests.runScript("/incidents.sql", incidents);
    for (String index : indexes) {
      requests.run(index);
    }
    requests.run(
        "insert into access_grant select person_id, agency, 'PROVIDER', 'FULL' from incident group by 1, 2");
    requests.run(
        "insert into access_grant select person_id, '%s', 'COMMISSIONER', 'SUMMARY' from access_grant"
            .formatted(COMMISSIONER));
    requests.run("vacuum (analyze) incident");
    requests.run("analyze access_grant");
    System.out.printf(
        "%,d incidents stored in %d s%n",
        incidents, Duration.between(begun, Instant.now()).toSeconds());
  }

  private void measure(int incidents) throws Exception {
    manager = DemoRealm.accessToken(stack.keycloak(), "oakfield-manager");
    commissioner = DemoRealm.accessToken(stack.keycloak(), "bridgeshire-commissioner");
    System.out.printf(
        "%nTrends over %,d incidents of one provider, %d runs of each, one at a time%n",
        incidents, Requests.RUNS);
    Requests.header();
    String counted = "select count(*) from incident where counted and agency = 'OAKFIELD'";
    requests.row(
        "a person's year, 2,000 incidents",
        manager,
        "/v1/people/" + PERSON + "/trends",
        counted + " and person_id = '" + PERSON + "'");
    requests.row(
        "a setting's year",
        manager,
        "/v1/settings/" + SETTING + "/trends",
        counted + " and setting_id = '" + SETTING + "'");
    requests.row(
        "the provider's year, by itself", manager, "/v1/providers/OAKFIELD/themes", counted);
    requests.row(
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
    search(
        "with an antecedent",
        "antecedent=NOISE_OR_CROWDING",
        "antecedent_codes @> array['NOISE_OR_CROWDING']");
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
    requests.row(name + ", first page", manager, path, byIds);
    List<String> cursor =
        requests.texts(
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
    requests.row(
        name + ", last page",
        manager,
        path + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8),
        byIds);
  }
}
