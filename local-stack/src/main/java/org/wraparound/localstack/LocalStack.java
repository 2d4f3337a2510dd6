package org.wraparound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * All of Wraparound on this machine: PostgreSQL, Kafka, Keycloak with the demo realm and the five
 * services, each in its own process.
 *
 * <p>{@link #close()} stops every process that was started, in order, and nothing else. Parts are
 * named by {@link Part#id()}.
 */
public final class LocalStack implements AutoCloseable {
  /** The topics of the services' events. */
  private static final List<String> TOPICS =
      List.of(
          "wraparound.incidents.v1",
          "wraparound.escalations.v1",
          "wraparound.action-plans.v1",
          "wraparound.pathways.v1");

  private static final Duration STOP_LIMIT = Duration.ofSeconds(45);

  private final StackSettings settings;
  private final Map<Part, Running> running = new EnumMap<>(Part.class);
  private final List<ServiceServer> replicas = new ArrayList<>();
  private final Set<Part> expectedDown = EnumSet.noneOf(Part.class);
  private final ExecutorService starters = Executors.newCachedThreadPool();
  private final CompletableFuture<StackFailure> failure = new CompletableFuture<>();
  private DataFolder data;
  private PostgresServer postgres;
  private KafkaServer kafka;
  private MailServer mail;
  private boolean closing;

  /** Prepares a stack that {@link #start()} starts, so that it can be closed while it starts. */
  public LocalStack(StackSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything and returns when the gateway says that all of it is ready.
   *
   * @throws StackFailure when it cannot; whatever had been started is stopped
   */
  public static LocalStack start(StackSettings settings) {
    LocalStack stack = new LocalStack(settings);
    stack.start();
    return stack;
  }

  /**
   * Starts everything, once, and returns when the gateway says that all of it is ready.
   *
   * @throws StackFailure when it cannot, or it is closed meanwhile; whatever had been started is
   *     stopped
   */
  public void start() {
    try {
      Map<Part, Path> jars = new EnumMap<>(Part.class);
      settings.services().forEach(part -> jars.put(part, ServiceServer.jar(checkout(), part)));
      openData();
      for (Part part : Part.values()) {
        if (!part.isService() || settings.services().contains(part)) {
          Ports.requireFree(settings.port(part), part.label(), part.portVariable());
        }
      }
      List<CompletableFuture<Void>> all = new ArrayList<>();
      // Waited for last: services start without it, and the gateway is ready only when it is.
      all.add(starting(Part.KEYCLOAK, this::startKeycloak));
      await(
          List.of(
              starting(Part.POSTGRES, this::startPostgres),
              starting(Part.KAFKA, this::startKafka)));
      mail = MailServer.start(mailFolder(), Ports.free());
      jars.forEach((part, jar) -> all.add(starting(part, () -> startService(part, jar))));
      await(all);
    } catch (RejectedExecutionException e) {
      throw new StackFailure("The local stack was stopped while it started.", e);
    } catch (StackFailure e) {
      close();
      throw e;
    }
  }

  /** The base address of the gateway, without a path. */
  public URI gateway() {
    return service(Part.GATEWAY.id());
  }

  /** The base address of one service, without a path. */
  public URI service(String name) {
    return URI.create("http://localhost:" + settings.port(Part.named(name)));
  }

  /** The address of the realm, which is the issuer of its tokens. */
  public URI keycloak() {
    return URI.create(
        "http://localhost:%d/realms/wraparound".formatted(settings.port(Part.KEYCLOAK)));
  }

  /** The JDBC URL of a service's database, such as {@code incident}, without user and password. */
  public String jdbcUrl(String database) {
    return postgres.url(database);
  }

  /** The role that owns the database. */
  public String databaseUser(String database) {
    return postgres.user(database);
  }

  public String databasePassword(String database) {
    return postgres.password(database);
  }

  public String kafkaBootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** The file that a part's output goes to. */
  public Path log(String name) {
    Part part = Part.named(name);
    return part.isService()
        ? settings.dataFolder().resolve("log").resolve(part.id() + ".log")
        : settings.dataFolder().resolve(part.id()).resolve("server.log");
  }

  /**
   * The mail that services have sent, the oldest first, each as a file of the message as it came.
   */
  public List<Path> mail() {
    try {
      return mail.messages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that mail goes to. */
  Path mailFolder() {
    return settings.dataFolder().resolve("mail");
  }

  /** Ends a part at once, as {@code kill -9} does. */
  public void kill(String name) {
    expectDown(name).kill().run();
  }

  /** Asks a part to stop, as an upgrade does, and waits until it has. */
  public void stop(String name) {
    expectDown(name).stop().run();
  }

  /**
   * Starts a part again, on the same data and port, and returns when it is ready; stops it first
   * when it runs.
   */
  public void restart(String name) {
    Running part = expectDown(name);
    part.restart().run();
    synchronized (this) {
      expectedDown.remove(Part.named(name));
    }
    watch(Part.named(name), part);
  }

  /**
   * Starts one more replica of a service on a free port, beside the one that runs, and returns when
   * it is ready. It is stopped with the stack, if not before.
   */
  public ServiceServer replicate(String name) {
    Part part = Part.named(name);
    int port = Ports.free();
    Map<String, String> environment = environment(part);
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    ServiceServer replica =
        ServiceServer.start(
            part,
            port,
            ServiceServer.jar(checkout(), part),
            settings.dataFolder().resolve("log").resolve(part.id() + "-" + port + ".log"),
            settings.serviceOptions(),
            environment);
    synchronized (this) {
      replicas.add(replica);
    }
    return replica;
  }

  /**
   * Stops everything in order: services, Keycloak, Kafka, PostgreSQL. Safe to call again and while
   * the stack is starting.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      expectedDown.addAll(EnumSet.allOf(Part.class));
    }
    starters.shutdownNow();
    List<Runnable> services = new ArrayList<>();
    List<Running> servers = new ArrayList<>();
    try {
      // A start that was under way ends its own process when it is interrupted.
      if (!starters.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        settings.progress().accept("A part that was starting does not stop.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      replicas.forEach(replica -> services.add(replica::close));
      running.forEach(
          (part, started) -> {
            if (part.isService()) {
              services.add(started.stop());
            }
          });
      for (Part part : List.of(Part.KEYCLOAK, Part.KAFKA, Part.POSTGRES)) {
        if (running.containsKey(part)) {
          servers.add(running.get(part));
        }
      }
    }
    services.parallelStream().forEach(Runnable::run);
    servers.forEach(part -> part.stop().run());
    if (mail != null) {
      mail.close();
    }
    if (data != null) {
      data.close();
    }
  }

  /** Waits until a part ends although nobody asked it to, and returns what happened. */
  StackFailure awaitFailure() {
    return failure.join();
  }

  private Path checkout() {
    return settings.checkout();
  }

  private void openData() {
    data = DataFolder.open(settings.dataFolder());
    data.endSurvivors();
    if (settings.fresh()) {
      data.empty();
    }
  }

  private Running startPostgres() {
    postgres =
        PostgresServer.start(
            data.resolve(Part.POSTGRES.id()),
            settings.port(Part.POSTGRES),
            Part.services().stream()
                .flatMap(part -> part.database().stream())
                .toArray(String[]::new));
    return new Running(postgres::kill, postgres::close, postgres::restart, postgres::process);
  }

  private Running startKafka() {
    kafka =
        KafkaServer.start(
            data.resolve(Part.KAFKA.id()),
            settings.port(Part.KAFKA),
            TOPICS.toArray(String[]::new));
    return new Running(kafka::kill, kafka::close, kafka::restart, kafka::process);
  }

  private Running startKeycloak() {
    KeycloakServer server =
        KeycloakServer.start(
            KeycloakServer.unpacked(checkout()),
            data.resolve(Part.KEYCLOAK.id()),
            settings.port(Part.KEYCLOAK),
            checkout().resolve("deploy/keycloak/wraparound-realm.json"));
    return new Running(server::kill, server::close, server::restart, server::process);
  }

  private Running startService(Part part, Path jar) {
    ServiceServer server =
        ServiceServer.start(
            part,
            settings.port(part),
            jar,
            log(part.id()),
            settings.serviceOptions(),
            environment(part));
    return new Running(server::kill, server::close, server::restart, server::process);
  }

  private Map<String, String> environment(Part part) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(settings.port(part)));
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak().toString());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("WRAPAROUND_NOTICES_MAIL_HOST", Ports.LOOPBACK);
    environment.put("QUARKUS_MAILER_PORT", String.valueOf(mail.port()));
    // the demo's contacts have numbers that ring nobody
    environment.put("WRAPAROUND_DIRECTORY_ACCEPT_DRAMA_NUMBERS", "true");
    if (part == Part.ACTION_PLAN) {
      environment.put("WRAPAROUND_EVIDENCE_FOLDER", data.resolve("evidence").toString());
    }
    part.database()
        .ifPresent(
            database -> {
              environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.url(database));
              environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user(database));
              environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(database));
            });
    if (part == Part.GATEWAY) {
      for (Part service : Part.services()) {
        if (service != Part.GATEWAY) {
          environment.put(
              "WRAPAROUND_GATEWAY_SERVICES_" + service.name(), service(service.id()).toString());
        }
      }
    }
    return environment;
  }

  private CompletableFuture<Void> starting(Part part, Supplier<Running> start) {
    Instant begun = Instant.now();
    return CompletableFuture.runAsync(
        () -> {
          try {
            Running started = start.get();
            synchronized (this) {
              running.put(part, started);
            }
            watch(part, started);
          } catch (StackFailure e) {
            failure.complete(e);
            return;
          }
          settings
              .progress()
              .accept(
                  String.format(
                      Locale.ROOT,
                      "  %-20s ready after %4.1f s   port %d",
                      part.label(),
                      Duration.between(begun, Instant.now()).toMillis() / 1000.0,
                      settings.port(part)));
        },
        starters);
  }

  private void watch(Part part, Running started) {
    ServerProcess process = started.process().get();
    process.whenEnded(
        code -> {
          synchronized (this) {
            if (expectedDown.contains(part)) {
              return;
            }
          }
          failure.complete(
              new StackFailure(
                  "%s ended by itself with code %d; its log is %s and ends:%n%s"
                      .formatted(part.label(), code, log(part.id()), process.lastLines(15))));
        });
  }

  private Running expectDown(String name) {
    Part part = Part.named(name);
    synchronized (this) {
      Running started = running.get(part);
      if (started == null) {
        throw new IllegalStateException(name + " was not started");
      }
      expectedDown.add(part);
      return started;
    }
  }

  /** Waits for all, or for the first failure: of these, or of what was ready before. */
  private void await(List<CompletableFuture<Void>> starting) {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(starting.toArray(CompletableFuture<?>[]::new));
    if (CompletableFuture.anyOf(failure, all).join() instanceof StackFailure cause) {
      throw cause;
    }
  }

  /** What can be done to a part that has been started. */
  private record Running(
      Runnable kill, Runnable stop, Runnable restart, Supplier<ServerProcess> process) {}
}
