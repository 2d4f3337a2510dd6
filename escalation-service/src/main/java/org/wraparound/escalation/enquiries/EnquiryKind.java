package org.wraparound.escalation.enquiries;

/** The list {@code enquiry-kind}. */
enum EnquiryKind {
  /** The duty of the Care Act 2014 s42(2). */
  SECTION_42,
  /** The duty does not apply, and the authority enquires in proportion. */
  OTHER_PROPORTIONATE
}
