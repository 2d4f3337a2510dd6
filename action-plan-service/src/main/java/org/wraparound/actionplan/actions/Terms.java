package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.wraparound.actionplan.templates.ActionTemplate;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;

/** What was agreed: what will be done, by when, and how others will see that it worked. */
@Embeddable
record Terms(
    @Column(name = "title") String title,
    @Enumerated(EnumType.STRING) @Column(name = "party") Party party,
    @Column(name = "owner_role") String ownerRole,
    @Column(name = "due_on") LocalDate dueOn,
    @Column(name = "evidence_required") String evidenceRequired,
    @Column(name = "intended_outcome") String intendedOutcome,
    @Column(name = "measure") String measure,
    @Column(name = "target") String target,
    @Enumerated(EnumType.STRING) @Column(name = "outcome_domain") OutcomeDomain outcomeDomain,
    @Enumerated(EnumType.STRING) @Column(name = "priority") Priority priority,
    @Column(name = "answers") String answers) {

  static Terms of(ActionTemplate template, LocalDate dueOn) {
    return new Terms(
        template.title(),
        template.party(),
        template.ownerRole(),
        dueOn,
        template.evidenceRequired(),
        template.intendedOutcome(),
        template.measure(),
        template.target(),
        template.outcomeDomain(),
        template.priority(),
        template.answers());
  }

  /** The same, by another day. */
  Terms due(LocalDate day) {
    return new Terms(
        title,
        party,
        ownerRole,
        day,
        evidenceRequired,
        intendedOutcome,
        measure,
        target,
        outcomeDomain,
        priority,
        answers);
  }

  /** The same, done by another role of the owning agency. */
  Terms by(String role) {
    return new Terms(
        title,
        party,
        role,
        dueOn,
        evidenceRequired,
        intendedOutcome,
        measure,
        target,
        outcomeDomain,
        priority,
        answers);
  }
}
