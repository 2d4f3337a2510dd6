package org.wraparound.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.web.ProblemException;

/** Who asks, as a member of a person's circle. */
@ApplicationScoped
public class CallersCircle {
  private final AccessGrants grants;
  private final Provenance provenance;

  CallersCircle(AccessGrants grants, Provenance provenance) {
    this.grants = grants;
    this.provenance = provenance;
  }

  /**
   * The caller, whose agency works with the person.
   *
   * @throws ProblemException 403 when they act for no agency; 404 when the agency is not in the
   *     person's circle at level SUMMARY or FULL
   */
  public Caller workingWith(UUID personId) {
    levelOf(personId);
    return provenance.caller();
  }

  /**
   * The caller, whose agency may see all of the person's records.
   *
   * @throws ProblemException 403 when they act for no agency, or for one that sees them in outline
   *     only; 404 when the agency is not in the circle at level SUMMARY or FULL
   */
  public Caller seeingAllOf(UUID personId) {
    if (levelOf(personId) != Level.FULL) {
      throw ProblemException.forbidden(
          "Only an agency that is in the person's circle at level FULL decides this.");
    }
    return provenance.caller();
  }

  private Level levelOf(UUID personId) {
    String agency = provenance.caller().agency();
    if (agency == null) {
      throw ProblemException.forbidden("Only someone who acts for an agency can do this.");
    }
    return grants
        .findByIdOptional(new AccessGrant.Key(personId, agency))
        .map(AccessGrant::level)
        .filter(level -> level != Level.AWARE)
        .orElseThrow(() -> ProblemException.notFound("person", personId));
  }
}
