package org.wraparound.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.web.ProblemException;

/**
 * Whom an agency may record about: the people whose circle it is in, and those this service has not
 * heard of yet, who are taken on trust, because recording does not wait for the news.
 */
@ApplicationScoped
public class RecordingOnTrust {
  private final AccessGrants grants;
  private final Provenance provenance;

  RecordingOnTrust(AccessGrants grants, Provenance provenance) {
    this.grants = grants;
    this.provenance = provenance;
  }

  /**
   * The caller, who may record about the person.
   *
   * @throws ProblemException 403 when they act for no agency; 404 when the person's circle is known
   *     and the agency is not in it at level SUMMARY or FULL
   */
  public Caller recorderAbout(UUID personId) {
    return recorderAbout(personId, grants.of(personId));
  }

  /**
   * The caller, who may record about the person, where the person's circle is at hand already.
   *
   * @throws ProblemException 403, 404
   */
  public Caller recorderAbout(UUID personId, List<AccessGrant> circle) {
    Caller caller = provenance.caller();
    if (caller.agency() == null) {
      throw ProblemException.forbidden("Only someone who acts for an agency can record this.");
    }
    boolean works =
        circle.stream()
            .anyMatch(
                grant -> grant.agency().equals(caller.agency()) && grant.level() != Level.AWARE);
    if (!circle.isEmpty() && !works) {
      throw ProblemException.notFound("person", personId);
    }
    return caller;
  }
}
