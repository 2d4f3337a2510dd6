package org.wraparound.escalation.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** When each contact of a team covers which tier. */
@Entity
@Table(name = "rota")
class Rota extends DirectoryEntry {
  @Id
  @Column(name = "team_id")
  private UUID teamId;

  @MapsId
  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id", updatable = false)
  private Team team;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<Shift> shifts = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<RotaOverride> overrides = List.of();

  Rota() {}

  /** Of a team that has planned nothing yet. */
  Rota(Team team) {
    this.team = team;
  }

  void plan(PlanRota as) {
    shifts = as.shifts();
    overrides = as.overrides();
  }

  /** Tiers that somebody is to cover at any time: those it speaks of, and the first. */
  SortedSet<Integer> tiers() {
    SortedSet<Integer> tiers = new TreeSet<>();
    tiers.add(1);
    shifts.forEach(shift -> tiers.add(shift.tier()));
    overrides.forEach(override -> tiers.add(override.tier()));
    return tiers;
  }

  @Override
  String path() {
    return team.path() + "/rota";
  }

  Team team() {
    return team;
  }

  List<Shift> shifts() {
    return shifts;
  }

  List<RotaOverride> overrides() {
    return overrides;
  }
}
