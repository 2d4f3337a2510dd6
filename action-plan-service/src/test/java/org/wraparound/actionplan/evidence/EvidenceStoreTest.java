package org.wraparound.actionplan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceStoreTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 29);

  @TempDir Path temporary;
  private S3Stub s3;

  @BeforeEach
  void startS3() throws IOException {
    s3 = new S3Stub();
  }

  @AfterEach
  void stopS3() {
    s3.close();
  }

  private record Bucket(
      Optional<String> bucket,
      Optional<URI> endpoint,
      String region,
      Optional<String> accessKey,
      Optional<String> secretKey)
      implements EvidenceConfig.S3 {}

  private S3Store s3(String bucket, String secretKey) {
    return new S3Store(
        new Bucket(
            Optional.of(bucket),
            Optional.of(s3.endpoint()),
            "eu-west-2",
            Optional.of(S3Stub.ACCESS_KEY),
            Optional.of(secretKey)));
  }

  private EvidenceStore store(String kind) throws IOException {
    return kind.equals("folder")
        ? new FolderStore(temporary.resolve("store"))
        : s3(S3Stub.BUCKET, S3Stub.SECRET_KEY);
  }

  private static UUID idOf(String time) {
    return UuidCreator.getTimeOrderedEpoch(Instant.parse(time));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(temporary.resolve("file"), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "s3"})
  void whatIsKeptIsReadAgain(String kind) throws IOException {
    EvidenceStore store = store(kind);
    byte[] content = new byte[3_000_000];
    new Random(7).nextBytes(content);
    UUID id = idOf("2026-03-29T12:00:00Z");
    store.keep(id, file(content));
    try (InputStream kept = store.read(id)) {
      assertThat(kept.readAllBytes()).isEqualTo(content);
    }
    store.check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "s3"})
  void whatIsForgottenIsNotThere(String kind) throws IOException {
    EvidenceStore store = store(kind);
    UUID id = idOf("2026-03-29T12:00:00Z");
    store.keep(id, file(Samples.PDF));
    store.forget(id);
    assertThatThrownBy(() -> store.read(id)).isInstanceOf(NoSuchFileException.class);
    assertThatCode(() -> store.forget(id)).doesNotThrowAnyException();
    assertThat(store.keptOn(DAY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "s3"})
  void allThatWasKeptOnADayIsFoundByTheDay(String kind) throws IOException {
    EvidenceStore store = store(kind);
    List<UUID> onTheDay =
        Stream.of("00:00:00Z", "08:00:00Z", "12:00:00Z", "18:00:00Z", "23:59:59.999Z")
            .map(time -> idOf(DAY + "T" + time))
            .toList();
    for (UUID id : onTheDay) {
      store.keep(id, file(Samples.PDF));
    }
    store.keep(idOf("2026-03-28T23:59:59.999Z"), file(Samples.PDF));
    store.keep(idOf("2026-03-30T00:00:00Z"), file(Samples.PDF));
    assertThat(store.keptOn(DAY)).containsExactlyInAnyOrderElementsOf(onTheDay);
    assertThat(store.keptOn(DAY.minusDays(9))).isEmpty();
  }

  @Test
  void aFolderShowsNothingThatIsNotWholeAndForgetsIt() throws IOException {
    EvidenceStore store = store("folder");
    UUID id = idOf("2026-03-29T12:00:00Z");
    assertThatThrownBy(() -> store.keep(id, temporary.resolve("missing")))
        .isInstanceOf(IOException.class);
    Path day = temporary.resolve("store").resolve(DAY.toString());
    assertThat(day).isEmptyDirectory();

    // As a crash leaves it.
    Files.write(day.resolve(id + ".part"), Samples.PDF);
    assertThatThrownBy(() -> store.read(id)).isInstanceOf(NoSuchFileException.class);
    assertThat(store.keptOn(DAY)).containsExactly(id);
    store.forget(id);
    assertThat(day).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsGoneIsTold() throws IOException {
    EvidenceStore store = store("folder");
    Files.delete(temporary.resolve("store"));
    assertThatThrownBy(store::check).isInstanceOf(IOException.class);
  }

  @Test
  void aBucketThatIsNotOursIsTold() {
    assertThatThrownBy(s3(S3Stub.BUCKET, "another secret")::check).isInstanceOf(IOException.class);
    assertThatThrownBy(s3("another-bucket", S3Stub.SECRET_KEY)::check)
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                s3("another-bucket", S3Stub.SECRET_KEY).keep(UUID.randomUUID(), file(Samples.PDF)))
        .isInstanceOf(IOException.class);
  }
}
