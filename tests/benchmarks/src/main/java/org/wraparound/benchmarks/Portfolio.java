package org.wraparound.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.wraparound.localstack.DemoRealm;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.Part;

/**
 * How long the portfolio of a commissioner with many plans takes, and the lists behind its numbers,
 * asked of action-plan-service over HTTP, one request at a time. Beside each, in the same run, a
 * bare count of the same rows by the database.
 */
public final class Portfolio {
  private static final String COMMISSIONER = "BRIDGESHIRE-COMMISSIONING";
  private static final String ALL = "select count(*) from action";
  private static final String UNSETTLED = ALL + " where status not in ('VERIFIED', 'WITHDRAWN')";

  private final LocalStack stack;
  private final Requests requests;

  private Portfolio(LocalStack stack, Requests requests) {
    this.stack = stack;
    this.requests = requests;
  }

  /**
   * Argument: plans of the provider, each with 20 unsettled actions (10 to 50,000, default 500).
   */
  public static void main(String[] arguments) throws Exception {
    int plans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    BenchmarkStack.run(
        settings -> settings.withServices(Set.of(Part.ACTION_PLAN)),
        stack -> {
          try (Requests requests = new Requests(stack, Part.ACTION_PLAN)) {
            Portfolio benchmark = new Portfolio(stack, requests);
            benchmark.load(plans);
            benchmark.measure();
          }
        });
  }

  private void load(int plans) throws SQLException, IOException {
    requests.run("select setseed(0.42)");
    requests.runScript("/plans.sql", plans);
    requests.run("insert into access_grant select person_id, agency, 'PROVIDER', 'FULL' from plan");
    requests.run(
        "insert into access_grant select person_id, '%s', 'COMMISSIONER', 'SUMMARY' from plan"
            .formatted(COMMISSIONER));
    requests.run("vacuum (analyze)");
  }

  private void measure() throws Exception {
    String manager = DemoRealm.accessToken(stack.keycloak(), "oakfield-manager");
    String commissioner = DemoRealm.accessToken(stack.keycloak(), "bridgeshire-commissioner");
    String plan = requests.texts("select id from plan order by id limit 1").get(0);
    System.out.printf(
        "%nPortfolio of %s plans with %s unsettled actions, %d runs of each, one at a time%n",
        requests.texts("select count(*) from plan").get(0),
        requests.texts(UNSETTLED).get(0),
        Requests.RUNS);
    Requests.header();
    requests.row("portfolio, by a commissioner", commissioner, "/v1/portfolio", ALL);
    requests.row("portfolio, by the provider", manager, "/v1/portfolio", ALL);
    requests.row("its plans that are open", commissioner, "/v1/portfolio?status=OPEN", ALL);
    requests.row(
        "its plans of a kind",
        commissioner,
        "/v1/portfolio?kind=DISCHARGE",
        ALL + " a join plan p on p.id = a.plan_id where p.kind = 'DISCHARGE'");
    for (String standing : new String[] {"ON_TRACK", "AT_RISK", "OVERDUE"}) {
      requests.row(
          "list of what is " + standing,
          commissioner,
          "/v1/actions?limit=50&standing=" + standing,
          UNSETTLED);
    }
    String ofPlan = ALL + " where plan_id = '" + plan + "'";
    requests.row("progress of a plan", commissioner, "/v1/plans/" + plan + "/progress", ofPlan);
    requests.row("timeline of a plan", commissioner, "/v1/plans/" + plan + "/timeline", ofPlan);
  }
}
