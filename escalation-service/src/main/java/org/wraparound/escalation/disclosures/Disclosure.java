package org.wraparound.escalation.disclosures;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.escalation.disclosures.DisclosureEvent.DisclosureRecorded;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/**
 * Something about a person was told to someone: what, to whom, what for, on which grounds and how.
 * Never changed; what came back is written beside it.
 */
@Entity
@Immutable
@Table(name = "disclosure")
class Disclosure extends PersonRecord {
  @Embedded private Recipient recipient;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Enumerated(EnumType.STRING)
  private List<DisclosedContent> content;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<RecordReference> records;

  @Enumerated(EnumType.STRING)
  private DisclosurePurpose purpose;

  @Embedded private Consent consent;
  @Embedded private Basis basis;

  @Enumerated(EnumType.STRING)
  private DisclosureRoute route;

  @Column(name = "withheld_reason")
  private String withheldReason;

  @Column(name = "told_by")
  private String toldBy;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "told_by_roles")
  private String[] toldByRoles;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @OneToMany
  @JoinColumn(name = "disclosure_id", insertable = false, updatable = false)
  @OrderBy("id")
  @BatchSize(size = 200)
  private List<Reply> responses = new ArrayList<>();

  Disclosure() {}

  Disclosure(Disclosing what, Caller caller, Instant recordedAt) {
    super(Ids.next(), what.personId(), what.agency());
    this.recipient = what.recipient();
    this.content = what.content().stream().distinct().sorted().toList();
    this.records = what.records();
    this.purpose = what.purpose();
    this.consent = what.grounds().consent();
    this.basis = what.grounds().basis();
    this.route = what.route();
    this.withheldReason = what.withheldReason();
    this.toldBy = caller.userId();
    this.toldByRoles = caller.roles().stream().sorted().toArray(String[]::new);
    this.toldAt = what.at();
    this.recordedAt = recordedAt;
  }

  DisclosureRecorded recorded() {
    return new DisclosureRecorded(
        id,
        personId,
        agency,
        recipient.agency(),
        purpose,
        content,
        consent == null ? null : consent.answer(),
        basis == null ? null : basis.lawfulBasis(),
        basis == null ? null : basis.condition(),
        route,
        withheldReason != null,
        toldAt);
  }

  Recipient recipient() {
    return recipient;
  }

  List<DisclosedContent> content() {
    return content;
  }

  List<RecordReference> records() {
    return records;
  }

  DisclosurePurpose purpose() {
    return purpose;
  }

  Consent consent() {
    return consent;
  }

  Basis basis() {
    return basis;
  }

  DisclosureRoute route() {
    return route;
  }

  String withheldReason() {
    return withheldReason;
  }

  String toldBy() {
    return toldBy;
  }

  List<String> toldByRoles() {
    return List.of(toldByRoles);
  }

  Instant toldAt() {
    return toldAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  List<Reply> responses() {
    return responses;
  }
}
