package org.wraparound.actionplan.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.wraparound.actionplan.Agencies.OWN_TOPIC;
import static org.wraparound.actionplan.Agencies.auditor;
import static org.wraparound.actionplan.Agencies.commissioner;
import static org.wraparound.actionplan.Agencies.manager;
import static org.wraparound.actionplan.Agencies.stranger;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Contracts;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;
import org.wraparound.kit.web.ProblemException;

@QuarkusTest
@WithTestResource(StackResource.class)
class EvidenceFilesTest {
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final Path FOLDER = Path.of("target", "evidence");
  private static final String TOO_LARGE = "urn:wraparound:problem:payload-too-large";

  @Inject AccessGrants grants;
  @Inject EvidenceFiles files;
  @Inject EvidenceStore store;
  @Inject EvidenceSweeping sweeping;
  @Inject Provenance provenance;

  @TestHTTPResource("/")
  URI service;

  private final UUID person = UUID.randomUUID();

  @BeforeEach
  void circle() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              grants.grant(person, "OAKFIELD", "PROVIDER", Level.FULL);
              grants.grant(person, "BRIDGESHIRE-COMMISSIONING", "COMMISSIONER", Level.SUMMARY);
              grants.grant(person, "ANYTOWN-HOUSING", "HOUSING", Level.AWARE);
            });
  }

  private static RequestSpecification sending(String token, String type, byte[] content) {
    return given().auth().oauth2(token).contentType(type).body(content);
  }

  private ValidatableResponse upload(String type, byte[] content) {
    return sending(Tokens.oakfield("practitioner"), type, content)
        .queryParam("personId", person)
        .queryParam("name", "Sam's minutes.pdf")
        .post("/v1/evidence-files")
        .then();
  }

  private String uploaded() {
    return upload("application/pdf", Samples.PDF).statusCode(201).extract().path("id");
  }

  private static Path kept(String id) {
    return FOLDER.resolve(EvidenceStore.keyOf(UUID.fromString(id)));
  }

  @Test
  void aFileComesBackAsItCame() {
    byte[] content = Samples.pdf(LARGEST);
    String id =
        upload("application/pdf", content)
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .body("personId", equalTo(person.toString()))
            .body("name", equalTo("Sam's minutes.pdf"))
            .body("mediaType", equalTo("application/pdf"))
            .body("bytes", equalTo(LARGEST))
            .body("uploadedByAgency", equalTo("OAKFIELD"))
            .body("uploadedBy", equalTo("oakfield-practitioner"))
            .extract()
            .path("id");
    String file = "/v1/evidence-files/" + id;
    String hash =
        commissioner()
            .get(file)
            .then()
            .statusCode(200)
            .header("ETag", equalTo("\"0\""))
            .body("content", equalTo(file + "/content"))
            .extract()
            .path("sha256");
    byte[] sent =
        commissioner()
            .get(file + "/content")
            .then()
            .statusCode(200)
            .header("Content-Type", equalTo("application/pdf"))
            .header("Content-Length", equalTo(String.valueOf(LARGEST)))
            .header("ETag", equalTo("\"" + hash + "\""))
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .header(
                "Content-Disposition",
                equalTo(
                    "attachment; filename=\"Sam_s minutes.pdf\";"
                        + " filename*=UTF-8''Sam%27s%20minutes.pdf"))
            .extract()
            .asByteArray();
    assertThat(sent).isEqualTo(content);
    commissioner()
        .header("If-None-Match", "\"" + hash + "\"")
        .get(file + "/content")
        .then()
        .statusCode(304);
    assertNothingWaits();
  }

  /** What has come in or gone out leaves nothing in the temporary folder. */
  private static void assertNothingWaits() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              try (Stream<Path> temporary =
                  Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(temporary.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("evidence-"));
              }
            });
  }

  @Test
  void whatIsToldOfAFileIsByTheContractAndNotItsName() {
    String id = uploaded();
    List<Bus.Read> told =
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> Bus.read(OWN_TOPIC, person), read -> !read.isEmpty());
    assertThat(told).singleElement().matches(event -> event.type().equals("evidence-file-stored"));
    Bus.Read event = told.get(0);
    assertThat(Contracts.violations("action-plan-service", event.type(), event.data())).isEmpty();
    assertThat(event.data().get("fileId").asText()).isEqualTo(id);
    assertThat(event.data().toString() + event.headers()).doesNotContain("Sam");
  }

  @Test
  void aFileIsWhatItsContentSaysAndNothingElseIsTaken() {
    upload("application/pdf", Samples.PNG)
        .statusCode(415)
        .body("type", equalTo("urn:wraparound:problem:unsupported-media-type"))
        .body("detail", containsString("image/png"));
    upload("text/plain", Samples.HTML).statusCode(415);
    upload("application/json", Samples.text("{}"))
        .statusCode(415)
        .body("detail", containsString("application/pdf"));
    upload("application/octet-stream", Samples.PDF).statusCode(415);
    assertNothingWaits();
  }

  @Test
  void anEmptyFileIsRefused() {
    upload("application/pdf", new byte[0])
        .statusCode(422)
        .body("violations.field", hasItem("body"));
  }

  @Test
  void aFileLargerThanAllowedIsRefusedWhetherItSaysSoOrNot() throws Exception {
    upload("application/pdf", Samples.pdf(LARGEST + 1))
        .statusCode(413)
        .body("type", equalTo(TOO_LARGE));
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        service.resolve("/v1/evidence-files?name=a.pdf&personId=" + person))
                    .header("Authorization", "Bearer " + Tokens.oakfield("manager"))
                    .header("Content-Type", "application/pdf")
                    .POST(
                        BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(Samples.pdf(LARGEST + 1))))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains(TOO_LARGE);
    assertNothingWaits();
  }

  @Test
  void allOtherPathsTakeWhatTheyDidBefore() {
    manager()
        .body("{\"personId\":\"%s\",\"kind\":\"%s\"}".formatted(person, "x".repeat(1 << 20)))
        .post("/v1/plans")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", equalTo(TOO_LARGE));
    manager()
        .body("{\"personId\":\"%s\",\"kind\":\"%s\"}".formatted(person, "x".repeat(1 << 19)))
        .post("/v1/plans")
        .then()
        .statusCode(422);
  }

  @Test
  void whoseAndWhatItIsHasToBeSaid() {
    sending(Tokens.oakfield("manager"), "application/pdf", Samples.PDF)
        .post("/v1/evidence-files")
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("name", "personId")));
    for (String name :
        List.of(" ", "../minutes.pdf", "a\nb.pdf", "a\u202Efdp.exe", "x".repeat(201))) {
      sending(Tokens.oakfield("manager"), "application/pdf", Samples.PDF)
          .queryParam("personId", person)
          .queryParam("name", name)
          .post("/v1/evidence-files")
          .then()
          .statusCode(422)
          .body("violations.field", equalTo(List.of("name")));
    }
  }

  @Test
  void theSameUploadTwiceIsOneFile() throws IOException {
    String key = UUID.randomUUID().toString();
    String first = keyed(key, Samples.PDF).statusCode(201).extract().path("id");
    keyed(key, Samples.PDF)
        .statusCode(201)
        .header("Idempotency-Replayed", equalTo("true"))
        .body("id", equalTo(first));
    keyed(key, Samples.pdf(100))
        .statusCode(422)
        .body("type", equalTo("urn:wraparound:problem:idempotency-key-reused"));
    assertThat(recorded()).isEqualTo(1);
    assertNothingWaits();
  }

  private long recorded() {
    provenance.causedByClock();
    return QuarkusTransaction.requiringNew().call(() -> files.count("personId", person));
  }

  private ValidatableResponse keyed(String key, byte[] content) {
    return sending(Tokens.oakfield("practitioner"), "application/pdf", content)
        .header("Idempotency-Key", key)
        .queryParam("personId", person)
        .queryParam("name", "minutes.pdf")
        .post("/v1/evidence-files")
        .then();
  }

  @Test
  void filesAreSeenInTheCircleOnly() {
    String file = "/v1/evidence-files/" + uploaded();
    for (String path : List.of(file, file + "/content")) {
      given().get(path).then().statusCode(401);
      stranger().get(path).then().statusCode(404);
      auditor().get(path).then().statusCode(200);
      given()
          .auth()
          .oauth2(Tokens.of("ANYTOWN-HOUSING", "HOUSING", "manager"))
          .get(path)
          .then()
          .statusCode(404);
    }
    for (String token :
        List.of(Tokens.elmtree("manager"), Tokens.of("ANYTOWN-HOUSING", "HOUSING", "manager"))) {
      sending(token, "application/pdf", Samples.PDF)
          .queryParam("personId", person)
          .queryParam("name", "minutes.pdf")
          .post("/v1/evidence-files")
          .then()
          .statusCode(404);
    }
    sending(Tokens.withoutAgency("auditor"), "application/pdf", Samples.PDF)
        .queryParam("personId", person)
        .queryParam("name", "minutes.pdf")
        .post("/v1/evidence-files")
        .then()
        .statusCode(403);
  }

  @Test
  void contentThatWasChangedOrLostInTheStoreIsNotSent() throws IOException {
    String id = uploaded();
    Files.write(kept(id), Samples.pdf(Samples.PDF.length + 1));
    manager()
        .get("/v1/evidence-files/" + id + "/content")
        .then()
        .statusCode(500)
        .body("type", equalTo("urn:wraparound:problem:internal-error"))
        .body("detail", not(containsString("target")));
    Files.delete(kept(id));
    manager().get("/v1/evidence-files/" + id + "/content").then().statusCode(500);
    assertNothingWaits();
  }

  @Test
  void contentWithoutARecordIsSweptWhenItCannotBeComingInAnyMore() throws IOException {
    UUID recorded = idOf(Duration.ofDays(3));
    UUID unrecorded = idOf(Duration.ofDays(3));
    UUID recent = idOf(Duration.ofHours(1));
    UUID older = idOf(Duration.ofDays(30));
    Path content = Files.write(Files.createTempFile("sample", null), Samples.PDF);
    for (UUID id : List.of(recorded, unrecorded, recent, older)) {
      store.keep(id, content);
    }
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                files.persist(
                    new EvidenceFile(
                        recorded,
                        person,
                        "minutes.pdf",
                        new ReceivedFile("application/pdf", 1, "0".repeat(64), content),
                        new Caller("OAKFIELD", "PROVIDER", "someone", Set.of()),
                        Instant.now())));
    sweeping.sweep();
    for (UUID id : List.of(recorded, recent, older)) {
      assertThatCode(() -> store.read(id).close()).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> store.read(unrecorded)).isInstanceOf(NoSuchFileException.class);
    Files.delete(content);
  }

  private static UUID idOf(Duration ago) {
    return UuidCreator.getTimeOrderedEpoch(Instant.now().minus(ago));
  }

  @Test
  void evidenceNamesFilesAboutItsPersonOnly() {
    UUID file = UUID.fromString(uploaded());
    UUID missing = UUID.randomUUID();
    asTheSystem(
        () -> {
          assertThat(files.requiredFor(person, List.of(file, file))).containsOnlyKeys(file);
          assertThat(files.requiredFor(person, List.of())).isEmpty();
          assertThatThrownBy(() -> files.requiredFor(person, List.of(file, missing)))
              .isInstanceOf(ProblemException.class);
          assertThatThrownBy(() -> files.requiredFor(UUID.randomUUID(), List.of(file)))
              .isInstanceOf(ProblemException.class);
        });
  }

  private void asTheSystem(Runnable work) {
    provenance.causedByClock();
    QuarkusTransaction.requiringNew().run(work);
  }

  @Test
  void whatCannotBeKeptLeavesNoRecord() throws IOException {
    Path aside = FOLDER.resolveSibling("evidence-aside");
    Files.move(FOLDER, aside);
    Files.createFile(FOLDER);
    try {
      upload("application/pdf", Samples.PDF)
          .statusCode(503)
          .body("type", equalTo("urn:wraparound:problem:unavailable"));
      given()
          .get("/q/health/well")
          .then()
          .body("checks.find { it.name == 'evidence-store' }.status", equalTo("DOWN"));
      given().get("/q/health/ready").then().statusCode(200);
    } finally {
      Files.delete(FOLDER);
      Files.move(aside, FOLDER);
    }
    assertThat(recorded()).isZero();
  }

  @Test
  void wellnessSaysWhetherFilesCanBeKept() {
    given()
        .get("/q/health/well")
        .then()
        .body("checks.find { it.name == 'evidence-store' }.status", equalTo("UP"));
  }
}
