package org.wraparound.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StubSuite.class)
class SuiteReadinessTest {
  StubSuite suite;

  @BeforeEach
  void healthy() {
    suite.reset();
  }

  private static ValidatableResponse ready(int status) {
    return given().get("/q/health/ready").then().statusCode(status);
  }

  private static String part(String name) {
    return "checks.find { it.name == 'suite' }.data.'" + name + "'";
  }

  @Test
  void readyWhenEveryPartIs() {
    ready(200)
        .body(part("incident"), equalTo("UP"))
        .body(part("escalation"), equalTo("UP"))
        .body(part("action-plan"), equalTo("UP"))
        .body(part("pathway"), equalTo("UP"))
        .body(part("identity-provider"), equalTo("UP"));
  }

  @Test
  void notReadyWhileAServiceIsGone() {
    suite.pathway.stop();
    try {
      ready(503).body(part("pathway"), equalTo("DOWN")).body(part("incident"), equalTo("UP"));
    } finally {
      suite.pathway.start();
    }
    ready(200);
  }

  @Test
  void notReadyWhileAServiceIsUpButNotWell() {
    suite.escalation.isUnwell();
    ready(503).body(part("escalation"), equalTo("DOWN")).body(part("pathway"), equalTo("UP"));
  }

  @Test
  void notReadyWhileTheIdentityProviderIsGone() {
    suite.realm.stop();
    try {
      ready(503).body(part("identity-provider"), equalTo("DOWN"));
    } finally {
      suite.realm.start();
    }
  }

  @Test
  void liveWhateverTheRestDoes() {
    suite.incident.stop();
    try {
      given().get("/q/health/live").then().statusCode(200);
    } finally {
      suite.incident.start();
    }
  }
}
