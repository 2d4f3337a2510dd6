package org.wraparound.kit.web;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads query parameters. One that cannot be read is malformed (400), one that cannot be kept is
 * invalid (422); either is told by its name. A text with a {@link Pattern} is left to that.
 */
@Provider
class ParameterReading implements ParamConverterProvider {
  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          String.class, ParameterReading::text,
          UUID.class, UUID::fromString,
          Instant.class, Instant::parse,
          LocalDate.class, LocalDate::parse,
          Boolean.class, ParameterReading::flag,
          Integer.class, Integer::valueOf,
          int.class, Integer::valueOf);

  /**
   * @throws IllegalStateException at the start of a service, for a parameter of a type that has no
   *     reader here: RESTEasy would take what it cannot read for a path that does not exist
   */
  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    QueryParam parameter = find(QueryParam.class, annotations);
    if (parameter == null || (type == String.class && find(Pattern.class, annotations) != null)) {
      return null;
    }
    return new Reading<>(parameter.value(), expected(type), readerOf(type));
  }

  private static <A extends Annotation> A find(Class<A> type, Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }

  private static String expected(Class<?> type) {
    return type == String.class ? "a text without the character U+0000" : Violations.nameOf(type);
  }

  @SuppressWarnings("unchecked")
  private static <T> Function<String, T> readerOf(Class<T> type) {
    if (type.isEnum()) {
      return code -> code(code, type.getEnumConstants());
    }
    Function<String, ?> reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalStateException("a query parameter cannot be a " + type.getName());
    }
    return (Function<String, T>) reader;
  }

  private static <T> T code(String text, T[] codes) {
    return Arrays.stream(codes)
        .filter(code -> code.toString().equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static Boolean flag(String text) {
    return code(text, new Boolean[] {true, false});
  }

  private static String text(String text) {
    if (Keeping.faultOf(text).isPresent()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private record Reading<T>(String parameter, String expected, Function<String, T> reader)
      implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      T value;
      try {
        value = reader.apply(text);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw ProblemException.unreadable(parameter, expected);
      }
      Optional<String> fault = Keeping.faultOf(value);
      if (fault.isPresent()) {
        throw ProblemException.invalid(parameter, fault.get());
      }
      return value;
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
