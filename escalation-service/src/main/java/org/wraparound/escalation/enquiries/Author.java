package org.wraparound.escalation.enquiries;

import org.wraparound.kit.Caller;

/**
 * Who did something.
 *
 * @param userId subject of their token
 */
record Author(String agency, String userId) {
  static Author of(Caller caller) {
    return new Author(caller.agency(), caller.userId());
  }
}
