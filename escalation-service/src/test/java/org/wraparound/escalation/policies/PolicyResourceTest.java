package org.wraparound.escalation.policies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class PolicyResourceTest {
  @Inject Policies policies;

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  @Test
  void theDefaultPolicyIsInForceAsItWasWritten() {
    as(Tokens.oakfield("practitioner"))
        .get("/v1/policies/current")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("version", equalTo(1))
        .body("policy.rules.code", hasItem("ALLEGATION_OF_ABUSE"))
        .body("policy.rules[1].when.within", equalTo("P28D"));
    as(Tokens.withoutAgency("ops"))
        .get("/v1/policies/1")
        .then()
        .statusCode(200)
        .body("policy.title", equalTo("Wraparound default thresholds"));
    as(Tokens.withoutAgency("auditor"))
        .get("/v1/policies")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next", nullValue());
  }

  @Test
  void aVersionThatDoesNotExistIsNotFound() {
    as(Tokens.oakfield("manager"))
        .get("/v1/policies/99")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:wraparound:problem:not-found"));
    as(Tokens.oakfield("manager")).get("/v1/policies/latest").then().statusCode(404);
  }

  @Test
  void withoutATokenOrARoleNothingIsShown() {
    given().get("/v1/policies").then().statusCode(401);
    as(Tokens.oakfield("visitor")).get("/v1/policies/current").then().statusCode(403);
  }

  @Test
  void startingAgainDoesNotReplaceVersionOne() throws Exception {
    var before = policies.inForce();
    policies.loadDefault(new StartupEvent());
    assertThat(policies.inForce()).isEqualTo(before);
  }

  @Test
  void theListsAreServed() {
    for (String list :
        new String[] {
          "escalation-route",
          "threshold-tier",
          "escalation-decision",
          "escalation-status",
          "rule-outcome",
          "s42-decision"
        }) {
      as(Tokens.oakfield("practitioner"))
          .get("/v1/reference/" + list)
          .then()
          .statusCode(200)
          .body("list", equalTo(list));
    }
  }
}
