package org.wraparound.escalation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wraparound.escalation.directory.ContactPoint.Kind;
import org.wraparound.kit.web.ProblemException;

class ContactPointsTest {
  private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
  private final ContactPoints points = new ContactPoints(FACTORY.getValidator(), () -> true);

  @AfterAll
  static void close() {
    FACTORY.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 01632 960101, +441632960101, 01632 960101",
    "PHONE, (020) 7946 0123, +442079460123, 020 7946 0123",
    "MOBILE, +44 7700 900123, +447700900123, 07700 900123",
    "MOBILE, 07911 123456, +447911123456, 07911 123456",
    "PHONE, 101, 101, 101",
    "PHONE, +353 1 679 5000, +35316795000, 00 353 1 679 5000"
  })
  void aNumberIsKeptInOneFormAndShownAsOneDialsIt(
      Kind kind, String written, String kept, String dialled) {
    ContactPoint point = points.read(List.of(new ContactPoint(kind, written))).get(0);
    assertThat(point.value()).isEqualTo(kept);
    assertThat(PointView.of(point).national()).isEqualTo(dialled);
  }

  @ParameterizedTest
  @CsvSource({"PHONE, 01632 960101", "MOBILE, +44 7700 900123"})
  void whatIsKeptForDramaIsRefusedWhereItIsNotAskedFor(Kind kind, String written) {
    ContactPoints inEarnest = new ContactPoints(FACTORY.getValidator(), () -> false);
    assertThatThrownBy(() -> inEarnest.read(List.of(new ContactPoint(kind, written))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem("/", "").violations().get(0).message())
                    .contains("drama"));
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 96010, too few digits",
    "PHONE, 01632 960 1010 1010, too many digits",
    "PHONE, 01632 960101 x12, without an extension",
    "PHONE, ask Ann, not a telephone number",
    "PHONE, +999 1632 960101, no known country code",
    "PHONE, 01632 150101, no range of numbers in use",
    "MOBILE, 01632 960101, give it the kind PHONE",
    "MOBILE, 999, too few digits",
    "EMAIL, duty@oakfield, not an e-mail address",
    "SECURE_EMAIL, duty.oakfield.example, not an e-mail address",
    "EMAIL, duty@@oakfield.example, not an e-mail address"
  })
  void whatReachesNobodyIsRefusedWithTheReason(Kind kind, String written, String why) {
    ContactPoint good = new ContactPoint(Kind.EMAIL, "duty@oakfield.example");
    assertThatThrownBy(() -> points.read(List.of(good, new ContactPoint(kind, written))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem("/", "").violations())
                    .singleElement()
                    .satisfies(
                        violation -> {
                          assertThat(violation.field()).isEqualTo("points[1].value");
                          assertThat(violation.message()).contains(why);
                        }));
  }
}
