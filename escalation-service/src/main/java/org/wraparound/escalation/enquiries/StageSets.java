package org.wraparound.escalation.enquiries;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.PageRequest;

/**
 * The stages of each council's enquiries: those that come with the product, until it publishes its
 * own. They say nothing about any person.
 */
@ApplicationScoped
class StageSets implements PanacheRepositoryBase<StageSet, UUID> {
  private static final String DEFAULT = "enquiries/stages.json";

  private final List<StagePlan> byDefault;
  private final Clock clock;

  StageSets(ObjectMapper json, Clock clock) {
    this.clock = clock;
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(DEFAULT)) {
      byDefault = json.readValue(file, PublishStages.class).stages();
    } catch (IOException e) {
      throw new UncheckedIOException(DEFAULT, e);
    }
  }

  /**
   * What a council's enquiries begin with.
   *
   * @param number its version; 0 for the stages that come with the product
   * @param publishedAt null for those
   * @param publishedBy null for those
   */
  record InForce(
      String council, int number, List<StagePlan> stages, Instant publishedAt, String publishedBy) {
    static InForce of(StageSet set) {
      return new InForce(
          set.council(), set.number(), set.stages(), set.publishedAt(), set.publishedBy());
    }
  }

  InForce inForce(String council) {
    return find("council = ?1 order by number desc", council)
        .page(0, 1)
        .firstResultOptional()
        .map(InForce::of)
        .orElseGet(() -> new InForce(council, 0, byDefault, null, null));
  }

  /** Versions a council has published, the latest first; one more than the page holds. */
  List<StageSet> page(String council, PageRequest page) {
    return (page.after() == null
            ? find("council = ?1 order by id desc", council)
            : find("council = ?1 and id < ?2 order by id desc", council, page.after().uuid(0)))
        .page(0, page.fetch())
        .list();
  }

  /** Publishes the next version, in force at once for enquiries that open from now on. */
  @Transactional
  InForce publish(String council, String ifMatch, PublishStages stages, Caller by) {
    // versions are numbered one by one: whoever else publishes waits
    getEntityManager()
        .createNativeQuery("lock table enquiry_stage_set in share row exclusive mode")
        .executeUpdate();
    int current = inForce(council).number();
    EntityTags.require(ifMatch, current);
    StageSet next =
        new StageSet(council, current + 1, stages.stages(), by.userId(), clock.instant());
    persistAndFlush(next);
    return InForce.of(next);
  }
}
