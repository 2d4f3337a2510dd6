package org.wraparound.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What an operator can set. Each key is also an environment variable, for example {@code
 * WRAPAROUND_GATEWAY_SERVICES_ACTION_PLAN}.
 */
@ConfigMapping(prefix = "wraparound.gateway")
public interface GatewayConfig {

  /** Where the services are. */
  Services services();

  /**
   * Which service serves a reference list, by the list's name in the path: {@code
   * wraparound.gateway.reference-lists.meeting-kind=action-plan}.
   */
  Map<String, Service> referenceLists();

  /** Which service is asked for a reference list that {@link #referenceLists()} does not name. */
  @WithDefault("incident")
  Service referenceDefault();

  /**
   * The largest request body passed on, counted whether its length was announced or not. A larger
   * one is answered with 413, and a service that had begun to receive it sees it broken off.
   */
  @WithDefault("1M")
  MemorySize maxBody();

  /**
   * The same for the paths that take files. The services have limits of their own, such as {@code
   * wraparound.evidence.max-file}.
   */
  @WithDefault("10M")
  MemorySize maxFile();

  /**
   * How long to wait for a connection to a service, a free one of the pool included, before
   * answering 503.
   */
  @WithDefault("2s")
  Duration connectTimeout();

  /**
   * How long a service may be silent before its answer begins; after that 502. Once the answer has
   * begun it may last as long as it likes, as a stream of server-sent events does.
   */
  @WithDefault("30s")
  Duration responseTimeout();

  /**
   * How long to wait for the identity provider when its keys have to be fetched first, before
   * answering 503. Keys once fetched are kept, so that callers are let in while it is down.
   */
  @WithDefault("5s")
  Duration identityTimeout();

  /** What {@code Retry-After} says on 502 and 503; whole seconds. */
  @WithDefault("2s")
  Duration retryAfter();

  /**
   * Most connections to one service at a time. A stream of server-sent events holds one for as long
   * as it is open.
   */
  @WithDefault("128")
  int connectionsPerService();

  /** Most requests waiting for a connection to one service; beyond that 503 at once. */
  @WithDefault("256")
  int waitingPerService();

  /**
   * How long an idle connection to a service is kept; whole seconds. Must be shorter than the
   * service's own idle timeout, else requests are sent on connections that the service is closing.
   */
  @WithDefault("30s")
  Duration keepAlive();

  /** The readiness of the whole suite. */
  Health health();

  /** Base address of each service: scheme, host and port; a path is not used. */
  interface Services {
    /** The incident service. */
    @WithDefault("http://localhost:8081")
    URI incident();

    /** The escalation service. */
    @WithDefault("http://localhost:8082")
    URI escalation();

    /** The action plan service. */
    @WithDefault("http://localhost:8083")
    URI actionPlan();

    /** The pathway service. */
    @WithDefault("http://localhost:8084")
    URI pathway();
  }

  /** See {@link SuiteReadiness}. */
  interface Health {
    /** How long a part may take to say that it is well before it counts as down. */
    @WithDefault("2s")
    Duration timeout();

    /** How long an answer is kept, so that many probes cost no more than one. */
    @WithDefault("1s")
    Duration cached();
  }
}
