package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rota of a team. */
@Schema(name = "RotaView")
record RotaView(
    String agency,
    String team,
    List<Shift> shifts,
    List<RotaOverride> overrides,
    Instant changedAt,
    String changedByAgency,
    String changedBy) {
  static RotaView of(Rota rota) {
    return new RotaView(
        rota.team().agency(),
        rota.team().code(),
        rota.shifts(),
        rota.overrides(),
        rota.changedAt(),
        rota.changedByAgency(),
        rota.changedBy());
  }
}
