package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Something that puts an action at risk from a day on; gathered by the database from what is noted
 * of barriers, milestones, reviews and dependencies.
 */
@Entity
@Immutable
@Table(name = "action_risk")
@IdClass(ActionRisk.Key.class)
class ActionRisk {
  @Id
  @Column(name = "action_id")
  private UUID actionId;

  /** Last day on which it does not put it at risk yet, Europe/London. */
  @Id
  @Column(name = "harmless_until")
  private LocalDate harmlessUntil;

  ActionRisk() {}

  record Key(UUID actionId, LocalDate harmlessUntil) implements Serializable {}
}
