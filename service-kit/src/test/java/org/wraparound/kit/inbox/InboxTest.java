package org.wraparound.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.sample.SeenFeed;
import org.wraparound.kit.sample.Writing;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class InboxTest {
  private static final String TOPIC = "wraparound.pathways.v1";

  @Inject Writing writing;
  @Inject SeenFeed feed;

  private static Sent note(UUID person, String text) {
    return Sent.now(
        "note-sent",
        "/pathway-service",
        person,
        UUID.randomUUID(),
        Map.of("note", text, "more", 1));
  }

  @Test
  void anEventDeliveredAgainHasOneEffect() {
    UUID person = UUID.randomUUID();
    Sent twice = note(person, "twice");
    Sent after = note(person, "after");
    Bus.publish(TOPIC, twice, twice, after);
    Bus.publish(TOPIC, twice);
    Sent last = note(person, "last");
    Bus.publish(TOPIC, last);
    awaitApplied(last);
    assertThat(timesApplied(twice)).isEqualTo(1);
    assertThat(timesApplied(after)).isEqualTo(1);
  }

  @Test
  void aPoisonEventIsParkedAndThoseBehindItFlow() {
    UUID person = UUID.randomUUID();
    Sent before = note(person, "before");
    Sent garbled = note(person, "x").withData("{\"note\":");
    Sent behind = note(person, "behind");
    Bus.publish(TOPIC, before, garbled, behind);
    awaitApplied(behind);
    assertThat(timesApplied(before)).isEqualTo(1);
    awaitParked(garbled);
    assertThat(timesApplied(garbled)).isZero();
    // parked with its reason, and without what was in it
    given()
        .auth()
        .oauth2(Tokens.withoutAgency("ops"))
        .get("/v1/ops/quarantine?limit=200")
        .then()
        .statusCode(200)
        .body(
            "items.find { it.eventId == '" + garbled.id() + "' }.reason",
            org.hamcrest.Matchers.startsWith("UnreadableEventException (unreadable data at"));
  }

  @Test
  void aParkedEventIsAppliedOnceWhenItsCauseIsMended() {
    UUID person = UUID.randomUUID();
    feed.breakOnBadNotes(true);
    Sent bad = note(person, "bad");
    Sent behind = note(person, "behind");
    Bus.publish(TOPIC, bad, behind);
    awaitApplied(behind);
    awaitParked(bad);
    String id =
        given()
            .auth()
            .oauth2(Tokens.withoutAgency("ops"))
            .get("/v1/ops/quarantine?limit=200")
            .path("items.find { it.eventId == '" + bad.id() + "' }.id");

    replay(id, "ops").statusCode(409).body("type", equalTo("urn:wraparound:problem:conflict"));
    feed.breakOnBadNotes(false);
    replay(id, "practitioner").statusCode(403);
    replay(id, "ops").statusCode(200).body("replayedAt", notNullValue());
    replay(id, "ops").statusCode(200);
    assertThat(timesApplied(bad)).isEqualTo(1);
  }

  @Test
  void anEventWithoutAnEnvelopeIsParked() {
    UUID person = UUID.randomUUID();
    Sent nameless =
        new Sent(
            UUID.randomUUID(),
            "note-sent",
            "/pathway-service",
            person,
            UUID.randomUUID(),
            java.time.Instant.EPOCH,
            "[]");
    Sent behind = note(person, "behind");
    Bus.publish(TOPIC, nameless, behind);
    awaitApplied(behind);
    awaitParked(nameless);
  }

  private static io.restassured.response.ValidatableResponse replay(String id, String role) {
    return given()
        .auth()
        .oauth2(Tokens.withoutAgency(role))
        .post("/v1/ops/quarantine/" + id + "/replay")
        .then();
  }

  private long timesApplied(Sent event) {
    return writing.count("select count(*) from seen where event_id = ?", event.id());
  }

  private void awaitApplied(Sent event) {
    await().atMost(Duration.ofSeconds(30)).until(() -> timesApplied(event) > 0);
  }

  private void awaitParked(Sent event) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                writing.count("select count(*) from quarantine where event_id = ?", event.id())
                    == 1);
  }
}
