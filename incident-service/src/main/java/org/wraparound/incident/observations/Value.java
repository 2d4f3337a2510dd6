package org.wraparound.incident.observations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/** What was read: one of these, as the definition measures it. */
@Embeddable
record Value(
    @Column(name = "value_number") BigDecimal number,
    @Column(name = "value_code") String code,
    @Column(name = "value_minutes") Integer minutes,
    @Column(name = "value_yes") Boolean yes) {

  /** The one that is there, as it came in JSON. */
  Object plain() {
    return Stream.of(number, code, minutes, yes).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
