package org.wraparound.kit;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * On whose behalf, and because of what, the current work is done: filled by the HTTP filter for a
 * request, by the inbox for an event, by the due dates for a clock; written on every journal entry.
 */
@RequestScoped
public class Provenance {
  /** Agency and actor of what no person did. */
  public static final String SYSTEM = "SYSTEM";

  private Caller caller = Caller.NOBODY;
  private String requestId;
  private String correlationId;
  private String traceparent;
  private UUID causationId;
  private int causationDepth;

  /**
   * Who acts: a signed-in person or partner system, the system itself, or, until that is known,
   * nobody.
   */
  public Caller caller() {
    return caller;
  }

  /** UUID of the HTTP request; null for events and clocks. */
  public String requestId() {
    return requestId;
  }

  /** Carried unchanged from the first request to the last consumer; null for clocks. */
  public String correlationId() {
    return correlationId;
  }

  /** W3C trace context, or null. */
  public String traceparent() {
    return traceparent;
  }

  /** Event that caused this work, or null. */
  public UUID causationId() {
    return causationId;
  }

  /**
   * How many events led here: 0 for a request or clock. A chain that feeds itself is cut by this.
   */
  public int causationDepth() {
    return causationDepth;
  }

  /** The caller was identified. */
  public void actingFor(Caller who) {
    caller = who;
  }

  /** A request came in. */
  public void request(String id, String correlation, String trace) {
    requestId = id;
    correlationId = correlation;
    traceparent = trace;
  }

  /** Something has fallen due; what follows is done by the system because of it. */
  public void causedByClock() {
    causedBy(null, -1, null, null);
  }

  /** An event is being applied; what follows is done by the system because of it. */
  public void causedBy(UUID eventId, int depth, String correlation, String trace) {
    caller = Caller.SYSTEM_CALLER;
    requestId = null;
    causationId = eventId;
    causationDepth = depth + 1;
    correlationId = correlation;
    traceparent = trace;
  }
}
