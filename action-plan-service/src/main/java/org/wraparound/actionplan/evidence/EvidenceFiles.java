package org.wraparound.actionplan.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** The files that the caller may see. */
@ApplicationScoped
public class EvidenceFiles implements PanacheRepositoryBase<EvidenceFile, UUID> {

  EvidenceFile required(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("evidence file", id));
  }

  /**
   * The files with these ids, which are to show something about this person.
   *
   * @return each file by its id
   * @throws ProblemException 422 naming each that is not there, for the caller or for this person
   */
  public Map<UUID, EvidenceFile> requiredFor(UUID personId, Collection<UUID> ids) {
    Map<UUID, EvidenceFile> found =
        ids.isEmpty()
            ? Map.of()
            : list("personId = ?1 and id in ?2", personId, new HashSet<>(ids)).stream()
                .collect(Collectors.toMap(EvidenceFile::id, Function.identity()));
    List<Violation> missing =
        ids.stream()
            .distinct()
            .filter(id -> !found.containsKey(id))
            .map(id -> new Violation("fileId", "there is no file " + id + " about this person"))
            .toList();
    if (!missing.isEmpty()) {
      throw ProblemException.invalid(missing);
    }
    return found;
  }

  /** Those of the ids that are of files; whoever asks must see all files. */
  Set<UUID> among(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            getEntityManager()
                .createQuery("select f.id from EvidenceFile f where f.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList());
  }
}
