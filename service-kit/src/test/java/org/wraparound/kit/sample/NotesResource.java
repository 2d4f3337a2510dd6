package org.wraparound.kit.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@Path("/v1/notes")
class NotesResource {
  private final Notes notes;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  NotesResource(Notes notes, Journal journal, Provenance provenance, Clock clock) {
    this.notes = notes;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  record WriteNote(
      @NotNull UUID personId,
      @Max(9) int colour,
      Instant at,
      LocalDate on,
      String word,
      @Valid @Size(max = 2) List<Leaf> leaves) {}

  record Leaf(@NotNull(message = "say how big") Integer size) {}

  record View(UUID id, UUID personId, int colour) {
    static View of(Note note) {
      return new View(note.id(), note.personId(), note.colour());
    }
  }

  @POST
  @Idempotent
  @RolesAllowed("practitioner")
  public Response write(@Valid @NotNull WriteNote command) {
    Note note = new Note(command.personId(), provenance.caller().agency(), command.colour());
    notes.persistAndFlush(note);
    journal.append(note.written(clock.instant()));
    if (command.colour() == 7) {
      throw ProblemException.conflict("Seven is taken.", URI.create("/v1/notes"));
    }
    if (command.colour() == 8) {
      throw new IllegalStateException("what people wrote");
    }
    return EntityTags.created(URI.create("/v1/notes/" + note.id()), View.of(note), note.version());
  }

  /** Does nothing, for so long. */
  @POST
  @Path("/contemplation")
  @Idempotent(timeout = "sample.patience")
  @RolesAllowed("practitioner")
  public Map<String, Integer> contemplate(@QueryParam("millis") int millis) {
    notes
        .getEntityManager()
        .createNativeQuery("select 1 from pg_sleep(cast(?1 as double precision) / 1000)")
        .setParameter(1, millis)
        .getSingleResult();
    return Map.of("millis", millis);
  }

  @GET
  @RolesAllowed({"practitioner", "auditor"})
  @Transactional
  public Page<View> list(
      @QueryParam("personId") UUID personId, @Valid @BeanParam PageRequest page) {
    List<Note> rows =
        page.after() == null
            ? notes.find("personId = ?1 order by id desc", personId).page(0, page.fetch()).list()
            : notes
                .find("personId = ?1 and id < ?2 order by id desc", personId, page.after().uuid(0))
                .page(0, page.fetch())
                .list();
    return Page.of(rows, page, View::of, note -> Cursor.of(note.id()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"practitioner", "auditor"})
  public Response one(@PathParam("id") UUID id) {
    Note note = notes.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("note", id));
    return EntityTags.ok(View.of(note), note.version());
  }

  @PUT
  @Path("/{id}/colour")
  @RolesAllowed("practitioner")
  @Transactional
  public Response paint(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull Integer colour) {
    Note note = notes.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("note", id));
    EntityTags.require(ifMatch, note.version());
    journal.append(note.paint(colour, clock.instant()));
    notes.flush();
    return EntityTags.ok(View.of(note), note.version());
  }
}
