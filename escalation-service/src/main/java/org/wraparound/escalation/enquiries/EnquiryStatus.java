package org.wraparound.escalation.enquiries;

/** Where an enquiry stands; the list {@code enquiry-status}. */
enum EnquiryStatus {
  OPEN("concludedAt is null"),
  CONCLUDED("concludedAt is not null");

  private final String condition;

  EnquiryStatus(String condition) {
    this.condition = condition;
  }

  /** The same as a condition of a query. */
  String condition() {
    return condition;
  }
}
