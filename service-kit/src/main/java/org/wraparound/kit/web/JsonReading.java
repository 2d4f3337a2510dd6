package org.wraparound.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Refuses, in any JSON, the texts, times and days that cannot be kept. */
@Singleton
class JsonReading implements ObjectMapperCustomizer {
  /** After the readers of times that Quarkus brings: of two, the last is taken. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("keepable")
            .addDeserializer(String.class, new Keepable<>(StringDeserializer.instance))
            .addDeserializer(Instant.class, new Keepable<>(InstantDeserializer.INSTANT))
            .addDeserializer(LocalDate.class, new Keepable<>(LocalDateDeserializer.INSTANCE)));
  }

  private static final class Keepable<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;
    private final StdScalarDeserializer<T> reader;

    private Keepable(StdScalarDeserializer<T> reader) {
      super(reader.handledType());
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      T value = reader.deserialize(parser, context);
      Optional<String> fault = Keeping.faultOf(value);
      if (fault.isPresent()) {
        throw InvalidFormatException.from(parser, fault.get(), value, handledType());
      }
      return value;
    }
  }
}
