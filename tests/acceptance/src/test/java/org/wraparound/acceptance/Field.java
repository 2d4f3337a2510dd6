package org.wraparound.acceptance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.wraparound.localstack.DemoRealm;

/** What people in the stories do, over REST through the gateway. */
final class Field {
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
  private static final Random RANDOM = new Random();

  private Field() {}

  /** A request of a demo user through the gateway. */
  static RequestSpecification as(String user) {
    return given()
        .baseUri(Stack.running().gateway().toString())
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(token(user));
  }

  static String token(String user) {
    return TOKENS.computeIfAbsent(
        user, name -> DemoRealm.accessToken(Stack.running().keycloak(), name));
  }

  /** Registers a person with OAKFIELD. */
  static String registerPerson(String given, String family, String nhsNumber) {
    return as("oakfield-manager")
        .body(
            Map.of(
                "name",
                Map.of("given", given, "family", family),
                "dateOfBirth",
                "1991-05-17",
                "nhsNumber",
                Map.of("value", nhsNumber, "verificationStatus", "01"),
                "settingId",
                "ELM-HOUSE"))
        .post("/v1/people")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Brings council, commissioner and community team into the circle. */
  static void gatherCircle(String person) {
    join(person, "BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "COMMISSIONER");
    join(person, "BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", "SAFEGUARDING");
    join(person, "NORTHVALE-CLDT", "CLDT", "CLDT");
  }

  static void join(String person, String agency, String agencyType, String role) {
    as("oakfield-manager")
        .body(
            Map.of(
                "agencyType",
                agencyType,
                "level",
                "FULL",
                "role",
                role,
                "basis",
                Map.of(
                    "lawfulBasis", "e",
                    "condition", "DPA2018_SCH1_PARA2",
                    "consent", "GIVEN")))
        .put("/v1/people/" + person + "/circle/" + agency)
        .then()
        .statusCode(201);
  }

  /** The least that can be recorded of an incident, some hours ago. */
  static Map<String, Object> incident(String person, int hoursAgo) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("personId", person);
    // a home of their own: patterns of a setting would count the people of other stories
    body.put("settingId", "HOME-" + person.substring(24).toUpperCase(Locale.ROOT));
    body.put("kind", "DISTRESSED_BEHAVIOUR");
    body.put("location", "SUPPORTED_LIVING");
    body.put("happenedAt", hoursAgo(hoursAgo).toString());
    body.put("behaviour", "Shouted and pushed past staff.");
    return body;
  }

  /** An incident in which a tenant is said to have hit the person, and staff led the person out. */
  static Map<String, Object> allegation(String person, int hoursAgo) {
    Map<String, Object> body = restrictive(person, hoursAgo);
    body.put("kind", "SAFEGUARDING_CONCERN");
    body.put("physicalHarm", "LOW");
    body.put("psychologicalHarm", "MODERATE");
    body.put(
        "allegations",
        List.of(
            Map.of(
                "source", "OTHER_KNOWN_TO_INDIVIDUAL",
                "type", "PHYSICAL",
                "location", "SUPPORTED_LIVING")));
    body.put(
        "immediateSafetyActions",
        List.of(
            Map.of(
                "action", "The two tenants were kept in separate rooms.",
                "byWhom", "Shift lead",
                "at", hoursAgo(hoursAgo).toString())));
    body.put("policeInvolved", false);
    return body;
  }

  /** An incident with a restrictive practice, recorded as the law asks. */
  static Map<String, Object> restrictive(String person, int hoursAgo) {
    Map<String, Object> body = incident(person, hoursAgo);
    Map<String, Object> restriction = new LinkedHashMap<>();
    restriction.put("type", "08");
    restriction.put("restrictionType", "PHYSICAL");
    restriction.put("reason", "To end the struggle by the stairs.");
    restriction.put("minutes", 3);
    restriction.put("inPlan", true);
    restriction.put("staff", List.of(Map.of("name", "A. Carer", "jobTitle", "Support worker")));
    restriction.put("effortsToAvoid", "Space and the quiet room were offered twice.");
    restriction.put("outcome", "Calm within ten minutes.");
    restriction.put("deathOrSeriousInjury", false);
    restriction.put("notificationSent", true);
    body.put("restrictiveInterventions", List.of(restriction));
    return body;
  }

  /** Records an incident as OAKFIELD's practitioner. */
  static String record(Map<String, Object> body) {
    return as("oakfield-practitioner")
        .body(body)
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Reads a list until it is as expected, for at most so long. */
  static JsonPath eventually(
      String user, String path, Duration atMost, Predicate<JsonPath> expected) {
    return await(path)
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> as(user).get(path).then().extract().jsonPath(), expected);
  }

  static Instant hoursAgo(int hours) {
    return Instant.now().minus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
  }

  /** A valid NHS number: nine random digits and their modulus 11 check digit. */
  static String nhsNumber() {
    while (true) {
      int[] digits = RANDOM.ints(9, 0, 10).toArray();
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += digits[i] * (10 - i);
      }
      int check = (11 - sum % 11) % 11;
      if (check != 10) {
        StringBuilder number = new StringBuilder();
        for (int digit : digits) {
          number.append(digit);
        }
        return number.append(check).toString();
      }
    }
  }
}
