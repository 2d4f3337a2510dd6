package org.wraparound.pathway;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.wraparound.kit.testing.Tokens;

/** The requests that several tests begin with. */
public final class Calls {
  private static final AtomicInteger NEXT = new AtomicInteger(100_000_000);

  /** A council's commissioners. */
  public static final String COMMISSIONING = "BRIDGESHIRE-COMMISSIONING";

  private Calls() {}

  /** A request with a token and a JSON body. */
  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** The manager of OAKFIELD. */
  public static RequestSpecification manager() {
    return as(Tokens.oakfield("manager"));
  }

  /** The manager of ELMTREE, a provider who has nothing to do with it. */
  public static RequestSpecification stranger() {
    return as(Tokens.elmtree("manager"));
  }

  /** A commissioner of the council. */
  public static RequestSpecification commissioner() {
    return as(Tokens.of(COMMISSIONING, "COMMISSIONER", "commissioner"));
  }

  /** A valid NHS number that no other test uses. */
  public static String nhsNumber() {
    while (true) {
      String nine = Integer.toString(NEXT.incrementAndGet());
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

  /** A person to register. */
  public static String person(String nhsNumber, String settingId) {
    return """
        {"name": {"given": "Daniel", "family": "Marsh"}, "dateOfBirth": "1991-05-17",
         "nhsNumber": {"value": "%s", "verificationStatus": "01"}, "settingId": "%s"}
        """
        .formatted(nhsNumber, settingId);
  }

  /** Registers a person with OAKFIELD and tells their id. */
  public static String registered() {
    return manager()
        .body(person(nhsNumber(), "ELM-HOUSE"))
        .post("/v1/people")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A place for the council's commissioners. */
  public static String place(String level) {
    return """
        {"agencyType": "COMMISSIONER", "level": "%s", "role": "COMMISSIONER",
         "basis": {"lawfulBasis": "e", "condition": "DPA2018_SCH1_PARA2", "consent": "GIVEN"}}
        """
        .formatted(level);
  }

  /** Brings the council's commissioners into the circle. */
  public static Response join(String person, String level) {
    return manager().body(place(level)).put("/v1/people/" + person + "/circle/" + COMMISSIONING);
  }
}
