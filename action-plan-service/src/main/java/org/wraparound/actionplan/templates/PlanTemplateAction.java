package org.wraparound.actionplan.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.kit.WorkingTime;

/** One action that a plan template opens a plan with, and when it is due. */
@Entity
@Immutable
@Table(name = "plan_template_action")
@IdClass(PlanTemplateAction.Key.class)
public class PlanTemplateAction {
  @SuppressWarnings("UnusedVariable") // the key, which only the database reads
  @Id
  @Column(name = "plan_template")
  private String planTemplate;

  @SuppressWarnings("UnusedVariable")
  @Id
  private int position;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "action_template")
  private ActionTemplate action;

  @Enumerated(EnumType.STRING)
  @Column(name = "counted_from")
  private CountedFrom countedFrom;

  @Column(name = "due_in_working_days")
  private int dueInWorkingDays;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Step> milestones;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "reviews_in_working_days")
  private Integer[] reviewsInWorkingDays;

  // not a list: Hibernate would keep it as it keeps other lists of text, in JSON
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "depends_on")
  private String[] dependsOn;

  PlanTemplateAction() {}

  /** What working days are counted from. */
  public enum CountedFrom {
    /** The day the plan is opened. */
    OPENING,
    /** The day of the move or discharge. */
    KEY_DATE
  }

  /** A step on the way to it. */
  @Schema(name = "PlanTemplateMilestone")
  public record Step(String title, int dueInWorkingDays) {}

  /** A step on the way to it, and its day. */
  public record DatedStep(String title, LocalDate dueOn) {}

  /** Primary key. */
  public record Key(String planTemplate, int position) implements Serializable {}

  /** Its wording and owner. */
  public ActionTemplate action() {
    return action;
  }

  /** Last day to do it in a plan opened today. */
  public LocalDate dueOn(LocalDate today, LocalDate keyDate) {
    return day(dueInWorkingDays, today, keyDate);
  }

  /** The steps on the way to it in a plan opened today, the earliest due first. */
  public List<DatedStep> milestones(LocalDate today, LocalDate keyDate) {
    return milestones.stream()
        .map(step -> new DatedStep(step.title(), day(step.dueInWorkingDays(), today, keyDate)))
        .toList();
  }

  /** Its review points in a plan opened today. */
  public List<LocalDate> reviewsOn(LocalDate today, LocalDate keyDate) {
    return Arrays.stream(reviewsInWorkingDays).map(days -> day(days, today, keyDate)).toList();
  }

  /** Codes of the action templates of this plan template that have to be done first. */
  public List<String> dependsOn() {
    return List.of(dependsOn);
  }

  CountedFrom countedFrom() {
    return countedFrom;
  }

  int dueInWorkingDays() {
    return dueInWorkingDays;
  }

  List<Step> milestones() {
    return List.copyOf(milestones);
  }

  List<Integer> reviewsInWorkingDays() {
    return List.of(reviewsInWorkingDays);
  }

  /** So many working days from what it counts from, and never before today. */
  private LocalDate day(int workingDays, LocalDate today, LocalDate keyDate) {
    LocalDate day =
        WorkingTime.workingDaysFrom(
            countedFrom == CountedFrom.OPENING ? today : keyDate, workingDays);
    return day.isBefore(today) ? today : day;
  }
}
