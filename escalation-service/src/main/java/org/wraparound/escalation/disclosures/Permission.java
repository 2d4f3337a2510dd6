package org.wraparound.escalation.disclosures;

/**
 * What made telling permissible, as the person reads it; the list {@code disclosure-permission}.
 */
enum Permission {
  AGREED,
  AGREED_WITHIN_LIMITS,
  BEST_INTERESTS,
  AGAINST_REFUSAL,
  WITHOUT_ASKING;

  /**
   * @param consent null when nothing is said of it
   */
  static Permission of(Consent consent) {
    if (consent == null) {
      return WITHOUT_ASKING;
    }
    return switch (consent.answer()) {
      case GIVEN -> AGREED;
      case GIVEN_WITH_LIMITATIONS -> AGREED_WITHIN_LIMITS;
      case LACKS_CAPACITY_BEST_INTERESTS -> BEST_INTERESTS;
      case REFUSED -> AGAINST_REFUSAL;
      case NOT_SOUGHT -> WITHOUT_ASKING;
    };
  }
}
