package org.wraparound.incident.trends;

/** What the API description says of more than one report. */
final class Described {
  static final String WHAT_COUNTS =
      " An incident counts when it is neither withdrawn nor a duplicate of another and your agency may see it; days,"
          + " weeks and hours are by the clock in London. Severity is the worse of physical and psychological harm."
          + " Early intervention was used when something proactive was tried before it came to a reaction; its share"
          + " is of the incidents of which that is recorded.";
  static final String SUPPRESSION =
      " Those outside the provider see the people in whose circle they are, and small numbers are suppressed for them:"
          + " a number of incidents from 1 to 4, a time with incidents of fewer than 5 people (as set by"
          + " wraparound.trends.smallest-number), and whatever else those could be reckoned from, are null and listed."
          + " The provider itself and auditors see all numbers.";
  static final String ROLES = " Roles: all but ops.";
  static final String MALFORMED = "malformed: from or to is no date";
  static final String INVALID = "invalid: from is after to, or more than five years before it";

  private Described() {}
}
