package org.wraparound.incident.documentation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wraparound.incident.incidents.Evidence;
import org.wraparound.incident.incidents.Incident;
import org.wraparound.incident.incidents.Incidents;
import org.wraparound.incident.incidents.ReportIncident;
import org.wraparound.incident.incidents.Review;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Holding a record against the documentation standard of its agency. */
@ApplicationScoped
class Reviewing {
  private final Incidents incidents;
  private final Evidence evidence;
  private final Standards standards;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Reviewing(
      Incidents incidents,
      Evidence evidence,
      Standards standards,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.incidents = incidents;
    this.evidence = evidence;
    this.standards = standards;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  DocumentationView documentation(UUID id) {
    Incident incident = incidents.get(id);
    return DocumentationView.of(incident, standards.inForceFor(incident.agency()));
  }

  @Transactional
  Incident review(UUID id, String ifMatch, ReviewIncident command) {
    List<Review.Missing> alsoMissing = alsoMissing(command);
    Incident incident = incidents.forChange(id, ifMatch);
    PublishedStandard standard = standards.inForceFor(incident.agency());
    List<Review.Missing> missing = new ArrayList<>(standard.content().missing(incident.content()));
    missing.addAll(alsoMissing);
    Review review =
        incident.review(
            command.decision(),
            command.comment(),
            missing,
            standard.measure(),
            evidence.authors(id),
            provenance.caller(),
            clock.instant());
    evidence.keep(review);
    journal.append(incident.reviewed(review, standard.measure()));
    incidents.flush();
    return incident;
  }

  /** What the reviewer misses; its field names go on the bus, so they must be fields. */
  private static List<Review.Missing> alsoMissing(ReviewIncident command) {
    if (command.missing() == null) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < command.missing().size(); i++) {
      if (!ReportIncident.fields().contains(command.missing().get(i).field())) {
        violations.add(DocumentationStandard.notAField("missing[" + i + "].field"));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return command.missing().stream()
        .map(missing -> new Review.Missing(missing.field(), missing.what()))
        .toList();
  }
}
