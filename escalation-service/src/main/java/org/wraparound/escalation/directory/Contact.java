package org.wraparound.escalation.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.kit.Ids;

/** Somebody, or a desk, of a team that can be reached at work. */
@Entity
@Table(name = "contact")
class Contact extends RetirableEntry {
  /** Out of hours nobody reads mail: what rings comes first. */
  private static final Comparator<ContactPoint> LOUDEST_FIRST =
      Comparator.comparing(
          point ->
              switch (point.kind()) {
                case MOBILE -> 0;
                case PHONE -> 1;
                case SYSTEM, SECURE_EMAIL, EMAIL -> 2;
              });

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id", updatable = false)
  private Team team;

  @Column(updatable = false)
  private String code;

  @Column(name = "job_title")
  private String jobTitle;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<ContactPoint> points;

  @Enumerated(EnumType.STRING)
  private ContactHours hours;

  private boolean emergency;

  Contact() {}

  Contact(Team team, String code) {
    this(Ids.next(), team, code);
  }

  Contact(UUID id, Team team, String code) {
    this.id = id;
    this.team = team;
    this.code = code;
  }

  /**
   * @param as with its points in the form in which they are kept
   */
  void describe(DescribeContact as) {
    call(as.name(), as.activeUntil());
    jobTitle = as.jobTitle();
    points = as.points();
    hours = as.hours();
    emergency = as.emergency();
  }

  /** Its points in the order in which to try them. */
  List<ContactPoint> points(boolean inOfficeHours) {
    return inOfficeHours ? points : points.stream().sorted(LOUDEST_FIRST).toList();
  }

  @Override
  String path() {
    return team.path() + "/contacts/" + code;
  }

  UUID id() {
    return id;
  }

  Team team() {
    return team;
  }

  String code() {
    return code;
  }

  String jobTitle() {
    return jobTitle;
  }

  List<ContactPoint> points() {
    return points;
  }

  ContactHours hours() {
    return hours;
  }

  boolean isEmergency() {
    return emergency;
  }
}
