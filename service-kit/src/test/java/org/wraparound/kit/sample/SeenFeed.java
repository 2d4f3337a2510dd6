package org.wraparound.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Leaves one row for each time an event is applied. */
@ApplicationScoped
public class SeenFeed implements Feed {
  private final Writing writing;
  private final AtomicBoolean broken = new AtomicBoolean();

  SeenFeed(Writing writing) {
    this.writing = writing;
  }

  /** A mistake in the feed itself, until it is mended. */
  public void breakOnBadNotes(boolean value) {
    broken.set(value);
  }

  @Override
  public Set<String> types() {
    return Set.of("note-sent");
  }

  @Override
  public void apply(ReceivedEvent event) {
    String note = event.dataAs(NoteSent.class).note();
    if ("bad".equals(note) && broken.get()) {
      throw new IllegalStateException("no feed is perfect: " + note);
    }
    try {
      writing.run("insert into seen (event_id, note) values (?, ?)", event.id(), note);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  record NoteSent(String note) {}
}
