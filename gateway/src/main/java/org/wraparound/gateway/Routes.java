package org.wraparound.gateway;

import static org.wraparound.gateway.Service.ACTION_PLAN;
import static org.wraparound.gateway.Service.ESCALATION;
import static org.wraparound.gateway.Service.INCIDENT;
import static org.wraparound.gateway.Service.PATHWAY;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Which service owns which path. What is not here does not exist for the world outside, such as the
 * services' own operational endpoints.
 */
@ApplicationScoped
class Routes {
  /** The first line that matches counts. */
  private static final List<Route> TABLE =
      List.of(
          new Route("/v1/people/{id}/chronology", INCIDENT),
          new Route("/v1/people/{id}/readings", INCIDENT),
          new Route("/v1/people/{id}/observation-gaps", INCIDENT),
          new Route("/v1/people/{id}/trends", INCIDENT),
          new Route("/v1/people/{id}/disclosures", ESCALATION),
          new Route("/v1/people/{id}/safe-communication/**", ESCALATION),
          new Route("/v1/people/**", PATHWAY),
          new Route("/v1/transitions/**", PATHWAY),
          new Route("/v1/indicator-breaches/**", PATHWAY),
          new Route("/v1/incidents/**", INCIDENT),
          new Route("/v1/incident-drafts/**", INCIDENT),
          new Route("/v1/documentation-standards/**", INCIDENT),
          new Route("/v1/observation-definitions/**", INCIDENT),
          new Route("/v1/readings/**", INCIDENT),
          new Route("/v1/settings/{id}/handover", ACTION_PLAN),
          new Route("/v1/settings/**", INCIDENT),
          new Route("/v1/providers/**", INCIDENT),
          new Route("/v1/escalations/**", ESCALATION),
          new Route("/v1/evaluations/**", ESCALATION),
          new Route("/v1/policies/**", ESCALATION),
          new Route("/v1/enquiries/**", ESCALATION),
          new Route("/v1/enquiry-stage-sets/**", ESCALATION),
          new Route("/v1/quality/**", ESCALATION),
          new Route("/v1/referrals/**", ESCALATION),
          new Route("/v1/disclosures/**", ESCALATION),
          new Route("/v1/notices/**", ESCALATION),
          new Route("/v1/agencies/**", ESCALATION),
          new Route("/v1/on-call/**", ESCALATION),
          new Route("/v1/plans/**", ACTION_PLAN),
          new Route("/v1/plan-templates/**", ACTION_PLAN),
          new Route("/v1/portfolio/**", ACTION_PLAN),
          new Route("/v1/actions/**", ACTION_PLAN),
          new Route("/v1/meetings/**", ACTION_PLAN),
          new Route("/v1/guidance/**", ACTION_PLAN),
          new Route("/v1/barriers/**", ACTION_PLAN),
          new Route("/v1/drift", ACTION_PLAN),
          new Route("/v1/action-audits/**", ACTION_PLAN),
          new Route("/v1/evidence-files/**", ACTION_PLAN).takingFiles());

  private static final String REFERENCE = "/v1/reference/{list}";
  private static final String OPENAPI = "/openapi/{service}";

  private final GatewayConfig config;

  Routes(GatewayConfig config) {
    this.config = config;
  }

  /**
   * Where a request goes.
   *
   * @param template the route's path without ids, as logs and metrics name it
   * @param path path at the service, without the query
   * @param open whether it needs no token
   * @param maxBody bytes that a request's body may have
   */
  record Destination(String template, Service service, String path, boolean open, long maxBody) {}

  /** Empty when no service owns the path. */
  Optional<Destination> find(String path) {
    if (Route.matches(REFERENCE, path)) {
      String list = Route.segments(path).get(2);
      Service owner = config.referenceLists().getOrDefault(list, config.referenceDefault());
      return Optional.of(new Destination(REFERENCE, owner, path, false, maxBody()));
    }
    if (Route.matches(OPENAPI, path)) {
      return Service.called(Route.segments(path).get(1))
          .map(service -> new Destination(OPENAPI, service, "/q/openapi", true, maxBody()));
    }
    return TABLE.stream()
        .filter(route -> route.matches(path))
        .findFirst()
        .map(
            route ->
                new Destination(
                    route.template(),
                    route.service(),
                    path,
                    false,
                    route.takesFiles() ? config.maxFile().asLongValue() : maxBody()));
  }

  private long maxBody() {
    return config.maxBody().asLongValue();
  }
}
