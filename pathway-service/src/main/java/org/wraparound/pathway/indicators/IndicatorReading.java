package org.wraparound.pathway.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/** The value of a day as it was recorded: a wrong one is kept and superseded by another. */
@Entity
@Table(name = "indicator_reading")
class IndicatorReading extends PersonRecord {
  @Column(name = "indicator_id", updatable = false)
  private UUID indicatorId;

  @Column(updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private BigDecimal value;

  @Column(updatable = false)
  private String note;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column(name = "recorded_by", updatable = false)
  private String recordedBy;

  @Column(name = "recorded_by_agency", updatable = false)
  private String recordedByAgency;

  @Column(updatable = false)
  private UUID supersedes;

  @Column(updatable = false)
  private String reason;

  @Column(name = "superseded_by")
  private UUID supersededBy;

  IndicatorReading() {}

  /**
   * Records the value of a day.
   *
   * @param wrong the reading it corrects, which no longer counts; null when there is none
   */
  IndicatorReading(
      Indicator indicator,
      LocalDate day,
      EnterReading entry,
      IndicatorReading wrong,
      Caller caller,
      Instant now) {
    super(Ids.next(), indicator.personId(), indicator.agency());
    this.indicatorId = indicator.id();
    this.day = day;
    this.value = entry.value();
    this.note = entry.note();
    this.recordedAt = now;
    this.recordedBy = caller.userId();
    this.recordedByAgency = caller.agency();
    if (wrong != null) {
      this.supersedes = wrong.id;
      this.reason = entry.reason();
      wrong.supersededBy = id;
    }
  }

  IndicatorEvent recorded(IndicatorKind kind) {
    return new IndicatorEvent.IndicatorRecorded(
        indicatorId, id, personId, kind, day, value, supersedes, recordedAt);
  }

  UUID indicatorId() {
    return indicatorId;
  }

  LocalDate day() {
    return day;
  }

  /** Where it is read. */
  String path() {
    return "/v1/people/%s/indicators/%s/readings/%s".formatted(personId, indicatorId, id);
  }

  ReadingView view() {
    return new ReadingView(
        id,
        personId,
        indicatorId,
        day,
        value,
        note,
        recordedAt,
        recordedBy,
        recordedByAgency,
        supersedes,
        reason,
        supersededBy);
  }
}
