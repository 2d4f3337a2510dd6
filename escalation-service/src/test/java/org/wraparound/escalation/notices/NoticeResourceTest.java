package org.wraparound.escalation.notices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.escalation.Field;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class NoticeResourceTest {
  private static final String COUNCIL = "BRIDGESHIRE-SAFEGUARDING";

  @Inject Field field;
  @Inject Notifying notifying;

  private UUID tell(UUID person, UUID referral, OnCallContact contact) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                notifying.tell(
                    new Telling(
                        Subject.REFERRAL,
                        referral,
                        "REF-26-000004",
                        person,
                        "OAKFIELD",
                        COUNCIL,
                        contact,
                        About.REFERRAL_SENT,
                        null)))
        .get(0)
        .noticeId();
  }

  private static OnCallContact byPhoneOnly() {
    return new OnCallContact(
        UUID.randomUUID(),
        "Duty desk",
        "Duty social worker",
        List.of(new ContactPoint(ContactPoint.Kind.PHONE, "+441632960101")));
  }

  @Test
  void aNoticeSaysWhoWasToldByWhatOrWhyNot() {
    UUID person = field.person();
    UUID referral = UUID.randomUUID();
    UUID toSystem = tell(person, referral, null);
    UUID toNobody = tell(person, referral, byPhoneOnly());
    manager()
        .get("/v1/notices/" + toSystem)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("state", equalTo("SENT"))
        .body("kind", equalTo("SYSTEM"))
        .body("toAgency", equalTo(COUNCIL))
        .body("about", equalTo("REFERRAL_SENT"));
    manager()
        .get("/v1/notices/" + toNobody)
        .then()
        .body("state", equalTo("WITHHELD"))
        .body("why", equalTo("NO_ADDRESS"))
        .body("contact.jobTitle", equalTo("Duty social worker"));

    String list = "/v1/notices?subjectId=" + referral;
    manager().get(list).then().body("items.id", contains(toNobody + "", toSystem + ""));
    manager().get(list + "&state=SENT").then().body("items.id", contains(toSystem.toString()));
    manager().get(list + "&state=WITHHELD").then().body("items.id", contains(toNobody + ""));
    manager().get(list + "&state=QUEUED").then().body("items", empty());
    manager().get(list + "&state=FAILED").then().body("items", empty());
    manager().get(list + "&agency=OAKFIELD&personId=" + person).then().body("items", hasSize(2));
    manager().get(list + "&toAgency=OAKFIELD").then().body("items", empty());
    String next = manager().get(list + "&limit=1").path("next");
    manager().get(list + "&limit=1&after=" + next).then().body("items.id", contains(toSystem + ""));
    safeguarding().get(list).then().body("items", hasSize(2));
  }

  @Test
  void whoeverIsOutsideTheCircleSeesNone() {
    UUID person = field.person();
    UUID referral = UUID.randomUUID();
    UUID id = tell(person, referral, null);
    var elmtree = Tokens.elmtree("manager");
    as(elmtree).get("/v1/notices/" + id).then().statusCode(404);
    as(elmtree).get("/v1/notices?personId=" + person).then().body("items", empty());
    as(Tokens.withoutAgency("ops")).get("/v1/notices").then().statusCode(403);
    given().get("/v1/notices").then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notice-issued", "notice-failed"})
  void theExampleKeepsItsOwnContract(String type) {
    String service = "escalation-service";
    assertThat(Contracts.violations(service, type, Contracts.example(service, type))).isEmpty();
  }
}
