package org.wraparound.escalation.notices;

/** What kind of record a notice is about; the list {@code notice-record}. */
public enum Subject {
  ESCALATION("/escalations/"),
  REFERRAL("/referrals/"),
  STEP_UP("/transitions/"),
  ENQUIRY("/enquiries/"),
  SAFE_COMMUNICATION("/safe-communications/"),
  ACTION("/actions/");

  private final String path;

  Subject(String path) {
    this.path = path;
  }

  /** Where such a record is found under the link base. */
  String path() {
    return path;
  }
}
