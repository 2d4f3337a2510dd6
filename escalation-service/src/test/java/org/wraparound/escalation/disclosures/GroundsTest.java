package org.wraparound.escalation.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.kit.web.Violation;

class GroundsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final Basis LAW =
      new Basis("ea", Basis.Condition.DPA2018_SCH1_PARA18, "Someone is at risk.");

  private static List<String> missing(Consent consent, Basis basis) {
    return new Grounds(consent, basis).missing(TODAY).stream().map(Violation::field).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // answer, explained, what is missing without the law, and with it
    "GIVEN, false, '', ''",
    "GIVEN_WITH_LIMITATIONS, false, consent.explanation, consent.explanation",
    "GIVEN_WITH_LIMITATIONS, true, '', ''",
    "REFUSED, true, basis, ''",
    "NOT_SOUGHT, false, consent.explanation basis, consent.explanation",
    "NOT_SOUGHT, true, basis, ''",
    "LACKS_CAPACITY_BEST_INTERESTS, false, consent.explanation, consent.explanation",
    "LACKS_CAPACITY_BEST_INTERESTS, true, '', ''"
  })
  void consentSufficesOnlyWhereItPermits(
      Consent.Answer answer, boolean explained, String withoutLaw, String withLaw) {
    Consent consent = new Consent(answer, TODAY, explained ? "Said so." : null);
    assertThat(String.join(" ", missing(consent, null))).isEqualTo(withoutLaw);
    assertThat(String.join(" ", missing(consent, LAW))).isEqualTo(withLaw);
  }

  @Test
  void theLawNeedsItsCodeItsConditionAndAReason() {
    assertThat(missing(null, null)).containsExactly("consent");
    assertThat(missing(null, LAW)).isEmpty();
    assertThat(missing(null, new Basis(null, null, " ")))
        .containsExactly("basis.lawfulBasis", "basis.condition", "basis.reason");
    Basis onConsent = new Basis("a", Basis.Condition.DPA2018_SCH1_PARA2, "They agreed.");
    assertThat(missing(null, onConsent)).containsExactly("basis.lawfulBasis");
    assertThat(missing(new Consent(Consent.Answer.GIVEN, TODAY, null), onConsent)).isEmpty();
    assertThat(Grounds.ofThreshold("SERIOUS_HARM").missing(TODAY)).isEmpty();
    assertThat(Grounds.ofAction("ACT-26-000017").missing(TODAY)).isEmpty();
  }

  @Test
  void consentIsDatedAndNotInTheFuture() {
    assertThat(missing(new Consent(Consent.Answer.GIVEN, null, null), null))
        .containsExactly("consent.on");
    assertThat(missing(new Consent(Consent.Answer.GIVEN, TODAY.plusDays(1), null), null))
        .containsExactly("consent.on");
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("disclosed-content", DisclosedContent.values());
    CodeListAssert.assertSame("disclosure-purpose", DisclosurePurpose.values());
    CodeListAssert.assertSame("disclosure-route", DisclosureRoute.values());
    CodeListAssert.assertSame("disclosure-response", DisclosureResponse.values());
    CodeListAssert.assertSame("disclosure-permission", Permission.values());
    CodeListAssert.assertSame("disclosed-record", RecordReference.Kind.values());
  }

  @Test
  void consentAndConditionAreCodedAsInTheListsOfPathwayService() throws IOException {
    assertThat(codesOfPathway("consent")).isEqualTo(names(Consent.Answer.values()));
    assertThat(codesOfPathway("sharing-condition")).isEqualTo(names(Basis.Condition.values()));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  private static List<String> codesOfPathway(String list) throws IOException {
    Path file = Path.of("..", "pathway-service", "src", "main", "resources", "reference");
    JsonNode codes = new ObjectMapper().readTree(file.resolve(list + ".json").toFile());
    return StreamSupport.stream(codes.get("codes").spliterator(), false)
        .map(code -> code.get("code").asText())
        .toList();
  }
}
