package org.wraparound.pathway.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"9000000009", "900 000 0009", " 943 476 5919 ", "4010232137"})
  void aNumberWhoseCheckDigitFitsIsRight(String number) {
    assertThat(NhsNumber.faultOf(number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9000000008", "9434756919", "4010232173"})
  void oneDigitWrongOrTwoSwappedIsFound(String number) {
    assertThat(NhsNumber.faultOf(number)).get().asString().contains("modulus 11");
  }

  @Test
  void aCheckValueOfTenIsNeverValid() {
    assertThat(IntStream.range(0, 10).mapToObj(last -> "123456789" + last))
        .allMatch(number -> NhsNumber.faultOf(number).isPresent());
  }

  @Test
  void whichRuleIsBrokenIsSaidWithoutTheNumber() {
    assertThat(NhsNumber.faultOf("900000000")).hasValue("must have 10 digits, but has 9");
    assertThat(NhsNumber.faultOf("90000000091")).hasValue("must have 10 digits, but has 11");
    assertThat(NhsNumber.faultOf("")).hasValue("must have 10 digits, but has 0");
    assertThat(NhsNumber.faultOf("900-000-0009")).hasValue("may have digits and spaces only");
    assertThat(NhsNumber.faultOf("9000000008").orElseThrow()).doesNotContain("9000000008");
  }
}
