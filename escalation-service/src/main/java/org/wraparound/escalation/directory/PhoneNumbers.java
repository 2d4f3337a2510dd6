package org.wraparound.escalation.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers as they are dialled in the United Kingdom. */
final class PhoneNumbers {
  private static final String HERE = "GB";
  private static final Pattern FORM = Pattern.compile("\\+?[0-9 ().-]{3,30}");

  // Ofcom keeps these for drama and tells nobody's number with them; the library's ranges are of
  // numbers in use.
  private static final Pattern DRAMA = Pattern.compile("\\+44(1632960|7700900)[0-9]{3}");
  private static final String DRAMA_MOBILE = "+447700900";

  private static final Set<PhoneNumberType> MOBILES =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final ShortNumberInfo SHORT_CODES = ShortNumberInfo.getInstance();

  private PhoneNumbers() {}

  /** What was written is no number that could be rung; the message says why and how to mend it. */
  static final class UnusableNumberException extends Exception {
    private static final long serialVersionUID = 1;

    private UnusableNumberException(String why) {
      super(why);
    }
  }

  /**
   * The number in E.164; a short code such as 101 as it is.
   *
   * @param mobile whether it must be a mobile's
   * @param drama whether it may be one that is kept for drama
   * @throws UnusableNumberException when it cannot be rung
   */
  static String read(String written, boolean mobile, boolean drama) throws UnusableNumberException {
    PhoneNumber number = parse(written);
    if (!mobile && SHORT_CODES.isValidShortNumberForRegion(number, HERE)) {
      return Long.toString(number.getNationalNumber());
    }
    switch (NUMBERS.isPossibleNumberWithReason(number)) {
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY ->
          throw new UnusableNumberException(
              "has too few digits; write the whole number with its area code");
      case TOO_LONG -> throw new UnusableNumberException("has too many digits; check it");
      case INVALID_LENGTH ->
          throw new UnusableNumberException("has not as many digits as a number has; check it");
      case INVALID_COUNTRY_CODE -> throw new UnusableNumberException("has no known country code");
      case IS_POSSIBLE -> {}
    }
    String full = NUMBERS.format(number, PhoneNumberFormat.E164);
    boolean isDrama = DRAMA.matcher(full).matches();
    if (isDrama && !drama) {
      throw new UnusableNumberException("is kept for drama and rings nobody; give one in use");
    }
    if (!isDrama && !NUMBERS.isValidNumber(number)) {
      throw new UnusableNumberException("is in no range of numbers in use; check it");
    }
    boolean isMobile =
        isDrama ? full.startsWith(DRAMA_MOBILE) : MOBILES.contains(NUMBERS.getNumberType(number));
    if (mobile && !isMobile) {
      throw new UnusableNumberException("is not a mobile's number; give it the kind PHONE");
    }
    return full;
  }

  /** A number that was read, as one dials it here. */
  static String asDialled(String number) {
    try {
      return NUMBERS.formatOutOfCountryCallingNumber(NUMBERS.parse(number, HERE), HERE);
    } catch (NumberParseException e) {
      throw new IllegalStateException("a number was kept that cannot be read", e);
    }
  }

  private static PhoneNumber parse(String written) throws UnusableNumberException {
    if (!FORM.matcher(written).matches()) {
      throw new UnusableNumberException(
          "is not a telephone number; write digits such as 01632 960101, without an extension");
    }
    try {
      return NUMBERS.parse(written, HERE);
    } catch (NumberParseException e) {
      throw new UnusableNumberException(
          switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE -> "has no known country code";
            case TOO_LONG -> "has too many digits; check it";
            case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN ->
                "has too few digits; write the whole number with its area code";
          });
    }
  }
}
