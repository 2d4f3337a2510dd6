package org.wraparound.localstack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the local stack consists of, in the order in which it is shown. */
public enum Part {
  POSTGRES("postgres", "PostgreSQL", PostgresServer.PORT_VARIABLE, 5439, null),
  KAFKA("kafka", "Kafka", KafkaServer.PORT_VARIABLE, 9192, null),
  KEYCLOAK("keycloak", "Keycloak", "WRAPAROUND_KEYCLOAK_PORT", 8180, null),
  INCIDENT("incident-service", "incident-service", "WRAPAROUND_INCIDENT_PORT", 8081, "incident"),
  ESCALATION(
      "escalation-service", "escalation-service", "WRAPAROUND_ESCALATION_PORT", 8082, "escalation"),
  ACTION_PLAN(
      "action-plan-service",
      "action-plan-service",
      "WRAPAROUND_ACTION_PLAN_PORT",
      8083,
      "action_plan"),
  PATHWAY("pathway-service", "pathway-service", "WRAPAROUND_PATHWAY_PORT", 8084, "pathway"),
  GATEWAY("gateway", "gateway", "WRAPAROUND_GATEWAY_PORT", 8080, null);

  private final String id;
  private final String label;
  private final String portVariable;
  private final int defaultPort;
  private final String database;

  Part(String id, String label, String portVariable, int defaultPort, String database) {
    this.id = id;
    this.label = label;
    this.portVariable = portVariable;
    this.defaultPort = defaultPort;
    this.database = database;
  }

  /** The name used in the API and, for a service, of its module. */
  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  /** The environment variable that chooses another port. */
  public String portVariable() {
    return portVariable;
  }

  public int defaultPort() {
    return defaultPort;
  }

  /** The database that only this part uses, and the name of the role that owns it. */
  public Optional<String> database() {
    return Optional.ofNullable(database);
  }

  /** Whether this is one of Wraparound's own five programs. */
  public boolean isService() {
    return this != POSTGRES && this != KAFKA && this != KEYCLOAK;
  }

  static List<Part> services() {
    return Arrays.stream(values()).filter(Part::isService).toList();
  }

  static Part named(String id) {
    return Arrays.stream(values())
        .filter(part -> part.id.equals(id))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no part of the stack: " + id));
  }
}
