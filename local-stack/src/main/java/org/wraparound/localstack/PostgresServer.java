package org.wraparound.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server in its own process, on the loopback address, without containers.
 *
 * <p>Its data lasts: a commit is on disk before it is acknowledged, a second start on the same
 * folder finds what the first left, and so does {@link #restart()} after {@link #kill()}. Each
 * database is owned by a role of its own name, whose password is made at the first start and kept
 * in the data folder, readable by its owner only. Not safe for use by several threads.
 */
public final class PostgresServer implements AutoCloseable {
  /** The environment variable that chooses the port of the local stack's server. */
  static final String PORT_VARIABLE = "WRAPAROUND_POSTGRES_PORT";

  private static final String SUPERUSER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private final List<String> databases;
  private final Path programs;
  private final Properties passwords;
  private ServerProcess process;

  private PostgresServer(Path folder, int port, List<String> databases) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.databases = databases;
    this.programs = PostgresBinaries.folder().resolve("bin");
    this.passwords = passwords();
  }

  /**
   * Starts a server and returns when every database can be used.
   *
   * @param dataFolder kept between runs; made when missing
   * @param port 1 to 65535, or 0 for any free port
   * @param databases names of the databases, each the name of its owner role too; lower case
   *     letters and underscores
   * @throws StackFailure when it cannot start: port taken, folder not writable, folder in use
   */
  public static PostgresServer start(Path dataFolder, int port, String... databases) {
    PostgresServer server =
        new PostgresServer(dataFolder, port == 0 ? Ports.free() : port, List.of(databases));
    server.initialise();
    server.launch();
    try {
      server.createDatabases();
    } catch (SQLException e) {
      server.close();
      throw new StackFailure(
          "PostgreSQL started but its databases could not be made: " + e.getMessage(), e);
    }
    return server;
  }

  public int port() {
    return port;
  }

  /** The JDBC URL of a database, without user and password. */
  public String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port, database);
  }

  /** The role that owns the database. */
  public String user(String database) {
    return database;
  }

  /** The password of {@link #user}. */
  public String password(String database) {
    return passwords.getProperty(database);
  }

  /** Ends the server at once, as {@code kill -9} does, without a checkpoint. */
  public void kill() {
    process.kill();
  }

  /** Starts the server again on the same data and port after {@link #kill()}. */
  public void restart() {
    process.stop(STOP_LIMIT);
    launch();
  }

  /** Stops the server in order; does nothing when it has stopped. */
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    List<String> stop =
        asOrdinaryUser(
            programs.resolve("pg_ctl").toString(),
            "stop",
            "-D",
            cluster().toString(),
            // "fast" does not wait for clients to leave, but writes a checkpoint.
            "-m",
            "fast",
            "-t",
            String.valueOf(STOP_LIMIT.toSeconds()));
    try {
      ServerProcess.run("Stopping PostgreSQL", stop, STOP_LIMIT.plusSeconds(5));
    } finally {
      process.stop(STOP_LIMIT);
    }
  }

  ServerProcess process() {
    return process;
  }

  private Path cluster() {
    return folder.resolve("cluster");
  }

  private Properties passwords() {
    Path file = folder.resolve("passwords.properties");
    Properties kept = new Properties();
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          kept.load(in);
        }
      }
      List<String> roles = new ArrayList<>(databases);
      roles.add(SUPERUSER);
      SecureRandom random = new SecureRandom();
      for (String role : roles) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        kept.putIfAbsent(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      }
      Path fresh = ownerOnly(folder.resolve("passwords.new"));
      try (OutputStream out = Files.newOutputStream(fresh)) {
        kept.store(out, "Owner roles of the databases of this data folder");
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return kept;
    } catch (IOException e) {
      throw new StackFailure(
          "The folder %s cannot be written: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static Path ownerOnly(Path file) throws IOException {
    Files.deleteIfExists(file);
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private void initialise() {
    if (Files.exists(cluster().resolve("PG_VERSION"))) {
      return;
    }
    // Made beside its place and then moved, so that an interrupted first start leaves nothing that
    // a second would take for a cluster.
    Path fresh = folder.resolve("cluster.new");
    Path passwordFile = folder.resolve("superuser.new");
    try {
      Folders.delete(fresh);
      Files.writeString(
          ownerOnly(passwordFile),
          passwords.getProperty(SUPERUSER),
          StandardCharsets.UTF_8,
          StandardOpenOption.TRUNCATE_EXISTING);
      ServerProcess.run(
          "Making the PostgreSQL cluster",
          asOrdinaryUser(
              programs.resolve("initdb").toString(),
              "--pgdata=" + fresh,
              "--username=" + SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              // The server syncs as it should; syncing a cluster that is empty gains nothing.
              "--no-sync"),
          START_LIMIT);
      Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
      Files.delete(passwordFile);
    } catch (IOException e) {
      throw new StackFailure("The PostgreSQL cluster could not be made: " + e.getMessage(), e);
    }
  }

  private void launch() {
    Ports.requireFree(port, "PostgreSQL", PORT_VARIABLE);
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.resolve("postgres").toString(),
                "-D",
                cluster().toString(),
                "-p",
                String.valueOf(port)));
    Map<String, String> settings =
        Map.ofEntries(
            // A failed statement is logged without its text and its values: people wrote those.
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("listen_addresses", Ports.LOOPBACK),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("track_commit_timestamp", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));
    settings.forEach(
        (key, value) -> {
          command.add("-c");
          command.add(key + "=" + value);
        });
    process =
        ServerProcess.start(
            "PostgreSQL",
            folder.resolve("server.log"),
            asOrdinaryUser(command.toArray(String[]::new)),
            Map.of());
    try {
      process.await(this::acceptsConnections, START_LIMIT);
    } catch (StackFailure e) {
      process.kill();
      throw e;
    }
  }

  /**
   * PostgreSQL refuses to run as root or as a user without a name. A user namespace of its own
   * makes the same user an ordinary one to it, without giving any file to another account.
   */
  private static List<String> asOrdinaryUser(String... command) {
    List<String> wrapped = new ArrayList<>();
    if (Refused.VALUE) {
      wrapped.addAll(List.of("unshare", "-U"));
    }
    wrapped.addAll(List.of(command));
    return wrapped;
  }

  private boolean acceptsConnections() {
    try (Connection connection = connect()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      // 57P03: starting up or recovering; 08: nothing listens yet.
      if (e.getSQLState() != null
          && (e.getSQLState().equals("57P03") || e.getSQLState().startsWith("08"))) {
        return false;
      }
      throw new StackFailure("PostgreSQL refuses the local stack: " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(SUPERUSER), SUPERUSER, passwords.getProperty(SUPERUSER));
  }

  private void createDatabases() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String database : databases) {
        if (!database.matches("[a-z][a-z_]*")) {
          throw new IllegalArgumentException("not a database name: " + database);
        }
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", database)) {
          statement.execute("create role " + database + " login");
        }
        statement.execute(
            "alter role %s password '%s'".formatted(database, passwords.getProperty(database)));
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
          statement.execute("create database %s owner %s".formatted(database, database));
          statement.execute("revoke all on database %s from public".formatted(database));
        }
      }
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Asked once, and only when a server starts. */
  private static final class Refused {
    static final boolean VALUE = ask();

    private static boolean ask() {
      // Java calls a user "?" whom the system has no name for; PostgreSQL refuses that one too.
      if (!Set.of("root", "?").contains(System.getProperty("user.name"))) {
        return false;
      }
      try {
        Process probe = new ProcessBuilder("unshare", "-U", "true").start();
        if (probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0) {
          return true;
        }
      } catch (IOException e) {
        throw new StackFailure(
            "PostgreSQL refuses to run as this user and there is no unshare command to help it; run as an ordinary user with a name.",
            e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new StackFailure(
          "PostgreSQL refuses to run as this user and the machine does not allow user namespaces; run as an ordinary user with a name.");
    }
  }
}
