package org.wraparound.actionplan.guidance;

import java.util.List;

/** A part of the page; the list {@code guidance-section}. */
public enum Section {
  EARLY_SIGNS("S", "earlySigns"),
  PROACTIVE_STEPS("P", "proactiveSteps"),
  DO("D", "deEscalationDo"),
  DO_NOT("N", "deEscalationDoNot"),
  RECOVERY("R", "recovery"),
  WHEN_TO_CALL("C", "whenToCall"),
  TO_RECORD("W", "toRecord");

  private final String letter;
  private final String field;

  Section(String letter, String field) {
    this.letter = letter;
    this.field = field;
  }

  /** Its lines on a page, in order. */
  List<String> lines(ShiftPage page) {
    return switch (this) {
      case EARLY_SIGNS -> page.earlySigns();
      case PROACTIVE_STEPS -> page.proactiveSteps();
      case DO -> page.deEscalationDo();
      case DO_NOT -> page.deEscalationDoNot();
      case RECOVERY -> page.recovery();
      case WHEN_TO_CALL -> page.whenToCall().stream().map(ShiftPage.Call::words).toList();
      case TO_RECORD -> page.toRecord();
    };
  }

  /** The mark printed beside a line, by which an observation names it, such as {@code P1}. */
  String mark(int index) {
    return letter + (index + 1);
  }

  /** Name of its field in a page. */
  String field() {
    return field;
  }
}
