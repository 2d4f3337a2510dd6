package org.wraparound.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The data of an event, unread until a feed reads them as what it needs. */
public final class EventData {
  private final byte[] bytes;
  private final ObjectReader json;

  EventData(byte[] bytes, ObjectReader json) {
    this.bytes = bytes;
    this.json = json;
  }

  /** The JSON text as it came. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  <T> T as(Class<T> type) {
    try {
      T value = bytes == null ? null : json.forType(type).readValue(bytes);
      if (value == null) {
        throw new UnreadableEventException("data", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      // The message of a JSON failure can quote the content; its place is enough to find it.
      throw new UnreadableEventException("data at " + e.getLocation().offsetDescription(), null);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableEventException("data", e);
    }
  }
}
