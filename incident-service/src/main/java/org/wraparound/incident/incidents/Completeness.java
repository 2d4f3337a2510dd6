package org.wraparound.incident.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import org.wraparound.kit.web.ProblemException;

/** Whether a record has all that an incident's record must have. */
@ApplicationScoped
public class Completeness {
  private final Validator validator;

  Completeness(Validator validator) {
    this.validator = validator;
  }

  /**
   * @throws ProblemException naming each field that is missing or wrong
   */
  public void require(ReportIncident content) {
    Set<ConstraintViolation<ReportIncident>> broken = validator.validate(content, Complete.class);
    if (!broken.isEmpty()) {
      throw ProblemException.violating(broken);
    }
  }
}
