package org.wraparound.incident.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wraparound.incident.observations.Measure.Choice;
import org.wraparound.kit.web.Violation;

class MeasureTest {
  private static final Measure ANXIETY = number("points", "0", "10", true);
  private static final Measure GLUCOSE = number("mmol/l", "1.5", "33.3", null);
  private static final Measure MEAL =
      new Measure(
          Measure.Type.CODE,
          null,
          null,
          null,
          null,
          List.of(new Choice("ALL", "All"), new Choice("HALF", "Half")));
  private static final Measure SLEEP = bare(Measure.Type.DURATION_MINUTES);
  private static final Measure YES_NO = bare(Measure.Type.YES_NO);
  private static final Measure ABC = bare(Measure.Type.ABC);

  private static Measure bare(Measure.Type type) {
    return new Measure(type, null, null, null, null, null);
  }

  private static Measure number(String unit, String min, String max, Boolean whole) {
    return new Measure(
        Measure.Type.NUMBER,
        unit,
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max),
        whole,
        null);
  }

  @Test
  void aValueWithinTheMeasureIsTakenInItsShortestForm() {
    assertThat(taken(ANXIETY, 0)).isEqualTo(BigDecimal.ZERO);
    assertThat(taken(ANXIETY, 10.0)).isEqualTo(BigDecimal.TEN);
    assertThat(taken(GLUCOSE, 33.30)).isEqualTo(new BigDecimal("33.3"));
    assertThat(taken(MEAL, "HALF")).isEqualTo("HALF");
    assertThat(taken(SLEEP, 1440)).isEqualTo(1440);
    assertThat(taken(YES_NO, false)).isEqualTo(false);
    assertThat(ABC.refusalOf(null)).isEmpty();
    assertThat(ABC.valueOf(null)).isNull();
  }

  private static Object taken(Measure measure, Object given) {
    assertThat(measure.refusalOf(given)).isEmpty();
    return measure.valueOf(given).plain();
  }

  @Test
  void aValueOutsideTheMeasureIsRefusedWithWhatItMustBe() {
    for (Object given :
        new Object[] {
          -1,
          11,
          4.5,
          "4",
          true,
          null,
          List.of(4),
          Double.POSITIVE_INFINITY,
          BigInteger.TEN.pow(999)
        }) {
      assertThat(ANXIETY.refusalOf(given)).hasValue("must be a whole number from 0 to 10 (points)");
    }
    assertThat(GLUCOSE.refusalOf(1.4999))
        .hasValue("must be a number from 1.5 to 33.3 (mmol/l) with at most 3 decimals");
    assertThat(GLUCOSE.refusalOf(5.0001)).isPresent();
    assertThat(MEAL.refusalOf("SOME")).hasValue("must be one of ALL, HALF");
    assertThat(SLEEP.refusalOf(1441)).hasValue("must be a whole number of minutes from 0 to 1440");
    assertThat(YES_NO.refusalOf("yes")).hasValue("must be true or false");
    assertThat(ABC.refusalOf("shouted")).isPresent();
  }

  @Test
  void aMeasureThatCannotBeKeptIsRefusedByItsField() {
    assertThat(flawed(number(" ", "0", "10", true))).containsExactly("measure.unit");
    assertThat(flawed(number("kg", "10", "10", true))).containsExactly("measure.max");
    assertThat(flawed(number("kg", null, "10", true))).containsExactly("measure.max");
    assertThat(flawed(new Measure(Measure.Type.YES_NO, "kg", null, null, null, null)))
        .containsExactly("measure.type");
    assertThat(flawed(bare(Measure.Type.CODE))).containsExactly("measure.codes");
    assertThat(flawed(codes(Measure.Type.CODE, "ALL", "ALL"))).containsExactly("measure.codes");
    assertThat(flawed(codes(Measure.Type.CODE, "ALL"))).containsExactly("measure.codes");
    assertThat(flawed(codes(Measure.Type.ABC, "ALL", "HALF"))).containsExactly("measure.codes");
    for (Measure sound : List.of(ANXIETY, GLUCOSE, MEAL, SLEEP, YES_NO, ABC)) {
      assertThat(sound.flaws()).isEmpty();
    }
  }

  private static Measure codes(Measure.Type type, String... codes) {
    return new Measure(
        type,
        null,
        null,
        null,
        null,
        List.of(codes).stream().map(code -> new Choice(code, code)).toList());
  }

  private static List<String> flawed(Measure measure) {
    return measure.flaws().stream().map(Violation::field).toList();
  }
}
