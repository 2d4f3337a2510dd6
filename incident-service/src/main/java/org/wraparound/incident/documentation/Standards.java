package org.wraparound.incident.documentation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

/**
 * The documentation standards: the one that comes with the product, and those that providers have
 * published for themselves. They say nothing about any person, and everyone who reads a review may
 * read what it was measured by.
 */
@ApplicationScoped
class Standards implements PanacheRepositoryBase<PublishedStandard, UUID> {
  private static final String DEFAULT = "documentation/default.json";

  private final ObjectMapper json;
  private final Clock clock;

  Standards(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** A default that was not there before comes as the next version, never in place of one. */
  @Transactional
  void loadDefault(@Observes @Priority(1) StartupEvent event) throws IOException {
    DocumentationStandard content;
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(DEFAULT)) {
      content = json.readValue(file, DocumentationStandard.class);
    }
    lock();
    if (list("agency is null").stream().noneMatch(known -> known.content().equals(content))) {
      publish(null, content, Provenance.SYSTEM);
    }
  }

  /** Publishes the next version of an agency's standard, in force at once. */
  @Transactional
  PublishedStandard publish(String agency, DocumentationStandard content, String by) {
    lock();
    int number =
        agency == null ? (int) count("agency is null") : (int) count("agency = ?1", agency);
    PublishedStandard standard =
        new PublishedStandard(agency, number + 1, content, by, clock.instant());
    persistAndFlush(standard);
    return standard;
  }

  /** Versions are numbered one by one: whoever else publishes waits. */
  private void lock() {
    getEntityManager()
        .createNativeQuery("lock table documentation_standard in share row exclusive mode")
        .executeUpdate();
  }

  /** What an agency's records are measured by: its own, or the one that comes with the product. */
  PublishedStandard inForceFor(String agency) {
    return find("agency = ?1 or agency is null order by agency nulls last, number desc", agency)
        .page(0, 1)
        .firstResultOptional()
        .orElseThrow(() -> new IllegalStateException("no documentation standard"));
  }

  /**
   * @throws ProblemException 404
   */
  PublishedStandard get(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> ProblemException.notFound("documentation standard", id));
  }

  /** The newest first, one more than the page holds. */
  List<PublishedStandard> page(String agency, PageRequest page) {
    StringBuilder query = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (agency != null) {
      query.append(" and agency = :agency");
      parameters.put("agency", agency);
    }
    if (page.after() != null) {
      query.append(" and id < :after");
      parameters.put("after", page.after().uuid(0));
    }
    return find(query.append(" order by id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
