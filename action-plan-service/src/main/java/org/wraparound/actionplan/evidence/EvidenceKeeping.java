package org.wraparound.actionplan.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** Keeps files, and gives them back as they came. */
@ApplicationScoped
class EvidenceKeeping {
  private static final Logger LOG = Logger.getLogger(EvidenceKeeping.class);

  private final EvidenceFiles files;
  private final EvidenceStore store;
  private final AccessGrants circles;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  EvidenceKeeping(
      EvidenceFiles files,
      EvidenceStore store,
      AccessGrants circles,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.files = files;
    this.store = store;
    this.circles = circles;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Keeps a file about a person whose circle the caller's agency is in. The content is in the store
   * before the row is: a crash in between leaves content that {@link EvidenceSweeping} finds, never
   * a row without content.
   *
   * @throws ProblemException 404 for any other person
   */
  @Transactional(Transactional.TxType.MANDATORY)
  EvidenceFile keep(UUID personId, String name, ReceivedFile received) throws IOException {
    Caller caller = provenance.caller();
    if (circles.of(personId).stream()
        .noneMatch(
            member -> member.agency().equals(caller.agency()) && member.level() != Level.AWARE)) {
      throw ProblemException.notFound("person", personId);
    }
    EvidenceFile file =
        new EvidenceFile(Ids.next(), personId, name, received, caller, clock.instant());
    store.keep(file.id(), received.content());
    journal.append(file.stored());
    files.persistAndFlush(file);
    return file;
  }

  /**
   * The content, whole and checked to be what was kept.
   *
   * @throws ProblemException 500 when it is not
   */
  ReceivedFile content(EvidenceFile file) throws IOException {
    try (InputStream kept = store.read(file.id())) {
      ReceivedFile content = ReceivedFile.of(kept, file.mediaType(), Long.MAX_VALUE);
      if (content.sha256().equals(file.sha256())) {
        return content;
      }
      content.discard();
    } catch (NoSuchFileException e) {
      LOG.debugf(e, "nothing is kept of %s", file.id());
    }
    LOG.errorf("the content of evidence file %s is lost or was changed in the store", file.id());
    throw ProblemException.of(
        ProblemType.INTERNAL_ERROR,
        "The content is not there as it was uploaded. It has been logged; tell ops.");
  }
}
