package org.wraparound.actionplan.guidance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.SortNatural;
import org.wraparound.actionplan.guidance.GuidanceEvent.PracticeObserved;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** One look on shift at whether what the page says is done. */
@Entity
@Table(name = "practice_observation")
class PracticeObservation extends PersonRecord {
  @Column(name = "guidance_id", updatable = false)
  private UUID guidanceId;

  @Column(name = "setting_id", updatable = false)
  private String settingId;

  @Column(name = "observed_at", updatable = false)
  private Instant observedAt;

  @Column(updatable = false)
  private String note;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column(name = "recorded_by_agency", updatable = false)
  private String recordedByAgency;

  @Column(name = "recorded_by", updatable = false)
  private String recordedBy;

  @ElementCollection
  @CollectionTable(
      name = "practice_observation_step",
      joinColumns = @JoinColumn(name = "observation_id"))
  @MapKeyColumn(name = "step")
  @Column(name = "result")
  @Enumerated(EnumType.STRING)
  @SortNatural
  @BatchSize(size = 200)
  private SortedMap<String, StepResult> steps = new TreeMap<>();

  PracticeObservation() {}

  /**
   * @throws ProblemException 422 when this version was not in force then, or an item is no line of
   *     its page or is given twice
   */
  PracticeObservation(Guidance guidance, RecordObservation command, Caller caller, Instant at) {
    super(Ids.next(), guidance.personId(), guidance.agency());
    if (command.observedAt().isAfter(at)) {
      throw ProblemException.invalid("observedAt", "lies ahead");
    }
    guidance.mustHaveBeenInForce(command.observedAt());
    this.guidanceId = guidance.id();
    this.settingId = command.settingId();
    this.observedAt = command.observedAt();
    this.note = command.note();
    this.recordedAt = at;
    this.recordedByAgency = caller.agency();
    this.recordedBy = caller.userId();
    take(command.items(), guidance.page());
  }

  private void take(List<RecordObservation.Item> items, ShiftPage page) {
    Set<String> marks = page.lines().stream().map(ShiftPage.Line::mark).collect(Collectors.toSet());
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String field = "items[" + i + "].step";
      if (!marks.contains(items.get(i).step())) {
        violations.add(new Violation(field, "is not the mark of a line of this page"));
      } else if (steps.put(items.get(i).step(), items.get(i).result()) != null) {
        violations.add(new Violation(field, "is given twice"));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  PracticeObserved observed() {
    return new PracticeObserved(
        id,
        guidanceId,
        personId,
        settingId,
        count(StepResult.SEEN),
        count(StepResult.NOT_SEEN),
        count(StepResult.NO_OCCASION),
        observedAt);
  }

  private long count(StepResult result) {
    return steps.values().stream().filter(result::equals).count();
  }

  UUID guidanceId() {
    return guidanceId;
  }

  String settingId() {
    return settingId;
  }

  Instant observedAt() {
    return observedAt;
  }

  String note() {
    return note;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  String recordedByAgency() {
    return recordedByAgency;
  }

  String recordedBy() {
    return recordedBy;
  }

  Map<String, StepResult> steps() {
    return Map.copyOf(steps);
  }
}
