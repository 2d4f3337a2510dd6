package org.wraparound.escalation.enquiries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.kit.Ids;

/** A version of the stages of a council's enquiries; never changed, because enquiries name it. */
@Entity
@Immutable
@Table(name = "enquiry_stage_set")
class StageSet {
  @Id private UUID id;
  private String council;
  private int number;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<StagePlan> stages;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  StageSet() {}

  StageSet(String council, int number, List<StagePlan> stages, String publishedBy, Instant now) {
    this.id = Ids.next();
    this.council = council;
    this.number = number;
    this.stages = stages;
    this.publishedAt = now;
    this.publishedBy = publishedBy;
  }

  UUID id() {
    return id;
  }

  String council() {
    return council;
  }

  int number() {
    return number;
  }

  List<StagePlan> stages() {
    return stages;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  String publishedBy() {
    return publishedBy;
  }
}
