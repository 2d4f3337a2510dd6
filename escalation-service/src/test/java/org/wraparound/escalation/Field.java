package org.wraparound.escalation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Tokens;

/** What happens in the field, as far as this service's tests need it. */
@ApplicationScoped
public class Field {
  /** Topic of incidents. */
  public static final String INCIDENTS = "wraparound.incidents.v1";

  private final AccessGrants grants;

  Field(AccessGrants grants) {
    this.grants = grants;
  }

  /** A person whose circle has the provider, the council, the commissioner and the CLDT. */
  public UUID person() {
    UUID person = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, "OAKFIELD", "PROVIDER", Level.FULL);
              grants.grant(
                  person, "BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", Level.FULL);
              grants.grant(person, "BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", Level.SUMMARY);
              grants.grant(person, "NORTHVALE-CLDT", "CLDT", Level.FULL);
              grants.grant(person, "HILLTOP-SURGERY", "GP", Level.AWARE);
            });
    return person;
  }

  /** An incident so many days ago, with these facts and no others. */
  public static Sent incident(UUID person, double daysAgo, Map<String, ?> facts) {
    UUID id = UUID.randomUUID();
    Map<String, Object> data = new HashMap<>();
    data.put("incidentId", id);
    data.put("reference", "INC-26-000001");
    data.put("personId", person);
    data.put("provider", "OAKFIELD");
    data.put("kind", "DISTRESSED_BEHAVIOUR");
    data.put(
        "happenedAt", Instant.now().minus((long) (daysAgo * 1440), ChronoUnit.MINUTES).toString());
    data.put("location", "SUPPORTED_LIVING");
    data.putAll(facts);
    Sent sent = Sent.now("incident-recorded", "/incident-service", person, id, Map.of());
    return sent.withData(json(data));
  }

  /** Facts of an allegation of physical abuse by someone the person knows. */
  public static Map<String, ?> allegation() {
    return Map.of(
        "allegations",
        List.of(
            Map.of(
                "source", "OTHER_KNOWN_TO_INDIVIDUAL",
                "type", "PHYSICAL",
                "location", "SUPPORTED_LIVING")));
  }

  /** Facts of a restrictive intervention. */
  public static Map<String, ?> restriction() {
    return Map.of(
        "restrictiveInterventions",
        List.of(Map.of("type", "13", "restrictionType", "PHYSICAL", "inPlan", true)));
  }

  /** Publishes the incidents and waits until each has been evaluated. */
  public void happens(Sent... incidents) {
    Bus.publish(INCIDENTS, incidents);
    for (Sent incident : incidents) {
      awaitEvaluated(incident);
    }
  }

  /** Waits until an incident has been evaluated. */
  public void awaitEvaluated(Sent incident) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                as(Tokens.withoutAgency("auditor"))
                    .get("/v1/evaluations?incidentId=" + incident.subject())
                    .path("items.size()")
                    .equals(1));
  }

  /** Id of the person's only escalation to a route. */
  public static String escalation(UUID person, String route) {
    List<String> ids =
        as(Tokens.withoutAgency("auditor"))
            .get("/v1/escalations?personId=" + person + "&route=" + route)
            .path("items.id");
    if (ids.size() != 1) {
      throw new AssertionError(ids.size() + " escalations to " + route);
    }
    return ids.get(0);
  }

  /** A request of someone. */
  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** The provider's manager. */
  public static RequestSpecification manager() {
    return as(Tokens.oakfield("manager"));
  }

  /** The council's safeguarding lead. */
  public static RequestSpecification safeguarding() {
    return as(
        Tokens.of("BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", "safeguarding-lead"));
  }

  private static String json(Map<String, Object> data) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(data);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
