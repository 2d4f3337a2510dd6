package org.wraparound.actionplan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps contents in a bucket of Amazon S3 or of anything that speaks like it. */
final class S3Store implements EvidenceStore {
  /** A request for evidence is answered within this, or told to come back. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private final S3Client s3;
  private final String bucket;

  S3Store(EvidenceConfig.S3 config) {
    bucket = required(config.bucket(), "bucket");
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(2)))
            .region(Region.of(config.region()))
            .credentialsProvider(credentials(config))
            .overrideConfiguration(limits -> limits.apiCallTimeout(LONGEST_CALL))
            // One hash of all of it: what came in is what is signed.
            .serviceConfiguration(
                s3 ->
                    s3.chunkedEncodingEnabled(false)
                        .pathStyleAccessEnabled(config.endpoint().isPresent()))
            // Not every server knows the newer checksums; the hash is checked here anyway.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    config.endpoint().ifPresent(builder::endpointOverride);
    s3 = builder.build();
  }

  private static AwsCredentialsProvider credentials(EvidenceConfig.S3 config) {
    return config.accessKey().isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                config.accessKey().get(), required(config.secretKey(), "secret-key")));
  }

  private static String required(Optional<String> value, String key) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("set wraparound.evidence.s3." + key));
  }

  @Override
  public void keep(UUID id, Path content) throws IOException {
    asked(() -> s3.putObject(put -> put.bucket(bucket).key(EvidenceStore.keyOf(id)), content));
  }

  @Override
  public InputStream read(UUID id) throws IOException {
    return asked(() -> s3.getObject(get -> get.bucket(bucket).key(EvidenceStore.keyOf(id))));
  }

  @Override
  public List<UUID> keptOn(LocalDate day) throws IOException {
    String folder = day + "/";
    return asked(
        () ->
            s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> UUID.fromString(key.substring(folder.length())))
                .toList());
  }

  @Override
  public void forget(UUID id) throws IOException {
    asked(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(EvidenceStore.keyOf(id))));
  }

  @Override
  public void check() throws IOException {
    asked(() -> s3.headBucket(head -> head.bucket(bucket)));
  }

  /** The server's answer; whatever keeps it from giving one is a failure of the surroundings. */
  private static <T> T asked(Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (NoSuchKeyException e) {
      throw new NoSuchFileException(e.getMessage());
    } catch (SdkException e) {
      // Not as its cause, by which a failure is judged (Transience): to the caller this one passes.
      IOException failure = new IOException(e.getMessage());
      failure.addSuppressed(e);
      throw failure;
    }
  }
}
