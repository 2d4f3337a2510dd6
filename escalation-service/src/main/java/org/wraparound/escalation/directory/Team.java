package org.wraparound.escalation.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.Ids;

/** A team of an agency: which escalations it answers. */
@Entity
@Table(name = "team")
class Team extends RetirableEntry {
  @Id private UUID id;

  @Column(updatable = false)
  private String agency;

  @Column(updatable = false)
  private String code;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<Route> routes;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<String> settings;

  Team() {}

  Team(String agency, String code) {
    this.id = Ids.next();
    this.agency = agency;
    this.code = code;
  }

  void describe(DescribeTeam as) {
    call(as.name(), as.activeUntil());
    routes = as.routes().stream().distinct().sorted().toList();
    settings = as.settings() == null ? null : as.settings().stream().distinct().sorted().toList();
  }

  boolean answers(Route route) {
    return routes.contains(route);
  }

  /** Whether it answers for every setting. */
  boolean isGeneral() {
    return settings == null;
  }

  boolean isFor(String setting) {
    return settings != null && settings.contains(setting);
  }

  @Override
  String path() {
    return Agency.path(agency) + "/teams/" + code;
  }

  UUID id() {
    return id;
  }

  String agency() {
    return agency;
  }

  String code() {
    return code;
  }

  List<Route> routes() {
    return routes;
  }

  List<String> settings() {
    return settings;
  }
}
