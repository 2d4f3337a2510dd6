package org.wraparound.pathway.people;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of an NHS number: ten digits, of which the last is a check digit by modulus 11 (NHS
 * Data Dictionary, NHS number). What it says of a wrong one never quotes it.
 */
final class NhsNumber {
  private static final int DIGITS = 10;
  private static final Pattern WRITTEN = Pattern.compile("[0-9 ]*");

  private NhsNumber() {}

  /** The number as it is kept: spaces, as people write them in groups, taken out. */
  static String normalised(String written) {
    return written.replace(" ", "");
  }

  /** Which rule it breaks and how to mend it; empty when it breaks none. */
  static Optional<String> faultOf(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.of("may have digits and spaces only");
    }
    String digits = normalised(written);
    if (digits.length() != DIGITS) {
      return Optional.of("must have 10 digits, but has " + digits.length());
    }
    return checkDigitFits(digits)
        ? Optional.empty()
        : Optional.of(
            "fails the modulus 11 check: a digit is mistyped or two are swapped; compare it with"
                + " its source");
  }

  private static boolean checkDigitFits(String digits) {
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      sum += Character.digit(digits.charAt(i), 10) * (DIGITS - i);
    }
    // 11 becomes 0; 10 equals no digit, so such a number is never valid
    int check = 11 - sum % 11;
    return (check == 11 ? 0 : check) == Character.digit(digits.charAt(DIGITS - 1), 10);
  }
}
