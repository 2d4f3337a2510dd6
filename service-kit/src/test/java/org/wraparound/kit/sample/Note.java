package org.wraparound.kit.sample;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.journal.JournalEvent;

/** The smallest record there can be, to try the kit on. */
@Entity
public class Note extends PersonRecord {
  private int colour;

  Note() {}

  Note(UUID personId, String agency, int colour) {
    super(Ids.next(), personId, agency);
    this.colour = colour;
  }

  NoteWritten written(Instant at) {
    return new NoteWritten(id, personId, colour, at);
  }

  NotePainted paint(int newColour, Instant at) {
    colour = newColour;
    return new NotePainted(id, personId, colour, at);
  }

  int colour() {
    return colour;
  }

  record NoteWritten(UUID noteId, UUID personId, int colour, Instant occurredAt)
      implements JournalEvent {
    @Override
    public UUID aggregateId() {
      return noteId;
    }
  }

  record NotePainted(UUID noteId, UUID personId, int colour, Instant occurredAt)
      implements JournalEvent {
    @Override
    public UUID aggregateId() {
      return noteId;
    }
  }
}
