package org.wraparound.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Plays one person's story over REST through the gateway and tells it as it happens. */
final class DemoStory {
  private static final Duration CHAIN_LIMIT = Duration.ofSeconds(15);
  private static final int NOT_FOUND = 404;

  /** What only the local authority decides. */
  private static final String SECTION_42 =
      """
      "s42": {"careAndSupportNeeds": "YES", "abuseOrNeglectOrRisk": "YES",
              "unableToProtectSelf": "YES", "outcome": "MET_PROGRESS_TO_S42_2"},
      "makingSafeguardingPersonal": {"asked": "ASKED_AND_EXPRESSED",
                                     "wishes": "To cook without being shouted at."},
      "mentalCapacity": {"capacity": "HAD"},""";

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
   * @param directory file with the agencies' part of the directory
   * @throws StackFailure at the first step that does not answer as the story needs
   */
  void play(Path directory) {
    step("0. The agencies say how they are reached and who is on call");
    fillDirectory(directory);

    step("1. OAKFIELD registers a person and brings the other agencies into the circle");
    String person = registerPerson();
    joinCircle(person, "BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "COMMISSIONER");
    joinCircle(person, "BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", "SAFEGUARDING");
    joinCircle(person, "NORTHVALE-CLDT", "CLDT", "CLDT");

    step("2. A practitioner records an incident: another tenant is said to have hit him");
    recordIncident(person, Duration.ofHours(3), allegationOfPhysicalAbuse());
    Instant recorded = Instant.now();
    JsonNode escalations = await("oakfield-manager", "/v1/escalations", person, 3);
    JsonNode actions = await("oakfield-manager", "/v1/actions", person, 5);
    JsonNode stepUps = await("bridgeshire-commissioner", "/v1/transitions", person, 1);
    say(
        "Within %d ms, and without anyone having to remember a threshold:",
        Duration.between(recorded, Instant.now()).toMillis());
    for (JsonNode escalation : escalations.path("items")) {
      say(
          "%s  %-20s goes to %s, to be acknowledged by %s",
          escalation.path("reference").asText(),
          escalation.path("route").asText(),
          escalation.path("recipientAgency").asText(),
          escalation.path("acknowledgeBy").asText());
      sayWhoIsOnCall(escalation);
    }
    say("   because: %s", escalations.path("items").path(0).path("why").asText());
    for (JsonNode action : actions.path("items")) {
      say(
          "%s  %-12s %s (%s), due %s: %s",
          action.path("reference").asText(),
          action.path("party").asText(),
          action.path("ownerAgency").asText(),
          action.path("ownerRole").asText(),
          action.path("dueOn").asText(),
          action.path("title").asText());
    }
    String stepUp = stepUps.path("items").path(0).path("reference").asText();
    say("%s  a step-up of support is proposed and waits for an authoriser", stepUp);

    step("3. Three more incidents with a restrictive practice inside 28 days");
    recordIncident(person, Duration.ofHours(2), restraint());
    recordIncident(person, Duration.ofHours(1), restraint());
    JsonNode pattern = null;
    for (JsonNode escalation :
        await("oakfield-manager", "/v1/escalations", person, 4).path("items")) {
      if (!"ALLEGATION_OF_ABUSE".equals(escalation.path("ruleCode").asText())) {
        pattern = escalation;
      }
    }
    recordIncident(person, Duration.ofMinutes(10), restraint());
    say(
        "%s  %s fires once and names the %d incidents; the fourth does not raise it again",
        pattern.path("reference").asText(),
        pattern.path("ruleCode").asText(),
        pattern.path("incidentIds").size());

    step("4. People answer");
    for (JsonNode escalation : escalations.path("items")) {
      answer(escalation);
    }
    authoriseStepUp(stepUps.path("items").path(0).path("id").asText());

    step("5. The chronology shows the whole chain, each entry with its source");
    JsonNode chronology =
        api.get("oakfield-manager", "/v1/people/%s/chronology?limit=200".formatted(person));
    for (JsonNode entry : chronology.path("items")) {
      say(
          "%-28s %-22s %-26s %s",
          entry.path("happenedAt").asText(),
          entry.path("kind").asText(),
          entry.path("agency").asText(),
          entry.path("source").path("href").asText());
    }

    step("6. Another provider's manager sees none of it");
    say(
        "GET /v1/people/{id} answers %d, GET /v1/escalations lists %d",
        api.send("elmtree-manager", "GET", "/v1/people/" + person, null).status(),
        api.get("elmtree-manager", "/v1/escalations?personId=" + person).path("items").size());

    out.printf(
        """

        Look for yourself, with a token as above:
          %1$s/v1/people/%2$s/chronology
          %1$s/v1/escalations?personId=%2$s
          %1$s/v1/actions?personId=%2$s

        """,
        gateway, person);
  }

  /** Each entry is sent by its agency; what a play before this one has put in stays. */
  private void fillDirectory(Path directory) {
    int sent = 0;
    for (JsonNode entry : read(directory).path("entries")) {
      String user = entry.path("as").asText();
      String path = entry.path("path").asText();
      if (api.send(user, "GET", path, null).status() == NOT_FOUND) {
        api.call(user, "PUT", path, entry.path("body").toString());
        sent++;
      }
    }
    say("%d entries of the directory are new", sent);
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new StackFailure("The demo directory %s cannot be read.".formatted(file), e);
    }
  }

  private void sayWhoIsOnCall(JsonNode escalation) {
    JsonNode contact =
        api.get(
                "oakfield-manager",
                "/v1/on-call?route=%s&agency=%s&setting=ELM-HOUSE"
                    .formatted(
                        escalation.path("route").asText(),
                        escalation.path("recipientAgency").asText()))
            .at("/items/0/tiers/0/contacts/0");
    say(
        "   where %s is on call: %s",
        contact.path("name").asText(), contact.at("/points/0/value").asText());
  }

  private String registerPerson() {
    JsonNode person =
        api.call(
            "oakfield-manager",
            "POST",
            "/v1/people",
            """
            {"name": {"given": "Daniel", "family": "Marsh"}, "dateOfBirth": "1991-05-17",
             "nhsNumber": {"value": "%s", "verificationStatus": "01"},
             "communicationNeeds": "Uses signs and a picture board; needs time to answer.",
             "settingId": "ELM-HOUSE"}
            """
                .formatted(nhsNumber()));
    say("Daniel Marsh is registered as %s", person.path("id").asText());
    return person.path("id").asText();
  }

  private void joinCircle(String person, String agency, String agencyType, String role) {
    api.call(
        "oakfield-manager",
        "PUT",
        "/v1/people/%s/circle/%s".formatted(person, agency),
        """
        {"agencyType": "%s", "level": "FULL", "role": "%s",
         "basis": {"lawfulBasis": "e", "condition": "DPA2018_SCH1_PARA2", "consent": "GIVEN"}}
        """
            .formatted(agencyType, role));
    say("%s joins the circle", agency);
  }

  private void recordIncident(String person, Duration ago, String particulars) {
    JsonNode incident =
        api.call(
            "oakfield-practitioner",
            "POST",
            "/v1/incidents",
            """
            {"personId": "%s", "settingId": "ELM-HOUSE", "location": "SUPPORTED_LIVING",
             "happenedAt": "%s", %s}
            """
                .formatted(
                    person, Instant.now().minus(ago).truncatedTo(ChronoUnit.SECONDS), particulars));
    say("%s is recorded", incident.path("reference").asText());
  }

  private static String allegationOfPhysicalAbuse() {
    return """
        "kind": "SAFEGUARDING_CONCERN", "physicalHarm": "LOW", "psychologicalHarm": "MODERATE",
        "behaviour": "Another tenant struck him on the arm in the kitchen.",
        "antecedents": "Both wanted the kettle; the room was loud.",
        "deEscalationSteps": [{"step": "Offered the quiet room", "worked": true}],
        "allegations": [{"source": "OTHER_KNOWN_TO_INDIVIDUAL", "type": "PHYSICAL",
                         "location": "SUPPORTED_LIVING"}],
        "policeInvolved": false,
        """
        + restriction();
  }

  private static String restraint() {
    return """
        "kind": "DISTRESSED_BEHAVIOUR", "physicalHarm": "NONE", "psychologicalHarm": "LOW",
        "behaviour": "Ran at the stairs while another tenant was on them.", "allegations": [],
        "policeInvolved": false,
        """
        + restriction();
  }

  private static String restriction() {
    return """
        "restrictiveInterventions": [
          {"type": "08", "restrictionType": "PHYSICAL", "minutes": 3, "inPlan": true,
           "reason": "To end the struggle by the stairs.",
           "staff": [{"name": "Shift lead", "jobTitle": "Senior support worker"}],
           "effortsToAvoid": "Space and the quiet room were offered twice.",
           "outcome": "Calm within ten minutes.", "deathOrSeriousInjury": false,
           "notificationSent": true}]""";
  }

  private void answer(JsonNode escalation) {
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
        {"decision": "MEETING", "immediateSafetyConfirmed": true, %s
         "rationale": "Two tenants share one kitchen: agree together who does what."}
        """
            .formatted("bridgeshire-safeguarding".equals(user) ? SECTION_42 : ""));
    say("%s is acknowledged and decided by %s", escalation.path("reference").asText(), user);
  }

  private void authoriseStepUp(String transition) {
    String path = "/v1/transitions/%s/authorisation".formatted(transition);
    DemoClient.Answer refused = api.send("bridgeshire-commissioner", "POST", path, "{}");
    say("A step-up without a review date and a way back is refused with %d:", refused.status());
    for (JsonNode violation : refused.body().path("violations")) {
      say("   %s: %s", violation.path("field").asText(), violation.path("message").asText());
    }
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    api.call(
        "bridgeshire-commissioner",
        "POST",
        path,
        """
        {"startsOn": "%s", "reviewOn": "%s",
         "rationale": "Risk of injury while the kitchen is shared.",
         "deEscalationPlan": {"stages": [
           {"description": "One-to-one at mealtimes ends at breakfast first.",
            "exitCriteria": "Two weeks of breakfasts without an incident."}]},
         "weeklyCost": {"amount": 840, "currency": "GBP"},
         "personInvolvement": {"involved": true, "views": "Wants quiet in the kitchen."}}
        """
            .formatted(today, today.plusWeeks(4)));
    say("The commissioner authorises it until the review on %s", today.plusWeeks(4));
  }

  /** Reads a list about the person until it has so many entries. */
  private JsonNode await(String user, String list, String person, int entries) {
    String path = "%s?limit=200&personId=%s".formatted(list, person);
    Instant deadline = Instant.now().plus(CHAIN_LIMIT);
    JsonNode answer = api.get(user, path);
    while (answer.path("items").size() < entries) {
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
