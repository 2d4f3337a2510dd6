package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;

/**
 * Hours of a working day in Europe/London.
 *
 * @param from when it begins, such as 09:00
 * @param until when it ends, such as 17:00
 */
public record WorkingHours(
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime from,
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime until) {

  void check(Place place) {
    if (place.has("from", from) && place.has("until", until) && !from.isBefore(until)) {
      place.in("until").refuse("must be later than from");
    }
  }
}
