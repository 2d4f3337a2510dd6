package org.wraparound.actionplan.evidence;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.wraparound.kit.web.ProblemException;

/**
 * Takes in a file that is the body of a request, before a transaction begins: a slow sender holds
 * up no connection to the database. Whatever becomes of the request, the file does not outlast it.
 */
@Provider
@Consumes(MediaType.WILDCARD)
class FileReading implements MessageBodyReader<ReceivedFile> {
  private final EvidenceConfig config;
  private final ContentTypes types;
  private final RoutingContext http;

  FileReading(EvidenceConfig config, ContentTypes types, RoutingContext http) {
    this.config = config;
    this.types = types;
    this.http = http;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == ReceivedFile.class;
  }

  @Override
  public ReceivedFile readFrom(
      Class<ReceivedFile> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    String declared = types.taken(mediaType.toString());
    ReceivedFile file = ReceivedFile.of(body, declared, config.maxFile().asLongValue());
    http.addEndHandler(ended -> discard(file));
    if (file.bytes() == 0) {
      throw ProblemException.invalid("body", "send the file as the body; it is empty");
    }
    types.requireFound(declared, file.content());
    return file;
  }

  private static void discard(ReceivedFile file) {
    try {
      file.discard();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
