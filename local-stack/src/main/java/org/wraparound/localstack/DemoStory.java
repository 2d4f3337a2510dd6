package org.wraparound.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Plays one person's story over REST through the gateway and tells it as it happens. */
final class DemoStory {
  private static final Duration CHAIN_LIMIT = Duration.ofSeconds(15);

  private final DemoClient api;
  private final URI gateway;
  private final PrintStream out;

  DemoStory(URI gateway, URI realm, PrintStream out) {
    this.api = new DemoClient(gateway, realm);
    this.gateway = gateway;
    this.out = out;
  }

  /**
   * Plays it with a person of its own, so that it can be played again on the same data.
   *
   * @throws StackFailure at the first step that does not answer as the story needs
   */
  void play() {
    step("1. OAKFIELD registers a person and brings the other agencies into the circle");
    String person = registerPerson();
    joinCircle(person, "BRIDGESHIRE-COMMISSIONING", "commissioner");
    joinCircle(person, "BRIDGESHIRE-SAFEGUARDING", "safeguarding lead");
    joinCircle(person, "NORTHVALE-CLDT", "clinician");

    step("2. A practitioner records an incident: another tenant is said to have hit him");
    recordIncident(person, Duration.ofHours(2), allegationOfPhysicalAbuse());
    Instant recorded = Instant.now();
    JsonNode escalations =
        await(
            "oakfield-manager",
            "/v1/escalations?personId=" + person,
            list -> list.path("items").size() >= 3);
    JsonNode actions =
        await(
            "oakfield-manager",
            "/v1/actions?personId=" + person,
            list -> list.path("items").size() >= 2);
    JsonNode transitions =
        await(
            "bridgeshire-commissioner",
            "/v1/transitions?personId=" + person,
            list -> !list.path("items").isEmpty());
    say(
        "%d ms later nobody has had to remember a threshold:",
        Duration.between(recorded, Instant.now()).toMillis());
    tell("escalation", escalations, "reference", "route", "ruleCode", "acknowledgeBy");
    tell("action", actions, "reference", "party", "ownerAgency", "ownerRole", "dueOn");
    tell("step-up", transitions, "reference", "status");

    step("3. Two more incidents, each with a restrictive practice, inside 28 days");
    recordIncident(person, Duration.ofMinutes(90), restraint());
    recordIncident(person, Duration.ofMinutes(60), restraint());
    recordIncident(person, Duration.ofMinutes(30), restraint());
    JsonNode pattern =
        await(
            "oakfield-manager",
            "/v1/escalations?personId=" + person,
            list -> list.path("items").size() > escalations.path("items").size());
    say("The pattern rule fires once; the fourth incident does not raise it again:");
    tell("escalation", pattern, "reference", "route", "ruleCode", "incidentIds");

    step("4. People answer");
    answerEscalations(escalations);
    authoriseStepUp(transitions.path("items").path(0).path("id").asText());

    step("5. The chronology shows the whole chain, each entry with its source");
    tell(
        "entry",
        api.get("oakfield-manager", "/v1/people/%s/chronology".formatted(person)),
        "occurredAt",
        "type",
        "source");

    step("6. Another provider's manager sees none of it");
    DemoClient.Answer stranger = api.send("elmtree-manager", "GET", "/v1/people/" + person, null);
    say("GET /v1/people/{id} as elmtree-manager answers %d", stranger.status());
    say(
        "GET /v1/escalations as elmtree-manager lists %d",
        api.get("elmtree-manager", "/v1/escalations?personId=" + person).path("items").size());

    out.printf(
        "%nLook for yourself: %s/v1/people/%s/chronology, /v1/escalations?personId=%s ...%n%n",
        gateway, person, person);
  }

  private String registerPerson() {
    JsonNode person =
        api.call(
            "oakfield-liaison",
            "POST",
            "/v1/people",
            """
            {"nhsNumber": "%s", "givenName": "Daniel", "familyName": "Marsh",
             "dateOfBirth": "1991-05-17", "settingId": "OAKFIELD-HOUSE-2"}
            """
                .formatted(nhsNumber()));
    say("%s is registered", person.path("reference").asText());
    return person.path("id").asText();
  }

  private void joinCircle(String person, String agency, String role) {
    api.call(
        "oakfield-liaison",
        "PUT",
        "/v1/people/%s/circle/%s".formatted(person, agency),
        """
        {"level": "FULL", "role": "%s", "basis": "CONSENT"}
        """
            .formatted(role));
    say("%s joins the circle", agency);
  }

  private void recordIncident(String person, Duration ago, String particulars) {
    JsonNode incident =
        api.call(
            "oakfield-practitioner",
            "POST",
            "/v1/incidents",
            """
            {"personId": "%s", "happenedAt": "%s", %s}
            """
                .formatted(
                    person, Instant.now().minus(ago).truncatedTo(ChronoUnit.SECONDS), particulars));
    say("%s is recorded", incident.path("reference").asText());
  }

  private static String allegationOfPhysicalAbuse() {
    return """
        "kind": "ALLEGATION", "location": "SUPPORTED_LIVING",
        "physicalHarm": "LOW", "psychologicalHarm": "MODERATE",
        "allegations": [{"source": "OTHER_KNOWN_TO_INDIVIDUAL", "type": "PHYSICAL",
                         "location": "SUPPORTED_LIVING"}],
        "restrictiveInterventions": [], "policeInvolved": false""";
  }

  private static String restraint() {
    return """
        "kind": "BEHAVIOUR", "location": "SUPPORTED_LIVING",
        "physicalHarm": "NONE", "psychologicalHarm": "LOW", "allegations": [],
        "restrictiveInterventions": [{"type": "11", "restrictionType": "PHYSICAL",
                                      "minutes": 4, "inPlan": true}],
        "policeInvolved": false""";
  }

  private void answerEscalations(JsonNode escalations) {
    for (JsonNode escalation : escalations.path("items")) {
      String path = "/v1/escalations/" + escalation.path("id").asText();
      String user =
          switch (escalation.path("recipientAgency").asText()) {
            case "BRIDGESHIRE-SAFEGUARDING" -> "bridgeshire-safeguarding";
            case "BRIDGESHIRE-COMMISSIONING" -> "bridgeshire-commissioner";
            default -> "oakfield-manager";
          };
      api.call(user, "POST", path + "/acknowledgement", "{}");
      api.call(
          user,
          "POST",
          path + "/decision",
          """
          {"decision": "MEETING", "rationale": "Two tenants, one lounge: agree who does what."}
          """);
      say("%s is acknowledged and decided by %s", escalation.path("reference").asText(), user);
    }
  }

  private void authoriseStepUp(String transition) {
    String path = "/v1/transitions/%s/authorisation".formatted(transition);
    DemoClient.Answer refused = api.send("bridgeshire-commissioner", "POST", path, "{}");
    say(
        "A step-up without a review date and a way back down is refused: %d %s",
        refused.status(), refused.body().path("violations"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    api.call(
        "bridgeshire-commissioner",
        "POST",
        path,
        """
        {"startsOn": "%s", "reviewOn": "%s",
         "deEscalationPlan": "One-to-one ends lounge by lounge as calm weeks are seen.",
         "rationale": "Injury risk while the lounge is shared."}
        """
            .formatted(today, today.plusDays(14)));
    say("The commissioner authorises it until the review on %s", today.plusDays(14));
  }

  private JsonNode await(String user, String path, Predicate<JsonNode> enough) {
    Instant deadline = Instant.now().plus(CHAIN_LIMIT);
    JsonNode answer = api.get(user, path);
    while (!enough.test(answer)) {
      if (Instant.now().isAfter(deadline)) {
        throw new StackFailure(
            "After %d s GET %s still answers %s".formatted(CHAIN_LIMIT.toSeconds(), path, answer));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackFailure("The story was interrupted.", e);
      }
      answer = api.get(user, path);
    }
    return answer;
  }

  private void step(String title) {
    out.printf("%n%s%n", title);
  }

  private void say(String sentence, Object... values) {
    out.printf(Locale.ROOT, "   " + sentence + "%n", values);
  }

  private void tell(String what, JsonNode list, String... fields) {
    for (JsonNode item : list.path("items")) {
      StringBuilder line = new StringBuilder(what);
      for (String field : fields) {
        JsonNode value = item.path(field);
        if (!value.isMissingNode() && !value.isNull()) {
          line.append("  ").append(value.isTextual() ? value.asText() : value);
        }
      }
      say("%s", line);
    }
  }

  /** A number with a right check digit in the range that is never given to anybody. */
  private static String nhsNumber() {
    while (true) {
      String nine = "999" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += Character.digit(nine.charAt(i), 10) * (10 - i);
      }
      int check = 11 - sum % 11;
      if (check != 10) {
        return nine + check % 11;
      }
    }
  }
}
