package org.wraparound.actionplan;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.Tokens;

/** The people who act in the tests, and what other services tell. */
public final class Agencies {
  public static final String ESCALATIONS = "wraparound.escalations.v1";
  public static final String PATHWAYS = "wraparound.pathways.v1";
  public static final String OWN_TOPIC = "wraparound.action-plans.v1";

  private Agencies() {}

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  public static RequestSpecification manager() {
    return as(Tokens.oakfield("manager"));
  }

  public static RequestSpecification liaison() {
    return as(Tokens.oakfield("liaison"));
  }

  public static RequestSpecification practitioner() {
    return as(Tokens.oakfield("practitioner"));
  }

  public static RequestSpecification commissioner() {
    return as(Tokens.of("BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "commissioner"));
  }

  public static RequestSpecification safeguarding() {
    return as(
        Tokens.of("BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", "safeguarding-lead"));
  }

  public static RequestSpecification stranger() {
    return as(Tokens.elmtree("manager"));
  }

  public static RequestSpecification auditor() {
    return as(Tokens.withoutAgency("auditor"));
  }

  /** OAKFIELD, commissioner and safeguarding are in the person's circle; the GP is not. */
  public static void circleOf(UUID person) {
    Bus.publish(
        PATHWAYS,
        joined(person, "OAKFIELD", "PROVIDER", "FULL"),
        joined(person, "BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "FULL"),
        joined(person, "BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", "FULL"));
  }

  public static Sent joined(UUID person, String agency, String type, String level) {
    return Sent.now(
        "circle-joined",
        "/pathway-service",
        person,
        person,
        Map.of(
            "personId", person,
            "agency", agency,
            "agencyType", type,
            "level", level,
            "role", "member",
            "basis", "CONSENT"));
  }
}
