package org.wraparound.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path folder;

  @Test
  void dataSurvivesARestartAndAKill() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder, 0, "incident", "action_plan")) {
      execute(server, "incident", "create table note(line text)");
      execute(server, "incident", "insert into note values ('first')");
      server.kill();
      server.restart();
      assertThat(read(server, "incident", "select line from note")).isEqualTo("first");
    }
    try (PostgresServer server = PostgresServer.start(folder, 0, "incident", "action_plan")) {
      assertThat(read(server, "incident", "select line from note")).isEqualTo("first");
    }
  }

  @Test
  void commitsAreDurableAndTimestamped() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder, 0, "incident")) {
      assertThat(read(server, "incident", "show fsync")).isEqualTo("on");
      assertThat(read(server, "incident", "show synchronous_commit")).isEqualTo("on");
      assertThat(read(server, "incident", "show track_commit_timestamp")).isEqualTo("on");
      assertThat(read(server, "incident", "show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void aServiceCannotOpenTheDatabaseOfAnother() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder, 0, "incident", "pathway")) {
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                          server.url("pathway"), "incident", server.password("incident"))
                      .close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(server.url("incident"), "incident", "guess").close())
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(folder.resolve("passwords.properties")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void aTakenPortIsNamedWithTheVariableThatChangesIt() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder.resolve("one"), 0)) {
      assertThatThrownBy(() -> PostgresServer.start(folder.resolve("two"), server.port()).close())
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Port " + server.port())
          .hasMessageContaining("WRAPAROUND_POSTGRES_PORT");
    }
  }

  private static void execute(PostgresServer server, String database, String sql)
      throws SQLException {
    try (Connection connection = connect(server, database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(PostgresServer server, String database, String sql)
      throws SQLException {
    try (Connection connection = connect(server, database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(PostgresServer server, String database) throws SQLException {
    return DriverManager.getConnection(
        server.url(database), server.user(database), server.password(database));
  }
}
