package org.wraparound.actionplan.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;

/** The actions that a plan of one kind usually needs, worded once. */
@Entity
@Immutable
@Table(name = "plan_template")
public class PlanTemplate {
  @Id private String code;
  private String kind;
  private String title;

  @Column(name = "key_date")
  private String keyDate;

  @OneToMany(fetch = FetchType.LAZY)
  @JoinColumn(name = "plan_template", insertable = false, updatable = false)
  @OrderBy("position")
  @BatchSize(size = 50)
  private List<PlanTemplateAction> actions = new ArrayList<>();

  PlanTemplate() {}

  /** Stable for ever. */
  public String code() {
    return code;
  }

  /** Code from the list plan-kind. */
  public String kind() {
    return kind;
  }

  /** What it is for. */
  public String title() {
    return title;
  }

  /** What happens on the day that due days are counted from beside the opening; or null. */
  public String keyDate() {
    return keyDate;
  }

  /** Whether it needs to know that day. */
  public boolean countsFromKeyDate() {
    return keyDate != null;
  }

  /** Its actions; those that others depend on come before them. */
  public List<PlanTemplateAction> actions() {
    return List.copyOf(actions);
  }
}
