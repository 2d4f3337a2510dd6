package org.wraparound.pathway.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.pathway.circle.Circle;

/** Saying what is measured about a person, when it is breached, and until when it is watched. */
@ApplicationScoped
class Defining {
  private static final int MOST_PER_PERSON = 20;

  private final Indicators indicators;
  private final Watching watching;
  private final Circle circle;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Defining(
      Indicators indicators,
      Watching watching,
      Circle circle,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.indicators = indicators;
    this.watching = watching;
    this.circle = circle;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Indicator define(UUID personId, DefineIndicator command) {
    String provider = circle.ownerOf(personId);
    Caller caller = definer(provider);
    Indicator indicator = new Indicator(command, personId, provider, caller, clock.instant());
    if (indicators.countLive(personId) >= MOST_PER_PERSON) {
      throw ProblemException.conflict(
          MOST_PER_PERSON + " indicators are watched for this person; end one nobody needs.");
    }
    indicators.persistAndFlush(indicator);
    journal.append(indicator.defined());
    watching.look(List.of(indicator));
    return indicator;
  }

  @Transactional
  Indicator change(UUID personId, UUID id, ChangeIndicator command, String ifMatch) {
    Indicator indicator = toDecide(personId, id);
    EntityTags.require(ifMatch, indicator.version());
    journal.append(indicator.change(command, clock.instant()));
    indicators.flush();
    watching.look(List.of(indicator));
    return indicator;
  }

  @Transactional
  Indicator end(UUID personId, UUID id, EndIndicator command, String ifMatch) {
    Indicator indicator = toDecide(personId, id);
    EntityTags.honour(ifMatch, indicator.version());
    journal.append(indicator.end(command.reason(), provenance.caller(), clock.instant()));
    watching.stop(indicator);
    indicators.flush();
    return indicator;
  }

  private Indicator toDecide(UUID personId, UUID id) {
    Indicator indicator =
        indicators.lock(personId, List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("indicator", id));
    definer(indicator.agency());
    return indicator;
  }

  /** The provider decides what is watched, and so do clinicians of any agency in the circle. */
  private Caller definer(String provider) {
    Caller caller = provenance.caller();
    boolean clinician = caller.agency() != null && caller.is("clinician");
    if (!provider.equals(caller.agency()) && !clinician) {
      throw ProblemException.forbidden(
          "Only "
              + provider
              + ", which supports this person, and clinicians in the circle decide what is"
              + " watched.");
    }
    return caller;
  }
}
