package org.wraparound.escalation.communication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.manager;
import static org.wraparound.escalation.Field.safeguarding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.Field;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class SafeCommunicationResourceTest {
  private static final LocalDate TODAY = London.today(Clock.systemUTC());

  @Inject Field field;
  @Inject SafeCommunications safeCommunications;
  @Inject DueDates dueDates;

  /** What the tests of others arrange too. */
  static String arrangement(String avoidedAgency, LocalDate reviewOn) {
    return """
        {"discreet": true, "avoidKinds": ["PHONE"], "avoidAgencies": ["%s"], "avoidContacts": [],
         "instructions": "Write to her keyworker.", "reason": "She is afraid of her partner.",
         "reviewOn": "%s"}
        """
        .formatted(avoidedAgency, reviewOn);
  }

  private static String path(UUID person) {
    return "/v1/people/" + person + "/safe-communication";
  }

  @Test
  void itIsArrangedReadReplacedAndEveryVersionIsKept() {
    UUID person = field.person();
    manager().get(path(person)).then().statusCode(404);
    manager()
        .body(arrangement("NORTHVALE-CLDT", TODAY.plusMonths(3)))
        .put(path(person))
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"1\""))
        .header("Location", equalTo(path(person)));
    as(Tokens.of("BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "commissioner"))
        .get(path(person))
        .then()
        .statusCode(200)
        .body("instructions", equalTo("Write to her keyworker."))
        .body("arrangedByAgency", equalTo("OAKFIELD"))
        .body("reviewOverdue", equalTo(false));
    String next = arrangement("FENWICK-FAMILY", TODAY.plusMonths(12));
    safeguarding().body(next).put(path(person)).then().statusCode(428);
    safeguarding().header("If-Match", "\"7\"").body(next).put(path(person)).then().statusCode(412);
    safeguarding()
        .header("If-Match", "\"1\"")
        .body(next)
        .put(path(person))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
    manager()
        .get(path(person) + "/versions")
        .then()
        .body("items.number", contains(2, 1))
        .body("items[0].replacedAt", nullValue())
        .body("items[1].avoidAgencies", contains("NORTHVALE-CLDT"));
    // the service itself obeys it, whoever asks
    SafeCommunication rules =
        QuarkusTransaction.requiringNew().call(() -> safeCommunications.of(person)).orElseThrow();
    assertThat(rules.discreet()).isTrue();
    assertThat(rules.avoidKinds()).containsExactly(ContactPoint.Kind.PHONE);
    assertThat(rules.avoids("FENWICK-FAMILY")).isTrue();
    assertThat(rules.avoids("NORTHVALE-CLDT")).isFalse();
  }

  @Test
  void aReviewThatIsOverdueIsToldToWhoeverArrangedItUntilItTakesPlace() {
    UUID person = field.person();
    String body = arrangement("FENWICK-FAMILY", TODAY.plusMonths(3));
    manager().body(body).put(path(person)).then().statusCode(201);
    DueDate review = reviews(person).get(0);
    assertThat(review.dueAt()).isEqualTo(London.endOf(TODAY.plusMonths(3)));
    QuarkusTransaction.requiringNew()
        .run(() -> dueDates.schedule(review.kind(), review.subjectId(), Instant.EPOCH));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> reviews(person).get(0).dueAt().isAfter(Instant.now()));
    manager()
        .get("/v1/notices?personId=" + person)
        .then()
        .body("items.about", contains("SAFE_COMMUNICATION_REVIEW_OVERDUE"))
        .body("items.toAgency", contains("OAKFIELD"))
        .body("items.subjectId", contains(review.subjectId().toString()));
    manager().header("If-Match", "\"1\"").body(body).put(path(person)).then().statusCode(200);
    assertThat(reviews(person))
        .singleElement()
        .satisfies(next -> assertThat(next.subjectId()).isNotEqualTo(review.subjectId()));
  }

  private List<DueDate> reviews(UUID person) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                dueDates
                    .getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(
                        "select d.* from due_date d join safe_communication s on s.id = d.subject_id"
                            + " where d.kind = 'safe-communication-review' and s.person_id = ?1",
                        DueDate.class)
                    .setParameter(1, person)
                    .getResultList());
  }

  @Test
  void whomItGuardsAgainstDoesNotSeeIt() {
    UUID person = field.person();
    manager()
        .body(arrangement("NORTHVALE-CLDT", TODAY.plusDays(1)))
        .put(path(person))
        .then()
        .statusCode(201);
    var avoided = as(Tokens.of("NORTHVALE-CLDT", "CLDT", "manager"));
    avoided.get(path(person)).then().statusCode(404);
    avoided.get(path(person) + "/versions").then().statusCode(404);
    as(Tokens.of("NORTHVALE-CLDT", "CLDT", "manager"))
        .header("If-Match", "\"1\"")
        .body(arrangement("OAKFIELD", TODAY.plusDays(1)))
        .put(path(person))
        .then()
        .statusCode(404);
    as(Tokens.withoutAgency("auditor")).get(path(person)).then().statusCode(200);
  }

  @Test
  void whoMayNotArrangeItIsTold() {
    UUID person = field.person();
    String body = arrangement("FENWICK-FAMILY", TODAY.plusDays(1));
    as(Tokens.oakfield("practitioner")).body(body).put(path(person)).then().statusCode(403);
    as(Tokens.of("BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", "manager"))
        .body(body)
        .put(path(person))
        .then()
        .statusCode(403);
    as(Tokens.elmtree("manager")).body(body).put(path(person)).then().statusCode(404);
    as(Tokens.of("HILLTOP-SURGERY", "GP", "manager"))
        .body(body)
        .put(path(person))
        .then()
        .statusCode(404);
    given().get(path(person)).then().statusCode(401);
  }

  @Test
  void whatIsMissingOrTooFarAheadIsNamed() {
    UUID person = field.person();
    manager()
        .body("{}")
        .put(path(person))
        .then()
        .statusCode(422)
        .body(
            "violations.field",
            containsInAnyOrder(
                "discreet", "avoidKinds", "avoidAgencies", "avoidContacts", "reason", "reviewOn"));
    for (LocalDate day : new LocalDate[] {TODAY, TODAY.plusMonths(12).plusDays(1)}) {
      manager()
          .body(arrangement("FENWICK-FAMILY", day))
          .put(path(person))
          .then()
          .statusCode(422)
          .body("violations.field", contains("reviewOn"));
    }
  }
}
